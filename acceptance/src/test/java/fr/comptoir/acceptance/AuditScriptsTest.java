package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an auditor does by the Code of Practice (5.1, appendix E), replayed as logs: exactly the figures that the text demands. */
class AuditScriptsTest {
    @TempDir
    Path folder;

    private final AuditScript script = new AuditScript();

    /** E.2.3: 15 pairs inside of 30 seconds and 15 outside. */
    @Test
    void doubleClicks() {
        String journal = script.item("Journal", "", "Controlled");
        pairs(15, true, () -> script.item("Article", journal, "Controlled"));
        pairs(15, false, () -> script.item("Article", journal, "Controlled"));
        assertThat(script.count(folder).metrics("TR", "u1", "2026-01", "5.1")).isEqualTo(items(45, 45, 30, 30));
    }

    /** E.2.3 with whole books: the item counts grow by the number of segments. */
    @Test
    void doubleClicksOnWholeBooks() {
        pairs(15, true, () -> book(4, "Controlled"));
        pairs(15, false, () -> book(4, "Controlled"));
        TestSite site = script.count(folder);
        assertThat(site.metrics("TR", "u1", "2026-01", "5.1")).isEqualTo(books(180, 180, 120, 120, 30));
        assertThat(site.metrics("TR", "u1", "2026-01", "5")).isEqualTo(books(45, 45, 30, 30, 30));
    }

    /** E.5.1: books read segment by segment, 10 segments in each. */
    @ParameterizedTest
    @CsvSource({"Controlled, 7", "Controlled Open, 5", "Controlled Open Free_To_Read, 4"})
    void segmentBySegment(String accessTypes, int booksOfEach) {
        Map<String, Long> expected = new TreeMap<>();
        for (String type : accessTypes.split(" ")) {
            int books = type.equals("Free_To_Read") ? 2 : booksOfEach;
            for (int i = 0; i < books; i++) {
                String book = script.item("Book", "", type);
                script.test();
                script.items(10, "Book_Segment", book, "").forEach(script::request);
            }
            put(expected, type, books(books * 10, books * 10, books * 10, books * 10, books));
        }
        TestSite site = script.count(folder);
        assertThat(AuditScript.byAccessType(site, "TR", "5.1", "Book")).isEqualTo(expected);
        assertThat(site.metrics("PR", "u1", "2026-01", "5.1")).isEqualTo(site.metrics("TR", "u1", "2026-01", "5.1"));
        assertThat(site.metrics("IR", "u1", "2026-01", "5.1").keySet())
                .noneMatch(metric -> metric.startsWith("Unique_Title"));
    }

    /** E.5.2: whole books whose segments are known, 2 to 6 in each; and E.5.4, the same with an investigation more in each test. */
    @ParameterizedTest
    @CsvSource({
        "Controlled, 50, false",
        "Controlled Open, 30, false",
        "Controlled Open Free_To_Read, 20, false",
        "Controlled Open, 30, true"
    })
    void wholeBooksWithKnownSegments(String accessTypes, int booksOfEach, boolean investigations) {
        Map<String, Long> expected = new TreeMap<>();
        for (String type : accessTypes.split(" ")) {
            int segments = 0;
            for (int i = 0; i < booksOfEach; i++) {
                String book = book(2 + i % 5, type);
                segments += 2 + i % 5;
                script.test().hit("/book/" + book + ".epub", 200);
                if (investigations) {
                    script.hit("/book/" + book, 200);
                }
            }
            put(
                    expected,
                    type,
                    books(investigations ? 2 * segments : segments, segments, segments, segments, booksOfEach));
        }
        assertThat(AuditScript.byAccessType(script.count(folder), "TR", "5.1", "Book"))
                .isEqualTo(expected);
    }

