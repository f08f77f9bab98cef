package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.operation.Explain;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.Site;
import fr.comptoir.operation.view.FigureActions;
import fr.comptoir.operation.view.Panel;
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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever filters a figure of a page has, the actions behind it have them too, and add up to it. */
class NarrowedExplainTest {
    private static final YearMonth MONTH = YearMonth.of(2025, 10);
    private static final YearMonth LAST = YearMonth.of(2025, 11);
    private static final String PERIOD = "from=2025-10&to=2025-10";
    private static final List<String> TITLES = List.of("b1", "j1");
    private static final List<String> CUSTOMERS = List.of("u1", Institution.THE_WORLD);

    @TempDir
    private static Path folder;

    private static ReportingSite now;

    @BeforeAll
    static void countALog() throws Exception {
        TestSite site = BetaLibrary.in(folder);
        site.count(site.log(
                MadeLog.lines(20_251_122, 2_500).stream().map(MadeLine::text).toList()));
        now = ReportingSite.read(Site.open(folder, new TestClock("2025-12-05T10:00:00Z")));
    }

    private static View view(String customer, String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String part : (PERIOD + (query.isEmpty() ? "" : "&" + query)).split("&", -1)) {
            String[] pair = part.split("=", 2);
            parameters.computeIfAbsent(pair[0], any -> new ArrayList<>()).add(pair[1]);
        }
        ViewParser.Parsed parsed = ViewParser.parse(customer, parameters, LAST, Set.of());
        assertThat(parsed.problems()).isEmpty();
        return parsed.view();
    }

    private static Explain.Answer actions(View view, String of, boolean isItem) throws Exception {
        return new FigureActions(of, isItem, MONTH, Optional.empty()).actions(now, view);
    }

    /** What the row of the month, or of an item, says; what is 0 is left out. */
    private static Map<String, Long> figures(Panel panel, Object key, int column) {
        Map<String, Long> figures = new TreeMap<>();
        for (List<@Nullable Object> row : panel.rows()) {
            for (int i = 0; key.equals(row.get(column)) && i < row.size(); i++) {
                if (row.get(i) instanceof Long count && count > 0) {
                    figures.put(panel.columns().get(i).key(), count);
                }
            }
        }
        return figures;
    }

    private static Map<String, Long> listed(Explain.Answer answer) {
        Map<String, Long> sums = new TreeMap<>();
        answer.lines().forEach(line -> line.counts().forEach((metric, count) -> sums.merge(metric, count, Long::sum)));
        return sums;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "release=5",
                "data_type=Book",
                "access_type=Open",
                "access_type=Controlled&not_access_method=TDM",
                "oa_status=closed",
                "not_oa_status=closed",
                "yop=2020-2030",
                "not_yop=2020-2030&access_method=Regular",
                "q=journal",
                "arrival=Portal",
                "not_arrival=direct&route=ip",
                "not_route=none&data_type=Journal&release=5",
                "arrival=Portal&yop=2020",
                "publisher=nobody",
                "not_package=none",
            })
    void whatIsListedAddsUpToTheFigureThatWasClicked(String query) throws Exception {
        int figures = 0;
        for (String customer : CUSTOMERS) {
            View view = view(customer, query);
            for (String title : customer.equals("u1") ? TITLES : TITLES.subList(0, 1)) {
                TitleUsage page = TitleUsage.of(now, view, title);
                Map<String, Long> shown = figures(page.months(), MONTH, 0);
                Explain.Answer answer = actions(view, title, false);
                String what = title + " of " + customer + ": " + query;
                assertThat(listed(answer)).as(what).isEqualTo(shown);
                assertThat(answer.figures()).as(what).isEqualTo(shown);
                figures += shown.size();
                List<List<@Nullable Object>> items = page.items().rows();
                for (List<@Nullable Object> row :
                        items.subList(0, Math.min(customer.equals("u1") ? 1 : 0, items.size()))) {
                    String item = String.valueOf(row.get(1));
                    Map<String, Long> ofItem = figures(page.items(), item, 1);
                    Explain.Answer itemAnswer = actions(page.view(), item, true);
                    assertThat(listed(itemAnswer)).as(item + " in " + what).isEqualTo(ofItem);
                    assertThat(itemAnswer.figures()).as(item + " in " + what).isEqualTo(ofItem);
                }
            }
        }
        assertThat(figures > 0)
                .as(query)
                .isEqualTo(
                        !Set.of("arrival=Portal&yop=2020", "publisher=nobody").contains(query));
    }

    /** The filters of one attribute share out its actions: each is listed under one of the values, dropped or not. */
    @Test
    void everyActionIsListedUnderOneOfTheYears() throws Exception {
        List<String> all = places(actions(view("cons", ""), "j1", false));
        List<String> some = places(actions(view("cons", "yop=2024-2030"), "j1", false));
        List<String> others = places(actions(view("cons", "not_yop=2024-2030"), "j1", false));
        assertThat(some).isNotEmpty().doesNotContainAnyElementsOf(others);
        List<String> both = new ArrayList<>(some);
        both.addAll(others);
        assertThat(both).containsExactlyInAnyOrderElementsOf(all);
        assertThat(actions(view("cons", "not_yop=2024-2030"), "j1", false).lines())
                .anyMatch(line -> line.outcome().equals("double click"));
    }

    private static List<String> places(Explain.Answer answer) {
        return answer.lines().stream().map(Explain.Line::place).toList();
    }
}
