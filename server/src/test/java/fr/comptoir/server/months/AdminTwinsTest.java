package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Days;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.customer.PackageSubscription;
import fr.comptoir.customers.mail.Outbox.Draft;
import fr.comptoir.customers.month.Anomaly;
import fr.comptoir.customers.month.Restatement;
import fr.comptoir.customers.month.Thresholds;
import fr.comptoir.server.web.Browser;
import fr.comptoir.server.web.Twins;
import fr.comptoir.store.unusual.Explained;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Each page of those who oversee the service has its data at its own address. */
class AdminTwinsTest {
    private static final String PARTS = new AnomalyParts(
                    List.of(new Explained(Explained.What.TITLE, "j1", 3, 1003, 0.875)),
                    List.of("2025-12-03", "2025-12-04"),
                    new AnomalyMeasure(new Thresholds(4, 10, 1, 20), true))
            .write();

    @TempDir
    static Path folder;

    private static LivingSite site;
    private static Browser admin;

    @BeforeAll
    static void live() throws Exception {
        site = LivingSite.in(folder, "2026-02-06T10:00:00Z", "");
        site.count(LivingSite.wholeMonth("2025-12"));
        site.count(LivingSite.wholeMonth("2026-01"));
        site.work();
        site.count(List.of(LivingSite.click("192.0.2.7", "2026-01-10 10:11", "/article/a2/pdf")));
        site.clock.pass(Duration.ofMinutes(2));
        site.work();
        site.account("admin@x.example", Language.EN, Role.PLATFORM_ADMINISTRATOR, "");
        site.account("uni@x.example", Language.FR, Role.INSTITUTION_MANAGER, "uni");
        admin = site.signedIn("admin@x.example");
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @Test
    void aMonth() throws Exception {
        String address = "/admin/months/2026-01";
        String page = admin.get(address).body();
        JsonNode month = Twins.json(admin, address + ".json", "months").get(0);
        assertThat(month.get("State").asString()).isEqualTo("closed");
        assertThat(page).contains(">" + month.get("Actions").asInt() + "<");
        assertThat(admin.get(address + ".csv").body()).contains("2026-01,closed,,,,495,,248,1,0,");
        List<JsonNode> lines = Twins.asOnThePage(admin, address, "lines", "Lines");
        lines.forEach(line -> assertThat(page).contains(">" + line.get("Lines").asInt() + "<"));
        assertThat(Twins.texts(lines, "Outcome")).contains("actions", "double_clicks", "counted");
        assertThat(Twins.texts(Twins.rows(admin, address, "history"), "Operation"))
                .contains("count", "close");
        Twins.asOnThePage(admin, address, "history", "What was done");
        assertThat(Twins.rows(admin, address, "inputs")).hasSize(3);
        List<JsonNode> missing = Twins.asOnThePage(admin, "/admin/months/2026-02", "missing", "Log");
        assertThat(missing.get(0).get("From").asString()).isEqualTo("2026-02-01T01:00");
        assertThat(admin.get("/admin/months/2019-01.json").statusCode()).isEqualTo(404);
        assertThat(admin.get("/admin/months/x.csv").statusCode()).isEqualTo(404);
    }

    @Test
    void corrections() throws Exception {
        Restatement open =
                site.database().restatements().all(Page.first(10)).rows().get(0);
        List<JsonNode> all = Twins.asOnThePage(admin, "/admin/restatements", "restatements", "<table>");
        assertThat(all).singleElement().satisfies(one -> {
            assertThat(one.get("Month").asString()).isEqualTo("2026-01");
            assertThat(one.get("State").asString()).isEqualTo("open");
        });
        String address = "/admin/restatements/" + open.id();
        List<JsonNode> differences = Twins.asOnThePage(admin, address, "differences", "<table>");
        assertThat(Twins.texts(differences, "Name")).contains("Alpha Journals", "Université d’Uni");
        assertThat(admin.get(address).body())
                .as("who it is, and the id")
                .contains("<span>Université d’Uni</span> <code>uni</code>", "<span>Alpha Journals</span>");

        Browser uni = site.signedIn("uni@x.example");
        String own = "/space/uni/restatements/" + open.id();
        assertThat(uni.get(own + ".json").statusCode())
                .as("not in force, and so nobody else's affair")
                .isEqualTo(404);
        site.database()
                .restatements()
                .decide(open.id(), open.facts(), true, LivingSite.TEST.because("a log came late"))
                .orThrow();
        site.clock.pass(Duration.ofMinutes(2));
        site.work();
        List<JsonNode> ofUni = Twins.asOnThePage(uni, own, "differences", "<table>");
        assertThat(Twins.texts(ofUni, "Customer_ID")).containsOnly("uni");
        assertThat(Twins.rows(uni, own, "restatements").get(0).get("Reason").asString())
                .isEqualTo("a log came late");
        assertThat(uni.get(own + ".json").body()).doesNotContain("\"test\"", "late lines");
    }

    @Test
    void aCaseOfUnusualUsage() throws Exception {
        site.database()
                .anomalies()
                .add(new Anomaly.Found(
                        YearMonth.of(2025, 12),
                        "uni",
                        "TITLE",
                        "j1",
                        "Journal of Examples",
                        "Total_Item_Requests",
                        1234,
                        5.5,
                        Anomaly.Kind.SPIKE,
                        PARTS));
        Anomaly found = site.database()
                .anomalies()
                .all(null, "uni", Page.first(1))
                .rows()
                .get(0);
        site.database()
                .anomalies()
                .note(found.id(), 1, Anomaly.State.IN_REVIEW, "I ask, them", LivingSite.TEST)
                .orThrow();
        String address = "/admin/anomalies/" + found.id();
        assertThat(Twins.rows(admin, address, "anomalies").get(0).get("Value").asInt())
                .isEqualTo(1234);
        assertThat(Twins.rows(admin, address, "anomalies")
                        .get(0)
                        .get("Threshold")
                        .asInt())
                .isEqualTo(32);
        assertThat(Twins.texts(Twins.rows(admin, address, "anomalies"), "Own_Threshold"))
                .containsExactly("yes");
        assertThat(admin.get(address).body())
                .as("its figure opens")
                .contains("href=\"/space/uni/explain?month=2025-12&amp;id=j1\">1,234</a>");
        assertThat(admin.get(address).body())
                .contains(
                        ">≥ 32</span>",
                        ">(4 times the mean and 10 more)</span>",
                        "Thresholds of the institution’s own.");
        JsonNode explained = Twins.asOnThePage(admin, address, "explained", "What explains it")
                .get(0);
        assertThat(explained.get("What").asString()).isEqualTo("title");
        assertThat(explained.get("Name").asString()).isEqualTo("Journal of Examples");
        assertThat(admin.get(address).body()).contains(">Journal of Examples</span> <code class=\"hint\">");
        assertThat(explained.get("Share").asDouble()).isEqualTo(0.875);
        assertThat(Twins.texts(Twins.rows(admin, address, "missing_days"), "Day"))
                .containsExactly("2025-12-03", "2025-12-04");
        assertThat(Twins.texts(Twins.asOnThePage(admin, address, "notes", "Notes"), "Text"))
                .containsExactly("I ask, them");
    }

    @Test
    void statisticsBeginWithTheFirstYearOfThePlatform() throws Exception {
        String address = "/admin/statistics";
        List<JsonNode> years = Twins.asOnThePage(admin, address, "years", "<table>");
        assertThat(Twins.texts(years, "Year")).containsExactly("2026", "2025");
        List<JsonNode> customers = Twins.rows(admin, address, "customers", "&year=2025");
        assertThat(Twins.texts(customers, "Customer_ID")).containsExactlyInAnyOrder("uni", "other");
        assertThat(Twins.texts(customers, "Year")).containsOnly("2025");
        assertThat(admin.get(address + ".csv?year=1999").body())
                .as("before the platform there is nothing to say")
                .contains("\n2026,uni,");
    }

    @Test
    void customersAndTheirHistory() throws Exception {
        List<JsonNode> customers = Twins.asOnThePage(admin, "/admin/customers", "customers", "<table>");
        assertThat(Twins.texts(customers, "Name")).contains("Université d’Uni", "Other Institute");
        assertThat(Twins.rows(admin, "/admin/customers", "customers", "&q=other"))
                .hasSize(1);
        List<JsonNode> history = Twins.asOnThePage(admin, "/admin/customers/uni/history", "history", "<table>");
        assertThat(Twins.texts(history, "Field")).contains("name");
        assertThat(history.toString()).doesNotContain("uni-requestor");
        assertThat(admin.get("/admin/customers/nobody/history.json").statusCode())
                .isEqualTo(404);
    }

    @Test
    void packagesMailsAndWhoIsThere() throws Exception {
        site.database()
                .titlePackages()
                .add("big", "All, and more", LivingSite.TEST)
                .orThrow();
        assertThat(Twins.texts(Twins.asOnThePage(admin, "/admin/packages", "packages", "<table>"), "Name"))
                .contains("All, and more");
        site.database()
                .joinRequests()
                .ask(null, "new@x.example", "New Person", "uni", "I work here")
                .orThrow();
        assertThat(Twins.asOnThePage(admin, "/admin/requests", "requests", "<table>"))
                .singleElement()
                .satisfies(one -> assertThat(one.get("Customer").asString()).isEqualTo("Université d’Uni"));
        assertThat(Twins.rows(site.signedIn("uni@x.example"), "/space/uni/requests", "requests"))
                .hasSize(1);
        assertThat(Twins.texts(Twins.asOnThePage(admin, "/admin/accounts", "accounts", "<table>"), "Email"))
                .contains("admin@x.example", "uni@x.example");
        site.database()
                .outbox()
                .queue(new Draft("k", null, "to@x.example", Language.EN, "request", "{\"link\":\"once\"}"));
        assertThat(Twins.texts(Twins.rows(admin, "/admin/mails", "mails"), "To"))
                .contains("to@x.example");
        assertThat(admin.get("/admin/mails.json").body()).doesNotContain("once");
    }

    @Test
    void aPackageWithWhatBelongsToIt() throws Exception {
        int version = site.database()
                .titlePackages()
                .add("shs.csv", "Humanities", LivingSite.TEST)
                .orThrow()
                .version();
        version = site.database()
                .titlePackages()
                .saveItems("shs.csv", version, List.of("j1", "j2"), LivingSite.TEST)
                .orThrow()
                .version();
        Days days = Days.from(LocalDate.of(2026, 1, 1));
        site.database()
                .titlePackages()
                .saveSubscriptions(
                        "shs.csv",
                        version,
                        List.of(new PackageSubscription("shs.csv", "uni", days, new BigDecimal("1200.50"), "EUR")),
                        LivingSite.TEST)
                .orThrow();
        String address = "/admin/packages/shs~2ecsv";
        assertThat(admin.get("/admin/packages").body())
                .as("an id that ends like a file leads to its page")
                .contains("href=\"" + address + '"');
        assertThat(admin.get(address).body()).contains(address + ".csv?panel=titles", address + ".json");
        assertThat(Twins.rows(admin, address, "packages").get(0).get("Titles").asInt())
                .isEqualTo(2);
        assertThat(Twins.texts(Twins.rows(admin, address, "titles"), "Item_ID")).containsExactly("j1", "j2");
        JsonNode subscription =
                Twins.asOnThePage(admin, address, "subscriptions", "<table>").get(0);
        assertThat(subscription.get("Customer_ID").asString()).isEqualTo("uni");
        assertThat(subscription.get("First_Day").asString()).isEqualTo("2026-01-01");
        assertThat(subscription.get("Last_Day").isNull()).isTrue();
        assertThat(subscription.get("Price_Per_Year").asDouble()).isEqualTo(1200.5);
        assertThat(admin.get(address).body()).contains(">1,200.50\u00a0EUR<", ">Université d’Uni</a>");
        assertThat(admin.get("/admin/packages/none.json").statusCode()).isEqualTo(404);
        for (String twin : List.of(address + ".csv", address + ".json", "/admin/packages.csv")) {
            HttpResponse<String> answer = admin.get(twin + "?panel=none");
            assertThat(answer.statusCode()).as(twin).isEqualTo(400);
            assertThat(answer.body()).contains("“none” is no value of panel. It can be packages");
        }
        assertThat(admin.get(address + ".json?panel=titles").body())
                .contains("\"titles\"")
                .doesNotContain("\"subscriptions\"");
    }

    @Test
    void anAccountWithItsRoles() throws Exception {
        Account uni = site.database()
                .accounts()
                .search("uni@x.example", Page.first(1))
                .rows()
                .get(0);
        String address = "/admin/accounts/" + uni.id();
        assertThat(admin.get("/admin/accounts").body() + admin.get(address).body())
                .as("moments as people write them")
                .contains("6\u00a0Feb\u00a02026, 1")
                .doesNotContain(">2026-02-06T");
        JsonNode account = Twins.rows(admin, address, "accounts").get(0);
        assertThat(account.get("Language").asString()).isEqualTo("fr");
        assertThat(account.get("Second_Factor").asString()).isEqualTo("no");
        assertThat(Twins.asOnThePage(admin, address, "roles", "<table>"))
                .singleElement()
                .satisfies(role -> {
                    assertThat(role.get("Role").asString()).isEqualTo("institution_manager");
                    assertThat(role.get("Customer_ID").asString()).isEqualTo("uni");
                });
        assertThat(site.signedIn("uni@x.example").get(address + ".json").statusCode())
                .isEqualTo(403);
        assertThat(admin.get("/admin/accounts/999999.json").statusCode()).isEqualTo(404);
    }

    @Test
    void whoOnlyLooksHasNothingToFillIn() throws Exception {
        site.account("audit@x.example", Language.EN, Role.AUDITOR, "", LocalDate.of(2026, 12, 31));
        Browser auditor = site.signedIn("audit@x.example");
        String ranges = "/admin/customers/uni/ranges";
        assertThat(admin.get(ranges).body()).contains("<textarea", "192.0.2.0/24");
        assertThat(auditor.get(ranges).body()).contains("192.0.2.0/24").doesNotContain("<textarea", "Edit the list");
        assertThat(auditor.get("/admin/customers/uni").body()).doesNotContain("name=\"reason\"");
    }

    @Test
    void aValueThatIsNoneSaysWhichAndWhatItCouldBe() throws Exception {
        HttpResponse<String> state = admin.get("/admin/anomalies?state=FOO&from=3");
        assertThat(state.statusCode()).isEqualTo(400);
        assertThat(state.body())
                .contains(
                        "<h1>Request not understood</h1>",
                        "“FOO” is no value of state. It can be NEW, IN_REVIEW, GENUINE, ABUSE, ERROR.",
                        "<a href=\"/admin/anomalies\">This page without it</a>",
                        "value=\"/admin/anomalies?state=FOO&amp;from=3\"");
        assertThat(admin.get("/admin/accounts?from=x").body()).contains("“x” is no value of from. It can be a number.");
        assertThat(admin.get("/admin/customers?kind=LIBRARY").body())
                .contains("“LIBRARY” is no value of kind. It can be INSTITUTION,");
        assertThat(admin.get("/admin/robots?month=2026-13").body())
                .contains("“2026-13” is no value of month. It can be a month that was read, written 2026-01.");
        assertThat(admin.get("/admin/robots?month=1999-01").statusCode()).isEqualTo(400);
        assertThat(admin.get("/admin/whose?address=192.0.2.1&day=soon").body())
                .contains("“soon” is no value of day. It can be a day, written 2026-01-31.");
        assertThat(admin.get("/admin/whose?address=x").body())
                .as("where nothing was to be saved")
                .contains("“x” is no IP address.")
                .doesNotContain("Nothing was saved");
        assertThat(admin.get("/admin/accounts/x").statusCode()).isEqualTo(404);
        assertThat(admin.post("/admin/thresholds", "customer", "uni", "factor", "few")
                        .body())
                .contains("“few” is no value of factor. It can be a number.")
                .doesNotContain("This page without it");
        assertThat(admin.post("/admin/robots", "month", "").statusCode()).isEqualTo(400);
    }

    @Test
    void sharedLinksWithoutWhatOpensThem() throws Exception {
        LocalDate today = LocalDate.of(2026, 2, 6);
        String secret = site.database()
                .sharedLinks()
                .make("uni", "The dean", "", today, today.plusDays(9), LivingSite.TEST)
                .orThrow()
                .secret();
        Browser uni = site.signedIn("uni@x.example");
        assertThat(Twins.texts(Twins.asOnThePage(uni, "/space/uni/links", "links", "<table>"), "Last_Day"))
                .containsExactly("2026-02-15");
        assertThat(uni.get("/space/uni/links.json").body()).doesNotContain(secret);
    }
}
