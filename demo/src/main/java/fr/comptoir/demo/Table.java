package fr.comptoir.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A table with named columns, written as CSV: a cell that is not given is blank. */
final class Table {

    private final List<String> columns;
    private final StringBuilder text = new StringBuilder();

    Table(String... columns) {
        this.columns = List.of(columns);
        text.append(String.join(",", columns)).append('\n');
    }

    /** One row: a column's name, its value, the next column's name, and so on. */
    void add(String... namesAndValues) {
        String[] cells = new String[columns.size()];
        Arrays.fill(cells, "");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            int column = columns.indexOf(namesAndValues[i]);
            if (column < 0) {
                throw new IllegalArgumentException("no column " + namesAndValues[i]);
            }
            cells[column] = quoted(namesAndValues[i + 1]);
        }
        text.append(String.join(",", cells)).append('\n');
    }

    private static String quoted(String cell) {
        boolean plain = cell.indexOf(',') < 0 && cell.indexOf('"') < 0;
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    void write(Path file) throws IOException {
        WholeFile.write(file, out -> out.write(text.toString().getBytes(UTF_8)));
    }
}
