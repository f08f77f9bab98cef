package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.view.Field;
import fr.comptoir.operation.view.FigureActions;
import fr.comptoir.operation.view.PackageTable;
import fr.comptoir.operation.view.PackageTerms;
import fr.comptoir.operation.view.PackageUsage;
import fr.comptoir.operation.view.PackageUsage.Use;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.TableAsk;
import fr.comptoir.operation.view.TitleAsk;
import fr.comptoir.operation.view.View;
import fr.comptoir.operation.view.ViewParser;
import fr.comptoir.report.ReportFormat;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The figures of packages are those of the Title Report, for the titles that the catalogue has in them. */
class PackagesAndReportsTest {
    @RegisterExtension
    static final ExampleSites SITES = new ExampleSites();

    private static final YearMonth FIRST = ExampleSites.MONTH;
    private static final List<String> METRICS =
            List.of("Total_Item_Requests", "Unique_Item_Requests", "Total_Item_Investigations", "No_License");

    private static final PackageTerms PRICED = new PackageTerms() {
        @Override
        public Optional<Boolean> isSubscribed(String name, YearMonth from, YearMonth to) {
            return Optional.of(true);
        }

        @Override
        public Optional<Price> price(String name, YearMonth month) {
            return Optional.of(new Price(new BigDecimal("1200.00"), "EUR"));
        }
    };

    private static final Set<String> TITLES = Set.of("Journal", "Book", "Reference_Work", "Conference");

    @TempDir
    private Path folder;

    static Stream<Arguments> customers() {
        return SITES.customers("demo").stream()
                .flatMap(customer -> Stream.of(Release.values()).map(release -> Arguments.of(customer, release)));
    }

    @ParameterizedTest
    @MethodSource("customers")
    void aPackageIsTheSumOfItsTitles(String customer, Release release) throws Exception {
        SiteReports reports = SITES.reports("demo");
        ReportingSite now = reports.now();
        Map<String, Long> byTitle = titles(reports, release, customer, "");
        Map<String, Set<String>> packages = packages();
        assertThat(packages).hasSizeGreaterThan(2);
        View view = view(customer, release, Map.of());
        Panel table = PackageTable.all(now, view, TableAsk.usual(), PackageTerms.UNKNOWN)
                .panel();
        assertThat(table.rows()).hasSameSizeAs(packages.keySet());
        for (List<Object> row : table.rows()) {
            Set<String> titles = packages.get(String.valueOf(row.get(0)));
            for (String metric : METRICS) {
                assertThat(row.get(table.column(metric)))
                        .as("%s of %s", metric, row.get(0))
                        .isEqualTo(sum(byTitle, titles, metric));
            }
            assertThat(row.get(table.column("Titles"))).isEqualTo((long) titles.size());
            long used = titles.stream()
                    .filter(title -> byTitle.getOrDefault(title + "|Total_Item_Requests", 0L) > 0)
                    .count();
            assertThat(row.get(table.column("Titles_Used"))).isEqualTo(used);
            assertThat(row.get(table.column("Titles_Unused"))).isEqualTo(titles.size() - used);
            long few = titles.stream()
                    .map(title -> byTitle.getOrDefault(title + "|Total_Item_Requests", 0L))
                    .filter(requests -> requests > 0 && requests < 5)
                    .count();
            assertThat(row.get(table.column("Titles_Hardly_Used"))).isEqualTo(few);
        }
    }

