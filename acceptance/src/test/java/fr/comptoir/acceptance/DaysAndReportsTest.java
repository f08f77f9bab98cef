package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.Release;
import fr.comptoir.operation.MonthCourse;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.Site;
import fr.comptoir.operation.view.Days;
import fr.comptoir.operation.view.Overview;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.View;
import fr.comptoir.operation.view.ViewParser;
import fr.comptoir.testkit.TestClock;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The days of a month add up to its figures, the hours of a day to the day's, whatever is asked, as the reports have them. */
class DaysAndReportsTest {
    private static final YearMonth MONTH = YearMonth.of(2025, 10);
    private static final YearMonth LAST = YearMonth.of(2025, 11);
    private static final String METRIC = "Total_Item_Requests";
    private static final String PUBLISHER = "Press";
    private static final long SEED = 20_261_123;

    @TempDir
    private static Path folder;

    private static TestSite site;
    private static ReportingSite now;

    @BeforeAll
    static void countALog() throws Exception {
        String catalogue = BetaLibrary.CATALOGUE
                .lines()
                .map(line -> line + "," + publisher(line))
                .collect(Collectors.joining("\n", "", "\n"));
        site = new TestSite(folder, BetaLibrary.SITE, catalogue, BetaLibrary.INSTITUTIONS);
        site.write("robots.json", BetaLibrary.ROBOTS);
        site.imported();
        site.count(site.log(
                MadeLog.lines(20_251_122, 6_000).stream().map(MadeLine::text).toList()));
        now = ReportingSite.read(Site.open(folder, new TestClock("2025-12-05T10:00:00Z")));
    }

    private static String publisher(String line) {
        return line.startsWith("item_id") ? "publisher" : line.matches("(j1|b1),.*") ? PUBLISHER : "";
    }

