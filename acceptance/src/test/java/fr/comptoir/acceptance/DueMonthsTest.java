package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.operation.AnnualReport;
import fr.comptoir.operation.DueMonths;
import fr.comptoir.operation.DueMonths.Due;
import fr.comptoir.operation.DueMonths.Stage;
import fr.comptoir.operation.MakeReport;
import fr.comptoir.operation.Months;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.Site;
import fr.comptoir.testkit.TestClock;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a month is published, and when it is closed by itself. */
class DueMonthsTest {
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    @TempDir
    Path folder;

    private TestSite site;

    private void count(String settings, List<String> lines) {
        site = new TestSite(
                        folder,
                        AlphaJournals.SITE + AlphaJournals.PAGES + settings,
                        AlphaJournals.CATALOGUE,
                        AlphaJournals.INSTITUTIONS)
                .imported();
        site.count(site.log(lines));
    }

    /** A line each three hours of January, without those from one hour of the month to another, and one in February. */
    private static List<String> january(int missingFrom, int missingTo) {
        List<String> lines = new ArrayList<>();
        for (int hour = 0; hour < 31 * 24; hour += 3) {
            if (hour < missingFrom || hour >= missingTo) {
                lines.add(line(1 + hour / 24, hour % 24));
            }
        }
        lines.add(get("192.0.2.1", "01/Feb/2026:00:10:00", "/article/a1"));
        return lines;
    }

    private static String line(int day, int hour) {
        return get("192.0.2.1", String.format(Locale.ROOT, "%02d/Jan/2026:%02d:10:00", day, hour), "/article/a1");
    }

    private Site at(String instant) throws Exception {
        return Site.open(folder, new TestClock(instant));
    }

    private Due january(String instant) throws Exception {
        return DueMonths.open(at(instant)).stream()
                .filter(due -> due.month().equals(JANUARY))
                .findFirst()
                .orElseThrow();
    }

    private List<YearMonth> closed(String instant) throws Exception {
        return DueMonths.close(at(instant), "Comptoir test", sentence -> {});
    }

    private List<YearMonth> published(String instant) throws Exception {
        return List.copyOf(
                ReportingSite.read(at(instant)).published().availability().counted());
    }

    @Test
    void aCompleteMonthIsClosedOnItsDayOnce() throws Exception {
        count("", january(0, 0));
        assertThat(january("2026-02-04T22:59:59Z").stage()).isEqualTo(Stage.EARLY);
        assertThat(closed("2026-02-04T22:59:59Z")).isEmpty();
        assertThat(closed("2026-02-04T23:00:00Z")).as("the fifth, in Paris").containsExactly(JANUARY);
        assertThat(closed("2026-02-05T00:00:00Z")).isEmpty();
        assertThat(site.run("months").succeeded().out()).contains("closed");
    }

    @Test
    void anotherDayCanBeSaid() throws Exception {
        count("months: {publication_day: 12}\n", january(0, 0));
        assertThat(closed("2026-02-11T12:00:00Z")).isEmpty();
        assertThat(published("2026-02-11T12:00:00Z")).isEmpty();
        assertThat(published("2026-02-12T12:00:00Z")).containsExactly(JANUARY);
        assertThat(closed("2026-02-12T12:00:00Z")).containsExactly(JANUARY);
    }

    /** Whoever makes one for a customer sees what that customer sees; the site's owner sees all. */
    @Test
    void noReportOfACustomerShowsAMonthBeforeItsDay() throws Exception {
        List<String> lines = new ArrayList<>(january(0, 0));
        for (int day = 1; day <= 28; day++) {
            String time = String.format(Locale.ROOT, "%02d/Feb/2026:12:10:00", day);
            lines.add(get("192.0.2.1", time, "/article/a1/pdf"));
        }
        count("", lines);
        Site owner = at("2026-03-02T12:00:00Z");
        ReportingSite customers = ReportingSite.read(owner).published();
        assertThat(customers.availability().counted()).containsExactly(JANUARY);
        Map<String, String> months = Map.of("begin_date", "2026-01", "end_date", "2026-02");
        assertThat(requests(MakeReport.prepare(owner, "PR", TestSite.WORLD, "5.1", "tsv", months)))
                .isEqualTo(28);
        assertThat(requests(MakeReport.prepare(customers, "PR", TestSite.WORLD, "5.1", "tsv", months)))
                .isZero();
        Year year = Year.of(2026);
        assertThat(february(AnnualReport.prepare(owner, TestSite.WORLD, year, "en", "test")))
                .isEqualTo("28");
        assertThat(february(AnnualReport.prepare(customers, TestSite.WORLD, year, "en", "test")))
                .isEmpty();
    }

