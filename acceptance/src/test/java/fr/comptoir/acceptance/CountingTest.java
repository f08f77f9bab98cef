package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.CHROME;
import static fr.comptoir.acceptance.TestSite.WORLD;
import static fr.comptoir.acceptance.TestSite.get;
import static fr.comptoir.acceptance.TestSite.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The contract's counting rules, from a log file to a report, by the command line. */
class CountingTest {
    @TempDir
    Path folder;

    @Test
    void everyLineEndsInOnePlace() {
        TestSite site = TestSite.imported(folder);
        JsonNode count = site.count(site.log(
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1"),
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/pdf"),
                get("192.0.2.1", "05/Jan/2026:10:00:20", "/article/a1/pdf"),
                "not a line",
                "",
                line("192.0.2.1", "05/Jan/2026:10:00:00", "HEAD /article/a1 HTTP/1.1", 200, CHROME),
                line("192.0.2.1", "05/Jan/2026:10:00:00", "-", 408, CHROME),
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/style.css"),
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/journal/j1"),
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/db1"),
                line("192.0.2.1", "05/Jan/2026:10:00:00", "GET /article/a1/pdf HTTP/1.1", 206, CHROME),
                line("192.0.2.1", "05/Jan/2026:10:00:00", "GET /article/a1/pdf HTTP/1.1", 200, "Googlebot/2.1"),
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/unknown/pdf"),
                line("192.0.2.1", "05/Jan/2026:10:00:00", "GET /article/a1/pdf HTTP/1.1", 403, CHROME),
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/search?q=x&db=db1&db=nowhere"),
                line("192.0.2.1", "31/Feb/2026:10:00:00", "GET /article/a1 HTTP/1.1", 200, CHROME)));
        assertThat(count.get("lines").asLong()).isEqualTo(16);
        assertThat(count.get("malformed").asLong()).isEqualTo(3);
        assertThat(count.get("excluded").get("method").asLong()).isEqualTo(2);
        assertThat(count.get("excluded").get("not_content").asLong()).isEqualTo(3);
        assertThat(count.get("excluded").get("status").asLong()).isEqualTo(1);
        assertThat(count.get("excluded").get("robot").asLong()).isEqualTo(1);
        assertThat(count.get("held").get("unknown_item").asLong()).isEqualTo(1);
        assertThat(count.get("actions").asLong()).isEqualTo(5);
        assertThat(count.get("double_clicks").asLong()).isEqualTo(1);
        assertThat(count.get("months").toString()).isEqualTo("[\"2026-01\"]");
        assertThat(site.figures("TR", "u1", "2026-01", "5.1", List.of("Title")))
                .isEqualTo(Map.of(
                        "Journal of Examples|Total_Item_Investigations", 2L,
                        "Journal of Examples|Total_Item_Requests", 1L,
                        "Journal of Examples|Unique_Item_Investigations", 1L,
                        "Journal of Examples|Unique_Item_Requests", 1L,
                        "Journal of Examples|No_License", 1L));
        assertThat(site.figures("PR", "u1", "2026-01", "5.1", List.of("Data_Type")))
                .containsEntry("Platform|Searches_Platform", 1L);
        assertThat(site.figures("DR", "u1", "2026-01", "5.1", List.of("Database", "Data_Type")))
                .isEqualTo(Map.of("Full Base|Database_Full|Searches_Regular", 1L));
    }

    @Test
    void aFileGivenTwiceCountsOnceHoweverNamedOrPacked() throws IOException {
        TestSite site = TestSite.imported(folder);
        String log = site.log(
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/search?q=x"),
                get("192.0.2.1", "05/Jan/2026:10:01:00", "/article/a1"));
        site.count(log);
        Path packed = folder.resolve("renamed.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(Path.of(log), out);
        }
        for (String again : List.of(log, packed.toString())) {
            JsonNode count = site.count(again);
            assertThat(count.get("lines").asLong()).isZero();
            assertThat(count.get("actions").asLong()).isZero();
            assertThat(count.get("double_clicks").asLong()).isZero();
            assertThat(count.get("months")).isEmpty();
            assertThat(count.get("repeats")).hasSize(1);
        }
        assertThat(site.figures("PR", WORLD, "2026-01", "5.1", List.of("Data_Type")))
                .containsEntry("Platform|Searches_Platform", 1L)
                .containsEntry("Journal|Total_Item_Investigations", 1L);
    }

