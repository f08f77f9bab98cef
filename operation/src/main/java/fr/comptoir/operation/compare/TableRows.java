package fr.comptoir.operation.compare;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import fr.comptoir.operation.compare.Rows.Row;
import fr.comptoir.operation.compare.Rows.Sink;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/**
 * The tabular form: rows of the header up to a blank one, column headings, rows of usage. A table whose first cell is not Report_Name has
 * no header: the annual report.
 */
final class TableRows {
    private static final String FIRST_LABEL = "Report_Name";
    private static final String FIRST_FIGURE = "Reporting_Period_Total";
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private enum Part {
        BEGINNING,
        HEADER,
        HEADINGS,
        USAGE
    }

    private final Sink sink;
    private Part part = Part.BEGINNING;
    private List<String> headings = List.of();
    private int attributes;

    private TableRows(Sink sink) {
        this.sink = sink;
    }

    static void readTabs(Path file, Sink sink) throws IOException {
        TableRows table = new TableRows(sink);
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                table.cells(List.of(line.split("\t", -1)));
            }
        }
    }

    static void readCommas(Path file, Sink sink) throws IOException {
        TableRows table = new TableRows(sink);
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(Files.newBufferedReader(file))) {
            for (CsvRecord line : csv) {
                table.cells(line.getFields());
            }
        }
    }

    static void readWorkbook(Path file, Sink sink) throws IOException {
        TableRows table = new TableRows(sink);
        try (ReadableWorkbook workbook = open(file);
                Stream<org.dhatim.fastexcel.reader.Row> rows =
                        workbook.getFirstSheet().openStream()) {
            int next = 1;
            Iterator<org.dhatim.fastexcel.reader.Row> all = rows.iterator();
            while (all.hasNext()) {
                org.dhatim.fastexcel.reader.Row row = all.next();
                if (row.getRowNum() > next) {
                    table.cells(List.of()); // a blank row is not in the file
                }
                next = row.getRowNum() + 1;
                table.cells(texts(row));
            }
        }
    }

    /** What is no workbook fails in many ways. */
    private static ReadableWorkbook open(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, false));
        } catch (FileSystemException disk) {
            throw disk;
        } catch (IOException broken) {
            throw new UnreadableReportException(file, broken);
        }
    }

    private static List<String> texts(org.dhatim.fastexcel.reader.Row row) {
        List<String> texts = new ArrayList<>();
        for (int column = 0; column < row.getCellCount(); column++) {
            texts.add(row.getOptionalCell(column).map(TableRows::text).orElse(""));
        }
        return texts;
    }

    private static String text(Cell cell) {
        String text = cell.getText();
        return text == null ? "" : text;
    }

    private void cells(List<String> cells) throws IOException {
        boolean blank = cells.stream().allMatch(String::isEmpty);
        switch (part) {
            case BEGINNING -> begin(cells);
            case HEADER -> {
                if (blank) {
                    part = Part.HEADINGS;
                } else {
                    header(cells);
                }
            }
            case HEADINGS -> headings(cells);
            case USAGE -> {
                if (!blank) {
                    usage(cells);
                }
            }
        }
    }

    private void begin(List<String> cells) throws IOException {
        String first = cells.isEmpty() ? "" : cells.get(0);
        List<String> clean = new ArrayList<>(cells);
        if (!first.isEmpty() && first.charAt(0) == BYTE_ORDER_MARK) {
            clean.set(0, first.substring(1));
        }
        if (!clean.isEmpty() && clean.get(0).equals(FIRST_LABEL)) {
            part = Part.HEADER;
            header(clean);
        } else {
            headings(clean);
        }
    }

    private void header(List<String> cells) throws IOException {
        sink.row(new Row(
                Rows.HEADER,
                List.of(cells.get(0)),
                List.of(cells.subList(1, cells.size()).stream()
                        .collect(Collectors.joining(" "))
                        .strip())));
    }

    private void headings(List<String> cells) {
        headings = List.copyOf(cells);
        int figures = headings.indexOf(FIRST_FIGURE);
        attributes = figures < 0 ? headings.size() : figures;
        part = Part.USAGE;
    }

    private void usage(List<String> cells) throws IOException {
        int known = Math.min(attributes, cells.size());
        String place =
                cells.subList(0, known).stream().filter(cell -> !cell.isEmpty()).collect(Collectors.joining(" | "));
        List<String> values = new ArrayList<>(cells.subList(known, cells.size()));
        List<String> columns = new ArrayList<>();
        for (int column = known; column < cells.size(); column++) {
            columns.add(column < headings.size() ? headings.get(column) : "column " + (column + 1));
        }
        sink.row(new Row(place, columns, values));
    }
}
