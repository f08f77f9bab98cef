package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.harvest.Harvest;
import fr.comptoir.customers.mail.Mail;
import fr.comptoir.customers.month.Anomaly;
import fr.comptoir.customers.month.Thresholds;
import fr.comptoir.server.web.Browser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A closed month with unusual usage is a case for people; and what the service itself does. */
class AnomalyTest {
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    private static final String NOW = "2026-02-05T10:01:00Z";

    @TempDir
    static Path closed;

    @TempDir
    Path folder;

    private LivingSite site;

    @BeforeAll
    static void closeMonths() throws Exception {
        LivingSite site = LivingSite.in(
                closed,
                "2026-02-04T10:00:00Z",
                "mail: {host: localhost, port: 1, encryption: none, from: s@x.example}\n");
        site.account("admin@x.example", Language.EN, Role.PLATFORM_ADMINISTRATOR, "");
        site.account("uni@x.example", Language.FR, Role.INSTITUTION_MANAGER, "uni");
        for (String month : new String[] {"2025-10", "2025-11", "2025-12", "2026-01"}) {
            site.count(LivingSite.wholeMonth(month));
        }
        List<String> abuse = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            String time = String.format(Locale.ROOT, "2026-01-20 %02d:%02d", i / 60, i % 60);
            abuse.add(LivingSite.click("192.0.2.66", time, "/article/a2/pdf").replace("Firefox/127.0", "Reader/2.0"));
        }
        site.count(abuse);
        site.work();
        site.clock.set("2026-02-05T10:00:00Z");
        site.work();
        site.clock.set(NOW);
        site.work();
        site.close();
    }

    @BeforeEach
    void serve() throws Exception {
        site = LivingSite.copied(closed, folder, NOW);
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
    }

    private Anomaly platformOfUni() {
        return site.database().anomalies().all(null, "uni", Page.first(50)).rows().stream()
                .filter(one ->
                        one.subjectKind().equals("PLATFORM") && one.metric().equals("Total_Item_Investigations"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSpikeIsACaseWithWhatExplainsItAndWhatPeopleThink() throws Exception {
        Anomaly found = platformOfUni();
        assertThat(found.month()).isEqualTo(JANUARY);
        assertThat(found.value()).isEqualTo(1148);
        assertThat(site.database().anomalies().all(null, "other", Page.first(5)).total())
                .isZero();
        assertThat(site.database()
                        .outbox()
                        .in(Mail.State.WAITING, Page.first(9))
                        .rows())
                .filteredOn(mail -> mail.template().equals("anomalies"))
                .extracting(Mail::address)
                .containsExactly("admin@x.example");

        assertThat(AnomalyParts.of(found).measure()).isEqualTo(new AnomalyMeasure(Thresholds.OF_THE_CODE, false));

        Browser admin = site.signedIn("admin@x.example");
        assertThat(admin.get("/admin/anomalies").body())
                .contains(
                        "much more",
                        "Journal of Examples",
                        "Jan\u00a02026",
                        ">Alpha Journals</a>",
                        ">Université d’Uni</a>")
                .doesNotContain("<td>Total_Item", ">0000000000000000<");
        String page = admin.get("/admin/anomalies/" + found.id()).body();
        assertThat(page)
                .contains(
                        "<dd>Investigations</dd>",
                        "Address",
                        "(3 times the mean and 100 more)",
                        "Thresholds of the Code of Practice.",
                        "/article/{item}/pdf",
                        "Day of the month",
                        "100%",
                        ">User agent</td>");
        admin.post(
                "/admin/anomalies/" + found.id(), "version", "1", "state", "ABUSE", "note", "One address, told them.");
        assertThat(admin.get("/admin/anomalies/" + found.id()).body())
                .contains("One address, told them.", "programs or abuse");
        admin.post("/admin/anomalies/" + found.id(), "version", "1", "state", "GENUINE", "note", "Too late.");
        assertThat(platformOfUni().state()).isEqualTo(Anomaly.State.ABUSE);

        Browser uni = site.signedIn("uni@x.example");
        assertThat(uni.get("/space/uni/anomalies").body()).contains("beaucoup plus", "Toute la plateforme");
        assertThat(uni.get("/admin/anomalies/" + found.id()).statusCode()).isEqualTo(403);
        twinsSayWhatThePagesSay(admin, uni);
        String world = "/space/0000000000000000/anomalies";
        assertThat(admin.get("/space/0000000000000000/overview").body()).contains(world);
        assertThat(admin.get(world).body())
                .contains("much more", "/space/0000000000000000/overview\"")
                .as("the world has no page of its own")
                .doesNotContain("/space/0000000000000000\"");
        assertThat(uni.get(world).statusCode()).isEqualTo(403);
    }

    private void twinsSayWhatThePagesSay(Browser admin, Browser uni) throws Exception {
        List<Anomaly> cases =
                site.database().anomalies().all(null, "uni", Page.first(50)).rows();
        String csv = uni.get("/space/uni/anomalies.csv").body();
        String json = uni.get("/space/uni/anomalies.json").body();
        assertThat(csv.lines()).hasSize(1 + cases.size());
        for (Anomaly one : cases) {
            assertThat(csv).contains("\r\n" + one.id() + ",2026-01,uni,");
            assertThat(json).contains("{\"Anomaly\":" + one.id() + ",", "\"Value\":" + one.value() + ",");
        }
        assertThat(uni.get("/space/uni/anomalies").body())
                .contains("/space/uni/anomalies.csv?panel=anomalies", "/space/uni/anomalies.json");
        assertThat(admin.get("/admin/anomalies.csv?state=ABUSE&customer=uni")
                        .body()
                        .lines())
                .hasSize(2);
        assertThat(admin.get("/admin/anomalies?state=ABUSE&customer=uni").body())
                .contains("/admin/anomalies.csv?panel=anomalies&amp;state=ABUSE&amp;customer=uni");
    }

    @Test
    void aCustomersOwnThresholdsAreSetWithAReason() throws Exception {
        Browser admin = site.signedIn("admin@x.example");
        String[] form = {"customer", "uni", "factor", "50", "more", "100", "percent", "1", "mean", "20", "reason", ""};
        admin.post("/admin/thresholds", form);
        assertThat(site.database().anomalies().thresholds()).isEmpty();
        form[11] = "text mining is agreed";
        admin.post("/admin/thresholds", form);
        assertThat(admin.get("/admin/anomalies").body()).contains("text mining is agreed", ">50<");
    }

    @Test
    void theServiceSaysForWhomItIsThere() throws Exception {
        harvested();
        Browser admin = site.signedIn("admin@x.example");
        String csv = admin.get("/admin/statistics.csv?year=2026").body();
        assertThat(csv)
                .startsWith("\ufeffYear,Customer_ID,Name,Kind,Active,Harvests,Downloads,Last_Harvest,Ever_Harvested,"
                        + "Days_Visited,Page_Downloads,Last_Visit,Ever_Came\r\n")
                .contains("2026,uni,Université d’Uni,institution,true,1,1,2026-02-05T10:")
                .contains("2026,other,Other Institute,institution,false,0,0,,false,0,0,,false");
        String page = admin.get("/admin/statistics").body();
        assertThat(page).contains("<a href=\"/space/uni/harvests\">1</a>").doesNotContain("/space/other/harvests");
        assertThat(page).contains("50%", "Never came (1)", "Other Institute");
        assertThat(admin.get("/admin/statistics?kind=PUBLISHER").body()).contains("Never came (0)");
        site.clock.pass(Duration.ofMinutes(1));
        harvested();
        site.count(List.of(LivingSite.click("198.51.100.1", "2026-01-10 10:11", "/article/a2")));
        assertThat(admin.get("/admin/statistics.csv?year=2026").body())
                .as("nothing that is kept is out of date")
                .contains("uni,Université d’Uni,institution,true,2,2,");
    }

    private void harvested() {
        site.database()
                .harvests()
                .add(List.of(new Harvest(
                        site.clock.instant(),
                        "uni",
                        Harvest.Credential.REQUESTOR,
                        null,
                        "pr",
                        "5.1",
                        "",
                        200,
                        5,
                        1000,
                        "ezMESURE",
                        List.of())));
    }

    @Test
    void whoComesToThePagesCame() throws Exception {
        site.account("other@x.example", Language.EN, Role.INSTITUTION_READER, "other");
        Browser admin = site.signedIn("admin@x.example");
        admin.get("/space/other/overview");
        admin.get("/space/other/overview.csv");
        String file = "/admin/statistics.csv?year=2026";
        assertThat(admin.get(file).body())
                .as("an administrator is nobody's people")
                .contains("Other Institute,institution,false,0,0,,false,0,0,,false");

        Browser other = site.signedIn("other@x.example");
        assertThat(other.get("/space/other/reports/pack?year=1999").statusCode())
                .isEqualTo(400);
        assertThat(other.get("/space/uni/overview").statusCode()).isEqualTo(403);
        assertThat(admin.get(file).body())
                .as("what is refused or not there is no visit")
                .contains("Other Institute,institution,false,0,0,,false,0,0,,false");
        other.get("/space/other/overview");
        assertThat(other.get("/space/other/overview.csv").statusCode()).isEqualTo(200);
        other.get("/space/other/reports/file?report=pr&format=csv");
        other.get("/space/other/overview.json");
        assertThat(admin.get(file).body())
                .contains("Other Institute,institution,false,0,0,,false,1,2,2026-02-05,true")
                .doesNotContain("other@x.example");
        site.clock.pass(Duration.ofDays(1));
        Browser again = site.signedIn("other@x.example");
        again.get("/space/other/titles");
        assertThat(site.signedIn("admin@x.example").get(file).body()).contains("false,2,2,2026-02-06,true");
        assertThat(site.signedIn("admin@x.example").get("/admin/statistics").body())
                .contains("Never came (1)", "Days visited");
    }
}
