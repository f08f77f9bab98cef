package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.get;
import static fr.comptoir.acceptance.TestSite.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every report on paper: the rows of its tabular form. */
class ReportPaperTest {
    private static final List<String> REPORTS = List.of(
            "PR", "PR_P1", "DR", "DR_D1", "DR_D2", "TR", "TR_B1", "TR_B2", "TR_B3", "TR_J1", "TR_J2", "TR_J3", "TR_J4",
            "IR", "IR_A1", "IR_M1");

    @TempDir
    private static Path folder;

    private static TestSite site;

    @BeforeAll
    static void count() {
        site = TestSite.imported(folder);
        site.count(site.log(
                get("192.0.2.1", "05/Jan/2026:10:00:05", "/article/a1/fulltext"),
                get("192.0.2.1", "05/Feb/2026:10:00:10", "/article/a1/pdf"),
                get("192.0.2.1", "05/Feb/2026:10:01:00", "/article/a2/pdf"),
                get("192.0.2.1", "05/Feb/2026:10:02:00", "/api/a1"),
                get("192.0.2.1", "05/Feb/2026:10:03:00", "/book/b2.epub"),
                get("192.0.2.1", "05/Feb/2026:10:04:00", "/search?q=x&db=db1"),
                get("192.0.2.1", "05/Feb/2026:10:05:00", "/chapter/c1/pdf"),
                line("192.0.2.1", "05/Feb/2026:10:06:00", "GET /article/a1/pdf HTTP/1.1", 403, TestSite.CHROME)));
    }

    static Stream<Arguments> reports() {
        return REPORTS.stream()
                .flatMap(report -> Stream.of(Arguments.of(report, "5", "fr"), Arguments.of(report, "5.1", "en")));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everyRowIsOnPaper(String report, String release, String language) throws IOException {
        Table table = site.reportOver(report, "u1", "2026-01", "2026-02", release);
        String text = text(report, release, language);
        assertThat(text)
                .contains(table.header().get("Report_Name"), "University One")
                .contains(language.equals("fr") ? "Établi le" : "Made on");
        for (Map<String, String> row : table.rows()) {
            String numbers = row.get("Reporting_Period_Total") + " " + row.get("Jan-2026") + " " + row.get("Feb-2026");
            assertThat(text).contains(row.get("Metric_Type"), numbers);
        }
        if (table.rows().isEmpty()) {
            assertThat(text)
                    .contains(language.equals("fr") ? "aucun usage pendant cette période" : "no usage in this period");
        }
    }

    @Test
    void allAttributesFitOnTheirPage() throws IOException {
        String text = text("IR", "5.1", "en", "--attributes-to-show", "Authors|YOP|Access_Type|Access_Method");
        assertThat(text).contains("Ada Sample (ORCID:0000-0002-1825-0097)", "Total_Item_Requests by month");
    }

    @Test
    void aSingleMonthIsNoSpanOfMonths() throws IOException {
        assertThat(textUntil("2026-01", "PR", "5.1", "FR"))
                .contains("janvier 2026")
                .doesNotContain("janvier 2026 à");
    }

    @Test
    void anUnknownLanguageIsSaidInOneSentence() {
        site.run(
                        "report",
                        "TR",
                        "--customer",
                        "u1",
                        "--begin",
                        "2026-01",
                        "--end",
                        "2026-02",
                        "--format",
                        "pdf",
                        "--language",
                        "xx")
                .saidInOneSentence("\"xx\" is not fr or en");
    }

    private static String text(String report, String release, String language, String... more) throws IOException {
        return textUntil("2026-02", report, release, language, more);
    }

    private static String textUntil(String end, String report, String release, String language, String... more)
            throws IOException {
        Path file = folder.resolve(report + release + language + ".pdf");
        Stream<String> request = Stream.of(
                "report", report, "--customer", "u1", "--begin", "2026-01", "--end", end, "--release", release);
        site.run(Stream.of(
                                request,
                                Stream.of("--format", "pdf", "--language", language, "--output", file.toString()),
                                Stream.of(more))
                        .flatMap(arguments -> arguments)
                        .toArray(String[]::new))
                .succeeded();
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(file))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }
}
