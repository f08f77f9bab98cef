package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the metrics of one thing in one month have to stand to each other, as COUNTER's validator demands. */
final class MetricRelations {
    private MetricRelations() {}

    /** Checks each group of rows that differ in nothing but the metric. */
    static void check(String name, String column, List<Map<String, String>> rows) {
        Map<Map<String, String>, Map<String, Long>> groups = new HashMap<>();
        for (Map<String, String> row : rows) {
            Map<String, String> group = new TreeMap<>(row);
            group.keySet()
                    .removeIf(key -> key.equals("Metric_Type") || key.contains("-2025") || key.endsWith("_Total"));
            // Release 5 shows unique titles apart, without a Section_Type.
            group.remove("Section_Type");
            groups.computeIfAbsent(group, key -> new TreeMap<>())
                    .merge(row.get("Metric_Type"), Long.parseLong(row.get(column)), Long::sum);
        }
        boolean titles = !name.startsWith("IR");
        groups.forEach((group, metrics) ->
                checkGroup(name + " " + column + " " + group + " " + metrics, titles, group, metrics));
    }

    private static void checkGroup(String what, boolean titles, Map<String, String> group, Map<String, Long> metrics) {
        long totalInvestigations = metrics.getOrDefault("Total_Item_Investigations", 0L);
        long totalRequests = metrics.getOrDefault("Total_Item_Requests", 0L);
        long uniqueInvestigations = metrics.getOrDefault("Unique_Item_Investigations", 0L);
        long uniqueRequests = metrics.getOrDefault("Unique_Item_Requests", 0L);
        long titleInvestigations = metrics.getOrDefault("Unique_Title_Investigations", 0L);
        long titleRequests = metrics.getOrDefault("Unique_Title_Requests", 0L);
        assertThat(totalInvestigations)
                .as(what)
                .isGreaterThanOrEqualTo(totalRequests)
                .isGreaterThanOrEqualTo(uniqueInvestigations);
        assertThat(uniqueInvestigations)
                .as(what)
                .isGreaterThanOrEqualTo(uniqueRequests)
                .isGreaterThanOrEqualTo(titleInvestigations);
        assertThat(totalRequests).as(what).isGreaterThanOrEqualTo(uniqueRequests);
        assertThat(uniqueRequests).as(what).isGreaterThanOrEqualTo(titleRequests);
        assertThat(titleInvestigations).as(what).isGreaterThanOrEqualTo(titleRequests);
        assertThat(uniqueInvestigations > 0).as(what).isEqualTo(totalInvestigations > 0);
        assertThat(uniqueRequests > 0).as(what).isEqualTo(totalRequests > 0);
        String type = group.get("Data_Type");
        if (titles && (type.equals("Book") || type.equals("Reference_Work"))) {
            assertThat(titleInvestigations > 0).as(what).isEqualTo(totalInvestigations > 0);
            assertThat(titleRequests > 0).as(what).isEqualTo(totalRequests > 0);
        } else {
            assertThat(titleInvestigations + titleRequests).as(what).isZero();
        }
    }
}
