package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.code.Release;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.Site;
import fr.comptoir.operation.view.Preset.Period;
import fr.comptoir.operation.view.ReleaseDifferences.Difference;
import fr.comptoir.operation.view.ReleaseDifferences.Reason;
import fr.comptoir.operation.view.ReportReleases;
import fr.comptoir.operation.view.View;
import fr.comptoir.report.ReportDeclaration;
import fr.comptoir.report.Reports;
import fr.comptoir.testkit.TestClock;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report of Release 5 beside Release 5.1: the totals are those of the reports, and a difference says why. */
class ReleasesOfReportsTest {
    private static final long SEED = 20_261_124;
    private static final YearMonth MONTH = YearMonth.of(2025, 10);

    @TempDir
    private static Path folder;

    private static TestSite site;
    private static ReportingSite now;

    @BeforeAll
    static void countALog() throws Exception {
        System.out.println("ReleasesOfReportsTest: seed " + SEED);
        site = BetaLibrary.in(folder);
        site.count(
                site.log(MadeLog.lines(SEED, 2_500).stream().map(MadeLine::text).toList()));
        now = ReportingSite.read(Site.open(folder, new TestClock("2025-12-05T10:00:00Z")));
    }

    private static ReportReleases releases(ReportDeclaration report, String customer) throws Exception {
        View view = View.usual(customer, MONTH).with(new Period(Optional.empty(), MONTH, MONTH));
        return ReportReleases.of(now, report, view);
    }

    /** One column of the totals; what is 0 is in no report. */
    private static Map<String, Long> column(ReportReleases releases, int column) {
        Map<String, Long> figures = new TreeMap<>();
        for (List<@Nullable Object> row : releases.totals().rows()) {
            if (row.get(column) instanceof Long count && count > 0) {
                figures.put(String.valueOf(row.get(0)), count);
            }
        }
        return figures;
    }

    @Test
    void theTotalsAreThoseOfTheReports() throws Exception {
        int figures = 0;
        for (String id : List.of("PR", "TR", "IR", "DR", "TR_B1", "TR_J3", "IR_A1", "PR_P1")) {
            ReportReleases releases = releases(Reports.find(Release.R5_1, id).orElseThrow(), "u1");
            assertThat(releases.only()).isEmpty();
            for (String release : List.of("5", "5.1")) {
                assertThat(column(releases, release.equals("5") ? 1 : 2))
                        .as(id + " of Release " + release)
                        .isEqualTo(site.metrics(id, "u1", "2025-10", release));
            }
            figures += column(releases, 2).size();
        }
        assertThat(figures).isGreaterThan(20);
    }

    @Test
    void aDifferenceSaysWhy() throws Exception {
        ReportReleases titles = releases(Reports.find(Release.R5, "TR").orElseThrow(), "u1");
        Map<String, Long> r5 = column(titles, 1);
        Map<String, Long> r51 = column(titles, 2);
        assertThat(r51.get("Total_Item_Requests")).isGreaterThan(r5.get("Total_Item_Requests"));
        assertThat(titles.differences().reasons()).contains(Reason.WHOLE_BOOK);
        for (Difference one : titles.differences().figures()) {
            assertThat(one.r5())
                    .isEqualTo(r5.getOrDefault(one.metric().code(), 0L))
                    .isNotEqualTo(one.r51());
            assertThat(one.r51()).isEqualTo(r51.getOrDefault(one.metric().code(), 0L));
        }
        ReportReleases journals = releases(Reports.find(Release.R5_1, "TR_J3").orElseThrow(), "u1");
        assertThat(journals.differences().reasons()).doesNotContain(Reason.WHOLE_BOOK, Reason.PARTS_OF_BOOK);
    }

    @Test
    void aMetricThatOneReleaseDoesNotHaveHasNoFigureThere() throws Exception {
        for (Release release : Release.values()) {
            ReportReleases media = releases(Reports.find(release, "IR_M1").orElseThrow(), "u1");
            List<@Nullable Object> unique = media.totals().rows().stream()
                    .filter(row -> "Unique_Item_Requests".equals(row.get(0)))
                    .findFirst()
                    .orElseThrow();
            assertThat(unique.get(1)).isNull();
            assertThat((Long) unique.get(2)).isPositive();
            assertThat(media.differences().figures()).isEmpty();
        }
    }
}
