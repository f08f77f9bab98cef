package fr.comptoir.validate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Makes other tabular forms of a TSV report. */
final class Workbooks {
    private Workbooks() {}

    static byte[] csv(String tsv) {
        StringBuilder csv = new StringBuilder();
        for (String line : tsv.split("\n", -1)) {
            String separator = "";
            for (String cell : line.split("\t", -1)) {
                csv.append(separator)
                        .append(
                                cell.contains(",") || cell.contains("\"")
                                        ? '"' + cell.replace("\"", "\"\"") + '"'
                                        : cell);
                separator = ",";
            }
            csv.append("\r\n");
        }
        csv.setLength(csv.length() - 2);
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] xlsx(String tsv) {
        return xlsx(tsv, false, 1);
    }

    /** @param dates whether the headings of months are dates, as a spreadsheet makes of them */
    static byte[] xlsx(String tsv, boolean dates, int sheets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            for (int at = 0; at < sheets; at++) {
                write(workbook.newWorksheet("Report" + at), tsv, dates);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    /** The same workbook with another text in its sheets, which must be there. */
    static byte[] edited(byte[] workbook, String old, String now) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean found = false;
        Path file = Files.createTempFile("workbook", ".xlsx");
        Files.write(file, workbook);
        try (ZipFile from = new ZipFile(file.toFile());
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry : from.stream().toList()) {
                String text = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                found |= text.contains(old);
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(text.replace(old, now).getBytes(StandardCharsets.UTF_8));
                to.closeEntry();
            }
        } finally {
            Files.delete(file);
        }
        if (!found) {
            throw new IllegalArgumentException(old + " is not in the workbook");
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, String tsv, boolean dates) {
        String[] lines = tsv.replace("\uFEFF", "").split("\n", -1);
        for (int row = 0; row < lines.length; row++) {
            String[] cells = lines[row].split("\t", -1);
            for (int column = 0; column < cells.length; column++) {
                String cell = cells[column];
                if (dates && cell.equals("Jan-2025")) {
                    sheet.value(row, column, LocalDate.of(2025, 1, 1));
                    sheet.style(row, column).format("mmm-yy").set();
                } else if (row > 14 && cell.matches("[0-9]+") && column > 13) {
                    sheet.value(row, column, Long.parseLong(cell));
                } else if (!cell.isEmpty()) {
                    sheet.value(row, column, cell);
                }
            }
        }
    }
}
