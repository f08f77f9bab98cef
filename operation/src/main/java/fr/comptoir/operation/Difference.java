package fr.comptoir.operation;

import fr.comptoir.store.Store;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;

/**
 * A figure that two countings of a month have differently: the sum of a metric over a report of a customer in that month.
 *
 * @param report with its release, {@code TR (5.1)}
 */
public record Difference(String report, String customer, String metric, long before, long after) {
    /** Without its release: {@code TR}. */
    public String reportId() {
        return report.substring(0, report.indexOf(' '));
    }

    /** {@code 5} or {@code 5.1}. */
    public String release() {
        return report.substring(report.indexOf('(') + 1, report.length() - 1);
    }

    /** Between two versions of the facts of a month; what is equal is left out. */
    static List<Difference> between(Store store, YearMonth month, int before, int after) throws IOException {
        return store.facts().difference(month, before, after).stream()
                .map(row -> new Difference(
                        row.report() + " (" + row.release().code() + ")",
                        row.customer(),
                        row.metric().code(),
                        row.before(),
                        row.after()))
                .toList();
    }
}
