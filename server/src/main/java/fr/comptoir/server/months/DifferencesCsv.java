package fr.comptoir.server.months;

import fr.comptoir.customers.month.Restatement;
import fr.comptoir.customers.month.Restatement.Change;
import fr.comptoir.operation.view.SpreadsheetText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures that a correction changes, as a CSV file. */
final class DifferencesCsv {
    /** So that spreadsheets see UTF-8. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private DifferencesCsv() {}

    static byte[] of(Restatement restatement, List<Change> changes) {
        StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK);
        csv.append("Month,Customer_ID,Release,Report_ID,Metric_Type,Before,After,Difference\n");
        for (Change change : changes) {
            csv.append(line(
                    restatement.month(),
                    change.customerId(),
                    change.release(),
                    change.report(),
                    change.metric(),
                    change.before(),
                    change.after(),
                    change.difference()));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A line of a file for spreadsheets; numbers are given as numbers. */
    static String line(Object... cells) {
        return Stream.of(cells)
                .map(cell -> cell(cell instanceof String text ? SpreadsheetText.shielded(text) : cell.toString()))
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    static String name(Restatement restatement, String customer) {
        String of = customer.isEmpty() ? "" : "_" + customer.replaceAll("[^A-Za-z0-9._-]", "_");
        return "correction_" + restatement.month() + "_" + restatement.id() + of + ".csv";
    }
}
