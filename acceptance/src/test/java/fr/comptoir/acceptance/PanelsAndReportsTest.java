package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.Release;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.view.Overview;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.View;
import fr.comptoir.operation.view.ViewParser;
import fr.comptoir.report.Report;
import fr.comptoir.report.ReportFormat;
import fr.comptoir.store.usage.Usage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a page shows, the COUNTER report of the same question shows too. */
class PanelsAndReportsTest {
    @RegisterExtension
    static final ExampleSites SITES = new ExampleSites();

    private static final YearMonth FIRST = ExampleSites.MONTH;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM-yyyy", Locale.ENGLISH);

    @TempDir
    private Path folder;

    /**
     * A question to a page, and the same to a report.
     *
     * @param id the master report that knows such filters
     */
    private record Question(String id, Map<String, List<String>> page, Map<String, String> report) {}

    private static List<Question> questions(Release release) {
        String open = release == Release.R5 ? "OA_Gold" : "Open";
        return List.of(
                new Question("PR", Map.of(), Map.of()),
                new Question(
                        "PR", Map.of("data_type", List.of("Journal", "Book")), Map.of("data_type", "Journal|Book")),
                new Question("IR", Map.of("access_type", List.of(open)), Map.of("access_type", open)),
                new Question("IR", Map.of("oa_status", List.of("closed")), Map.of("access_type", "Controlled")),
                new Question("IR", Map.of("not_oa_status", List.of("closed")), Map.of("access_type", opened(release))),
                new Question("PR", Map.of("not_access_method", List.of("TDM")), Map.of("access_method", "Regular")),
                new Question("IR", Map.of("yop", List.of("2020-2024")), Map.of("yop", "2020-2024")),
                new Question("IR", Map.of("not_yop", List.of("2024")), Map.of("yop", "0001-2023|2025-9999")),
                new Question(
                        "TR",
                        Map.of("yop", List.of("2023", "2025"), "data_type", List.of("Journal")),
                        Map.of("yop", "2023|2025", "data_type", "Journal")));
    }

    /** All but Controlled. */
    private static String opened(Release release) {
        return Stream.of(AccessType.values())
                .filter(type -> type != AccessType.CONTROLLED && type.in(release))
                .map(AccessType::code)
                .collect(Collectors.joining("|"));
    }

    /** What the colours of open access show is what is left when one is chosen, and what is gone when it is not wanted. */
    @ParameterizedTest
    @MethodSource("customers")
    void aColourIsWhatItNarrowsTo(String site, String customer, Release release) throws Exception {
        ReportingSite now = SITES.reports(site).now();
        Question all = new Question("IR", Map.of("not_data_type", List.of("Database_Full")), Map.of());
        Map<String, Map<String, Object>> colours = colours(Overview.of(now, view(now, customer, release, all)));
        for (String colour : Usage.STATUSES) {
            for (String parameter : List.of("oa_status", "not_oa_status")) {
                Question one = new Question(
                        "IR", Map.of("not_data_type", List.of("Database_Full"), parameter, List.of(colour)), Map.of());
                Overview overview = Overview.of(now, view(now, customer, release, one));
                Map<String, Map<String, Object>> expected = new LinkedHashMap<>(colours);
                expected.keySet().removeIf(name -> name.equals(colour) != parameter.equals("oa_status"));
                assertThat(colours(overview)).as("%s=%s", parameter, colour).isEqualTo(expected);
                long requests = expected.values().stream()
                        .mapToLong(row -> (Long) row.get("Total_Item_Requests"))
                        .sum();
                assertThat(overview.panel("headline").orElseThrow().rows())
                        .filteredOn(row -> "Total_Item_Requests".equals(row.get(0)))
                        .extracting(row -> row.get(1))
                        .containsExactly(requests);
                assertThat(overview.panel("searches").orElseThrow().note()).isEqualTo("note.searches");
            }
        }
    }

    /** The counts of the panel of colours, by colour. */
    private static Map<String, Map<String, Object>> colours(Overview overview) {
        Map<String, Map<String, Object>> colours = new LinkedHashMap<>();
        Panel panel = overview.panel("oa").orElseThrow();
        for (List<Object> row : panel.rows()) {
            Map<String, Object> counts = new LinkedHashMap<>();
            for (int i = 1; i < panel.columns().size(); i++) {
                if (panel.columns().get(i).kind() == Kind.COUNT) {
                    counts.put(panel.columns().get(i).key(), row.get(i));
                }
            }
            colours.put(String.valueOf(row.get(0)), counts);
        }
        return colours;
    }

    /** Where nothing was counted before there is nothing to compare with, and no column without a figure. */
    @Test
    void whatHasNoFiguresHasNoColumns() throws Exception {
        assertThat(compared("2026-09", "2026-10")).isEmpty();
        assertThat(compared("2026-10", "2026-11")).containsExactly("months");
        assertThat(compared("2026-10", "2026-10")).contains("headline", "months", "titles", "kinds");
        assertThat(compared("2026-12", "2027-01"))
                .as("months to come are no decline")
                .containsExactly("months");
    }

    @Test
    void monthsWithoutFiguresAddUpToNone() throws Exception {
        assertThat(totals("2026-12", "2027-01")).isNotEmpty().containsOnlyNulls();
        assertThat(totals("2026-10", "2027-01")).isNotEmpty().doesNotContainNull();
    }

    private static List<Object> totals(String from, String to) throws Exception {
        return overview(from, to).panel("headline").orElseThrow().rows().stream()
                .map(row -> row.get(1))
                .toList();
    }

    /** The panels that show figures of as many months before. */
    private static List<String> compared(String from, String to) throws Exception {
        return overview(from, to).panels().stream()
                .filter(panel -> panel.columns().stream().anyMatch(column -> column.kind() == Kind.BEFORE))
                .map(Panel::id)
                .toList();
    }

