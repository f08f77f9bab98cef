package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.WORLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code comptoir recount}: what today's catalogue, institutions, page rules and robots make of a month, with the raw logs and without. */
class RecountTest {
    @TempDir
    Path folder;

    private CountedJanuary january;
    private TestSite site;

    @BeforeEach
    void countJanuary() {
        january = new CountedJanuary(folder);
        site = january.site;
    }

    @Test
    void aRecountWithNothingNewChangesNothing() {
        String before = site.state();
        JsonNode result = january.recount();
        assertThat(result.get("differences")).isEmpty();
        assertThat(result.get("applied").asBoolean()).isFalse();
        assertThat(site.state()).isEqualTo(before);
    }

    @Test
    void theCatalogueOfTodayIsShownByARecountAndInForceAfterItIsApplied() {
        site.run("close", "2026-01").succeeded();
        Path catalogue = site.write("more.csv", "item_id,parent_id,data_type,name\nlater,j1,Article,Later\n");
        site.run("import", "catalogue", catalogue.toString()).succeeded();
        Map<String, Long> published = january.requests();
        String before = site.state();
        assertThat(CountedJanuary.differences(january.recount()))
                .containsEntry("u1", List.of(2L, 3L, 1L))
                .containsEntry(WORLD, List.of(4L, 5L, 1L));
        assertThat(january.requests()).isEqualTo(published);
        assertThat(site.state()).isEqualTo(before);
        january.recount("--apply", "--reason", "a forgotten article");
        assertThat(january.requests()).isEqualTo(Map.of(WORLD, 5L, "u1", 3L, "u2", 1L));
    }

    @Test
    void theInstitutionsOfTodayAreShownByARecountThoughTheLogsAreGone() throws IOException {
        site.run("close", "2026-01").succeeded();
        Path institutions = site.write(
                "changed.csv", "customer_id,name,ip_ranges\nu2,University Two,198.51.100.0/24;203.0.113.0/24\n");
        site.run("import", "institutions", institutions.toString()).succeeded();
        Files.delete(Path.of(january.log));
        assertThat(january.requests()).isEqualTo(Map.of(WORLD, 4L, "u1", 2L, "u2", 1L));
        assertThat(CountedJanuary.differences(january.recount()))
                .containsEntry("u2", List.of(1L, 2L, 1L))
                .doesNotContainKeys(WORLD, "u1");
        january.recount("--apply", "--reason", "a range was forgotten");
        assertThat(january.requests()).isEqualTo(Map.of(WORLD, 4L, "u1", 2L, "u2", 2L));
    }

    @Test
    void thePageRulesOfTodayNeedTheRawLogs() {
        String before = site.state();
        site.write(
                "comptoir.yml",
                AlphaJournals.SITE + AlphaJournals.PAGES
                        + "  - path: /articles/{item}/full\n    action: request\n    format: HTML\n");
        JsonNode result = january.recount();
        assertThat(CountedJanuary.differences(result)).containsEntry("u1", List.of(2L, 3L, 1L));
        assertThat(result.get("source").stringValue()).contains("raw");
        assertThat(site.state()).isEqualTo(before);
        assertThat(january.requests()).containsEntry("u1", 2L);
        january.recount("--apply");
        assertThat(january.requests()).isEqualTo(Map.of(WORLD, 5L, "u1", 3L, "u2", 1L));
        assertThat(site.count(january.log).get("repeats"))
                .as("the log is still known")
                .hasSize(1);
        assertThat(january.requests()).containsEntry(WORLD, 5L);
    }

    @Test
    void withoutTheRawLogsPageRulesStayAsTheyWereAndThatIsSaid() throws IOException {
        site.write(
                "comptoir.yml",
                AlphaJournals.SITE + AlphaJournals.PAGES
                        + "  - path: /articles/{item}/full\n    action: request\n    format: HTML\n");
        Files.delete(Path.of(january.log));
        JsonNode result = january.recount();
        assertThat(result.get("differences")).isEmpty();
        assertThat(result.get("notes").toString()).contains("no longer at hand", january.log, "page rules");
    }

    @Test
    void theRobotsListOfTodayNeedsTheRawLogs() throws IOException {
        site.write("robots.json", "[{\"pattern\": \"grazer\"}, {\"pattern\": \"bot\"}]");
        site.write("comptoir.yml", AlphaJournals.SITE + "robots: robots.json\n" + AlphaJournals.PAGES);
        assertThat(january.requests()).containsEntry(WORLD, 4L);
        assertThat(CountedJanuary.differences(january.recount()))
                .containsEntry(WORLD, List.of(4L, 3L, -1L))
                .doesNotContainKey("u1");
        JsonNode robots = site.json("robots", site.path("robots.json"), "--month", "2026-01");
        assertThat(robots.get("offered")).isNotNull();
        january.recount("--apply");
        assertThat(january.requests()).containsEntry(WORLD, 3L);
        Files.delete(Path.of(january.log));
        site.write("robots.json", "[{\"pattern\": \"nothing at all\"}]");
        JsonNode without = january.recount();
        assertThat(without.get("differences")).isEmpty();
        assertThat(without.get("notes").toString()).contains("robots");
    }

    @Test
    void robotsSaysWhatAnotherListWouldHaveDropped() {
        Path list = site.write("other.json", "[{\"pattern\": \"^grazer\"}]");
        JsonNode result = site.json("robots", list.toString(), "--month", "2026-01");
        assertThat(result.get("differences")).hasSize(1);
        JsonNode difference = result.get("differences").get(0);
        assertThat(difference.get("agent").stringValue()).isEqualTo("Grazer/1.0");
        assertThat(difference.get("pattern").stringValue()).isEqualTo("^grazer");
        assertThat(difference.get("dropped").asBoolean()).isTrue();
        assertThat(difference.get("lines").asLong()).isEqualTo(1);
        assertThat(january.requests()).containsEntry(WORLD, 4L);
    }
}
