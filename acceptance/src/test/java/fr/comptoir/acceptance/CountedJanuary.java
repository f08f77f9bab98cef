package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.WORLD;
import static fr.comptoir.acceptance.TestSite.get;
import static fr.comptoir.acceptance.TestSite.line;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A site with one counted month of which something can still change: a page no rule matches, an unknown item, an unknown robot. */
final class CountedJanuary {
    static final String REQUESTS = "Total_Item_Requests";

    final TestSite site;
    final String log;

    CountedJanuary(Path folder) {
        site = TestSite.imported(folder);
        log = site.log(
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/pdf"),
                get("192.0.2.1", "05/Jan/2026:10:05:00", "/article/a2/pdf"),
                get("198.51.100.1", "06/Jan/2026:11:00:00", "/article/a1/pdf"),
                line("203.0.113.1", "06/Jan/2026:11:30:00", "GET /article/a1/pdf HTTP/1.1", 200, "Grazer/1.0"),
                get("192.0.2.1", "06/Jan/2026:12:00:00", "/articles/a1/full"),
                get("192.0.2.1", "06/Jan/2026:12:00:00", "/article/later/pdf"));
        site.count(log);
    }

    JsonNode month(String month) {
        for (JsonNode entry : site.json("months").get("months")) {
            if (entry.get("month").stringValue().equals(month)) {
                return entry;
            }
        }
        throw new AssertionError(month + " is not among the months");
    }

    Map<String, Long> requests() {
        Map<String, Long> requests = new TreeMap<>();
        for (String customer : List.of(WORLD, "u1", "u2")) {
            requests.put(
                    customer, site.metrics("TR", customer, "2026-01", "5.1").getOrDefault(REQUESTS, 0L));
        }
        return requests;
    }

    /** Differences of one month of a recount by customer, of Total_Item_Requests in TR of Release 5.1: old, new, difference. */
    static Map<String, List<Long>> differences(JsonNode result) {
        Map<String, List<Long>> differences = new TreeMap<>();
        for (JsonNode row : result.get("differences")) {
            if (row.get("report").stringValue().equals("TR (5.1)")
                    && row.get("metric_type").stringValue().equals(REQUESTS)) {
                differences.put(
                        row.get("customer_id").stringValue(),
                        List.of(
                                row.get("old").asLong(),
                                row.get("new").asLong(),
                                row.get("difference").asLong()));
            }
        }
        return differences;
    }

    JsonNode recount(String... more) {
        List<String> arguments = new ArrayList<>(List.of("2026-01"));
        arguments.addAll(List.of(more));
        return site.json("recount", arguments.toArray(String[]::new))
                .get("months")
                .get(0);
    }
}
