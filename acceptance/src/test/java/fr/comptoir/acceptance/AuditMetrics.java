package fr.comptoir.acceptance;

import java.util.Map;
import java.util.TreeMap;

/** The figures that an audit script demands, by metric. */
final class AuditMetrics {
    private AuditMetrics() {}

    static Map<String, Long> items(
            long totalInvestigations, long totalRequests, long uniqueInvestigations, long uniqueRequests) {
        return new TreeMap<>(Map.of(
                "Total_Item_Investigations", totalInvestigations,
                "Total_Item_Requests", totalRequests,
                "Unique_Item_Investigations", uniqueInvestigations,
                "Unique_Item_Requests", uniqueRequests));
    }

    static Map<String, Long> books(
            long totalInvestigations, long totalRequests, long uniqueInvestigations, long uniqueRequests, long titles) {
        Map<String, Long> metrics = items(totalInvestigations, totalRequests, uniqueInvestigations, uniqueRequests);
        metrics.put("Unique_Title_Investigations", titles);
        metrics.put("Unique_Title_Requests", titles);
        return metrics;
    }

    static Map<String, Long> investigated(long total, long unique, long titles) {
        return Map.of(
                "Total_Item_Investigations",
                total,
                "Unique_Item_Investigations",
                unique,
                "Unique_Title_Investigations",
                titles);
    }

    static void put(Map<String, Long> expected, String accessType, Map<String, Long> metrics) {
        metrics.forEach((metric, count) -> expected.put(accessType + "|" + metric, count));
    }
}
