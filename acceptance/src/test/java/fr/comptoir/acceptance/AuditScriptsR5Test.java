package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.AuditMetrics.books;
import static fr.comptoir.acceptance.AuditMetrics.investigated;
import static fr.comptoir.acceptance.AuditMetrics.items;
import static fr.comptoir.acceptance.AuditMetrics.put;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor does by Release 5 (5.0.3, appendix E), replayed as logs: exactly the figures that the text demands. */
class AuditScriptsR5Test {
    @TempDir
    Path folder;

    private final AuditScript script = new AuditScript();

    /** Release 5: P1-3 and J1-1, J1-2, of articles. */
    @Test
    void articlesInRelease5() {
        String journal = script.item("Journal", "", "Controlled");
        script.items(100, "Article", journal, "").forEach(item -> script.test().request(item));
        script.pairs(15, true, () -> script.item("Article", journal, ""));
        script.pairs(15, false, () -> script.item("Article", journal, ""));
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
            long requests = 50 + 3L * pairs;
            put(
                    expected,
                    type.equals("Open") ? "OA_Gold" : type,
                    items(requests + 25 + 3L * pairs, requests, 50 + 25 + 4 * pairs, 50 + 2 * pairs));
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

    /** The page rules of the site give Release 5 an Access_Type by format; here it has to be the item's. */
    private TestSite countedWithoutRuleTypes() {
        return script.count(folder, AlphaJournals.PAGES.replaceAll("(?m)^.*access_type_r5.*\\R", ""));
    }
}