    /** E.5.3: whole books of which no segment is known: all six metrics are the number of books. */
    @ParameterizedTest
    @CsvSource({
        "Controlled, 25, false",
        "Controlled Open, 25, false",
        "Controlled Open Free_To_Read, 20, false",
        "Controlled, 25, true"
    })
    void wholeBooksWithoutKnownSegments(String accessTypes, int booksOfEach, boolean investigations) {
        Map<String, Long> expected = new TreeMap<>();
        for (String type : accessTypes.split(" ")) {
            for (String book : script.items(booksOfEach, "Book", "", type)) {
                script.test().hit("/book/" + book + ".epub", 200);
                if (investigations) {
                    script.hit("/book/" + book, 200);
                }
            }
            put(
                    expected,
                    type,
                    books(
                            investigations ? 2 * booksOfEach : booksOfEach,
                            booksOfEach,
                            booksOfEach,
                            booksOfEach,
                            booksOfEach));
        }
        TestSite site = script.count(folder);
        assertThat(AuditScript.byAccessType(site, "TR", "5.1", "Book")).isEqualTo(expected);
        Map<String, Long> inItemReport = new TreeMap<>(expected);
        inItemReport.keySet().removeIf(key -> key.contains("Unique_Title"));
        assertThat(AuditScript.byAccessType(site, "IR", "5.1", "Book_Segment")).isEqualTo(inItemReport);
    }

    /** E.5.4 for segments: one more investigation in each test. */
    @Test
    void segmentsInvestigatedApart() {
        for (int i = 0; i < 7; i++) {
            script.test();
            String book = script.item("Book", "", "Controlled");
            for (String segment : script.items(10, "Book_Segment", book, "")) {
                script.investigation(segment).request(segment);
            }
        }
        assertThat(script.count(folder).metrics("TR", "u1", "2026-01", "5.1")).isEqualTo(books(140, 70, 70, 70, 7));
    }

    /** E.6.1 and E.6.2: articles, talks, news, reports and data, with one, two and three Access_Types. */
    @ParameterizedTest
    @CsvSource({
        "Journal, Article, Controlled, 100, false", "Conference, Conference_Item, Controlled Open, 50, false",
        "Newspaper_or_Newsletter, News_Item, Controlled Open Free_To_Read, 40, false",
                "Journal, Article, Controlled Open, 50, true"
    })
    void otherTypes(String titleType, String itemType, String accessTypes, int ofEach, boolean investigations) {
        String title = script.item(titleType, "", "Controlled");
        Map<String, Long> expected = new TreeMap<>();
        for (String type : accessTypes.split(" ")) {
            int count = type.equals("Free_To_Read") ? 20 : ofEach;
            for (String item : script.items(count, itemType, title, type)) {
                script.test().request(item);
                if (investigations) {
                    script.investigation(item);
                }
            }
            put(expected, type, items(investigations ? 2 * count : count, count, count, count));
        }
        TestSite site = script.count(folder);
        assertThat(AuditScript.byAccessType(site, "TR", "5.1", titleType)).isEqualTo(expected);
        assertThat(AuditScript.byAccessType(site, "IR", "5.1", itemType)).isEqualTo(expected);
        assertThat(site.metrics("PR", "u1", "2026-01", "5.1")).isEqualTo(site.metrics("TR", "u1", "2026-01", "5.1"));
    }

    /** E.3: what is refused 50 times counts 50 times, and is neither investigated nor requested. */
    @ParameterizedTest
    @CsvSource({"429, Limit_Exceeded", "403, No_License"})
    void denials(int status, String metric) {
        String journal = script.item("Journal", "", "Controlled");
        script.items(50, "Article", journal, "")
                .forEach(item -> script.test().hit("/article/" + item + "/pdf", status));
        TestSite site = script.count(folder);
        for (String release : Figures.RELEASES) {
            assertThat(site.metrics("TR", "u1", "2026-01", release)).isEqualTo(Map.of(metric, 50L));
            assertThat(site.metrics("IR", "u1", "2026-01", release)).isEqualTo(Map.of(metric, 50L));
            assertThat(site.metrics("PR", "u1", "2026-01", release)).isEmpty();
        }
    }

