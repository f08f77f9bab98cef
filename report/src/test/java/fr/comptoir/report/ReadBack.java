package fr.comptoir.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import fr.comptoir.model.fact.FactSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Reads tabular reports with readers that know nothing of the writers: every row as its cells, blank ones at the end left out. */
final class ReadBack {
    private ReadBack() {}

    static byte[] bytes(Report report, ReportFormat format, FactSource facts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            report.write(facts, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static List<List<String>> cells(Report report, ReportFormat format, FactSource facts) {
        byte[] bytes = bytes(report, format, facts);
        return switch (format) {
            case TSV -> tsv(text(bytes));
            case CSV -> csv(text(bytes));
            case XLSX -> xlsx(bytes);
            case JSON -> throw new IllegalArgumentException("JSON has no cells");
        };
    }

    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.startsWith("\ufeff")) {
            throw new AssertionError("no byte order mark");
        }
        return text.substring(1);
    }

    /** Tab-separated files quote nothing: a line is a row, and what stands between tabs a cell. */
    private static List<List<String>> tsv(String text) {
        return Arrays.stream(text.split("\n", -1))
                .map(line -> trimmed(Arrays.asList(line.split("\t", -1))))
                .toList()
                .subList(0, (int) text.chars().filter(c -> c == '\n').count());
    }

    private static List<List<String>> csv(String text) {
        List<List<String>> rows = new ArrayList<>();
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
        reader.forEach(record -> rows.add(trimmed(record.getFields())));
        return rows;
    }

    private static List<List<String>> xlsx(byte[] bytes) {
        List<List<String>> rows = new ArrayList<>();
        for (Row row : sheet(bytes)) {
            while (rows.size() < row.getRowNum() - 1) {
                rows.add(List.of());
            }
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.getCellCount(); i++) {
                Cell cell = row.getCell(i);
                cells.add(cell == null ? "" : cell.getText());
            }
            rows.add(trimmed(cells));
        }
        return rows;
    }

    /** The rows of the only sheet, those without any cell left out. */
    static List<Row> sheet(byte[] bytes) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            List<org.dhatim.fastexcel.reader.Sheet> sheets =
                    workbook.getSheets().toList();
            if (sheets.size() != 1) {
                throw new AssertionError(sheets.size() + " sheets");
            }
            return sheets.get(0).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> trimmed(List<String> cells) {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).isEmpty()) {
            end--;
        }
        return List.copyOf(cells.subList(0, end));
    }
}
