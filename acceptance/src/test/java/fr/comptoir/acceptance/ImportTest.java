package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.WORLD;
import static fr.comptoir.acceptance.TestSite.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The catalogue and the institutions may come before, between and after the logs: open months follow them. */
class ImportTest {
    private static final String[] LINES = {
        get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/pdf"),
        get("192.0.2.130", "05/Jan/2026:10:01:00", "/article/a2/pdf"),
        get("198.51.100.9", "05/Jan/2026:10:02:00", "/book/b1.epub"),
        get("203.0.113.9", "05/Jan/2026:10:03:00", "/search?q=a&db=db1"),
        get("192.0.2.1", "05/Jan/2026:10:04:00", "/article/r1/pdf"),
    };

    @TempDir
    Path folder;

    private Map<String, List<Map<String, String>>> figures(TestSite site) {
        return Figures.briefly(site, "2026-01", "2026-01", "u1", "u3", "cons");
    }

    private TestSite countedLast() {
        TestSite site = TestSite.imported(folder.resolve("last"));
        site.count(site.log(LINES));
        return site;
    }

    @Test
    void importsAfterTheLogGiveTheSameFigures() {
        TestSite site = new TestSite(folder.resolve("first"));
        JsonNode count = site.count(site.log(LINES));
        assertThat(count.get("held").get("unknown_item").asLong()).isEqualTo(4);
        assertThat(count.get("actions").asLong()).isEqualTo(1);
        Path one = site.write("one.csv", "item_id,data_type,name\nj1,Journal,One\n");
        assertThat(site.run("import", "catalogue", one.toString()).succeeded().out())
                .startsWith("1 row read; the site now knows ");
        site.run("import", "catalogue", site.path("catalogue.csv")).succeeded();
        site.run("import", "institutions", site.path("institutions.csv")).succeeded();
        assertThat(figures(site)).isEqualTo(figures(countedLast()));
        JsonNode month = site.json("months").get("months").get(0);
        assertThat(month.get("held").asLong()).isZero();
    }

    @Test
    void whatAWholeCatalogueNoLongerHasIsHeldAndComesBackWithIt() {
        TestSite site = countedLast();
        Map<String, List<Map<String, String>>> before = figures(site);
        Path less = site.write(
                "less.csv", "item_id,parent_id,data_type,name\nj1,,Journal,Journal of Examples\na1,j1,Article,One\n");
        JsonNode result = site.run("import", "catalogue", "--json", "--replace", less.toString())
                .succeeded()
                .json();
        assertThat(result.get("recounted").toString()).isEqualTo("[\"2026-01\"]");
        assertThat(site.metrics("TR", WORLD, "2026-01", "5.1")).containsEntry("Total_Item_Requests", 1L);
        assertThat(site.json("months").get("months").get(0).get("held").asLong())
                .isEqualTo(3);
        site.run("import", "catalogue", "--replace", site.path("catalogue.csv")).succeeded();
        assertThat(figures(site)).isEqualTo(before);
    }

    @Test
    void anItemThatBecomesAJournalIsContentNoMore() {
        TestSite site = countedLast();
        Path changed = site.write("changed.csv", "item_id,data_type,name\nr1,Journal,A journal after all\n");
        site.run("import", "catalogue", changed.toString()).succeeded();
        assertThat(site.figures("TR", WORLD, "2026-01", "5.1", List.of("Title")).keySet())
                .noneMatch(key -> key.contains("journal after all") || key.contains("A Report"));
    }

    @Test
    void whenEveryRangeCountsThoseOfTheLargerOneHaveTheUsageToo() throws IOException {
        TestSite site = new TestSite(folder.resolve("every"));
        site.write("comptoir.yml", AlphaJournals.SITE + "attribution: every\n" + AlphaJournals.PAGES);
        site.imported();
        site.count(site.log(LINES));
        assertThat(site.metrics("TR", "u3", "2026-01", "5.1")).containsEntry("Total_Item_Requests", 1L);
        assertThat(site.metrics("TR", "u1", "2026-01", "5.1")).containsEntry("Total_Item_Requests", 3L);
        assertThat(site.metrics("TR", "cons", "2026-01", "5.1")).containsEntry("Total_Item_Requests", 6L);
        assertThat(site.metrics("TR", WORLD, "2026-01", "5.1")).containsEntry("Total_Item_Requests", 6L);
    }

    @Test
    void manyMonthsInOneRunAreAsOneRunForEach() {
        List<String> lines = new ArrayList<>();
        for (String month : List.of("Oct/2024", "Nov/2024", "Dec/2024", "Jan/2025", "Feb/2025")) {
            lines.add(get("192.0.2.1", "01/" + month + ":00:00:05", "/article/a1/pdf"));
            lines.add(get("192.0.2.1", "15/" + month + ":12:00:00", "/article/a1/pdf"));
            String last = Map.of("Nov/2024", "30/", "Feb/2025", "28/").getOrDefault(month, "31/");
            lines.add(get("192.0.2.1", last + month + ":23:59:50", "/article/a1/pdf"));
        }
        TestSite once = TestSite.imported(folder.resolve("once"));
        JsonNode count = once.count(once.log(lines));
        assertThat(count.get("months")).hasSize(5);
        assertThat(count.get("double_clicks").asLong()).isEqualTo(4);
        TestSite often = TestSite.imported(folder.resolve("often"));
        for (int month = 4; month >= 0; month--) {
            often.count(often.log(lines.subList(3 * month, 3 * month + 3)));
        }
        assertThat(often.reportOver("TR", "u1", "2024-10", "2025-02", "5.1").rows())
                .isEqualTo(
                        once.reportOver("TR", "u1", "2024-10", "2025-02", "5.1").rows());
        assertThat(once.reportOver("TR", "u1", "2024-10", "2025-02", "5.1").totals(List.of()))
                .containsEntry("Total_Item_Requests", 11L);
    }
}
