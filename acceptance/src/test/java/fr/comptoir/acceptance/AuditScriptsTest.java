package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.AuditMetrics.books;
import static fr.comptoir.acceptance.AuditMetrics.items;
import static fr.comptoir.acceptance.AuditMetrics.put;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        script.pairs(15, true, () -> script.item("Article", journal, "Controlled"));
        script.pairs(15, false, () -> script.item("Article", journal, "Controlled"));
        assertThat(script.count(folder).metrics("TR", "u1", "2026-01", "5.1")).isEqualTo(items(45, 45, 30, 30));
    }

    /** E.2.3 with whole books: the item counts grow by the number of segments. */
    @Test
    void doubleClicksOnWholeBooks() {
        script.pairs(15, true, () -> script.book(4, "Controlled"));
        script.pairs(15, false, () -> script.book(4, "Controlled"));
        TestSite site = script.count(folder);
        assertThat(site.metrics("TR", "u1", "2026-01", "5.1")).isEqualTo(books(180, 180, 120, 120, 30));
        assertThat(site.metrics("TR", "u1", "2026-01", "5")).isEqualTo(books(45, 45, 30, 30, 30));
    }

    /** E.5.1: books read segment by segment, 10 segments in each. */
    @ParameterizedTest
    @CsvSource({"Controlled, 7", "Controlled Open, 5", "Controlled Open Free_To_Read, 4"})
    void segmentBySegment(String accessTypes, int booksOfEach) {
        Map<String, Long> expected = new TreeMap<>();
        for (String type : accessTypes.split(" ", -1)) {
            int books = type.equals("Free_To_Read") ? 2 : booksOfEach;
            for (int i = 0; i < books; i++) {
                String book = script.item("Book", "", type);
                script.test();
                script.items(10, "Book_Segment", book, "").forEach(script::request);
            }
            long segments = 10L * books;
            put(expected, type, books(segments, segments, segments, segments, books));
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
        for (String type : accessTypes.split(" ", -1)) {
            int segments = 0;
            for (int i = 0; i < booksOfEach; i++) {
                String book = script.book(2 + i % 5, type);
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
        for (String type : accessTypes.split(" ", -1)) {
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
        for (String type : accessTypes.split(" ", -1)) {
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
}
