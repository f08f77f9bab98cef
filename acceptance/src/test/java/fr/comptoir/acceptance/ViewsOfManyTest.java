package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.Release;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.view.InstitutionRows;
import fr.comptoir.operation.view.InstitutionTable;
import fr.comptoir.operation.view.Masked;
import fr.comptoir.operation.view.MaskedInstitutions;
import fr.comptoir.operation.view.Overview;
import fr.comptoir.operation.view.PackageTable;
import fr.comptoir.operation.view.PackageTerms;
import fr.comptoir.operation.view.PackageUsage;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Preset.Period;
import fr.comptoir.operation.view.RankedTable;
import fr.comptoir.operation.view.TableAsk;
import fr.comptoir.operation.view.TitleAsk;
import fr.comptoir.operation.view.TitleTable;
import fr.comptoir.operation.view.TitleUsage;
import fr.comptoir.operation.view.View;
import fr.comptoir.operation.view.ViewParser;
import fr.comptoir.report.ReportFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a consortium, a publisher and the administrator see of many institutions, against the COUNTER reports. */
class ViewsOfManyTest {
    @RegisterExtension
    static final ExampleSites SITES = new ExampleSites();

    private static final YearMonth FIRST = ExampleSites.MONTH;
    private static final List<String> METRICS = List.of(
            "Total_Item_Requests", "Unique_Item_Requests", "Total_Item_Investigations", "Unique_Item_Investigations");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Release.class)
    void theMembersOfAConsortiumAddUpToItsReport(Release release) throws Exception {
        for (Map.Entry<String, String> one :
                Map.of("small", "littoral", "demo", "garance").entrySet()) {
            SiteReports reports = SITES.reports(one.getKey());
            ReportingSite now = reports.now();
            View view = view(now, one.getValue(), release, Map.of());
            Map<String, String> names = names(now.members(
                    one.getValue(), view.period().begin(), view.period().end()));
            assertThat(names).hasSizeGreaterThan(1);
            Panel table = InstitutionTable.all(now, view, TableAsk.usual(), names, true)
                    .panel();
            Map<String, Long> all =
                    report(reports, "PR", release, one.getValue(), Map.of()).totals(List.of());
            for (String metric : METRICS) {
                assertThat(sum(table, metric))
                        .as(metric)
                        .isEqualTo(all.getOrDefault(metric, 0L))
                        .isPositive();
            }
            Map<String, Long> byMember = report(
                            reports, "PR", release, one.getValue(), Map.of("attributes_to_show", "Customer_ID"))
                    .totals(List.of("Customer_ID"));
            for (List<Object> row : table.rows()) {
                for (String metric : METRICS) {
                    if (!row.get(1).equals("")) {
                        assertThat(row.get(table.column(metric)))
                                .as("%s of %s", metric, row.get(1))
                                .isEqualTo(byMember.getOrDefault(row.get(1) + "|" + metric, 0L));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "demo"})
    void eachInstitutionOfThePlatformHasTheFiguresOfItsReport(String site) throws Exception {
        SiteReports reports = SITES.reports(site);
        ReportingSite now = reports.now();
        View view = view(now, TestSite.WORLD, Release.R5_1, Map.of());
        Panel table = InstitutionTable.all(now, view, TableAsk.usual(), names(now.institutions()), false)
                .panel();
        assertThat(table.rows()).hasSizeGreaterThan(2);
        for (List<Object> row : table.rows()) {
            if (!row.get(1).equals("")) {
                Map<String, Long> own = report(reports, "PR", Release.R5_1, String.valueOf(row.get(1)), Map.of())
                        .totals(List.of());
                for (String metric : METRICS) {
                    assertThat(row.get(table.column(metric)))
                            .as("%s of %s", metric, row.get(1))
                            .isEqualTo(own.getOrDefault(metric, 0L));
                }
            }
        }
    }

    /** A page beyond the end is the last one; each column that is shown can be sorted by. */
    @Test
    void thePageBeyondTheLastIsTheLast() throws Exception {
        ReportingSite now = SITES.reports("demo").now();
        View view = view(now, TestSite.WORLD, Release.R5_1, Map.of());
        TitleTable all = TitleTable.all(now, view, TitleAsk.usual());
        int last = (int) (all.total() + TitleAsk.ROWS - 1) / TitleAsk.ROWS;
        TitleTable beyond = TitleTable.page(now, view, TitleAsk.usual().page(1_000));
        assertThat(beyond.ask().page()).isEqualTo(last);
        assertThat(beyond.panel().rows())
                .isNotEmpty()
                .isEqualTo(all.panel().rows().subList((last - 1) * TitleAsk.ROWS, (int) all.total()));
        assertThat(beyond.hasNext()).isFalse();
        RankedTable institutions =
                InstitutionTable.page(now, view, TableAsk.usual().page(1_000), names(now.institutions()), false);
        assertThat(institutions.panel().rows()).isNotEmpty();
        assertThat(institutions.ask().page()).isEqualTo((institutions.total() + 49) / 50);
        RankedTable packages = PackageTable.page(now, view, TableAsk.usual().page(7), PackageTerms.UNKNOWN);
        assertThat(packages.ask().page()).isEqualTo(1);
        assertThat(keys(institutions)).isSubsetOf(InstitutionTable.sortable());
        assertThat(keys(packages)).isSubsetOf(PackageTable.sortable());
        PackageUsage one = PackageUsage.page(
                now,
                view,
                String.valueOf(packages.panel().rows().get(0).get(0)),
                PackageUsage.Use.ALL,
                TitleAsk.usual().page(1_000),
                PackageTerms.UNKNOWN);
        assertThat(one.titles().panel().rows()).isNotEmpty();
    }

    private static List<String> keys(RankedTable table) {
        return table.panel().columns().stream()
                .filter(column -> column.kind() != Panel.Kind.ID)
                .map(Panel.Column::key)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Release.class)
    void aPublisherSeesItsTitlesAsTheReportOfTheWorldHasThem(Release release) throws Exception {
        SiteReports reports = SITES.reports("demo");
        ReportingSite now = reports.now();
        Map<String, Long> world =
                report(reports, "TR", release, TestSite.WORLD, Map.of()).totals(List.of("Publisher"));
        Set<String> publishers = world.keySet().stream()
                .map(key -> key.substring(0, key.indexOf('|')))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(publishers).hasSizeGreaterThan(1);
        for (String publisher : publishers) {
            View view = view(now, "press", release, Map.of()).ofPublishers(Set.of(publisher));
            Panel titles = TitleTable.all(now, view, TitleAsk.usual()).panel();
            assertThat(titles.rows())
                    .allMatch(row -> row.get(titles.column("Publisher")).equals(publisher));
            for (String metric : METRICS) {
                assertThat(sum(titles, metric)).isEqualTo(world.getOrDefault(publisher + "|" + metric, 0L));
            }
        }
    }

    @Test
    void noQuestionOfAPublisherLeadsToOthersTitles() throws Exception {
        ReportingSite now = SITES.reports("demo").now();
        Panel all = TitleTable.all(now, view(now, TestSite.WORLD, Release.R5_1, Map.of()), TitleAsk.usual())
                .panel();
        String own = String.valueOf(all.rows().get(0).get(all.column("Publisher")));
        List<Object> other = all.rows().stream()
                .filter(row -> !row.get(all.column("Publisher")).equals(own))
                .findFirst()
                .orElseThrow();
        String publisher = String.valueOf(other.get(all.column("Publisher")));
        String title = String.valueOf(other.get(1));
        for (Map<String, List<String>> question : List.of(
                Map.of("publisher", List.of(publisher)),
                Map.of("title", List.of(title)),
                Map.of("not_publisher", List.of(own)))) {
            View view = view(now, "press", Release.R5_1, question).ofPublishers(Set.of(own));
            assertThat(TitleTable.all(now, view, TitleAsk.usual()).panel().rows())
                    .as("%s", question)
                    .isEmpty();
            assertThat(total(Overview.of(now, view))).isZero();
            assertHasNoPackages(now, view);
        }
        assertHasNoPackages(now, view(now, "press", Release.R5_1, Map.of()).ofPublishers(Set.of()));
        View unnarrowed = view(now, "press", Release.R5_1, Map.of());
        assertThat(TitleUsage.of(now, unnarrowed.ofPublishers(Set.of(own)), title)
                        .title())
                .isEmpty();
        assertThat(TitleUsage.of(now, unnarrowed.ofPublishers(Set.of(publisher)), title)
                        .title())
                .isPresent();
        assertThat(total(Overview.of(now, unnarrowed.ofPublishers(Set.of())))).isZero();
        assertThat(total(Overview.of(now, unnarrowed.ofPublishers(Set.of(own)))))
                .isPositive();
    }

    /** Not even with what the catalogue says of titles that nobody used. */
    private static void assertHasNoPackages(ReportingSite now, View view) throws Exception {
        assertThat(PackageTable.all(now, view, TableAsk.usual(), PackageTerms.UNKNOWN)
                        .panel()
                        .rows())
                .isEmpty();
        List<List<Object>> packages = PackageTable.all(
                        now, view(now, TestSite.WORLD, Release.R5_1, Map.of()), TableAsk.usual(), PackageTerms.UNKNOWN)
                .panel()
                .rows();
        assertThat(packages).isNotEmpty();
        for (List<Object> one : packages) {
            PackageUsage usage = PackageUsage.all(
                    now,
                    view,
                    String.valueOf(one.get(0)),
                    PackageUsage.Use.ALL,
                    TitleAsk.usual(),
                    PackageTerms.UNKNOWN);
            assertThat(usage.figures()).isEmpty();
            assertThat(usage.titles().panel().rows()).isEmpty();
        }
    }

    private static long total(Overview overview) {
        return overview.panel("headline").orElseThrow().rows().stream()
                .mapToLong(row -> (Long) row.get(1))
                .sum();
    }

    @Test
    void aPublisherIsToldNoSmallFigureOfAnInstitution() throws Exception {
        SiteReports reports = SITES.reports("demo");
        ReportingSite now = reports.now();
        Map<String, String> names = names(now.institutions());
        Map<String, Long> world =
                report(reports, "TR", Release.R5_1, TestSite.WORLD, Map.of()).totals(List.of("Publisher"));
        String publisher = world.keySet().iterator().next().replaceFirst("\\|.*", "");
        View view = view(now, "press", Release.R5_1, Map.of()).ofPublishers(Set.of(publisher));
        Panel masked =
                MaskedInstitutions.all(now, view, TableAsk.usual(), names).panel();
        Panel exact =
                InstitutionTable.all(now, view, TableAsk.usual(), names, false).panel();
        Map<Object, List<Object>> byName = exact.rows().stream()
                .collect(Collectors.toMap(row -> row.get(0), row -> row, (one, two) -> one, HashMap::new));
        int told = 0;
        for (List<Object> row : masked.rows()) {
            for (String metric : METRICS) {
                Object cell = row.get(masked.column(metric));
                Object figure = byName.get(row.get(0)).get(exact.column(metric));
                if (cell instanceof Masked) {
                    assertThat(cell.toString()).matches("<5|\\*|≥ [0-9]+");
                } else {
                    assertThat(cell).isEqualTo(figure);
                    assertThat((Long) cell)
                            .satisfiesAnyOf(
                                    count -> assertThat(count).isZero(),
                                    count -> assertThat(count).isGreaterThanOrEqualTo(5));
                    told++;
                }
            }
        }
        assertThat(told).isPositive();
        RankedTable narrowed = MaskedInstitutions.all(
                now,
                view(now, "press", Release.R5, Map.of("data_type", List.of("Book")))
                        .ofPublishers(Set.of(publisher)),
                TableAsk.usual(),
                names);
        assertThat(narrowed.panel().rows()).isEqualTo(masked.rows());
        assertThat(narrowed.view().isNarrowed()).isFalse();
        assertThat(narrowed.view().release()).isEqualTo(Release.R5_1);
    }

    /** Raw rows of institutions add nothing to what the table of a month alone tells: what it masks, they mask. */
    @Test
    void rowsOfInstitutionsSayWhatTheTableOfTheirMonthSays() throws Exception {
        SiteReports reports = SITES.reports("demo");
        ReportingSite now = reports.now();
        Map<String, String> names = names(now.institutions());
        View world = view(now, TestSite.WORLD, Release.R5_1, Map.of());
        String publisher = report(reports, "TR", Release.R5_1, TestSite.WORLD, Map.of())
                .totals(List.of("Publisher"))
                .keySet()
                .iterator()
                .next()
                .replaceFirst("\\|.*", "");
        View press = view(now, "press", Release.R5_1, Map.of("data_type", List.of("Book")))
                .ofPublishers(Set.of(publisher));
        Panel masked = MaskedInstitutions.rows(now, press, names);
        Panel exact = InstitutionRows.of(now, world, names, false);
        long hidden = masked.rows().stream()
                .flatMap(List::stream)
                .filter(Masked.class::isInstance)
                .count();
        assertThat(hidden).isPositive();
        for (YearMonth month = FIRST; !month.isAfter(world.period().end()); month = month.plusMonths(1)) {
            Period alone = new Period(Optional.empty(), month, month);
            assertSays(
                    masked,
                    month,
                    MaskedInstitutions.all(now, press.with(alone), TableAsk.usual(), names)
                            .panel());
            assertSays(
                    exact,
                    month,
                    InstitutionTable.all(now, world.with(alone), TableAsk.usual(), names, false)
                            .panel());
        }
        assertThat(masked.columns()).extracting(Panel.Column::key).doesNotContain("Customer_ID");
    }

    private static void assertSays(Panel rows, YearMonth month, Panel table) {
        List<String> metrics = table.columns().stream()
                .map(Panel.Column::key)
                .filter(key -> rows.column(key) >= 0)
                .filter(key -> key.contains("_") && !key.equals("Customer_ID"))
                .toList();
        assertThat(metrics).containsAll(METRICS);
        assertThat(cells(rows, metrics, row -> row.contains(month)))
                .as("%s", month)
                .containsExactlyInAnyOrderElementsOf(cells(table, metrics, row -> true));
    }

    /** Who and the figures, of rows in which there is one. */
    private static List<List<String>> cells(Panel panel, List<String> metrics, Predicate<List<Object>> which) {
        return panel.rows().stream()
                .filter(which)
                .map(row -> metrics.stream()
                        .map(metric -> String.valueOf(row.get(panel.column(metric))))
                        .toList())
                .filter(cells -> cells.stream().anyMatch(cell -> !cell.equals("0")))
                .toList();
    }

    private static Map<String, String> names(List<Institution> institutions) {
        return institutions.stream()
                .collect(Collectors.toMap(
                        Institution::customerId, one -> one.name().isBlank() ? one.customerId() : one.name()));
    }

    private static long sum(Panel panel, String metric) {
        return panel.rows().stream()
                .mapToLong(row -> (Long) row.get(panel.column(metric)))
                .sum();
    }

    private Table report(
            SiteReports reports, String id, Release release, String customer, Map<String, String> parameters)
            throws Exception {
        Path file = folder.resolve("report.tsv");
        reports.write(reports.report(id, release, customer, parameters), ReportFormat.TSV, file);
        return Table.of(Files.readString(file));
    }

    private static View view(ReportingSite now, String customer, Release release, Map<String, List<String>> more) {
        Map<String, List<String>> parameters = new TreeMap<>(more);
        parameters.put("from", List.of(FIRST.toString()));
        parameters.put("to", List.of(now.availability().last().orElseThrow().toString()));
        parameters.put("release", List.of(release.code()));
        ViewParser.Parsed parsed = ViewParser.parse(customer, parameters, FIRST, Set.of());
        assertThat(parsed.problems()).isEmpty();
        return parsed.view();
    }
}