    /** E.4.1 and E.4.2, options 1: 50 searches on one database, 25 on two, 25 on all three. */
    @ParameterizedTest
    @ValueSource(strings = {"5.1", "5"})
    void searches(String release) {
        for (int i = 0; i < 3; i++) {
            script.item("Database_Full", "", "");
        }
        for (int i = 0; i < 50; i++) {
            script.test()
                    .hit("/search?q=a&db=i1", 200)
                    .hit(i % 2 == 0 ? "/search?q=a&db=i1&db=i2" : "/search?q=a&db=i1&db=i2&db=i3", 200);
        }
        TestSite site = script.count(folder);
        assertThat(site.metrics("PR", "u1", "2026-01", release)).isEqualTo(Map.of("Searches_Platform", 100L));
        assertThat(site.figures("DR", "u1", "2026-01", release, List.of("Database")))
                .isEqualTo(Map.of(
                        "Database_Full 1|Searches_Regular", 100L,
                        "Database_Full 2|Searches_Regular", 50L,
                        "Database_Full 3|Searches_Regular", 25L));
    }

    /** Release 5: P1-3 and J1-1, J1-2, of articles. */
    @Test
    void articlesInRelease5() {
        String journal = script.item("Journal", "", "Controlled");
        script.items(100, "Article", journal, "").forEach(item -> script.test().request(item));
        pairs(15, true, () -> script.item("Article", journal, ""));
        pairs(15, false, () -> script.item("Article", journal, ""));
        TestSite site = script.count(folder);
        for (String report : List.of("PR", "TR")) {
            assertThat(site.metrics(report, "u1", "2026-01", "5")).isEqualTo(items(145, 145, 130, 130));
        }
    }

    /** Release 5: B1-1 (100 items, 5 a book), B1-2 (16 pairs inside and 16 outside, 2 items a book), B3-1 and B3-2 without OA_Gold. */
    @Test
    void booksInRelease5() {
        fiveABook(100, "Controlled", false);
        TestSite plain = script.count(folder.resolve("b1-1"));
        assertThat(plain.metrics("TR", "u1", "2026-01", "5")).isEqualTo(books(100, 100, 100, 100, 20));
        AuditScript inside = new AuditScript();
        twoABook(inside, 16, true, "Controlled", "pdf");
        assertThat(inside.count(folder.resolve("in")).metrics("TR", "u1", "2026-01", "5"))
                .isEqualTo(books(16, 16, 16, 16, 8));
        AuditScript outside = new AuditScript();
        twoABook(outside, 16, false, "Controlled", "pdf");
        assertThat(outside.count(folder.resolve("out")).metrics("TR", "u1", "2026-01", "5"))
                .isEqualTo(books(32, 32, 16, 16, 8));
    }

    /** Release 5: B3-1 (50 Controlled and 50 OA_Gold, 5 a book) and B3-2 (8 and 8 pairs inside, 8 and 8 outside). */
    @Test
    void booksByAccessTypeInRelease5() {
        Map<String, Long> expected = new TreeMap<>();
        for (String type : List.of("Controlled", "Open")) {
            fiveABook(50, type, false);
            twoABook(script, 8, true, type, "fulltext");
            twoABook(script, 8, false, type, "fulltext");
            put(expected, type.equals("Open") ? "OA_Gold" : type, books(74, 74, 66, 66, 18));
        }
        assertThat(AuditScript.byAccessType(countedWithoutRuleTypes(), "TR", "5", "Book"))
                .isEqualTo(expected);
    }

    /** Release 5: B3-3 and B3-4, the same with investigations: 25 and 25, 5 a book; 8 and 8 pairs inside and outside, 2 a book. */
    @Test
    void investigationsOfBooksInRelease5() {
        Map<String, Long> expected = new TreeMap<>();
        for (String type : List.of("Controlled", "Open")) {
            fiveABook(25, type, true);
            twoABook(script, 8, true, type, "");
            twoABook(script, 8, false, type, "");
            put(expected, type.equals("Open") ? "OA_Gold" : type, investigated(49, 41, 13));
        }
        assertThat(AuditScript.byAccessType(script.count(folder), "TR", "5", "Book"))
                .isEqualTo(expected);
    }