    private static View view(String customer, String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String part : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] pair = part.split("=", 2);
            parameters.computeIfAbsent(pair[0], any -> new ArrayList<>()).add(pair[1]);
        }
        ViewParser.Parsed parsed = ViewParser.parse(customer, parameters, LAST, Set.of());
        assertThat(parsed.problems()).isEmpty();
        return parsed.view();
    }

    private static Days days(View view, @Nullable LocalDate day) throws Exception {
        return days(now, view, Optional.ofNullable(day));
    }

    private static Days days(ReportingSite site, View view, Optional<LocalDate> day) throws Exception {
        return Days.of(site, view, MONTH, day, MonthCourse.of(site, Days.query(view, MONTH), MONTH));
    }

    /** What the rows of a panel add up to, by metric; what is 0 is left out. */
    private static Map<String, Long> sums(Panel panel) {
        Map<String, Long> sums = new TreeMap<>();
        for (List<@Nullable Object> row : panel.rows()) {
            for (int i = 1; i < row.size(); i++) {
                if (row.get(i) instanceof Long count && count > 0) {
                    sums.merge(panel.columns().get(i).key(), count, Long::sum);
                }
            }
        }
        return sums;
    }

    /** The figures of the overview of that month alone. */
    private static Map<String, Long> headline(View view) throws Exception {
        Map<String, Long> figures = new TreeMap<>();
        View any = view(view.customer(), query(view) + "from=" + MONTH + "&to=" + MONTH + "&compare=none");
        View one = view.publishers().map(any::ofPublishers).orElse(any);
        for (List<@Nullable Object> row :
                Overview.of(now, one).panel("headline").orElseThrow().rows()) {
            if (row.get(1) instanceof Long count && count > 0) {
                figures.put(String.valueOf(row.get(0)), count);
            }
        }
        return figures;
    }

    private static String query(View view) {
        return view.query().isEmpty()
                ? ""
                : java.net.URLDecoder.decode(view.query(), java.nio.charset.StandardCharsets.UTF_8) + "&";
    }

    static Stream<String> customers() {
        return Stream.of("u1", "u5", "cons", Institution.THE_WORLD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "release=5",
                "data_type=Book",
                "not_data_type=Journal&release=5",
                "access_type=Open",
                "access_type=Controlled&not_access_method=TDM",
                "oa_status=closed",
                "not_oa_status=closed",
                "oa_status=gold&oa_status=unknown&release=5",
                "yop=2020-2030",
                "not_yop=2020-2030&access_method=Regular",
                "title=j1",
                "not_title=j1",
                "q=journal",
                "arrival=Portal",
                "not_arrival=direct&route=ip",
                "not_route=none&data_type=Journal&release=5",
                "arrival=Portal&yop=2020",
            })
    void daysAddUpToTheMonth(String query) throws Exception {
        for (String customer : customers().toList()) {
            View view = view(customer, query);
            Days days = days(view, null);
            assertThat(sums(days.panels().get(0))).as("%s %s", customer, query).isEqualTo(headline(view));
            assertThat(days.addsUp()).isTrue();
            assertThat(days.panels().get(0).rows()).hasSize(MONTH.lengthOfMonth());
        }
    }

    /** Whatever is asked together. */
    @Test
    void daysOfAnyQuestionAddUpToTheMonth() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> some = List.of(
                "release=5",
                "data_type=Book&data_type=Journal",
                "not_data_type=Article",
                "access_type=Controlled",
                "not_access_type=Controlled",
                "oa_status=gold&oa_status=unknown",
                "not_access_method=TDM",
                "yop=2015-2024",
                "not_yop=2020",
                "not_title=j1",
                "q=of",
                "not_arrival=direct",
                "route=ip");
        int counted = 0;
        for (int i = 0; i < 60; i++) {
            String query = some.stream()
                    .filter(any -> random.nextInt(5) == 0)
                    .collect(Collectors.joining("&"))
                    .replace("access_type=Controlled&not_access_type=Controlled", "access_type=Controlled"); // refused
            String customer = customers().toList().get(random.nextInt(4));
            View view = view(customer, query);
            Map<String, Long> sums = sums(days(view, null).panels().get(0));
            assertThat(sums).as("seed %d, %s %s", SEED, customer, query).isEqualTo(headline(view));
            counted += sums.isEmpty() ? 0 : 1;
        }
        assertThat(counted).isGreaterThan(30);
    }

    /** Of its titles by whomever, and of nothing else: without a name it has none. */
    @Test
    void aPublishersDaysAreThoseOfItsTitles() throws Exception {
        Map<Set<String>, Map<String, Long>> seen = new HashMap<>();
        for (Set<String> names : List.of(Set.<String>of(), Set.of(PUBLISHER), Set.of("Nobody"))) {
            for (String query : List.of("", "data_type=Book&release=5")) {
                View view = view("press", query).ofPublishers(names);
                Map<String, Long> sums = sums(days(view, null).panels().get(0));
                assertThat(sums).as("%s %s", names, query).isEqualTo(headline(view));
                seen.putIfAbsent(names, sums);
            }
        }
        assertThat(seen.get(Set.of(PUBLISHER))).isNotEmpty();
        assertThat(seen.get(Set.of(PUBLISHER)).get(METRIC))
                .isLessThan(sums(days(view(Institution.THE_WORLD, ""), null)
                                .panels()
                                .get(0))
                        .get(METRIC));
        assertThat(seen.get(Set.of())).isEmpty();
        assertThat(seen.get(Set.of("Nobody"))).isEmpty();
    }

    @Test
    void theyAreTheReports() throws Exception {
        for (String release : Stream.of(Release.values()).map(Release::code).toList()) {
            for (String customer : List.of("u1", "cons")) {
                Map<String, Long> days = sums(days(view(customer, "release=" + release), null)
                        .panels()
                        .get(0));
                Map<String, Long> report = site.reportOver("PR", customer, MONTH.toString(), MONTH.toString(), release)
                        .totals(List.of());
                for (String metric : List.of(
                        METRIC,
                        "Total_Item_Investigations",
                        "Unique_Item_Requests",
                        "Unique_Item_Investigations",
                        "Unique_Title_Requests",
                        "Searches_Platform")) {
                    assertThat(days.getOrDefault(metric, 0L))
                            .as("%s %s %s", customer, release, metric)
                            .isEqualTo(report.getOrDefault(metric, 0L));
                }
            }
        }
    }

    @Test
    void hoursAddUpToTheDay() throws Exception {
        View view = view("u1", "");
        Panel days = days(view, null).panels().get(0);
        int used = 0;
        for (int i = 0; i < days.rows().size(); i += 5) {
            LocalDate day = (LocalDate) days.rows().get(i).get(0);
            Panel hours = days(view, day).panels().get(1);
            assertThat(hours.rows()).hasSize(24);
            long expected = days.rows().get(i).get(1) instanceof Long count ? count : 0;
            assertThat(sums(hours).getOrDefault(METRIC, 0L)).isEqualTo(expected);
            used += expected > 0 ? 1 : 0;
        }
        assertThat(used).isGreaterThan(2);
    }

    /** A picture shows what has no figure as it shows 0; the page says which days these are. */
    @Test
    void whatNoLogHasALineOfIsNamed() throws Exception {
        TestSite other = BetaLibrary.in(folder.resolve("gap"));
        other.count(other.log(MadeLog.lines(20_251_122, 3_000).stream()
                .map(MadeLine::text)
                .filter(line -> !line.contains("[14/Oct/2025:"))
                .toList()));
        ReportingSite site =
                ReportingSite.read(Site.open(folder.resolve("gap"), new TestClock("2025-12-05T10:00:00Z")));
        LocalDate day = LocalDate.of(2025, 10, 14);
        Days days = days(site, view("u1", ""), Optional.of(day));
        assertThat(Days.unlogged(days.panels().get(0))).containsExactly(day);
        assertThat(Days.unlogged(days.panels().get(1))).hasSize(24);
    }

    /** What others did is no part of it: the days of two institutions that share nothing are told apart. */
    @Test
    void theDaysOfNobodyAreEmpty() throws Exception {
        assertThat(sums(days(view("nobody", ""), null).panels().get(0))).isEmpty();
        assertThat(customers()
                        .map(customer -> {
                            try {
                                return sums(
                                        days(view(customer, ""), null).panels().get(0));
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        })
                        .collect(Collectors.toSet()))
                .hasSize(4);
    }
}
