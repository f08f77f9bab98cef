package fr.comptoir.acceptance;

import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The numbers of a report in JSON, added up by subject, month and metric, whatever its nesting. */
final class JsonTotals {
    private final SortedMap<String, Long> totals = new TreeMap<>();

    private JsonTotals() {}

    /**
     * Of a report of Release 5.1.
     *
     * @param subject {@code Platform}, {@code Database}, {@code Title} or {@code Item}
     */
    static SortedMap<String, Long> ofR51(JsonNode report, String subject) {
        JsonTotals all = new JsonTotals();
        for (JsonNode entry : report.get("Report_Items")) {
            if (entry.has("Items")) {
                entry.get("Items").forEach(item -> all.addR51(item, subject));
            } else {
                all.addR51(entry, subject);
            }
        }
        return all.totals;
    }

    private void addR51(JsonNode item, String subject) {
        String name = item.get(subject).stringValue();
        for (JsonNode attributes : item.get("Attribute_Performance")) {
            attributes
                    .get("Performance")
                    .properties()
                    .forEach(metric -> metric.getValue()
                            .properties()
                            .forEach(month -> add(
                                    name,
                                    month.getKey(),
                                    metric.getKey(),
                                    month.getValue().asLong())));
        }
    }

    /** Of a report of Release 5. */
    static SortedMap<String, Long> ofR5(JsonNode report, String subject) {
        JsonTotals all = new JsonTotals();
        for (JsonNode item : report.get("Report_Items")) {
            for (JsonNode performance : item.get("Performance")) {
                String month = performance
                        .get("Period")
                        .get("Begin_Date")
                        .stringValue()
                        .substring(0, 7);
                for (JsonNode instance : performance.get("Instance")) {
                    String metric = instance.get("Metric_Type").stringValue();
                    all.add(
                            item.get(subject).stringValue(),
                            month,
                            metric,
                            instance.get("Count").asLong());
                }
            }
        }
        return all.totals;
    }

    private void add(String name, String month, String metric, long count) {
        totals.merge(name + "|" + metric + "|" + month, count, Long::sum);
    }
}
