package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.WORLD;
import static fr.comptoir.acceptance.TestSite.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A year of the JR1 kind: its figures, in CSV and on paper, and that they are those of the Title Report. */
class AnnualTest {
    @TempDir
    private static Path folder;

    private static TestSite site;

    @BeforeAll
    static void count() {
        site = TestSite.imported(folder);
        site.count(site.log(
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1"),
                get("192.0.2.1", "05/Jan/2026:10:00:05", "/article/a1/fulltext"),
                get("192.0.2.1", "05/Jan/2026:10:00:10", "/article/a1/pdf"),
                get("192.0.2.1", "05/Jan/2026:10:00:20", "/article/a1/pdf"),
                get("192.0.2.1", "05/Jan/2026:10:01:00", "/article/a2/pdf"),
                get("192.0.2.1", "05/Jan/2026:10:02:00", "/api/a1"),
                get("192.0.2.1", "05/Mar/2026:10:00:00", "/article/a3/fulltext"),
                get("192.0.2.1", "05/Mar/2026:10:00:00", "/book/b2.epub"),
                get("198.51.100.9", "05/Mar/2026:10:00:00", "/article/a1/pdf")));
    }

    @Test
    void requestsCountByJournalMonthAndFormat() {
        List<Map<String, String>> rows = csv("u1");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).containsEntry("Journal", "Total for all journals");
        assertThat(rows.get(1))
                .containsEntry("Journal", "Journal of Examples")
                .containsEntry("Publisher", "Example Press")
                .containsEntry("Platform", "Alpha Journals")
                .containsEntry("Proprietary_ID", "alpha:j1")
                .containsEntry("Print_ISSN", "2049-3630")
                .containsEntry("Online_ISSN", "1234-5679");
        for (Map<String, String> row : rows) {
            assertThat(row)
                    .containsEntry("Reporting_Period_Total", "4")
                    .containsEntry("Reporting_Period_HTML", "2")
                    .containsEntry("Reporting_Period_PDF", "2")
                    .containsEntry("Jan-2026", "3")
                    .containsEntry("Mar-2026", "1")
                    .containsEntry("TR_Total_Item_Requests", "4")
                    .containsEntry("TR_Unique_Item_Requests", "3");
        }
    }

    /** The log says nothing of February: whether nobody came or nobody logged, it has no figure. */
    @Test
    void aMonthThatWasNotCountedIsBlankAndNotZero() {
        assertThat(csv("u1").get(1)).containsEntry("Feb-2026", "").containsEntry("Dec-2026", "");
        assertThat(text("fr", "u1"))
                .contains("Il n’y a pas encore de chiffres pour")
                .contains("février 2026");
    }

    @Test
    void figuresAreThoseOfTheTitleReport() {
        for (String customer : List.of("u1", "u2", "u3", "cons", WORLD)) {
            Map<String, Long> all = totals("TR", customer, "--data-type", "Journal", "--access-method", "Regular");
            Map<String, Long> controlled = totals("TR_J1", customer);
            Map<String, String> sums = csv(customer).get(0);
            for (String metric : List.of("Total_Item_Requests", "Unique_Item_Requests")) {
                assertThat(sums)
                        .as(customer)
                        .containsEntry(
                                "TR_" + metric, all.getOrDefault(metric, 0L).toString())
                        .containsEntry(
                                "TR_J1_" + metric,
                                controlled.getOrDefault(metric, 0L).toString());
            }
            assertThat(sums).containsEntry("Reporting_Period_Total", sums.get("TR_Total_Item_Requests"));
        }
    }

    /** Release 5 tells freely read articles of a journal by format, Release 5.1 by article: the requests of the year are the same. */
    @Test
    void figuresAreThoseOfRelease5WhateverItsAccessTypes() {
        for (String customer : List.of("u1", "u2", "u3", "cons", WORLD)) {
            Table controlled = r5("TR_J1", customer);
            Table free = r5("TR_J3", customer, "OA_Gold");
            for (Map<String, String> row : csv(customer)) {
                List<String> journals = row.get("Proprietary_ID").isEmpty() ? List.of() : List.of("Proprietary_ID");
                String key = String.join(
                                "",
                                journals.stream().map(id -> row.get(id) + "|").toList()) + "Total_Item_Requests";
                for (String month : List.of("Reporting_Period_Total", "Jan-2026", "Mar-2026")) {
                    long sum = controlled.monthly(journals, month).getOrDefault(key, 0L)
                            + free.monthly(journals, month).getOrDefault(key, 0L);
                    assertThat(row).as("%s %s", customer, key).containsEntry(month, Long.toString(sum));
                }
            }
        }
        assertThat(r5("TR_J1", "u1").totals(List.of())).containsEntry("Total_Item_Requests", 2L);
        assertThat(r5("TR_J3", "u1", "OA_Gold").totals(List.of())).containsEntry("Total_Item_Requests", 2L);
    }

    private static Table r5(String view, String customer, String... accessTypes) {
        Table table = site.reportOver(view, customer, "2026-01", "2026-03", "5");
        return new Table(
                table.header(),
                table.headings(),
                table.rows().stream()
                        .filter(row ->
                                accessTypes.length == 0 || List.of(accessTypes).contains(row.get("Access_Type")))
                        .toList());
    }

    private static Map<String, Long> totals(String report, String customer, String... more) {
        return site.reportOver(report, customer, "2026-01", "2026-03", "5.1", more)
                .totals(List.of());
    }

    @Test
    void thePaperHasTheFiguresInBothLanguages() {
        assertThat(text("en", "u1"))
                .contains("Journal requests 2026", "University One", "January 2026 to December 2026")
                .contains("Journal of Examples 2049-3630 1234-5679")
                .contains("not a Release 4 report", "Page 1 of 2", "9 readable lines (log files: 1)");
        assertThat(text("fr", "u1")).contains("Consultations des revues 2026", "janvier 2026 à décembre 2026");
    }

    @Test
    void aCustomerWithoutUseHasADocumentThatSaysSo() {
        assertThat(text("en", "u3")).contains("No journal was used in 2026.");
        assertThat(csv("u3")).hasSize(1);
    }

    /** Nobody can tell a line without a name, least of all who hears the table read. */
    @Test
    void aJournalWithoutANameIsCalledByItsId(@TempDir Path other) {
        TestSite nameless = site.copy(other);
        nameless.write("catalogue.csv", nameless.read("catalogue.csv").replace("Journal of Examples", ""));
        nameless.run("import", "catalogue", nameless.path("catalogue.csv")).succeeded();
        assertThat(text(nameless, "en", "u1")).contains("alpha:j1 2049-3630 1234-5679");
    }

    @Test
    void anUnknownRequestIsSaidInOneSentence() {
        site.run("annual", "--customer", "nobody", "--year", "2026").saidInOneSentence("no customer \"nobody\"");
        site.run("annual", "--customer", "u1", "--year", "2019")
                .saidInOneSentence("no month of 2019", "from 2026-01 to 2026-03");
        site.run("annual", "--customer", "u1", "--year", "2026", "--language", "de")
                .saidInOneSentence("\"de\" is not fr or en");
        site.run("annual", "--customer", "u1", "--year", "26").endedWith(2);
        site.run("annual", "--customer", "u1", "--year", "2026", "--format", "docx")
                .endedWith(2);
    }

    @Test
    void aLogoThatIsNoneIsNamed(@TempDir Path other) {
        TestSite branded = site.copy(other);
        branded.write("comptoir.yml", branded.read("comptoir.yml").replace("provider:", "  logo: logo.png\nprovider:"));
        String[] request = {"annual", "--customer", "u1", "--year", "2026", "--output", branded.path("a.pdf")};
        branded.run(request).saidInOneSentence("logo.png", "is not there");
        branded.write("logo.png", "no picture");
        branded.run(request).saidInOneSentence("logo.png", "a PNG or a JPEG was expected");
        assertThat(branded.folder.resolve("a.pdf")).doesNotExist();
    }

    @Test
    void theFileIsNamedAfterItsContent() {
        String file = site.run("annual", "--customer", "u1", "--year", "2026", "--output", folder.toString())
                .succeeded()
                .out()
                .strip();
        assertThat(file).endsWith("alpha_u1_annual_2026_en.pdf");
        assertThat(Path.of(file)).isNotEmptyFile();
    }

    private static List<Map<String, String>> csv(String customer) {
        List<String> lines = site.run(
                        "annual", "--customer", customer, "--year", "2026", "--format", "csv", "--output", "-")
                .succeeded()
                .out()
                .lines()
                .toList();
        String[] headings = lines.get(0).replace("\ufeff", "").split(",", -1);
        return lines.stream()
                .skip(1)
                .map(line -> {
                    String[] cells = line.split(",", -1);
                    assertThat(cells).hasSameSizeAs(headings);
                    Map<String, String> row = new TreeMap<>();
                    for (int i = 0; i < cells.length; i++) {
                        row.put(headings[i], cells[i]);
                    }
                    return row;
                })
                .toList();
    }

    private static String text(String language, String customer) {
        return text(site, language, customer);
    }

    private static String text(TestSite site, String language, String customer) {
        Path file = folder.resolve(customer + "-" + language + ".pdf");
        site.run(
                        "annual",
                        "--customer",
                        customer,
                        "--year",
                        "2026",
                        "--language",
                        language,
                        "--output",
                        file.toString())
                .succeeded();
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(file))) {
            return new PDFTextStripper().getText(pdf);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
