package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.operation.Explain;
import fr.comptoir.operation.ExplainMonth;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.Site;
import fr.comptoir.operation.view.Field;
import fr.comptoir.operation.view.FigureActions;
import fr.comptoir.operation.view.InstitutionTable;
import fr.comptoir.operation.view.Overview;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.TableAsk;
import fr.comptoir.operation.view.TitleUsage;
import fr.comptoir.operation.view.View;
import fr.comptoir.operation.view.ViewParser;
import fr.comptoir.testkit.TestClock;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any figure of an overview, whatever its filters, opens to actions that add up to it. */
class ExplainedFiguresTest {
    private static final long SEED = 20_261_122;
    private static final int QUESTIONS = 32;
    private static final YearMonth MONTH = YearMonth.of(2025, 10);
    private static final YearMonth LAST = YearMonth.of(2025, 11);
    private static final String PERIOD = "from=2025-10&to=2025-10&compare=none";
    private static final List<String> CUSTOMERS = List.of("u1", "cons", Institution.THE_WORLD);
    private static final List<String> FILTERS = List.of(
            "release=5",
            "data_type=Book",
            "not_data_type=Journal",
            "data_type=Platform",
            "access_type=Controlled",
            "not_access_type=Controlled",
            "oa_status=closed",
            "not_oa_status=closed",
            "access_method=Regular",
            "access_method=TDM",
            "yop=2020-2030",
            "not_yop=2020-2030",
            "arrival=Portal",
            "not_arrival=direct",
            "route=ip",
            "title=j1",
            "not_title=b1",
            "q=book",
            "publisher=nobody");

    @TempDir
    private static Path folder;

    private static ReportingSite now;

    @BeforeAll
    static void countALog() throws Exception {
        System.out.println("ExplainedFiguresTest: seed " + SEED);
        TestSite site = BetaLibrary.in(folder);
        site.count(
                site.log(MadeLog.lines(SEED, 2_500).stream().map(MadeLine::text).toList()));
        now = ReportingSite.read(Site.open(folder, new TestClock("2025-12-05T10:00:00Z")));
    }