    @Test
    void aFileThatGrewCountsItsNewPart() throws IOException {
        TestSite site = TestSite.imported(folder);
        String first = get("192.0.2.1", "05/Jan/2026:10:00:00", "/search?q=x") + "\n"
                + get("192.0.2.1", "05/Jan/2026:10:01:00", "/sea");
        Path log = site.write("access.log", first);
        JsonNode count = site.count(log.toString());
        assertThat(count.get("lines").asLong()).isEqualTo(2);
        Files.writeString(
                log,
                first.replace("/sea ", "/sea ") + "\n" + get("192.0.2.1", "05/Jan/2026:10:02:00", "/search?q=y")
                        + "\n");
        JsonNode grown = site.count(log.toString());
        assertThat(grown.get("lines").asLong()).isEqualTo(1);
        assertThat(grown.get("actions").asLong()).isEqualTo(1);
        assertThat(site.figures("PR", WORLD, "2026-01", "5.1", List.of("Data_Type")))
                .isEqualTo(Map.of("Platform|Searches_Platform", 2L));
    }

    @Test
    void aDoubleClickOverMidnightOfTheMonthTakesTheEarlierMonthsClick() {
        TestSite site = TestSite.imported(folder);
        JsonNode january = site.count(site.log(get("192.0.2.1", "31/Jan/2026:23:59:50", "/article/a1/pdf")));
        assertThat(january.get("double_clicks").asLong()).isZero();
        JsonNode february = site.count(site.log(get("192.0.2.1", "01/Feb/2026:00:00:10", "/article/a1/pdf")));
        assertThat(february.get("double_clicks").asLong()).isEqualTo(1);
        assertThat(site.report("TR", "u1", "2026-01", "5.1").rows()).isEmpty();
        assertThat(site.figures("TR", "u1", "2026-02", "5.1", List.of("Title")))
                .containsEntry("Journal of Examples|Total_Item_Requests", 1L);
    }

