package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.month.MonthSteps.Step;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports that harvesters ask for are there when a month is closed. */
class ReportsBeforehandTest {
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final List<String> ASKED = List.of(
            "/r51/reports/tr_j1?customer_id=uni&requestor_id=uni-requestor&begin_date=2026-01&end_date=2026-01",
            "/reports/dr_d1?customer_id=uni&requestor_id=uni-requestor&begin_date=2026-01&end_date=2026-01",
            "/r51/reports/TR?customer_id=other&requestor_id=other-requestor&begin_date=2026-01-01&end_date=2026-01-31"
                    + "&attributes_to_show=Access_Method%7CYOP%7CAccess_Type",
            "/reports/ir?customer_id=uni&requestor_id=uni-requestor&begin_date=2026-01&end_date=2026-01"
                    + "&attributes_to_show=Authors%7CPublication_Date%7CArticle_Version%7CYOP%7CAccess_Type%7CAccess_Method"
                    + "&include_parent_details=True&include_component_details=True",
            "/r51/reports/pr?customer_id=0000000000000000&requestor_id=uni-requestor&begin_date=2026-01"
                    + "&end_date=2026-01&attributes_to_show=Access_Method");

    @TempDir
    Path folder;

    private static long metric(LivingSite site, String name) throws Exception {
        Matcher value = Pattern.compile("(?m)^" + name + "_total ([0-9.E]+)").matcher(site.metrics());
        return value.find() ? (long) Double.parseDouble(value.group(1)) : -1;
    }

    @Test
    void theyAreMadeOnceTheMonthIsClosedAndServedAtOnce() throws Exception {
        try (LivingSite site = LivingSite.in(folder, "2026-02-04T10:00:00Z", "")) {
            site.count(LivingSite.wholeMonth("2026-01"));
            site.work();
            assertThat(site.get(ASKED.get(0)).body()).as("not before the fifth").contains("3031");
            site.clock.set("2026-02-05T10:00:00Z");
            site.work();
            site.makeReports();
            assertThat(site.database().monthSteps().isDone(JANUARY, 1, Step.PREPARED))
                    .isTrue();
            long before = metric(site, "comptoir_reports_at_once");
            for (String path : ASKED) {
                assertThat(site.get(path).statusCode()).as(path).isEqualTo(200);
            }
            assertThat(site.get(ASKED.get(0)).body()).contains("\"Total_Item_").doesNotContain("3031");
            assertThat(metric(site, "comptoir_reports_at_once") - before)
                    .as("all of them, and one twice")
                    .isEqualTo(ASKED.size() + 1L);
            assertThat(metric(site, "comptoir_reports_asked")).isEqualTo(before + ASKED.size() + 2);
        }
    }
}
