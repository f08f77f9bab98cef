package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.WORLD;
import static fr.comptoir.acceptance.TestSite.get;
import static fr.comptoir.acceptance.TestSite.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Months: their gaps, closing, late lines, recounting by what changed since, and restatements. */
class MonthsTest {
    private static final String REQUESTS = "Total_Item_Requests";

    @TempDir
    Path folder;

    private TestSite site;
    private String log;

    @BeforeEach
    void countJanuary() {
        site = TestSite.imported(folder);
        log = site.log(
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/pdf"),
                get("192.0.2.1", "05/Jan/2026:10:05:00", "/article/a2/pdf"),
                get("198.51.100.1", "06/Jan/2026:11:00:00", "/article/a1/pdf"),
                line("203.0.113.1", "06/Jan/2026:11:30:00", "GET /article/a1/pdf HTTP/1.1", 200, "Harvester/1.0"),
                get("192.0.2.1", "06/Jan/2026:12:00:00", "/articles/a1/full"),
                get("192.0.2.1", "06/Jan/2026:12:00:00", "/article/later/pdf"));
        site.count(log);
    }

    private JsonNode month(String month) {
        for (JsonNode entry : site.json("months").get("months")) {
            if (entry.get("month").stringValue().equals(month)) {
                return entry;
            }
        }
        throw new AssertionError(month + " is not among the months");
    }

    private Map<String, Long> requests() {
        Map<String, Long> requests = new TreeMap<>();
        for (String customer : List.of(WORLD, "u1", "u2")) {
            requests.put(
                    customer, site.metrics("TR", customer, "2026-01", "5.1").getOrDefault(REQUESTS, 0L));
        }
        return requests;
    }

    /** Differences of one month of a recount by customer, of Total_Item_Requests in TR of Release 5.1: old, new, difference. */
    private static Map<String, List<Long>> differences(JsonNode result) {
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

    private JsonNode recount(String... more) {
        List<String> arguments = new ArrayList<>(List.of("2026-01"));
        arguments.addAll(List.of(more));
        return site.json("recount", arguments.toArray(String[]::new))
                .get("months")
                .get(0);
    }

    @Test
    void aMonthSaysItsStateItsInputsAndItsGaps() {
        JsonNode january = month("2026-01");
        assertThat(january.get("state").stringValue()).isEqualTo("open");
        assertThat(january.get("inputs")).hasSize(1);
        assertThat(january.get("inputs").get(0).stringValue()).isEqualTo(log);
        assertThat(january.get("actions").asLong()).isEqualTo(4);
        assertThat(january.get("held").asLong()).isEqualTo(1);
        List<String> gaps = new ArrayList<>();
        long hours = 0;
        for (JsonNode gap : january.get("gaps")) {
            gaps.add(gap.get("from").stringValue() + " " + gap.get("to").stringValue());
            hours += gap.get("hours").asLong();
        }
        assertThat(gaps)
                .containsExactly(
                        "2026-01-01T00:00 2026-01-05T10:00",
                        "2026-01-05T11:00 2026-01-06T11:00",
                        "2026-01-06T13:00 2026-02-01T00:00");
        assertThat(hours).isEqualTo(31 * 24 - 3);
        assertThat(site.run("months").succeeded().out()).contains("2026-01", "open", "2026-01-05T11:00");
    }

    @Test
    void theHourThatSpringSkipsIsNoGapAndTheOneThatAutumnRepeatsIsOne() {
        List<String> lines = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            for (int day = 1; day <= 31; day++) {
                if (hour != 2 || day != 30) {
                    lines.add(get("192.0.2.1", String.format("%02d/Mar/2025:%02d:00:00", day, hour), "/style.css")
                            .replace("+0100", day > 30 || (day == 30 && hour > 2) ? "+0200" : "+0100"));
                }
            }
        }
        site.count(site.log(lines));
        assertThat(month("2025-03").get("gaps")).isEmpty();
    }

