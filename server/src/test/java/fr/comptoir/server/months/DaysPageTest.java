package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Days;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.customers.customer.DatedValue;
import fr.comptoir.server.settings.Patience;
import fr.comptoir.server.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The days of a month whose hours are not counted yet are promised, and come; a publisher sees those of its titles alone. */
class DaysPageTest {
    private static final String MONTH = "/days?month=2026-01";

    @TempDir
    Path folder;

    private LivingSite living;
    private Browser admin;

    @BeforeEach
    void serve() throws Exception {
        living = LivingSite.in(folder, "2026-02-10T10:00:00Z", "", Patience.NONE);
        living.count(LivingSite.wholeMonth("2026-01"));
        living.account("admin@test.example", Language.EN, Role.PLATFORM_ADMINISTRATOR, "");
        admin = living.signedIn("admin@test.example");
    }

    @AfterEach
    void stop() throws Exception {
        living.close();
    }

    @Test
    void whatIsNotCountedYetIsPromised() throws Exception {
        HttpResponse<String> page = admin.get("/space/uni" + MONTH);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Refresh")).contains("4");
        assertThat(page.body())
                .contains("are being counted", "January 2026", "name=\"month\"")
                .doesNotContain("panel-days");
        assertThat(LivingSite.made(admin, "/space/uni/days.csv?month=2026-01").body())
                .contains("2026-01-31");
        HttpResponse<String> later = admin.get("/space/uni" + MONTH);
        assertThat(later.headers().firstValue("Refresh")).isEmpty();
        assertThat(later.body()).contains("panel-days").doesNotContain("are being counted");
    }

    @Test
    void aProgramIsToldWhenToAskAgain() throws Exception {
        HttpResponse<String> file = admin.get("/space/uni/days.json?month=2026-01");
        assertThat(file.statusCode()).isEqualTo(202);
        assertThat(file.headers().firstValue("Retry-After")).contains("4");
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(file.body()).contains("are being counted");
        assertThat(LivingSite.made(admin, "/space/uni/days.json?month=2026-01").body())
                .contains("Total_Item_Requests");
    }

    @Test
    void aPublisherSeesItsTitlesAlone() throws Exception {
        publisher("press", "Example Press");
        publisher("rival", "Another Press");
        String file = "days.json?month=2026-01&day=2026-01-05&metric=Total_Item_Investigations&panel=hours";
        String all = LivingSite.made(admin, "/space/0000000000000000/" + file).body();
        Browser press = living.signedIn("press@test.example");
        assertThat(figures(LivingSite.made(press, "/space/press/" + file).body()))
                .isEqualTo(figures(all))
                .contains("\"Total_Item_Investigations\":1");
        Browser rival = living.signedIn("rival@test.example");
        assertThat(LivingSite.made(rival, "/space/rival/" + file).body())
                .doesNotContain("\"Total_Item_Investigations\":1");
        assertThat(rival.get("/space/press/" + file).statusCode()).isEqualTo(403);
        assertThat(rival.get("/space/rival/days.json?month=2026-01&publisher=Example+Press&panel=days")
                        .body())
                .doesNotContain("\"Total_Item_Requests\":1");
        assertThat(press.get("/space/press/overview").body())
                .contains("/space/press/days?month=2026-01", ">Publisher</a>")
                .as("nobody searches in the titles of one publisher")
                .doesNotContain("panel-searches", "Searches_Platform");
        assertThat(press.get("/space/press/packages").body())
                .contains("Never used")
                .as("it subscribes to nothing")
                .doesNotContain("Subscribed", "Cost per use");
        assertThat(press.get("/space/press/title?id=j1").body())
                .contains("/space/press/days?title=j1&amp;month=2026-01");
    }

    private void publisher(String id, String name) throws Exception {
        living.database()
                .customers()
                .add(Customer.create(id, CustomerKind.PUBLISHER, id), LivingSite.TEST)
                .orThrow();
        living.database()
                .publisherNames()
                .save(
                        id,
                        living.database().customers().find(id).orElseThrow().version(),
                        List.of(new DatedValue(name, Days.ALWAYS)),
                        LivingSite.TEST)
                .orThrow();
        living.account(id + "@test.example", Language.EN, Role.PUBLISHER, id);
    }

    private static String figures(String json) {
        return json.substring(json.indexOf("\"panels\""));
    }
}