    private static Overview overview(String from, String to) throws Exception {
        ReportingSite now = SITES.reports("small").now();
        Map<String, List<String>> page =
                Map.of("from", List.of(from), "to", List.of(to), "compare", List.of("previous"));
        return Overview.of(now, ViewParser.parse("cote", page, FIRST, Set.of()).view());
    }

    static Stream<Arguments> customers() {
        return ExampleSites.NAMES.stream()
                .flatMap(site -> SITES.customers(site).stream()
                        .flatMap(customer ->
                                Stream.of(Release.values()).map(release -> Arguments.of(site, customer, release))));
    }

    @ParameterizedTest
    @MethodSource("customers")
    void thePanelsOfAPlatformAreItsReports(String site, String customer, Release release) throws Exception {
        SiteReports reports = SITES.reports(site);
        ReportingSite now = reports.now();
        for (Question question : questions(release)) {
            Overview overview = Overview.of(now, view(now, customer, release, question));
            Table report = table(reports, question.id(), release, customer, question, attributes(question.id()));
            if (!question.id().equals("IR")) {
                same(overview, "kinds", report.totals(List.of("Data_Type")));
            }
            if (!question.id().equals("PR")) {
                same(overview, "access", report.totals(List.of("Access_Type")));
                same(overview, "years", report.totals(List.of("YOP")));
            }
            same(overview, "methods", report.totals(List.of("Access_Method")));
            headline(overview, report);
            months(overview, report, now);
        }
    }

    private static String attributes(String id) {
        return switch (id) {
            case "PR" -> "Data_Type|Access_Method";
            case "TR" -> "Data_Type|YOP|Access_Type|Access_Method";
            default -> "YOP|Access_Type|Access_Method";
        };
    }

    @ParameterizedTest
    @MethodSource("customers")
    void denialsAreThoseOfTheItemReport(String site, String customer, Release release) throws Exception {
        SiteReports reports = SITES.reports(site);
        Question question = new Question("PR", Map.of(), Map.of());
        Panel headline = Overview.of(reports.now(), view(reports.now(), customer, release, question))
                .panel("headline")
                .orElseThrow();
        Map<String, Long> expected =
                table(reports, "IR", release, customer, question, "").totals(List.of());
        for (String metric : List.of("No_License", "Limit_Exceeded")) {
            long shown = headline.rows().stream()
                    .filter(row -> metric.equals(row.get(0)))
                    .mapToLong(row -> (Long) row.get(1))
                    .sum();
            assertThat(shown).as(metric).isEqualTo(expected.getOrDefault(metric, 0L));
        }
    }

    /** Each figure that the report has, too. */
    private static void headline(Overview overview, Table report) {
        Map<String, Long> expected = report.totals(List.of());
        for (List<Object> row : overview.panel("headline").orElseThrow().rows()) {
            String metric = String.valueOf(row.get(0));
            if (expected.containsKey(metric) || metric.startsWith("Total_")) {
                assertThat(row.get(1)).as(metric).isEqualTo(expected.getOrDefault(metric, 0L));
            }
        }
    }

    private static void months(Overview overview, Table report, ReportingSite now) {
        Panel months = overview.panel("months").orElseThrow();
        for (List<Object> row : months.rows()) {
            YearMonth month = (YearMonth) row.get(0);
            if (now.availability().counted().contains(month)) {
                Map<String, Long> expected = report.monthly(List.of(), MONTH.format(month));
                for (int i = 1; i < months.columns().size(); i++) {
                    if (months.columns().get(i).kind() == Kind.COUNT) {
                        assertThat(row.get(i))
                                .isEqualTo(expected.getOrDefault(
                                        months.columns().get(i).key(), 0L));
                    }
                }
            }
        }
    }

    /** Each figure of a panel is in the report, and each of the report's of these metrics in the panel. */
    private static void same(Overview overview, String id, Map<String, Long> report) {
        Panel panel = overview.panel(id).orElseThrow();
        Map<String, Long> shown = new TreeMap<>();
        Map<String, Long> expected = new TreeMap<>(report);
        List<String> metrics = panel.columns().stream()
                .filter(column -> column.kind() == Kind.COUNT)
                .map(Panel.Column::key)
                .toList();
        expected.keySet()
                .removeIf(key -> !metrics.contains(key.substring(key.lastIndexOf('|') + 1)) || expected.get(key) == 0);
        for (List<Object> row : panel.rows()) {
            for (String metric : metrics) {
                long count = (Long) row.get(panel.column(metric));
                if (count > 0) {
                    shown.put(row.get(0) + "|" + metric, count);
                }
            }
        }
        assertThat(shown).as(id).isEqualTo(expected);
    }

    private static View view(ReportingSite now, String customer, Release release, Question question) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(question.page());
        parameters.put("from", List.of(FIRST.toString()));
        parameters.put("to", List.of(now.availability().last().orElseThrow().toString()));
        parameters.put("release", List.of(release.code()));
        ViewParser.Parsed parsed = ViewParser.parse(customer, parameters, FIRST, Set.of());
        assertThat(parsed.problems()).isEmpty();
        return parsed.view();
    }

    private Table table(
            SiteReports reports, String id, Release release, String customer, Question question, String attributes)
            throws Exception {
        Map<String, String> parameters = new LinkedHashMap<>(question.report());
        parameters.put("attributes_to_show", attributes);
        Report report = reports.report(id, release, customer, parameters);
        Path file = folder.resolve("report.tsv");
        reports.write(report, ReportFormat.TSV, file);
        return Table.of(Files.readString(file));
    }
}
