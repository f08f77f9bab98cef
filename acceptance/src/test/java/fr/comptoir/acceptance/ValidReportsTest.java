package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.WORLD;
import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.code.Release;
import fr.comptoir.report.Report;
import fr.comptoir.report.ReportDeclaration;
import fr.comptoir.report.ReportFormat;
import fr.comptoir.report.Reports;
import fr.comptoir.validate.ReportSet;
import fr.comptoir.validate.ReportValidator;
import fr.comptoir.validate.ValidationOptions;
import fr.comptoir.validate.Verdict;
import fr.comptoir.validate.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The validator finds nothing, not so much as a notice, in any report of the example sites: all 32, in every form; by default for an
 * institution, a consortium, the world and a customer without usage, with all attributes and narrowed for one of them in turn.
 */
class ValidReportsTest {
    private static final ValidationOptions STRICT = ValidationOptions.standard().withRorCheckDigits();
    private static final List<ReportFormat> TABULAR = List.of(ReportFormat.TSV, ReportFormat.CSV, ReportFormat.XLSX);
    /** Forms in which the demonstration is compared, for its number of rows. */
    private static final ReportFormat[] LARGE = {ReportFormat.JSON, ReportFormat.TSV};

    @RegisterExtension
    static final ExampleSites SITES = new ExampleSites();

    @TempDir
    private static Path folder;

    static Stream<Arguments> reports() {
        return releases().flatMap(one -> {
            Release release = (Release) one.get()[1];
            return Reports.of(release).stream().map(report -> Arguments.of(one.get()[0], release, report));
        });
    }

