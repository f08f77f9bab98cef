package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code comptoir report} does beside the report itself: files and their names, forms, consortia, the platform's first month. */
class ReportCommandTest {
    @TempDir
    private static Path folder;

    private static TestSite site;

    @BeforeAll
    static void countTwoMonths() {
        site = TestSite.imported(folder);
        site.count(site.log(
                get("192.0.2.1", "05/Dec/2025:10:00:00", "/article/a1/pdf"),
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/pdf"),
                get("192.0.2.1", "06/Jan/2026:10:00:00", "/article/a2/pdf"),
                // Shared by u2 and u4, of whom u4 alone was a member on the 6th.
                get("198.51.100.7", "06/Jan/2026:10:00:00", "/article/a1/pdf"),
                get("198.51.100.7", "20/Jan/2026:10:00:00", "/article/a1/pdf"),
                get("203.0.113.9", "20/Jan/2026:10:00:00", "/article/a1/pdf")));
    }

    @Test
    void aFileInAFolderIsNamedByWhatIsInIt() throws IOException {
        Path reports = Files.createDirectory(folder.resolve("reports"));
        for (String format : List.of("json", "tsv", "csv", "xlsx")) {
            Run run = report("TR_J1", "u1", "--format", format, "--output", reports.toString())
                    .succeeded();
            Path file = reports.resolve("alpha_u1_TR_J1_r51_2026-01_2026-01." + format);
            assertThat(run.out().strip()).isEqualTo(file.toString());
            assertThat(file).isNotEmptyFile();
        }
        assertThat(report("PR", "cons", "--release", "5", "--output", reports + "/")
                        .succeeded()
                        .out())
                .isEqualTo(reports.resolve("alpha_cons_PR_r5_2026-01_2026-01.json") + "\n");
        report("PR", "u1", "--output", folder.resolve("absent") + "/").saidInOneSentence("absent");
        try (var files = Files.list(reports)) {
            assertThat(files).as("five reports, each with its side file").hasSize(10);
        }
    }

    @Test
    void prettyIsForJson() {
        assertThat(report("PR", "u1", "--pretty").succeeded().out()).startsWith("{\n  \"Report_Header\" : {\n");
        assertThat(report("PR", "u1").succeeded().out()).startsWith("{\"Report_Header\":{");
        assertThat(report("PR", "u1", "--pretty", "--format", "tsv")
                        .endedWith(2)
                        .err())
                .contains("--pretty is for json");
    }

    @Test
    void aLanguageIsForPdf() {
        assertThat(report("PR", "u1", "--language", "fr", "--format", "csv")
                        .endedWith(2)
                        .err())
                .contains("--language is for pdf, and the format is csv");
    }

    @Test
    void aWorkbookIsNotPrintedAsText() {
        assertThat(report("PR", "u1", "--format", "xlsx").endedWith(2).err()).contains("name a file with --output");
    }

    @Test
    void aConsortiumByInstitutionHasTheTotalsOfItsSummary() {
        for (String release : Figures.RELEASES) {
            Table summary = site.report("TR", "cons", "2026-01", release);
            Table detailed = site.report(
                    "TR", "cons", "2026-01", release, "--attributes-to-show", "Institution_Name|Customer_ID");
            assertThat(detailed.totals(List.of())).isEqualTo(summary.totals(List.of()));
            assertThat(detailed.headings()).startsWith("Institution_Name", "Customer_ID", "Title");
            Map<String, Long> requests = detailed.totals(List.of("Customer_ID", "Institution_Name"));
            assertThat(requests)
                    .containsEntry("u1|University One|Total_Item_Requests", 2L)
                    .containsEntry("u2|University Two|Total_Item_Requests", 2L);
        }
    }

    @Test
    void theWorldIsNotDivided() {
        report("TR", TestSite.WORLD, "--attributes-to-show", "Customer_ID")
                .saidInOneSentence("Customer_ID", "consortium");
    }

    @Test
    void thePlatformsFirstMonthIsWhereReportsBegin() {
        TestSite later = site.copy(folder.resolve("later"));
        later.write(
                "comptoir.yml",
                later.read("comptoir.yml")
                        .replace("  name: Alpha Journals\n", "  name: Alpha Journals\n  first_month: 2026-01\n"));
        Table table = later.reportOver("TR", "u1", "2025-12", "2026-01", "5.1");
        assertThat(table.header())
                .containsEntry("Reporting_Period", "Begin_Date=2026-01-01; End_Date=2026-01-31")
                .containsEntry(
                        "Exceptions",
                        "3032: Usage No Longer Available for Requested Dates (Request was for 2025-12 to 2026-01;"
                                + " however, usage is only available from 2026-01.)");
        Table only = later.report("TR", "u1", "2025-12", "5.1");
        assertThat(only.rows()).isEmpty();
        assertThat(only.header().get("Exceptions")).startsWith("3032: ");
    }

    @Test
    void theTwoAccessTypesOfATitleReportOfRelease5AreItsDefault() {
        String written = report("TR", "u1", "--release", "5", "--access-type", "Controlled|OA_Gold", "--format", "tsv")
                .succeeded()
                .out();
        assertThat(written.lines()).contains("Report_Filters\t");
        report("TR", "u1", "--release", "5", "--access-type", "Other_Free_To_Read")
                .saidInOneSentence("Other_Free_To_Read", "Controlled, OA_Gold");
        report("IR", "u1", "--release", "5", "--access-type", "Open")
                .saidInOneSentence("Open", "Controlled, OA_Gold, Other_Free_To_Read");
    }

    @Test
    void aDatabaseIsOneOfTheCatalogue() {
        report("DR", "u1", "--database", "Zork")
                .saidInOneSentence("report: --database: ", "\"Zork\"", "Full Base, Index Base");
        String written = report("DR", "u1", "--database", "full base", "--format", "tsv")
                .succeeded()
                .out();
        assertThat(written).contains("Report_Filters\tDatabase=Full Base\n").doesNotContain("Index Base");
    }

    @Test
    void formatsAreToldWhereAPageRuleSaysThem() {
        report("TR", "u1", "--release", "5.1", "--attributes-to-show", "Format").saidInOneSentence("Format", "YOP");
        TestSite silent = site.copy(folder.resolve("silent"));
        silent.write("comptoir.yml", silent.read("comptoir.yml").replaceAll("(?m)^ *format: (HTML|PDF|EPUB|XML)$", ""));
        silent.run(
                        "report",
                        "TR",
                        "--customer",
                        "u1",
                        "--begin",
                        "2026-01",
                        "--end",
                        "2026-01",
                        "--release",
                        "5",
                        "--attributes-to-show",
                        "Format")
                .saidInOneSentence("Format", "no page rule of the platform says a format");
    }

    private static Run report(String id, String customer, String... more) {
        List<String> arguments = new java.util.ArrayList<>(
                List.of("report", id, "--customer", customer, "--begin", "2026-01", "--end", "2026-01"));
        arguments.addAll(List.of(more));
        return site.run(arguments.toArray(String[]::new));
    }
}