    @Test
    void aWholeBookIsItsSegmentsInRelease51AndOneItemInRelease5() {
        TestSite site = TestSite.imported(folder);
        site.count(site.log(
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/book/b1.epub"),
                get("192.0.2.1", "05/Jan/2026:10:05:00", "/chapter/c3/pdf"),
                get("192.0.2.1", "05/Jan/2026:10:06:00", "/book/b2.epub")));
        assertThat(site.figures(
                        "TR",
                        "u1",
                        "2026-01",
                        "5.1",
                        List.of("Title", "YOP", "Access_Type"),
                        "--attributes-to-show",
                        "YOP|Access_Type",
                        "--metric-type",
                        "Total_Item_Requests|Unique_Item_Requests|Unique_Title_Requests"))
                .isEqualTo(Map.ofEntries(
                        Map.entry("A Book of Samples|2020|Controlled|Total_Item_Requests", 1L),
                        Map.entry("A Book of Samples|2020|Controlled|Unique_Item_Requests", 1L),
                        Map.entry("A Book of Samples|2020|Controlled|Unique_Title_Requests", 1L),
                        Map.entry("A Book of Samples|2021|Controlled|Total_Item_Requests", 1L),
                        Map.entry("A Book of Samples|2021|Controlled|Unique_Item_Requests", 1L),
                        Map.entry("A Book of Samples|2021|Controlled|Unique_Title_Requests", 1L),
                        Map.entry("A Book of Samples|2020|Open|Total_Item_Requests", 2L),
                        Map.entry("A Book of Samples|2020|Open|Unique_Item_Requests", 1L),
                        Map.entry("A Book of Samples|2020|Open|Unique_Title_Requests", 1L),
                        Map.entry("A Book in one Piece|2019|Controlled|Total_Item_Requests", 1L),
                        Map.entry("A Book in one Piece|2019|Controlled|Unique_Item_Requests", 1L),
                        Map.entry("A Book in one Piece|2019|Controlled|Unique_Title_Requests", 1L)));
        assertThat(site.figures(
                        "TR",
                        "u1",
                        "2026-01",
                        "5",
                        List.of("Title", "Section_Type"),
                        "--attributes-to-show",
                        "Section_Type",
                        "--metric-type",
                        "Total_Item_Requests|Unique_Item_Requests|Unique_Title_Requests"))
                .isEqualTo(Map.of(
                        "A Book of Samples|Book|Total_Item_Requests", 1L,
                        "A Book of Samples|Book|Unique_Item_Requests", 1L,
                        "A Book of Samples|Chapter|Total_Item_Requests", 1L,
                        "A Book of Samples|Chapter|Unique_Item_Requests", 1L,
                        "A Book of Samples||Unique_Title_Requests", 2L,
                        "A Book in one Piece|Book|Total_Item_Requests", 1L,
                        "A Book in one Piece|Book|Unique_Item_Requests", 1L,
                        "A Book in one Piece||Unique_Title_Requests", 1L));
        assertThat(site.figures(
                        "IR",
                        "u1",
                        "2026-01",
                        "5.1",
                        List.of("Item", "Data_Type", "Parent_Title"),
                        "--include-parent-details",
                        "True",
                        "--metric-type",
                        "Total_Item_Requests"))
                .containsEntry("A Book in one Piece|Book_Segment|A Book in one Piece|Total_Item_Requests", 1L)
                .containsEntry("Chapter one|Book_Segment|A Book of Samples|Total_Item_Requests", 1L)
                .containsEntry("Chapter three|Book_Segment|A Book of Samples|Total_Item_Requests", 2L);
    }

    @Test
    void freemiumIsTwoAccessTypesInRelease5AndOneInRelease51() {
        TestSite site = TestSite.imported(folder);
        site.count(site.log(
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/fulltext"),
                get("192.0.2.1", "05/Jan/2026:10:05:00", "/article/a1/pdf")));
        assertThat(site.figures(
                        "TR",
                        "u1",
                        "2026-01",
                        "5",
                        List.of("Access_Type"),
                        "--attributes-to-show",
                        "Access_Type",
                        "--metric-type",
                        "Unique_Item_Requests"))
                .isEqualTo(Map.of("OA_Gold|Unique_Item_Requests", 1L, "Controlled|Unique_Item_Requests", 1L));
        assertThat(site.figures(
                        "TR",
                        "u1",
                        "2026-01",
                        "5.1",
                        List.of("Access_Type"),
                        "--attributes-to-show",
                        "Access_Type",
                        "--metric-type",
                        "Unique_Item_Requests"))
                .isEqualTo(Map.of("Controlled|Unique_Item_Requests", 1L));
        assertThat(site.figures("TR", "u1", "2026-01", "5", List.of("Title"), "--metric-type", "Unique_Item_Requests"))
                .isEqualTo(Map.of("Journal of Examples|Unique_Item_Requests", 2L));
    }

    @Test
    void accessThatChangedHasItsTypeOfTheDay() {
        TestSite site = TestSite.imported(folder);
        site.count(site.log(
                get("192.0.2.1", "14/Jan/2026:23:59:00", "/article/a3/pdf"),
                get("192.0.2.1", "15/Jan/2026:00:01:00", "/article/a3/pdf")));
        assertThat(site.figures(
                        "TR",
                        "u1",
                        "2026-01",
                        "5.1",
                        List.of("Access_Type"),
                        "--attributes-to-show",
                        "Access_Type",
                        "--metric-type",
                        "Total_Item_Requests"))
                .isEqualTo(Map.of("Controlled|Total_Item_Requests", 1L, "Open|Total_Item_Requests", 1L));
    }