    @Test
    void aClosedMonthKeepsItsFiguresUntilALateLineIsApplied() {
        site.run("close", "2026-01").succeeded();
        assertThat(month("2026-01").get("state").stringValue()).isEqualTo("closed");
        Map<String, Long> published = requests();
        JsonNode late = site.count(site.log(get("192.0.2.9", "07/Jan/2026:10:00:00", "/article/a1/pdf")));
        assertThat(late.get("actions").asLong()).isEqualTo(1);
        assertThat(late.get("awaiting_restatement").toString()).isEqualTo("[\"2026-01\"]");
        assertThat(requests()).isEqualTo(published);
        assertThat(month("2026-01").get("restatements").toString()).contains("waits");
        site.run("recount", "2026-01", "--apply").saidInOneSentence("2026-01", "--reason");
        assertThat(requests()).isEqualTo(published);
        JsonNode result = recount("--apply", "--reason", "a server's log came late");
        assertThat(differences(result))
                .containsEntry("u1", List.of(2L, 3L, 1L))
                .containsEntry(WORLD, List.of(4L, 5L, 1L))
                .doesNotContainKey("u2");
        assertThat(requests()).isEqualTo(Map.of(WORLD, 5L, "u1", 3L, "u2", 1L));
        JsonNode restated = month("2026-01");
        assertThat(restated.get("state").stringValue()).isEqualTo("restated");
        assertThat(restated.get("restatements").toString())
                .contains("a server's log came late")
                .doesNotContain("waits");
    }

    @Test
    void aClosedMonthIsNotChangedByImports() {
        site.run("close", "2026-01").succeeded();
        Map<String, Long> published = requests();
        Path institutions = site.write("changed.csv", "customer_id,name,ip_ranges\nu1,University One,203.0.113.0/24\n");
        site.run("import", "institutions", institutions.toString()).succeeded();
        Path catalogue = site.write("more.csv", "item_id,parent_id,data_type,name\nlater,j1,Article,Later\n");
        site.run("import", "catalogue", catalogue.toString()).succeeded();
        assertThat(requests()).isEqualTo(published);
    }

    @Test
    void aLineThatReplacesTheLastClickOfAClosedMonthWaitsToo() {
        site.count(site.log(get("192.0.2.1", "31/Jan/2026:23:59:50", "/article/a1/pdf")));
        site.run("close", "2026-01").succeeded();
        JsonNode february = site.count(site.log(get("192.0.2.1", "01/Feb/2026:00:00:10", "/article/a1/pdf")));
        assertThat(february.get("awaiting_restatement").toString()).isEqualTo("[\"2026-01\"]");
        assertThat(requests()).containsEntry("u1", 3L);
        recount("--apply", "--reason", "the turn of the month");
        assertThat(requests()).containsEntry("u1", 2L);
        assertThat(site.metrics("TR", "u1", "2026-02", "5.1")).containsEntry(REQUESTS, 1L);
    }

    @Test
    void aRecountWithNothingNewChangesNothing() {
        String before = site.state();
        JsonNode result = recount();
        assertThat(result.get("differences")).isEmpty();
        assertThat(result.get("applied").asBoolean()).isFalse();
        assertThat(site.state()).isEqualTo(before);
    }

    @Test
    void theCatalogueOfTodayIsShownByARecountAndInForceAfterItIsApplied() {
        site.run("close", "2026-01").succeeded();
        Path catalogue = site.write("more.csv", "item_id,parent_id,data_type,name\nlater,j1,Article,Later\n");
        site.run("import", "catalogue", catalogue.toString()).succeeded();
        Map<String, Long> published = requests();
        String before = site.state();
        assertThat(differences(recount()))
                .containsEntry("u1", List.of(2L, 3L, 1L))
                .containsEntry(WORLD, List.of(4L, 5L, 1L));
        assertThat(requests()).isEqualTo(published);
        assertThat(site.state()).isEqualTo(before);
        recount("--apply", "--reason", "a forgotten article");
        assertThat(requests()).isEqualTo(Map.of(WORLD, 5L, "u1", 3L, "u2", 1L));
    }

