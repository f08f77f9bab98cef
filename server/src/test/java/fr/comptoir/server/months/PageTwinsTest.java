package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Language;
import fr.comptoir.server.web.Browser;
import fr.comptoir.server.web.Twins;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Tables that are no figures of usage have twins at the address of their page, which say the same. */
class PageTwinsTest {
    private static final String ASKED =
            "?customer_id=uni&requestor_id=uni-requestor&begin_date=2026-01&end_date=2026-01";

    @TempDir
    static Path folder;

    private static LivingSite site;
    private Browser admin;
    private Browser uni;

    @BeforeAll
    static void count() throws Exception {
        site = LivingSite.in(folder, "2026-02-06T10:00:00Z", "");
        site.count(LivingSite.wholeMonth("2025-12"));
        site.count(LivingSite.wholeMonth("2026-01"));
        site.work();
        site.account("admin@x.example", Language.EN, Role.PLATFORM_ADMINISTRATOR, "");
        site.account("uni@x.example", Language.FR, Role.INSTITUTION_READER, "uni");
    }

    @BeforeEach
    void signIn() throws Exception {
        admin = site.signedIn("admin@x.example");
        uni = site.signedIn("uni@x.example");
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @Test
    void harvests() throws Exception {
        for (int i = 0; i < 2; i++) {
            site.get("/r51/reports/tr_b1" + ASKED);
            site.get("/r51/reports/tr" + ASKED + "&attributes_to_show=Colour");
        }
        site.restart(); // what waits to be taken down is
        Browser reader = site.signedIn("uni@x.example");
        List<JsonNode> harvests = Twins.rows(reader, "/space/uni/harvests", "harvests");
        assertThat(Twins.texts(harvests, "Report_ID")).containsExactly("TR", "TR_B1", "TR", "TR_B1");
        assertThat(Twins.texts(harvests, "Exceptions").get(0)).startsWith("3062 ");
        assertThat(Twins.texts(harvests, "Query")).allMatch(query -> query.contains("requestor_id=***"));
        String page = reader.get("/space/uni/harvests").body();
        assertThat(Twins.rowsAfter(page, "<table>")).isEqualTo(harvests.size());
        assertThat(page)
                .contains("/space/uni/harvests.csv?panel=harvests", "/space/uni/harvests.csv?panel=corrections");
        assertThat(Twins.rows(reader, "/space/uni/harvests", "corrections"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.get("Exception").asInt()).isEqualTo(3062);
                    assertThat(one.get("Times").asInt()).isEqualTo(2);
                });
        assertThat(Twins.json(reader, "/space/uni/harvests.json?from=3", "harvests"))
                .hasSize(1);
    }

    @Test
    void months() throws Exception {
        site.makeReports(); // so that nothing happens by itself between two answers
        List<JsonNode> months = Twins.rows(admin, "/admin/months", "months");
        assertThat(Twins.texts(months, "Month"))
                .contains("2026-01", "2025-12")
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(Twins.texts(months, "Prepared")).endsWith("yes", "yes");
        String page = admin.get("/admin/months").body();
        assertThat(Twins.rowsAfter(page, "<table>")).isEqualTo(months.size());
        assertThat(page).contains("/admin/months.csv?panel=months", "/admin/months.json");
        months.forEach(
                month -> assertThat(page).contains(">" + month.get("Actions").asInt() + "<"));
        assertThat(uni.get("/admin/months.json").statusCode()).isEqualTo(403);
    }

    @Test
    void reportsThatThereAre() throws Exception {
        List<JsonNode> reports = Twins.rows(uni, "/space/uni/reports", "reports");
        assertThat(reports).hasSize(32);
        String page = uni.get("/space/uni/reports").body();
        assertThat(page).contains("/space/uni/reports.csv?panel=reports", "/space/uni/reports.json");
        reports.forEach(report -> assertThat(page)
                .contains("release=" + report.get("Release").asString() + "&amp;report="
                        + report.get("Report_ID").asString() + "\""));
    }

    @Test
    void freshness() throws Exception {
        String asked = "/space/uni/overview";
        List<JsonNode> months = Twins.rows(uni, asked, "freshness");
        assertThat(Twins.texts(months, "Month")).contains("2025-12", "2026-01");
        String page = uni.get(asked).body();
        assertThat(Twins.rowsAfter(page, "id=\"panel-freshness\"")).isEqualTo(months.size());
        assertThat(page).contains("overview.csv?panel=freshness");
        assertThat(months.stream().filter(month -> !month.get("Counted_At").isNull()))
                .hasSize(2)
                .allSatisfy(month ->
                        assertThat(page).contains(month.get("Counted_At").asString()));
    }
}
