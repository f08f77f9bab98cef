package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code examples/freemium}: HTML that is open to everybody and PDF that is not, of the same titles, beside embargoed, restricted and open
 * ones on the same pages.
 */
class FreemiumSiteTest {
    @TempDir
    private static Path folder;

    private static HandCountedSite site;

    @BeforeAll
    static void count() throws IOException {
        site = HandCountedSite.count("freemium", folder, "access.log");
    }

    @Test
    void theLedgerIsTheOneWorkedOutByHand() throws IOException {
        site.assertLedger();
    }

    @Test
    void everyFigureIsTheOneWorkedOutByHand() throws IOException {
        site.assertFigures();
    }

    @Test
    void theSiteHasNoProblem() {
        assertThat(site.site.run("check").succeeded().err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "embargoed article of a journal                         | murs.201    | 2",
                "PDF or ePub of an article of a Freemium journal        | carnets.101 | 2",
                "PDF of an issue of a Freemium journal                  | carnets.n12 | 1",
                "restricted chapter that was not acquired               | dunes.c1    | 1",
                "restricted book, as HTML and as PDF                    | dunes       | 2",
                "PDF of a chapter of a Freemium book                    | phares.c1   | 1",
                "ePub of a Freemium book                                | phares      | 1"
            })
    void whoMayNotIsADenial(String kind, String item, long denials) {
        for (String release : List.of("5.1", "5")) {
            assertThat(rows("IR", release, item, "No_License"))
                    .as("%s in Release %s", kind, release)
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(Long.parseLong(row.get("Jun-2026"))).isEqualTo(denials);
                        assertThat(row.get("Access_Type")).isEqualTo("Controlled");
                    });
        }
    }

    @Test
    void oneTitleHasBothAccessTypesInRelease5AndOneInRelease51() {
        assertThat(accessTypes("5", "TR", "carnets")).containsExactlyInAnyOrder("OA_Gold", "Controlled");
        assertThat(accessTypes("5", "TR", "phares")).containsExactlyInAnyOrder("OA_Gold", "Controlled");
        assertThat(accessTypes("5.1", "TR", "carnets")).containsExactly("Controlled");
        assertThat(accessTypes("5.1", "TR", "phares")).containsExactly("Controlled");
    }

    @Test
    void whatIsRestrictedStaysSoOnTheSamePages() {
        assertThat(accessTypes("5", "TR", "murs")).containsExactly("Controlled");
        assertThat(accessTypes("5", "TR", "dunes")).containsExactly("Controlled");
        assertThat(accessTypes("5", "TR", "libres")).containsExactly("OA_Gold");
        assertThat(accessTypes("5", "TR", "estran")).containsExactly("OA_Gold");
    }

    private static List<String> accessTypes(String release, String report, String title) {
        return rows(report, release, title, "Total_Item_Requests").stream()
                .map(row -> row.get("Access_Type"))
                .distinct()
                .toList();
    }

    private static List<Map<String, String>> rows(String report, String release, String subject, String metric) {
        // The non-subscriber for denials; for the rest everybody.
        String customer = metric.equals("No_License") ? "bruyeres" : TestSite.WORLD;
        return site
                .site
                .reportOver(
                        report,
                        customer,
                        "2026-06",
                        "2026-06",
                        release,
                        "--attributes-to-show",
                        Figures.attributes(report, release))
                .rows()
                .stream()
                .filter(row -> row.get("Proprietary_ID").equals("mole:" + subject))
                .filter(row -> row.get("Metric_Type").equals(metric))
                .toList();
    }
}