    @Test
    void usageBelongsToTheMostSpecificRangeAndAConsortiumCountsEachActionOnce() {
        TestSite site = TestSite.imported(folder);
        site.count(site.log(
                get("192.0.2.130", "05/Jan/2026:10:00:00", "/article/a1/pdf"),
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/pdf"),
                get("198.51.100.7", "05/Jan/2026:10:00:00", "/article/a1/pdf"),
                get("198.51.100.7", "12/Jan/2026:10:00:00", "/article/a1/pdf"),
                get("203.0.113.9", "12/Jan/2026:10:00:00", "/article/a1/pdf"),
                get("::ffff:192.0.2.2", "12/Jan/2026:10:00:00", "/article/a1/pdf"),
                get("host.example.org", "12/Jan/2026:10:00:00", "/article/a1/pdf")));
        String key = "Journal of Examples|Total_Item_Requests";
        assertThat(site.figures("TR", "u3", "2026-01", "5.1", List.of("Title"))).containsEntry(key, 1L);
        assertThat(site.figures("TR", "u1", "2026-01", "5.1", List.of("Title"))).containsEntry(key, 2L);
        assertThat(site.figures("TR", "u2", "2026-01", "5.1", List.of("Title"))).containsEntry(key, 2L);
        assertThat(site.figures("TR", "u4", "2026-01", "5.1", List.of("Title"))).containsEntry(key, 2L);
        assertThat(site.figures("TR", "cons", "2026-01", "5.1", List.of("Title")))
                .containsEntry(key, 4L);
        assertThat(site.figures("TR", WORLD, "2026-01", "5.1", List.of("Title")))
                .containsEntry(key, 7L);
    }

    @Test
    void heldLinesCountOnceTheCatalogueKnowsThem() {
        TestSite site = TestSite.imported(folder);
        site.count(site.log(
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/new1/pdf"),
                get("192.0.2.1", "05/Jan/2026:10:01:00", "/search?q=a&db=newdb")));
        assertThat(site.report("TR", "u1", "2026-01", "5.1").rows()).isEmpty();
        Path more = site.write("more.csv", """
                item_id,parent_id,data_type,name
                new1,j1,Article,A late article
                newdb,,Database_AI,A late base
                """);
        site.run("import", "catalogue", more.toString()).succeeded();
        assertThat(site.figures("TR", "u1", "2026-01", "5.1", List.of("Title")))
                .containsEntry("Journal of Examples|Total_Item_Requests", 1L);
        assertThat(site.figures("DR", "u1", "2026-01", "5.1", List.of("Database")))
                .containsEntry("A late base|Searches_Regular", 1L);
    }

    @Test
    void institutionsImportedLaterAreGivenTheirUsageThoughAddressesAreGone() throws IOException {
        TestSite site = TestSite.imported(folder);
        String log = site.log(
                get("203.0.113.9", "12/Jan/2026:10:00:00", "/article/a1/pdf"),
                get("2001:db8:5::1", "12/Jan/2026:10:00:00", "/article/a2/pdf"));
        site.count(log);
        Files.delete(Path.of(log));
        Path more = site.write("more.csv", """
                customer_id,name,ip_ranges
                u9,University Nine,203.0.113.0/25;2001:db8:5::/48
                """);
        site.run("import", "institutions", more.toString()).succeeded();
        assertThat(site.figures("TR", "u9", "2026-01", "5.1", List.of("Title")))
                .containsEntry("Journal of Examples|Total_Item_Requests", 2L);
    }

