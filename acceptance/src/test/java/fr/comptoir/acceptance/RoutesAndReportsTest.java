package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.Site;
import fr.comptoir.operation.view.Overview;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.RawRows;
import fr.comptoir.operation.view.Routes;
import fr.comptoir.operation.view.TitleAsk;
import fr.comptoir.operation.view.TitleTable;
import fr.comptoir.operation.view.View;
import fr.comptoir.operation.view.ViewParser;
import fr.comptoir.testkit.TestClock;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From where and by what access: the page's figures are those of the reports for the same question. */
class RoutesAndReportsTest {
    private static final String PERIOD = "from=2025-10&to=2025-11&compare=none";

    @TempDir
    private static Path folder;

    private static TestSite site;
    private static ReportingSite reporting;

    @BeforeAll
    static void countALog() throws Exception {
        site = BetaLibrary.in(folder);
        site.count(site.log(
                MadeLog.lines(20_251_122, 6_000).stream().map(MadeLine::text).toList()));
        reporting = ReportingSite.read(Site.open(folder, new TestClock("2025-12-05T10:00:00Z")));
    }

    private static Routes routes(String customer, String query) throws Exception {
        return Routes.of(reporting, view(customer, query));
    }

    private static View view(String customer, String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String part : query.split("&", -1)) {
            String[] pair = part.split("=", 2);
            parameters.put(pair[0], List.of(pair[1]));
        }
        ViewParser.Parsed parsed = ViewParser.parse(customer, parameters, YearMonth.of(2025, 11), Set.of());
        assertThat(parsed.problems()).isEmpty();
        return parsed.view();
    }

    private static long sum(Routes routes, String panel, String column, String... texts) {
        Panel found = routes.panel(panel).orElseThrow();
        int at = found.column(column);
        return found.rows().stream()
                .filter(row -> row.stream().map(String::valueOf).toList().containsAll(List.of(texts)))
                .mapToLong(row -> number(row.get(at)))
                .sum();
    }

    private static long number(@Nullable Object cell) {
        return cell instanceof Number number ? number.longValue() : 0;
    }

    private static long report(String report, String customer, String release, String metric, String... more) {
        return site.reportOver(report, customer, "2025-10", "2025-11", release, more)
                .totals(List.of())
                .getOrDefault(metric, 0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"u1", "cons", "u5"})
    void sumsOverWaysAndRoutesAreThoseOfThePlatformReport(String customer) throws Exception {
        for (String release : List.of("5.1", "5")) {
            Routes routes = routes(customer, PERIOD + "&release=" + release);
            for (String metric : List.of("Total_Item_Requests", "Total_Item_Investigations")) {
                long expected = report("PR", customer, release, metric);
                assertThat(expected).isPositive();
                assertThat(sum(routes, "arrivals", metric)).isEqualTo(expected);
                assertThat(sum(routes, "routes", metric)).isEqualTo(expected);
            }
        }
    }

    @Test
    void readingAndTechnicalUseAreThoseOfTheAccessMethods() throws Exception {
        Routes routes = routes("cons", PERIOD);
        for (String method : List.of("Regular", "TDM")) {
            String panel = method.equals("TDM") ? "technical" : "flow";
            long requests = report("PR", "cons", "5.1", "Total_Item_Requests", "--access-method", method);
            long investigations = report("PR", "cons", "5.1", "Total_Item_Investigations", "--access-method", method);
            assertThat(requests).isPositive();
            assertThat(sum(routes, panel, "Uses", "use_request")).isEqualTo(requests);
            assertThat(sum(routes, panel, "Uses", "use_investigation")).isEqualTo(investigations - requests);
        }
        assertThat(sum(routes, "technical", "Uses", "token"))
                .isEqualTo(sum(routes, "technical", "Uses"))
                .isPositive();
    }

    @Test
    void refusalsAreThoseOfTheItemReport() throws Exception {
        long expected = report("IR", "cons", "5.1", "No_License") + report("IR", "cons", "5.1", "Limit_Exceeded");
        Routes routes = routes("cons", PERIOD);
        assertThat(sum(routes, "flow", "Uses", "use_denial") + sum(routes, "technical", "Uses", "use_denial"))
                .isEqualTo(expected)
                .isPositive();
    }

    @Test
    void aTitleATypeAndAWayNarrow() throws Exception {
        long all = sum(routes("u1", PERIOD), "arrivals", "Total_Item_Requests");
        Routes title = routes("u1", PERIOD + "&title=j1");
        assertThat(sum(title, "arrivals", "Total_Item_Requests"))
                .isEqualTo(report("TR", "u1", "5.1", "Total_Item_Requests", "--item-id", "Proprietary:beta:j1"))
                .isPositive()
                .isLessThan(all);
        Routes books = routes("u1", PERIOD + "&data_type=Book");
        assertThat(sum(books, "routes", "Total_Item_Requests"))
                .isEqualTo(report("PR", "u1", "5.1", "Total_Item_Requests", "--data-type", "Book"));
        Routes portal = routes("u1", PERIOD + "&arrival=Portal&not_route=token");
        assertThat(portal.panel("arrivals").orElseThrow().rows())
                .singleElement()
                .satisfies(row -> assertThat(row.get(0)).isEqualTo("Portal"));
        assertThat(sum(portal, "routes", "Total_Item_Requests", "token")).isZero();
    }

    @Test
    void whatWaysAreNotCountedByIsSaid() throws Exception {
        for (String filter : List.of("yop=2020", "access_type=Open")) {
            assertThat(routes("u1", PERIOD + "&" + filter).panels()).allSatisfy(panel -> {
                assertThat(panel.isEmpty()).isTrue();
                assertThat(panel.note()).isEqualTo("note.notByThis");
            });
        }
    }

    /** Of all panels of the page that are counted by ways, and of titles and packages, a way has its part and no way all. */
    @ParameterizedTest
    @ValueSource(strings = {"u1", "cons"})
    void allPagesFollowAWay(String customer) throws Exception {
        Panel arrivals = routes(customer, PERIOD).panel("arrivals").orElseThrow();
        int at = arrivals.column("Total_Item_Requests");
        assertThat(arrivals.rows()).hasSizeGreaterThan(2);
        for (List<@Nullable Object> row : arrivals.rows()) {
            long expected = number(row.get(at));
            same(customer, "arrival=" + row.get(0), expected);
            same(customer, "not_arrival=" + row.get(0), total(arrivals, "Total_Item_Requests") - expected);
        }
        Panel routes = routes(customer, PERIOD).panel("routes").orElseThrow();
        for (List<@Nullable Object> row : routes.rows()) {
            same(customer, "route=" + row.get(0), number(row.get(routes.column("Total_Item_Requests"))));
        }
    }

    private static void same(String customer, String way, long expected) throws Exception {
        View view = view(customer, PERIOD + "&" + way);
        Overview overview = Overview.of(reporting, view);
        for (String panel : List.of("months", "kinds", "methods", "arrivals", "routes")) {
            assertThat(total(overview.panel(panel).orElseThrow(), "Total_Item_Requests"))
                    .as("%s %s", way, panel)
                    .isEqualTo(expected);
        }
        assertThat(overview.panel("headline").orElseThrow().rows())
                .filteredOn(row -> "Total_Item_Requests".equals(row.get(0)))
                .extracting(row -> row.get(1))
                .containsExactly(expected);
        for (String panel : List.of("access", "oa", "years", "searches")) {
            assertThat(overview.panel(panel).orElseThrow())
                    .satisfies(one -> assertThat(one.isEmpty()).isTrue())
                    .extracting(Panel::note)
                    .isEqualTo("note.notByWays");
        }
        assertThat(overview.panels())
                .flatExtracting(Panel::columns)
                .extracting(Panel.Column::key)
                .doesNotContain("Unique_Item_Requests");
        assertThat(rows(view, "Total_Item_Requests")).isEqualTo(expected);
    }

    /** The figures of a way are those of the Title Report too: all ways together have all of it. */
    @Test
    void titlesFollowAWay() throws Exception {
        View all = view("u1", PERIOD + "&not_arrival=nobody");
        for (String metric : List.of("Total_Item_Requests", "Total_Item_Investigations", "No_License")) {
            Panel titles = TitleTable.all(reporting, all, TitleAsk.usual()).panel();
            assertThat(total(titles, metric))
                    .isEqualTo(report("TR", "u1", "5.1", metric))
                    .isPositive();
            assertThat(titles.column("Unique_Item_Requests")).isNegative();
        }
    }

    /** What they are not counted by leaves nothing of a way, and the page says why. */
    @Test
    void aWayAndAYearTogetherAreNotCounted() throws Exception {
        Overview overview = Overview.of(reporting, view("u1", PERIOD + "&arrival=Portal&oa_status=gold"));
        assertThat(overview.panel("kinds").orElseThrow().note()).isEqualTo("note.notByThis");
        assertThat(overview.view().note()).isEqualTo("note.notByThis");
        for (String id : List.of("headline", "months")) {
            Panel panel = overview.panel(id).orElseThrow();
            assertThat(panel.rows()).as(id).isNotEmpty().allMatch(row -> row.get(1) == null);
        }
    }

    private static long rows(View view, String metric) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (RawRows rows = RawRows.of(reporting, view, false)) {
            rows.writeCsv(file);
        }
        try (var csv = CsvReader.builder()
                .ofNamedCsvRecord(file.toString(StandardCharsets.UTF_8).substring(1))) {
            return csv.stream()
                    .mapToLong(row -> Long.parseLong(row.getField(metric)))
                    .sum();
        }
    }

    private static long total(Panel panel, String column) {
        int at = panel.column(column);
        return panel.rows().stream().mapToLong(row -> number(row.get(at))).sum();
    }

    /** A portal names the institution whose readers it brings, which is none of a publisher's business. */
    @Test
    void aPublisherCannotAskForAWay() {
        ViewParser.Parsed parsed = ViewParser.withoutWays(ViewParser.parse(
                "press",
                Map.of("arrival", List.of("Portal"), "not_route", List.of("ip")),
                YearMonth.of(2025, 11),
                Set.of()));
        assertThat(parsed.problems())
                .extracting(problem -> problem.parameter())
                .containsExactlyInAnyOrder("arrival", "not_route");
        assertThat(parsed.view().isNarrowed()).isFalse();
    }
}
