package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A tabular report, read without knowing how it was written.
 *
 * @param header name to value
 * @param headings of the body
 * @param rows the body, its cells by heading
 */
record Table(Map<String, String> header, List<String> headings, List<Map<String, String>> rows) {

    static Table of(String text) {
        List<String> lines = text.lines().toList();
        Map<String, String> header = new TreeMap<>();
        int at = 0;
        while (!lines.get(at).isBlank()) {
            String[] cells = lines.get(at).split("\t", -1);
            header.put(cells[0].replace("\ufeff", ""), cells.length > 1 ? cells[1] : "");
            at++;
        }
        List<String> headings = List.of(lines.get(at + 1).split("\t", -1));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(at + 2, lines.size())) {
            String[] cells = line.split("\t", -1);
            assertThat(cells).as(line).hasSize(headings.size());
            Map<String, String> row = new TreeMap<>();
            for (int i = 0; i < cells.length; i++) {
                row.put(headings.get(i), cells[i]);
            }
            rows.add(row);
        }
        return new Table(header, headings, rows);
    }

    /** The totals under keys of the given columns and the metric, joined with {@code |}. */
    SortedMap<String, Long> totals(List<String> columns) {
        SortedMap<String, Long> totals = new TreeMap<>();
        for (Map<String, String> row : rows) {
            totals.merge(key(row, columns), Long.parseLong(row.get("Reporting_Period_Total")), Long::sum);
        }
        return totals;
    }

    /** As {@link #totals}, of one month's column ({@code Jan-2026}). */
    SortedMap<String, Long> monthly(List<String> columns, String month) {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (Map<String, String> row : rows) {
            long count = Long.parseLong(row.get(month));
            if (count != 0) {
                counts.merge(key(row, columns), count, Long::sum);
            }
        }
        return counts;
    }

    private static String key(Map<String, String> row, List<String> columns) {
        StringBuilder key = new StringBuilder();
        columns.forEach(column -> key.append(row.get(column)).append('|'));
        return key.append(row.get("Metric_Type")).toString();
    }
}