    @Test
    void anyOrderAndAnyCuttingGivesTheSameFigures(@TempDir Path other) {
        List<String> lines = List.of(
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/pdf"),
                get("192.0.2.1", "05/Jan/2026:10:00:20", "/article/a1/pdf"),
                get("192.0.2.1", "05/Jan/2026:10:00:45", "/article/a1/pdf"),
                get("192.0.2.1", "05/Jan/2026:10:01:30", "/article/a1/pdf"),
                get("192.0.2.1", "31/Jan/2026:23:59:59", "/book/b1.epub"),
                get("192.0.2.1", "01/Feb/2026:00:00:29", "/book/b1.epub"),
                get("192.0.2.1", "05/Jan/2026:10:59:50", "/article/a2"),
                get("192.0.2.1", "05/Jan/2026:11:00:05", "/article/a2"));
        TestSite once = TestSite.imported(folder);
        once.count(once.log(lines.toArray(String[]::new)));
        TestSite often = TestSite.imported(other);
        for (int i = lines.size() - 1; i >= 0; i--) {
            often.count(often.log(lines.get(i)));
        }
        for (String month : List.of("2026-01", "2026-02")) {
            for (String report : List.of("PR", "TR", "IR", "DR")) {
                for (String release : List.of("5", "5.1")) {
                    assertThat(often.report(report, "cons", month, release).rows())
                            .as("%s %s %s", report, month, release)
                            .isEqualTo(
                                    once.report(report, "cons", month, release).rows());
                }
            }
        }
    }

    @Test
    void aReportWithoutUsageIsWrittenWithItsException() {
        TestSite site = TestSite.imported(folder);
        site.count(site.log(get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/pdf")));
        Run none = site.run("report", "TR", "--customer", "u2", "--begin", "2026-01", "--end", "2026-01")
                .succeeded();
        JsonNode header = none.json().get("Report_Header");
        assertThat(header.get("Exceptions").get(0).get("Code").asInt()).isEqualTo(3030);
        assertThat(none.json().get("Report_Items")).isEmpty();
    }

    @Test
    void noAddressNorAgentIsKept() throws IOException {
        TestSite site = TestSite.imported(folder);
        site.count(site.log(get("192.0.2.77", "05/Jan/2026:10:00:00", "/article/a1/pdf")));
        try (var files = Files.walk(folder.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().contains("institutions"))
                    .toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("192.0.2.77")
                        .doesNotContain("AppleWebKit");
            }
        }
    }

    @Test
    void textAndDataMiningIsApart() {
        TestSite site = TestSite.imported(folder);
        site.count(site.log(
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/api/a1"),
                get("192.0.2.1", "05/Jan/2026:10:00:05", "/article/a1/pdf")));
        assertThat(site.figures(
                        "PR",
                        "u1",
                        "2026-01",
                        "5.1",
                        List.of("Access_Method"),
                        "--attributes-to-show",
                        "Access_Method",
                        "--metric-type",
                        "Unique_Item_Requests"))
                .isEqualTo(Map.of("TDM|Unique_Item_Requests", 1L, "Regular|Unique_Item_Requests", 1L));
    }

    @Test
    void searchesOfEachKind() {
        TestSite site = TestSite.imported(folder);
        site.count(site.log(
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/search?q=a&db=db1&db=db2&db=db1"),
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/search?q=a&db=db1"),
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/search?q=&db=db1"),
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/discover?q=a"),
                line("192.0.2.1", "05/Jan/2026:10:00:00", "GET /search?q=a&db=db1&db=db2 HTTP/1.1", 403, CHROME)));
        assertThat(site.figures("PR", "u1", "2026-01", "5.1", List.of("Data_Type")))
                .isEqualTo(Map.of("Platform|Searches_Platform", 3L));
        assertThat(site.figures("DR", "u1", "2026-01", "5.1", List.of("Database")))
                .isEqualTo(Map.of(
                        "Full Base|Searches_Regular", 2L,
                        "Full Base|Searches_Automated", 1L,
                        "Full Base|No_License", 1L,
                        "Index Base|Searches_Regular", 1L,
                        "Index Base|Searches_Automated", 1L,
                        "Index Base|No_License", 1L));
    }
}