    static Stream<Arguments> releases() {
        return ExampleSites.NAMES.stream()
                .flatMap(site -> Stream.of(Release.values()).map(release -> Arguments.of(site, release)));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("reports")
    void nothingIsFound(String site, Release release, ReportDeclaration report) throws IOException {
        List<String> findings = new ArrayList<>();
        List<String> customers = SITES.customers(site);
        List<Map<String, String>> requests = requests(report);
        int turn = turn(site, release) + Reports.of(release).indexOf(report);
        for (int i = 0; i < customers.size() + requests.size(); i++) {
            // What is asked for by default is everybody's, the rest of one customer in turn.
            String customer = customers.get((turn + i) % customers.size());
            Map<String, String> parameters = i < customers.size() ? Map.of() : requests.get(i - customers.size());
            Report made = SITES.reports(site).report(report.id(), release, customer, parameters);
            findings.addAll(
                    findings(site, made, customer + " " + parameters, TABULAR.get((turn + i) % TABULAR.size())));
        }
        assertThat(findings).isEmpty();
    }

    /** Each request is one of another customer on each site and in each release. */
    private static int turn(String site, Release release) {
        return (site.equals("small") ? 0 : 2) + release.ordinal();
    }

    /** The JSON of a report and one of its tabular forms, which have as many rows. */
    private static List<String> findings(String site, Report report, String name, ReportFormat tabular)
            throws IOException {
        List<String> findings = new ArrayList<>();
        long rows = -1;
        for (ReportFormat format : List.of(ReportFormat.JSON, tabular)) {
            Path file = folder.resolve("report." + format.extension());
            SITES.reports(site).write(report, format, file);
            Verdict verdict = new ReportValidator(STRICT)
                    .validate(file, finding -> findings.add(name + " " + format + ": " + finding));
            assertThat(verdict.format()).isEqualTo(format.extension());
            assertThat(verdict.reportId()).isEqualTo(report.request().report().id());
            assertThat(verdict.release())
                    .isEqualTo(report.request().report().release().code());
            assertThat(rows).as(name).isIn(-1L, verdict.rows());
            rows = verdict.rows();
        }
        boolean silent = name.startsWith(SITES.customers(site).get(3));
        boolean expected = site.equals("demo") && name.equals(WORLD + " {}") && !isNarrow(report);
        if (silent || expected) {
            assertThat(rows > 0).as(name + " has usage").isEqualTo(expected);
        }
        return findings;
    }

    /** Nobody is ever refused a book or a database in the demonstration. */
    private static boolean isNarrow(Report report) {
        return List.of("DR_D2", "TR_B2").contains(report.request().report().id());
    }

    private static List<Map<String, String>> requests(ReportDeclaration report) {
        if (!report.isMaster()) {
            return List.of(with("begin_date", "2026-07", "end_date", "2026-12", "platform", "elsewhere"));
        }
        List<Map<String, String>> requests = new ArrayList<>();
        String all = SiteReports.attributes(report, WORLD);
        requests.add(with("begin_date", "2026-07", "end_date", "2026-12", "metric_type", "Nonsense", "nonsense", "1"));
        requests.add(with("attributes_to_show", all, "granularity", "Totals"));
        requests.addAll(narrowed(report.id(), report.release() == Release.R5, all));
        return requests;
    }

    private static List<Map<String, String>> narrowed(String report, boolean r5, String all) {
        return switch (report) {
            case "PR" ->
                List.of(
                        r5
                                ? with("metric_type", "Searches_Platform")
                                : with("attributed", "No", "attributes_to_show", all),
                        with("data_type", "Book|Journal|Other", "access_method", "Regular"));
            case "DR" ->
                List.of(
                        with("metric_type", "Searches_Regular|No_License", "attributes_to_show", all),
                        with("data_type", r5 ? "Database" : "Database_Full", "access_method", "Regular"));
            case "TR" ->
                List.of(
                        with("data_type", "Book", "yop", "0001-2020|2025", "attributes_to_show", all),
                        with("access_type", "Controlled", "metric_type", "Unique_Item_Requests|No_License"),
                        r5
                                ? with("section_type", "Chapter|Other", "attributes_to_show", all)
                                : with("yop", "2024", "attributed", "Yes"));
            default ->
                List.of(
                        with("include_component_details", "True", "include_parent_details", "True"),
                        with("data_type", "Article", "yop", "2000-2026", "metric_type", "Total_Item_Requests"),
                        with("access_type", "Controlled", "attributes_to_show", all, "granularity", "Totals"));
        };
    }

    private static Map<String, String> with(String... parameters) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            map.put(parameters[i], parameters[i + 1]);
        }
        return map;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("releases")
    void viewsAreTheirMasterReports(String site, Release release) throws IOException {
        ReportSet set = new ReportSet(STRICT);
        String customer = SITES.customers(site).get(turn(site, release) % 3);
        for (ReportFormat format : site.equals("small") ? ReportFormat.values() : LARGE) {
            Path all = Files.createDirectories(folder.resolve(site + release + format));
            List<Path> files = new ArrayList<>();
            for (ReportDeclaration report : Reports.of(release)) {
                Path file = all.resolve(report.id());
                files.add(file);
                Report made = SITES.reports(site)
                        .report(report.id(), release, customer, SiteReports.everything(report, customer));
                SITES.reports(site).write(made, format, file);
            }
            assertThat(set.validate(files))
                    .hasSize(16)
                    .allSatisfy(result -> assertThat(result.findings())
                            .as("%s %s", format, result.file().getFileName())
                            .isEmpty());
        }
        Path spoilt = folder.resolve(site + release + ReportFormat.TSV);
        removeLine(spoilt.resolve("TR"), "\tUnique_Item_Requests\t");
        removeLine(spoilt.resolve("TR"), "\tUnique_Item_Requests\t");
        List<String> codes = set
                .validate(Stream.of("TR", "TR_B3", "TR_J3").map(spoilt::resolve).toList())
                .stream()
                .flatMap(result -> result.findings().stream())
                .map(Finding::code)
                .toList();
        assertThat(codes).as("the views are compared").contains("view-contradicts-master");
    }

    private static void removeLine(Path tsv, String marked) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(tsv));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(marked) && !lines.get(i).startsWith("Metric_Types")) {
                lines.remove(i);
                Files.write(tsv, lines);
                return;
            }
        }
        throw new AssertionError(tsv + " has no line with " + marked);
    }
}