    private static View view(String customer, List<String> filters) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        List<String> parts = new ArrayList<>(List.of(PERIOD.split("&", -1)));
        parts.addAll(filters);
        for (String part : parts) {
            String[] pair = part.split("=", 2);
            parameters.computeIfAbsent(pair[0], any -> new ArrayList<>()).add(pair[1]);
        }
        ViewParser.Parsed parsed = ViewParser.parse(customer, parameters, LAST, Set.of());
        assertThat(parsed.problems()).as("%s", filters).isEmpty();
        return parsed.view();
    }

    /** The figures of the month that an overview shows in any panel over months; what is 0 is left out. */
    private static Map<String, Long> shown(View view) throws Exception {
        Map<String, Long> figures = new TreeMap<>();
        Overview overview = Overview.of(now, view);
        for (Panel panel : overview.panels()) {
            if (panel.id().equals("headline")) {
                panel.rows().forEach(row -> put(figures, String.valueOf(row.get(0)), row.get(1)));
            } else if (panel.column("Month") == 0) {
                panel.rows().forEach(row -> figures.putAll(figures(panel, row)));
            }
        }
        return figures;
    }

    private static void put(Map<String, Long> figures, String metric, @Nullable Object cell) {
        if (cell instanceof Long count && count > 0 && MetricType.of(metric).isPresent()) {
            figures.put(metric, count);
        }
    }

    /** The figures of a row, by metric. */
    private static Map<String, Long> figures(Panel panel, List<@Nullable Object> row) {
        Map<String, Long> figures = new TreeMap<>();
        for (int i = 1; i < row.size(); i++) {
            put(figures, panel.columns().get(i).key(), row.get(i));
        }
        return figures;
    }

    private static Map<String, Long> listed(List<Explain.Line> lines) {
        Map<String, Long> sums = new TreeMap<>();
        lines.forEach(line -> line.counts().forEach((metric, count) -> sums.merge(metric, count, Long::sum)));
        return sums;
    }

    private static Explain.Answer actions(View view) throws Exception {
        return FigureActions.ofEverything(MONTH, Optional.empty()).actions(now, view);
    }

    @Test
    void whatIsListedAddsUpToTheFiguresOfTheOverview() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        int figures = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            List<String> filters = new ArrayList<>();
            for (int n = i % 4; n > 0; n--) {
                String filter = FILTERS.get(random.nextInt(FILTERS.size()));
                if (!filters.contains(filter)) {
                    filters.add(filter);
                }
            }
            View view = view(CUSTOMERS.get(random.nextInt(CUSTOMERS.size())), filters);
            Explain.Answer answer = actions(view);
            Map<String, Long> shown = shown(view);
            String what = view.customer() + ": " + filters;
            Map<String, Long> sums = listed(answer.lines());
            assertThat(answer.figures()).as(what).isEqualTo(sums).isEqualTo(answer.sums());
            assertThat(answer.figures()).as(what).containsAllEntriesOf(shown);
            figures += shown.size();
        }
        assertThat(figures).isGreaterThan(60);
    }

    /** A row of a breakdown is the figure of the same page with one filter more. */
    @Test
    void everyBarOpensToItsActions() throws Exception {
        int bars = 0;
        View view = view("u1", List.of());
        for (Panel panel : Overview.of(now, view).panels()) {
            if (panel.field().isEmpty()) {
                continue;
            }
            for (List<@Nullable Object> row : panel.rows()) {
                View one = view.only(panel.field().get(), String.valueOf(row.get(0)));
                Map<String, Long> figures = figures(panel, row);
                assertThat(listed(actions(one).lines()))
                        .as(panel.id() + " " + row.get(0))
                        .containsAllEntriesOf(figures);
                bars += figures.size();
            }
        }
        assertThat(bars).isGreaterThan(40);
    }

    @Test
    void bothReleasesOfATitleOpenToTheirActions() throws Exception {
        int figures = 0;
        View view = view("u1", List.of());
        Panel titles = Overview.of(now, view).panel("titles").orElseThrow();
        for (List<@Nullable Object> title : titles.rows()) {
            String id = String.valueOf(title.get(titles.column("Title_ID")));
            Panel releases = TitleUsage.of(now, view, id).releases();
            for (Release release : Release.values()) {
                Map<String, Long> shown = new TreeMap<>();
                int column = release == Release.R5 ? 1 : 2;
                releases.rows().forEach(row -> put(shown, String.valueOf(row.get(0)), row.get(column)));
                View one = view.with(release).only(Field.TITLE, id);
                assertThat(listed(actions(one).lines())).as(id + " " + release).containsAllEntriesOf(shown);
                figures += shown.size();
            }
        }
        assertThat(figures).isGreaterThan(20);
    }

    @Test
    void eachInstitutionOfThePlatformOpensToItsActions() throws Exception {
        int figures = 0;
        Panel table = InstitutionTable.all(
                        now,
                        view(Institution.THE_WORLD, List.of()),
                        TableAsk.usual(),
                        Map.of("u1", "One", "u2", "Two"),
                        false)
                .panel();
        int id = table.column("Customer_ID");
        for (List<@Nullable Object> row : table.rows()) {
            if (String.valueOf(row.get(id)).isEmpty()) {
                continue; // of no institution
            }
            Map<String, Long> shown = figures(table, row);
            assertThat(listed(actions(view(String.valueOf(row.get(id)), List.of()))
                            .lines()))
                    .as("institution %s of %s", row.get(id), table.rows())
                    .containsAllEntriesOf(shown);
            figures += shown.size();
        }
        assertThat(figures).isGreaterThan(5);
    }

    /** A figure of an item is of many months; the page asks which, and their figures add up to it. */
    @Test
    void theMonthsOfAnItemAddUpToItsFigure() throws Exception {
        int figures = 0;
        View view = view("u1", List.of());
        Panel titles = Overview.of(now, view).panel("titles").orElseThrow();
        for (List<@Nullable Object> row : titles.rows()) {
            String title = String.valueOf(row.get(titles.column("Title_ID")));
            Panel items = TitleUsage.of(now, view, title).items();
            for (List<@Nullable Object> item : items.rows()) {
                for (MetricType metric :
                        List.of(MetricType.TOTAL_ITEM_REQUESTS, MetricType.UNIQUE_ITEM_INVESTIGATIONS)) {
                    Panel months = TitleUsage.monthsOf(
                            now, view.with(metric), title, String.valueOf(item.get(items.column("Title_ID"))));
                    long sum = months.rows().stream()
                            .mapToLong(one -> one.get(1) instanceof Long count ? count : 0)
                            .sum();
                    assertThat(sum).isEqualTo(item.get(items.column(metric.code())));
                    figures += sum > 0 ? 1 : 0;
                }
            }
        }
        assertThat(figures).isGreaterThan(10);
    }

    /** However a large month is cut, it says the same. */
    @Test
    void inPartsTheLinesAreTheSame() throws Exception {
        for (List<String> filters : List.of(List.<String>of(), List.of("arrival=Portal"))) {
            for (String customer : List.of("u1", Institution.THE_WORLD)) {
                View view = view(customer, filters);
                Explain.Answer whole = actions(view);
                ExplainMonth cut = new ExplainMonth(now, view.inMonth(MONTH), Optional.empty(), 250);
                Explain.Answer few = cut.answer(7);
                assertThat(few.outcomes()).isEqualTo(whole.outcomes());
                assertThat(few.sums()).isEqualTo(whole.sums());
                assertThat(few.total()).isEqualTo(whole.lines().size());
                assertThat(few.lines()).isEqualTo(whole.lines().subList(0, 7));
                List<Explain.Line> read = new ArrayList<>();
                cut.read(read::add);
                assertThat(read).containsExactlyInAnyOrderElementsOf(whole.lines());
            }
        }
    }

    /** Dropped actions are there, and nobody else's: what two institutions and nobody did is what the platform saw. */
    @Test
    void whatWasDroppedIsListedAndNothingOfOthers() throws Exception {
        Explain.Answer own = actions(view("u1", List.of()));
        Explain.Answer world = actions(view(Institution.THE_WORLD, List.of()));
        assertThat(own.outcomes()).containsKeys("counted", "double click");
        assertThat(world.outcomes()).containsKeys("counted", "double click", "held");
        assertThat(own.total()).isPositive().isLessThan(world.total());
        assertThat(world.lines()).containsAll(own.lines());
        assertThat(actions(view("nobody", List.of())).lines()).isEmpty();
    }

    @Test
    void oneMetricAlone() throws Exception {
        View view = view("u1", List.of());
        for (MetricType metric : MetricType.values()) {
            Explain.Answer answer =
                    FigureActions.ofEverything(MONTH, Optional.of(metric)).actions(now, view);
            Map<String, Long> figures = new TreeMap<>(actions(view).figures());
            figures.keySet().retainAll(Set.of(metric.code()));
            assertThat(answer.figures()).isEqualTo(figures);
            assertThat(listed(answer.lines())).isEqualTo(figures);
        }
    }
}
