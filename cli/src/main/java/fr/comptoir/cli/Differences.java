package fr.comptoir.cli;

import fr.comptoir.operation.Difference;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures that change, as a table and as JSON. */
final class Differences {
    private Differences() {}

    /** Prints nothing when nothing differs. */
    static void print(PrintWriter out, List<Difference> differences) {
        Table table = new Table("report", "customer", "metric", "old", "new", "difference");
        differences.forEach(row -> table.row(
                row.report(), row.customer(), row.metric(), row.before(), row.after(), row.after() - row.before()));
        if (!table.isEmpty()) {
            table.print(out);
        }
    }

    static List<Map<String, Object>> json(List<Difference> differences) {
        return differences.stream().map(Differences::json).toList();
    }

    private static Map<String, Object> json(Difference row) {
        Map<String, Object> difference = new LinkedHashMap<>();
        difference.put("report", row.report());
        difference.put("customer_id", row.customer());
        difference.put("metric_type", row.metric());
        difference.put("old", row.before());
        difference.put("new", row.after());
        difference.put("difference", row.after() - row.before());
        return difference;
    }
}
