package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A school and the university that it belongs to, in the two cases that librarians tell apart: University X has the same ranges as its
 * school, and all usage; University Y and its school have ranges of their own, and each its usage. Who has a range is what the registry
 * says: where both have the very same one, it counts for both.
 */
class SchoolAndUniversityTest {
    private static final String HEADER = "customer_id,name,ip_ranges\n";
    private static final String CAMPUS = TestSite.get("192.0.2.7", "10/Feb/2026:10:00:00", "/article/a1");
    private static final String LABORATORY = TestSite.get("192.0.2.99", "10/Feb/2026:10:01:00", "/article/a1");
    private static final String ELSEWHERE = TestSite.get("198.51.100.7", "10/Feb/2026:10:02:00", "/article/a1");

    @TempDir
    Path folder;

    private TestSite counted(String institutions) {
        TestSite site = new TestSite(
                        folder,
                        AlphaJournals.SITE + AlphaJournals.PAGES,
                        AlphaJournals.CATALOGUE,
                        HEADER + institutions)
                .imported();
        site.count(site.log(CAMPUS, LABORATORY, ELSEWHERE));
        return site;
    }

    private static long usage(TestSite site, String customer) {
        return site.report("PR", customer, "2026-02", "5.1").rows().stream()
                .filter(row -> row.get("Metric_Type").equals("Total_Item_Investigations"))
                .mapToLong(row -> Long.parseLong(row.get("Feb-2026")))
                .sum();
    }

    @Test
    void universityXAndItsSchoolShareTheirRangesAndUsageGoesToTheUniversityOnly() {
        TestSite site = counted("""
                x,University X,192.0.2.0/24
                x-school,School of X,
                """);
        assertThat(usage(site, "x")).isEqualTo(2);
        assertThat(usage(site, "x-school")).isZero();
    }

    @Test
    void universityYAndItsSchoolHaveDistinctRangesAndUsageIsApart() {
        TestSite site = counted("""
                y,University Y,192.0.2.0/24
                y-school,School of Y,198.51.100.0/24
                """);
        assertThat(usage(site, "y")).isEqualTo(2);
        assertThat(usage(site, "y-school")).isEqualTo(1);
    }

    @Test
    void aSchoolWithASmallerRangeWithinItsUniversitysHasItsUsageAlone() {
        TestSite site = counted("""
                y,University Y,192.0.2.0/24
                y-school,School of Y,192.0.2.96-192.0.2.127
                """);
        assertThat(usage(site, "y")).isEqualTo(1);
        assertThat(usage(site, "y-school")).isEqualTo(1);
    }

    @Test
    void aRangeThatIsWrittenForBothCountsForBothAndOnceForTheWorld() {
        TestSite site = counted("""
                x,University X,192.0.2.0/24
                x-school,School of X,192.0.2.0/24
                """);
        assertThat(usage(site, "x")).isEqualTo(2);
        assertThat(usage(site, "x-school")).isEqualTo(2);
        assertThat(usage(site, TestSite.WORLD)).isEqualTo(3);
    }
}
