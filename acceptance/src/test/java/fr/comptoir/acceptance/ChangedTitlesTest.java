package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.WORLD;
import static fr.comptoir.acceptance.TestSite.get;
import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.operation.Explain;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.Site;
import fr.comptoir.operation.view.FigureActions;
import fr.comptoir.operation.view.TitleUsage;
import fr.comptoir.operation.view.View;
import fr.comptoir.operation.view.ViewParser;
import fr.comptoir.testkit.TestClock;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Journals whose name, or whose ISSN, changes: whose usage it is, by release. */
class ChangedTitlesTest {
    private static final String COLUMNS = "item_id,parent_id,data_type,name,publisher,yop,access_type,online_issn\n";
    private static final String ARTICLES = """
            old1,old,Article,Before the change,Example Press,2025,Controlled,
            new1,new,Article,After the change,Example Press,2026,Controlled,
            """;

    private static final MetricType TOTAL = MetricType.TOTAL_ITEM_REQUESTS;

    @TempDir
    Path folder;

    private TestSite site;

    /** In February and March one request of the old article; of the new one, published ahead, one in February and two in March. */
    @BeforeEach
    void count() {
        site = new TestSite(
                        folder,
                        AlphaJournals.SITE + AlphaJournals.PAGES + """
                                titles:
                                  changes: [{from: old, to: new, month: 2026-03}]
                                """,
                        COLUMNS + """
                                old,,Journal,Journal of Before,Example Press,,,1234-5679
                                new,,Journal,Journal of After,Example Press,,,2049-3630
                                """ + ARTICLES,
                        AlphaJournals.INSTITUTIONS)
                .imported();
        site.count(site.log(
                get("192.0.2.1", "10/Feb/2026:10:00:00", "/article/old1/pdf"),
                get("192.0.2.1", "11/Feb/2026:10:00:00", "/article/new1/pdf"),
                get("192.0.2.1", "10/Mar/2026:10:00:00", "/article/old1/pdf"),
                get("192.0.2.1", "11/Mar/2026:10:00:00", "/article/new1/pdf"),
                get("192.0.2.1", "12/Mar/2026:10:00:00", "/article/new1/pdf")));
    }

    private Map<String, String> requests(String release, String... more) {
        Map<String, String> found = new TreeMap<>();
        for (Map<String, String> row : site.reportOver("TR_J1", WORLD, "2026-02", "2026-03", release, more)
                .rows()) {
            if (row.get("Metric_Type").equals("Total_Item_Requests")) {
                String months = row.get("Feb-2026") + " " + row.get("Mar-2026");
                found.put(row.get("Title") + " " + row.get("Online_ISSN"), months);
            }
        }
        return found;
    }

    @Test
    void byMonthAllUsageIsOfTheTitleOfTheTime() {
        assertThat(requests("5"))
                .isEqualTo(Map.of("Journal of Before 1234-5679", "2 0", "Journal of After 2049-3630", "0 3"));
    }

    @Test
    void byContentEachKeepsItsOwn() {
        assertThat(requests("5.1"))
                .isEqualTo(Map.of("Journal of Before 1234-5679", "1 1", "Journal of After 2049-3630", "1 2"));
    }

    @Test
    void anExplanationAddsUpToTheReportOfItsRelease() {
        Map<String, Long> expected = new TreeMap<>(
                Map.of("old 5 2026-02", 2L, "new 5 2026-03", 3L, "old 5.1 2026-03", 1L, "new 5.1 2026-02", 1L));
        Map<String, Long> listed = new TreeMap<>();
        for (String question : expected.keySet()) {
            String[] parts = question.split(" ", -1);
            JsonNode answer = site.json(
                    "explain",
                    "TR",
                    "--title",
                    parts[0],
                    "--no-raw",
                    "--month",
                    parts[2],
                    "--customer",
                    WORLD,
                    "--release",
                    parts[1],
                    "--metric-type",
                    "Total_Item_Requests");
            long sum = 0;
            for (JsonNode line : answer.get("lines")) {
                sum += line.get("counts").path("Total_Item_Requests").asLong(0);
            }
            listed.put(question, sum);
        }
        assertThat(listed).isEqualTo(expected);
    }

    /** The figures of pages stand under the catalogue's titles in both releases, and so do the actions behind them, filtered or not. */
    @ParameterizedTest
    @CsvSource({"old,5", "new,5", "old,5.1", "new,5.1"})
    void theActionsBehindAFigureOfAPageAddUpToIt(String title, String release) throws Exception {
        ReportingSite now = ReportingSite.read(Site.open(folder, new TestClock("2026-04-05T10:00:00Z")));
        for (YearMonth month : List.of(YearMonth.of(2026, 2), YearMonth.of(2026, 3))) {
            for (Map<String, List<String>> filters : List.<Map<String, List<String>>>of(
                    Map.of(), Map.of("yop", List.of("2020-2030")), Map.of("q", List.of("journal of")))) {
                Map<String, List<String>> parameters = new TreeMap<>(filters);
                parameters.put("from", List.of(month.toString()));
                parameters.put("to", List.of(month.toString()));
                parameters.put("release", List.of(release));
                View view = ViewParser.parse(WORLD, parameters, YearMonth.of(2026, 3), Set.of())
                        .view();
                long shown = ((Number) TitleUsage.of(now, view, title)
                                .months()
                                .rows()
                                .get(0)
                                .get(1))
                        .longValue();
                Explain.Answer answer = new FigureActions(title, false, month, Optional.of(TOTAL)).actions(now, view);
                assertThat(shown).as(title + " " + month + " " + filters).isPositive();
                assertThat(answer.sums()).containsEntry(TOTAL.code(), shown);
                assertThat(answer.figures()).containsEntry(TOTAL.code(), shown);
            }
        }
    }

    @Test
    void whatReportsShowUnderAnotherTitleIsKnown() throws Exception {
        ReportingSite now = ReportingSite.read(Site.open(folder, new TestClock("2026-04-05T10:00:00Z")));
        YearMonth march = YearMonth.of(2026, 3);
        for (String title : List.of("old", "new")) {
            FigureActions figure = new FigureActions(title, false, march, Optional.empty());
            assertThat(figure.moved(now, Release.R5)).isEqualTo(Map.of("old", "new"));
            assertThat(figure.moved(now, Release.R5_1)).isEmpty();
        }
        assertThat(new FigureActions("old1", true, march, Optional.empty()).moved(now, Release.R5))
                .isEmpty();
    }

    @Test
    void aNewNameAloneIsOneTitleWithTheNewNameInAllMonths() {
        Path renamed = site.write("renamed.csv", COLUMNS + """
                old,,Journal,Journal of Now,Example Press,,,1234-5679
                new,,Journal,Journal of After,Example Press,,,2049-3630
                """ + ARTICLES);
        site.run("import", "catalogue", renamed.toString()).succeeded();
        assertThat(requests("5"))
                .isEqualTo(Map.of("Journal of Now 1234-5679", "2 0", "Journal of After 2049-3630", "0 3"));
    }
}