    /** A figure of a package leads to the actions of the page that is narrowed to it. */
    @Test
    void everyFigureOpensToItsActions() throws Exception {
        ReportingSite now = SITES.reports("demo").now();
        int figures = 0;
        for (Release release : Release.values()) {
            View view = view(SITES.customers("demo").get(0), release, Map.of());
            Panel table = PackageTable.all(now, view, TableAsk.usual(), PackageTerms.UNKNOWN)
                    .panel();
            for (List<Object> row : table.rows()) {
                Map<String, Long> actions = FigureActions.ofEverything(FIRST, Optional.empty())
                        .actions(now, view.only(Field.PACKAGE, String.valueOf(row.get(0))))
                        .figures();
                for (int at = 1; at < row.size(); at++) {
                    String metric = table.columns().get(at).key();
                    if (MetricType.of(metric).isPresent() && row.get(at) instanceof Long count && count > 0) {
                        assertThat(actions).as("%s", row.get(0)).containsEntry(metric, count);
                        figures++;
                    }
                }
            }
        }
        assertThat(figures).isGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("customers")
    void theOpenShareIsThatOfTheReport(String customer, Release release) throws Exception {
        SiteReports reports = SITES.reports("demo");
        Map<String, Long> all = titles(reports, release, customer, "");
        Map<String, Long> controlled = titles(reports, release, customer, "Controlled");
        Map<String, Set<String>> packages = packages();
        View view = view(customer, release, Map.of());
        Panel table = PackageTable.all(reports.now(), view, TableAsk.usual(), PackageTerms.UNKNOWN)
                .panel();
        for (List<Object> row : table.rows()) {
            Set<String> titles = packages.get(String.valueOf(row.get(0)));
            long requests = sum(all, titles, "Total_Item_Requests");
            Object share = row.get(table.column("Share_Open"));
            if (requests == 0) {
                assertThat(share).isNull();
            } else {
                assertThat((Double) share)
                        .isEqualTo(
                                1.0 - (double) sum(controlled, titles, "Total_Item_Requests") / requests, within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("customers")
    void aPackagesPageHasAllItsTitlesAndThoseOfEachUse(String customer, Release release) throws Exception {
        SiteReports reports = SITES.reports("demo");
        Map<String, Long> byTitle = titles(reports, release, customer, "");
        View view = view(customer, release, Map.of());
        for (Map.Entry<String, Set<String>> one : packages().entrySet()) {
            Map<Use, Set<String>> shown = new HashMap<>();
            for (Use use : Use.values()) {
                PackageUsage usage = PackageUsage.all(
                        reports.now(), view, one.getKey(), use, TitleAsk.usual(), PackageTerms.UNKNOWN);
                Panel panel = usage.titles().panel();
                Set<String> ids = new TreeSet<>();
                for (List<Object> row : panel.rows()) {
                    String id = String.valueOf(row.get(panel.column("Title_ID")));
                    ids.add(id);
                    assertThat(row.get(panel.column("Total_Item_Requests")))
                            .isEqualTo(byTitle.getOrDefault(id + "|Total_Item_Requests", 0L));
                }
                assertThat((long) ids.size()).isEqualTo(use.of(usage.row().orElseThrow()));
                shown.put(use, ids);
            }
            assertThat(shown.get(Use.ALL)).isEqualTo(one.getValue());
            Set<String> both = new TreeSet<>(shown.get(Use.UNUSED));
            both.addAll(shown.get(Use.USED));
            assertThat(both).isEqualTo(shown.get(Use.ALL));
            assertThat(shown.get(Use.UNUSED).size() + shown.get(Use.USED).size())
                    .isEqualTo(both.size());
            assertThat(shown.get(Use.USED)).containsAll(shown.get(Use.HARDLY));
        }
    }

    /** All ways of arrival together have all of a package, but not how much of it was open. */
    @ParameterizedTest
    @MethodSource("customers")
    void packagesFollowWaysOfArrival(String customer, Release release) throws Exception {
        ReportingSite now = SITES.reports("demo").now();
        View usual = view(customer, release, Map.of());
        View ofWays = view(customer, release, Map.of("not_arrival", List.of("nobody")));
        Panel all = PackageTable.all(now, usual, TableAsk.usual(), PackageTerms.UNKNOWN)
                .panel();
        Panel some = PackageTable.all(now, ofWays, TableAsk.usual(), PackageTerms.UNKNOWN)
                .panel();
        for (String column : List.of("Package", "Total_Item_Requests", "Titles_Used", "No_License")) {
            assertThat(cells(some, column)).isEqualTo(cells(all, column)).isNotEmpty();
        }
        assertThat(cells(some, "Share_Open")).containsOnlyNulls();
        assertThat(some.column("Unique_Item_Requests")).isNegative();
    }

    private static List<Object> cells(Panel panel, String column) {
        int at = panel.column(column);
        return panel.rows().stream().map(row -> row.get(at)).collect(Collectors.toList());
    }

    @ParameterizedTest
    @MethodSource("customers")
    void aFilterNarrowsPackagesAsItNarrowsReports(String customer, Release release) throws Exception {
        SiteReports reports = SITES.reports("demo");
        Map<String, Set<String>> packages = packages();
        String name = packages.keySet().iterator().next();
        View view = view(customer, release, Map.of("package", List.of(name)));
        Panel table = PackageTable.all(reports.now(), view, TableAsk.usual(), PackageTerms.UNKNOWN)
                .panel();
        assertThat(table.rows()).hasSize(1);
        assertThat(table.rows().get(0).get(table.column("Total_Item_Requests")))
                .isEqualTo(sum(titles(reports, release, customer, ""), packages.get(name), "Total_Item_Requests"));
    }

    @ParameterizedTest
    @MethodSource("customers")
    void aTwelfthOfThePriceIsOfOneMonth(String customer, Release release) throws Exception {
        SiteReports reports = SITES.reports("demo");
        View view = view(customer, release, Map.of());
        Panel table =
                PackageTable.all(reports.now(), view, TableAsk.usual(), PRICED).panel();
        for (List<Object> row : table.rows()) {
            long requests = (Long) row.get(table.column("Total_Item_Requests"));
            assertThat(row.get(table.column("Cost"))).isEqualTo(100.0);
            assertThat(row.get(table.column("Cost_Per_Use")))
                    .isEqualTo(requests == 0 ? null : Math.rint(100.0 * 100 / requests) / 100);
        }
    }

    /** The price is that of the whole. */
    @Test
    void aPartOfAPackageHasNoCostPerUse() throws Exception {
        ReportingSite now = SITES.reports("demo").now();
        String name = packages().keySet().iterator().next();
        for (Map<String, List<String>> narrowed : List.of(
                Map.of("data_type", List.of("Book", "Journal")),
                Map.of("not_yop", List.of("1901")),
                Map.of("not_package", List.of("another")),
                Map.of("q", List.of(name)))) {
            View view = view(TestSite.WORLD, Release.R5_1, narrowed);
            assertThat(costs(PackageTable.all(now, view, TableAsk.usual(), PRICED)
                            .panel()))
                    .as("%s", narrowed)
                    .isEmpty();
        }
        View whole = view(TestSite.WORLD, Release.R5_1, Map.of("package", List.of(name)));
        assertThat(costs(PackageTable.all(now, whole, TableAsk.usual(), PRICED).panel()))
                .hasSize(1);
        View other = view(TestSite.WORLD, Release.R5_1, Map.of("not_package", List.of("another")));
        PackageUsage usage = PackageUsage.all(now, other, name, Use.ALL, TitleAsk.usual(), PRICED);
        assertThat(costs(usage.figures().orElseThrow()))
                .as("a package's own page has all of it")
                .hasSize(1);
        assertThat(usage.titles().view().query()).contains("package=").doesNotContain("not_package");
    }

    private static List<Object> costs(Panel panel) {
        return panel.rows().stream()
                .map(row -> row.get(panel.column("Cost_Per_Use")))
                .filter(Objects::nonNull)
                .toList();
    }

    private static long sum(Map<String, Long> byTitle, Set<String> titles, String metric) {
        return titles.stream()
                .mapToLong(title -> byTitle.getOrDefault(title + "|" + metric, 0L))
                .sum();
    }

    /** By id of the title and metric. */
    private Map<String, Long> titles(SiteReports reports, Release release, String customer, String accessType)
            throws Exception {
        Map<String, String> parameters = new HashMap<>();
        if (!accessType.isEmpty()) {
            parameters.put("access_type", accessType);
        }
        Path file = folder.resolve("titles.tsv");
        reports.write(reports.report("TR", release, customer, parameters), ReportFormat.TSV, file);
        Map<String, Long> byId = new TreeMap<>();
        Table.of(Files.readString(file))
                .totals(List.of("Proprietary_ID"))
                .forEach((key, count) -> byId.put(key.substring(key.indexOf(':') + 1), count));
        return byId;
    }

    /** The titles that the demonstration's catalogue has in each package, by the file that it was imported from. */
    private static Map<String, Set<String>> packages() throws Exception {
        Map<String, Set<String>> packages = new TreeMap<>();
        Path file = SITES.reports("demo").now().site().folder().resolve("catalogue.csv");
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                boolean isTitle = TITLES.contains(row.getField("data_type"));
                for (String name : row.getField("packages").split(";", -1)) {
                    if (isTitle && !name.isBlank()) {
                        packages.computeIfAbsent(name.strip(), any -> new TreeSet<>())
                                .add(row.getField("item_id"));
                    }
                }
            }
        }
        return packages;
    }

    private static View view(String customer, Release release, Map<String, List<String>> more) {
        Map<String, List<String>> parameters = new HashMap<>(more);
        parameters.put("from", List.of(FIRST.toString()));
        parameters.put("to", List.of(FIRST.toString()));
        parameters.put("release", List.of(release.code()));
        ViewParser.Parsed parsed = ViewParser.parse(customer, parameters, FIRST, Set.of());
        assertThat(parsed.problems()).isEmpty();
        return parsed.view();
    }
}