    private static long requests(MakeReport report) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.write(out);
        return Table.of(out.toString(UTF_8)).totals(List.of()).getOrDefault("Total_Item_Requests", 0L);
    }

    /** Of all journals. */
    private static String february(AnnualReport report) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.write(AnnualReport.Format.CSV, out);
        List<String> lines = out.toString(UTF_8).lines().toList();
        int column = List.of(lines.get(0).split(",", -1)).indexOf("Feb-2026");
        return lines.get(1).split(",", -1)[column];
    }

    @Test
    void aMonthWithAMissingLogWaitsAndSaysWhatIsMissing() throws Exception {
        count("", january(24, 48));
        Due due = january("2026-02-05T12:00:00Z");
        assertThat(due.stage()).isEqualTo(Stage.DUE);
        assertThat(due.missing())
                .containsExactly(
                        new Months.Gap(LocalDateTime.of(2026, 1, 1, 22, 0), LocalDateTime.of(2026, 1, 3, 0, 0), 26));
        assertThat(due.reachesItsEnd()).isTrue();
        assertThat(due.dueOn()).isEqualTo(LocalDate.of(2026, 2, 5));
        assertThat(closed("2026-02-05T12:00:00Z")).isEmpty();
        site.count(site.log(line(2, 4), line(2, 9), line(2, 15), line(2, 20)));
        assertThat(closed("2026-02-05T12:00:00Z")).containsExactly(JANUARY);
    }

    @Test
    void aMonthWhoseLastLogIsNotThereWaits() throws Exception {
        List<String> lines = january(0, 0);
        count("", lines.subList(0, lines.size() - 1));
        assertThat(january("2026-02-05T12:00:00Z").missing()).isEmpty();
        assertThat(january("2026-02-05T12:00:00Z").reachesItsEnd()).isFalse();
        assertThat(closed("2026-02-05T12:00:00Z")).isEmpty();
        site.count(site.log(line(31, 23)));
        assertThat(closed("2026-02-05T12:00:00Z")).containsExactly(JANUARY);
    }

    @Test
    void theFourthWeekIsUrgentAndThenItIsLate() throws Exception {
        count("", january(24, 48));
        assertThat(january("2026-02-21T12:00:00Z").stage()).isEqualTo(Stage.DUE);
        assertThat(january("2026-02-22T12:00:00Z").stage()).isEqualTo(Stage.URGENT);
        assertThat(january("2026-02-28T12:00:00Z").stage()).isEqualTo(Stage.URGENT);
        assertThat(january("2026-02-28T12:00:00Z").lastDay()).isEqualTo("2026-02-28");
        assertThat(january("2026-03-01T12:00:00Z").stage()).isEqualTo(Stage.LATE);
    }

    @Test
    void byHandIsByHand() throws Exception {
        count("months: {closing: by_hand}\n", january(0, 0));
        assertThat(closed("2026-02-20T12:00:00Z")).isEmpty();
    }

    @Test
    void aSmallPlatformSaysHowQuietItsNightsAre() throws Exception {
        count("months: {longest_gap: 26h}\n", january(24, 48));
        assertThat(closed("2026-02-05T12:00:00Z")).containsExactly(JANUARY);
    }

    @Test
    void whereOnlyClosedMonthsAppearAnOpenOneDoesNot() throws Exception {
        count("months: {publish: closed}\n", january(24, 48));
        assertThat(published("2026-02-20T12:00:00Z")).isEmpty();
        assertThat(ReportingSite.read(at("2026-02-20T12:00:00Z")).availability().counted())
                .as("its owner sees it all the time")
                .contains(JANUARY);
        site.run("close", "2026-01").succeeded();
        assertThat(published("2026-02-20T12:00:00Z")).containsExactly(JANUARY);
        assertThat(published("2026-02-04T12:00:00Z"))
                .as("not before the day, even if it is closed")
                .isEmpty();
    }

    @Test
    void aMonthOfWhichNothingCameIsMissedForAWhile() throws Exception {
        count("months: {longest_gap: 999h}\n", january(0, 0));
        Due march = DueMonths.open(at("2026-04-23T12:00:00Z")).stream()
                .filter(due -> due.month().equals(YearMonth.of(2026, 3)))
                .findFirst()
                .orElseThrow();
        assertThat(march.stage()).isEqualTo(Stage.URGENT);
        assertThat(march.counted()).isFalse();
        assertThat(march.isComplete()).isFalse();
        assertThat(closed("2026-04-23T12:00:00Z")).containsExactly(JANUARY);
        assertThat(DueMonths.open(at("2026-05-30T12:00:00Z")))
                .extracting(Due::month)
                .containsExactly(YearMonth.of(2026, 2), YearMonth.of(2026, 3), YearMonth.of(2026, 4));
        assertThat(DueMonths.open(at("2026-05-31T12:00:00Z")))
                .extracting(Due::month)
                .containsExactly(YearMonth.of(2026, 2), YearMonth.of(2026, 4));
    }
}