    @Test
    void theInstitutionsOfTodayAreShownByARecountThoughTheLogsAreGone() throws IOException {
        site.run("close", "2026-01").succeeded();
        Path institutions = site.write(
                "changed.csv", "customer_id,name,ip_ranges\nu2,University Two,198.51.100.0/24;203.0.113.0/24\n");
        site.run("import", "institutions", institutions.toString()).succeeded();
        Files.delete(Path.of(log));
        assertThat(requests()).isEqualTo(Map.of(WORLD, 4L, "u1", 2L, "u2", 1L));
        assertThat(differences(recount()))
                .containsEntry("u2", List.of(1L, 2L, 1L))
                .doesNotContainKeys(WORLD, "u1");
        recount("--apply", "--reason", "a range was forgotten");
        assertThat(requests()).isEqualTo(Map.of(WORLD, 4L, "u1", 2L, "u2", 2L));
    }

    @Test
    void thePageRulesOfTodayNeedTheRawLogs() {
        String before = site.state();
        site.write(
                "comptoir.yml",
                AlphaJournals.SITE + AlphaJournals.PAGES
                        + "  - path: /articles/{item}/full\n    action: request\n    format: HTML\n");
        JsonNode result = recount();
        assertThat(differences(result)).containsEntry("u1", List.of(2L, 3L, 1L));
        assertThat(result.get("source").stringValue()).contains("raw");
        assertThat(site.state()).isEqualTo(before);
        assertThat(requests()).containsEntry("u1", 2L);
        recount("--apply");
        assertThat(requests()).isEqualTo(Map.of(WORLD, 5L, "u1", 3L, "u2", 1L));
        assertThat(site.count(log).get("repeats")).as("the log is still known").hasSize(1);
        assertThat(requests()).containsEntry(WORLD, 5L);
    }

    @Test
    void withoutTheRawLogsPageRulesStayAsTheyWereAndThatIsSaid() throws IOException {
        site.write(
                "comptoir.yml",
                AlphaJournals.SITE + AlphaJournals.PAGES
                        + "  - path: /articles/{item}/full\n    action: request\n    format: HTML\n");
        Files.delete(Path.of(log));
        JsonNode result = recount();
        assertThat(result.get("differences")).isEmpty();
        assertThat(result.get("notes").toString()).contains("no longer at hand", log, "page rules");
    }

    @Test
    void theRobotsListOfTodayNeedsTheRawLogs() throws IOException {
        site.write("robots.json", "[{\"pattern\": \"harvester\"}, {\"pattern\": \"bot\"}]");
        site.write("comptoir.yml", AlphaJournals.SITE + "robots: robots.json\n" + AlphaJournals.PAGES);
        assertThat(requests()).containsEntry(WORLD, 4L);
        assertThat(differences(recount()))
                .containsEntry(WORLD, List.of(4L, 3L, -1L))
                .doesNotContainKey("u1");
        JsonNode robots = site.json("robots", site.path("robots.json"), "--month", "2026-01");
        assertThat(robots.get("offered")).isNotNull();
        recount("--apply");
        assertThat(requests()).containsEntry(WORLD, 3L);
        Files.delete(Path.of(log));
        site.write("robots.json", "[{\"pattern\": \"nothing at all\"}]");
        JsonNode without = recount();
        assertThat(without.get("differences")).isEmpty();
        assertThat(without.get("notes").toString()).contains("robots");
    }

    @Test
    void robotsSaysWhatAnotherListWouldHaveDropped() {
        Path list = site.write("other.json", "[{\"pattern\": \"^harvester\"}]");
        JsonNode result = site.json("robots", list.toString(), "--month", "2026-01");
        assertThat(result.get("differences")).hasSize(1);
        JsonNode difference = result.get("differences").get(0);
        assertThat(difference.get("agent").stringValue()).isEqualTo("Harvester/1.0");
        assertThat(difference.get("pattern").stringValue()).isEqualTo("^harvester");
        assertThat(difference.get("dropped").asBoolean()).isTrue();
        assertThat(difference.get("lines").asLong()).isEqualTo(1);
        assertThat(requests()).containsEntry(WORLD, 4L);
    }

    @Test
    void aMonthClosesOnce() {
        site.run("close", "2026-01").succeeded();
        site.run("close", "2026-01").saidInOneSentence("2026-01", "closed");
    }

    @Test
    void lateLinesOfAnOpenMonthCountAtOnce() {
        site.count(site.log(get("192.0.2.9", "07/Jan/2026:10:00:00", "/article/a1/pdf")));
        assertThat(requests()).isEqualTo(Map.of(WORLD, 5L, "u1", 3L, "u2", 1L));
    }
}