    /** Release 5: J3-1 to J3-4, articles of two Access_Types: 50 requests, 25 investigations, 8 and 7 pairs of each. */
    @Test
    void articlesByAccessTypeInRelease5() {
        Map<String, Long> expected = new TreeMap<>();
        String journal = script.item("Journal", "", "");
        for (String type : List.of("Controlled", "Open")) {
            int pairs = type.equals("Open") ? 7 : 8;
            script.items(50, "Article", journal, type)
                    .forEach(item -> script.test().request(item));
            script.items(25, "Article", journal, type)
                    .forEach(item -> script.test().investigation(item));
            for (String page : List.of("", "/pdf")) {
                for (boolean inside : new boolean[] {true, false}) {
                    for (int i = 0; i < pairs; i++) {
                        script.test()
                                .twice(
                                        "/article/" + script.item("Article", journal, type) + page,
                                        inside ? 2 + 4 * i : 31 + i);
                    }
                }
            }
            long requests = 50 + 3 * pairs;
            put(
                    expected,
                    type.equals("Open") ? "OA_Gold" : type,
                    items(requests + 25 + 3 * pairs, requests, 50 + 25 + 4 * pairs, 50 + 2 * pairs));
        }
        assertThat(AuditScript.byAccessType(countedWithoutRuleTypes(), "TR", "5", "Journal"))
                .isEqualTo(expected);
    }

    private void fiveABook(int items, String type, boolean investigations) {
        for (int i = 0; i < items / 5; i++) {
            script.test();
            String book = script.item("Book", "", type);
            for (String segment : script.items(5, "Book_Segment", book, "")) {
                script.hit("/article/" + segment + (investigations ? "" : "/fulltext"), 200);
            }
        }
    }

    private static void twoABook(AuditScript script, int pairs, boolean inside, String type, String page) {
        for (int i = 0; i < pairs / 2; i++) {
            script.test();
            String book = script.item("Book", "", type);
            for (String segment : script.items(2, "Book_Segment", book, "")) {
                script.twice("/article/" + segment + (page.isEmpty() ? "" : "/" + page), inside ? 30 - i : 31 + i);
            }
        }
    }

    private String book(int segments, String type) {
        String book = script.item("Book", "", type);
        script.items(segments, "Book_Segment", book, "");
        return book;
    }

    private void pairs(int count, boolean inside, Supplier<String> item) {
        for (int i = 0; i < count; i++) {
            String id = item.get();
            script.test().twice("/book/" + id + ".epub", inside ? 2 * i + 2 : 31 + 2 * i);
        }
    }

    /** The page rules of the site give Release 5 an Access_Type by format; here it has to be the item's. */
    private TestSite countedWithoutRuleTypes() {
        return script.count(folder, AlphaJournals.PAGES.replaceAll("(?m)^.*access_type_r5.*\\R", ""));
    }

    private static Map<String, Long> items(
            long totalInvestigations, long totalRequests, long uniqueInvestigations, long uniqueRequests) {
        return new TreeMap<>(Map.of(
                "Total_Item_Investigations", totalInvestigations,
                "Total_Item_Requests", totalRequests,
                "Unique_Item_Investigations", uniqueInvestigations,
                "Unique_Item_Requests", uniqueRequests));
    }

    private static Map<String, Long> books(
            long totalInvestigations, long totalRequests, long uniqueInvestigations, long uniqueRequests, long titles) {
        Map<String, Long> metrics = items(totalInvestigations, totalRequests, uniqueInvestigations, uniqueRequests);
        metrics.put("Unique_Title_Investigations", titles);
        metrics.put("Unique_Title_Requests", titles);
        return metrics;
    }

    private static Map<String, Long> investigated(long total, long unique, long titles) {
        return Map.of(
                "Total_Item_Investigations",
                total,
                "Unique_Item_Investigations",
                unique,
                "Unique_Title_Investigations",
                titles);
    }

    private static void put(Map<String, Long> expected, String accessType, Map<String, Long> metrics) {
        metrics.forEach((metric, count) -> expected.put(accessType + "|" + metric, count));
    }
}
