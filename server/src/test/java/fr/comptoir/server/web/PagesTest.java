package fr.comptoir.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Role;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do with the pages, from the first administrator on. */
class PagesTest {
    private static final Pattern KEY = Pattern.compile("cpt_[A-Za-z0-9_-]{30,}");

    @TempDir
    static Path folder;

    private static Served served;
    private static Browser admin;

    @BeforeAll
    static void theFirstAdministratorComesIn() throws Exception {
        served = Served.in(folder);
        String link = served.firstLink();
        admin = served.browser();
        assertThat(admin.get("/first/guessed").statusCode()).isEqualTo(410);
        HttpResponse<String> weak = admin.post(link, first("password1234"));
        assertThat(weak.statusCode()).isEqualTo(400);
        assertThat(weak.body()).contains("trop facile à deviner").doesNotContain("password1234");
        assertThat(Browser.location(admin.post(link, first(Served.PASSWORD)))).isEqualTo("/admin/customers");
        assertThat(served.browser().post(link, first(Served.PASSWORD)).statusCode())
                .isEqualTo(410);
        assertThat(served.hasFirstLink()).isFalse();
    }

    private static String[] first(String password) {
        return new String[] {
            "email", "ada@alpha.example", "name", "Ada Lovelace", "password", password, "again", password
        };
    }

    @AfterAll
    static void stop() throws Exception {
        served.close();
    }

    @Test
    void whoSignsInComesBackToThePageThatWasAskedFor() throws Exception {
        Browser browser = served.browser();
        HttpResponse<String> asked = browser.get("/admin/accounts");
        assertThat(Browser.location(asked)).isEqualTo("/sign-in?to=%2Fadmin%2Faccounts");
        HttpResponse<String> in = browser.post(
                "/sign-in", "email", "ADA@alpha.example", "password", Served.PASSWORD, "to", "/admin/accounts");
        assertThat(Browser.location(in)).isEqualTo("/admin/accounts");
        assertThat(in.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("session=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Lax"));
        assertThat(browser.get("/admin/accounts").body()).contains("ada@alpha.example");
        assertThat(Browser.location(browser.post("/sign-out"))).isEqualTo("/");
        assertThat(browser.get("/admin/accounts").statusCode()).isEqualTo(302);
    }

    @Test
    void aLinkWithAQuestionLeadsToItAfterSigningIn() throws Exception {
        Browser browser = served.browser();
        String link = "/space/uni/overview?from=2026-01&q=caf%C3%A9";
        String signIn = Browser.location(browser.get(link));
        assertThat(signIn).isEqualTo("/sign-in?to=" + URLEncoder.encode(link, StandardCharsets.UTF_8));
        assertThat(browser.get(signIn).body()).contains("name=\"to\" value=\"" + link.replace("&", "&amp;") + "\"");
        String longer = link + "&" + "title=a&".repeat(600);
        assertThat(Browser.location(served.browser().get(longer))).isEqualTo("/sign-in?to=%2Fspace%2Funi%2Foverview");
    }

    @Test
    void nobodyIsLedToWhatAScriptAskedFor() throws Exception {
        Browser browser = served.browser();
        String suggestions = "/space/uni/suggestions.json?q=a";
        assertThat(browser.get(suggestions, "Accept", "*/*").statusCode()).isEqualTo(302);
        assertThat(browser.cookies()).doesNotContain("wanted=");
        browser.get("/space/uni/overview?q=a");
        assertThat(browser.cookies()).contains("wanted=");
    }

    @Test
    void theFirstPageTellsOfTheAudit() throws Exception {
        assertThat(served.browser().get("/").body())
                .contains(
                        "12\u00a0mai\u00a02026",
                        "Ada Accountant",
                        "https://registry.countermetrics.org/platform/00000000-0000-0000-0000-000000000000");
    }

    @Test
    void noFormLeadsToAnotherHost() throws Exception {
        for (String to :
                new String[] {"//evil.example", "https://evil.example/", "/\\evil.example", "/first/x\r\nA: b"}) {
            HttpResponse<String> answer = served.browser().post("/language", "language", "en", "to", to);
            assertThat(Browser.location(answer)).as(to).isEqualTo("/");
        }
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreAnsweredTheSame() throws Exception {
        served.signedIn("wrong@test.example", new Grant(Role.INSTITUTION_READER, "uni", null));
        HttpResponse<String> wrong =
                served.browser().post("/sign-in", "email", "wrong@test.example", "password", "not this one");
        HttpResponse<String> unknown =
                served.browser().post("/sign-in", "email", "nobody@test.example", "password", "not this one");
        assertThat(wrong.statusCode()).isEqualTo(400).isEqualTo(unknown.statusCode());
        assertThat(wrong.body()).contains("L’adresse ou le mot de passe est faux.");
        assertThat(unknown.body()).contains("L’adresse ou le mot de passe est faux.");
    }

    @Test
    void guessingIsSlowedDown() throws Exception {
        served.signedIn("guessed@test.example", new Grant(Role.INSTITUTION_READER, "uni", null));
        Browser guesser = served.browser();
        int status = 0;
        for (int i = 0; i < 8 && status != 429; i++) {
            status = guesser.post("/sign-in", "email", "guessed@test.example", "password", "guess " + i)
                    .statusCode();
        }
        assertThat(status).isEqualTo(429);
    }

    @Test
    void aFormWithoutItsTokenIsRefusedAndChangesNothing() throws Exception {
        HttpResponse<String> answer = admin.postWithoutToken("/space/cons/credentials/keys", "name", "forged");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Formulaire périmé");
        assertThat(served.database.keys().of("cons")).isEmpty();
    }

    @Test
    void aKeyIsShownOnceHarvestsAndOpensNothingWhenWithdrawn() throws Exception {
        Browser manager = served.signedIn("keys@test.example", new Grant(Role.INSTITUTION_MANAGER, "uni", null));
        HttpResponse<String> made = manager.post("/space/uni/credentials/keys", "name", "ezMESURE", "expires", "");
        assertThat(Browser.location(made)).isEqualTo("/space/uni/credentials");
        Matcher key = KEY.matcher(manager.get("/space/uni/credentials").body());
        assertThat(key.find()).isTrue();
        assertThat(manager.get("/space/uni/credentials").body()).doesNotContain(key.group());
        String asked = "/r51/reports?customer_id=uni&api_key=" + key.group();
        assertThat(manager.get(asked).statusCode()).isEqualTo(200);
        long id = served.database.keys().of("uni").get(0).id();
        assertThat(manager.post("/space/uni/credentials/keys/" + id + "/withdraw")
                        .statusCode())
                .isEqualTo(302);
        assertThat(manager.get(asked).statusCode()).isEqualTo(401);
    }

    @Test
    void theKeyOfAnotherCustomerIsNotFound() throws Exception {
        long id = served.database
                .keys()
                .make("other", "theirs", null, Served.TEST)
                .orThrow()
                .key()
                .id();
        Browser manager = served.signedIn("thief@test.example", new Grant(Role.INSTITUTION_MANAGER, "uni", null));
        assertThat(manager.post("/space/uni/credentials/keys/" + id + "/withdraw")
                        .statusCode())
                .isEqualTo(404);
        assertThat(manager.post("/space/uni/credentials/keys/" + id + "/rotate", "days", "0")
                        .statusCode())
                .isEqualTo(404);
        assertThat(served.database.keys().find(id).orElseThrow().withdrawnAt()).isNull();
    }

    @Test
    void pastedRangesAreLookedAtBeforeTheyAreSaved() throws Exception {
        int version = served.database.customers().find("other").orElseThrow().version();
        String text = "Bonjour\n203.0.113.0 - 203.0.113.255\n192.0.2.128/25\n10.0.0.1";
        HttpResponse<String> review =
                admin.post("/admin/customers/other/ranges/check", "version", String.valueOf(version), "text", text);
        assertThat(review.statusCode()).isEqualTo(200);
        assertThat(review.body()).contains("203.0.113.0/24", "Bonjour", "University of Uni", "adresse privée");
        assertThat(served.database.addressRanges().of("other")).hasSize(1);
        HttpResponse<String> saved =
                admin.post("/admin/customers/other/ranges", "version", String.valueOf(version), "text", text);
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(served.database.addressRanges().of("other")).hasSize(3);
        assertThat(admin.get("/admin/whose?address=203.0.113.9").body()).contains("Other Institute");
        assertThat(admin.post("/admin/customers/other/ranges", "version", String.valueOf(version), "text", "192.0.2.1")
                        .statusCode())
                .isEqualTo(409);
        assertThat(admin.get("/admin/customers/other/history").body()).contains("203.0.113.0/24", "ada@alpha.example");
    }

    @Test
    void aCustomerIsMadeAndWhatIsWrongIsSaid() throws Exception {
        HttpResponse<String> wrong = admin.post(
                "/admin/new-customer", "customer_id", "new/1", "kind", "INSTITUTION", "name", "New <b>", "ror", "x");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("ROR\u00a0: «\u00a0x\u00a0»").contains("New &lt;b&gt;");
        HttpResponse<String> made = admin.post(
                "/admin/new-customer", "customer_id", "new/1", "kind", "INSTITUTION", "name", "New <b>", "listed", "1");
        assertThat(Browser.location(made)).isEqualTo("/admin/customers/new~2f1");
        assertThat(admin.get("/admin/customers/new~2f1").body()).contains("New &lt;b&gt;");
    }

    @Test
    void whoeverIsInvitedComesInOnceByTheLink() throws Exception {
        HttpResponse<String> invited = admin.post(
                "/admin/accounts",
                "email",
                "invited@test.example",
                "name",
                "In Vited",
                "language",
                "EN",
                "role",
                "INSTITUTION_READER",
                "customer",
                "uni");
        String page = admin.get(Browser.location(invited)).body();
        Matcher link = Pattern.compile("http://localhost:\\d+(/invitation/[A-Za-z0-9_-]+)")
                .matcher(page);
        assertThat(link.find()).isTrue();
        Browser person = served.browser();
        assertThat(Browser.location(person.post(link.group(1), "password", Served.PASSWORD, "again", Served.PASSWORD)))
                .isEqualTo("/space");
        assertThat(person.get("/space/uni").body()).contains("lang=\"en\"", "IP addresses");
        assertThat(served.browser().get(link.group(1)).statusCode()).isEqualTo(410);
    }

    @Test
    void aClosedAccountIsOutAtOnce() throws Exception {
        Browser person = served.signedIn("closed@test.example", new Grant(Role.INSTITUTION_READER, "uni", null));
        Account account =
                served.database.accounts().findByEmail("closed@test.example").orElseThrow();
        admin.post(
                "/admin/accounts/" + account.id() + "/state",
                "version",
                String.valueOf(account.version()),
                "state",
                "CLOSED");
        assertThat(person.get("/space/uni").statusCode()).isEqualTo(302);
    }

    @Test
    void theLanguageIsTheBrowsersThenTheOneThatWasChosen() throws Exception {
        Browser browser = served.browser();
        assertThat(browser.get("/", "Accept-Language", "en-GB,fr;q=0.5").body()).contains("lang=\"en\"");
        assertThat(browser.get("/", "Accept-Language", "fr-FR,en;q=0.5").body()).contains("lang=\"fr\"");
        assertThat(browser.post("/language", "language", "en", "to", "/sign-in").statusCode())
                .isEqualTo(302);
        assertThat(browser.get("/", "Accept-Language", "fr").body()).contains("lang=\"en\"");
    }

    @Test
    void theApiHasAPageOnWhichEachPathIsAsked() throws Exception {
        String page = served.browser()
                .get("/api/doc?customer_id=%22%3E%3Cb%3E", "Accept-Language", "en")
                .body();
        assertThat(page)
                .contains("/r51/reports/tr_j1", "/reports/ir_a1", "Invalid ReportAttribute Value")
                .contains("action=\"/r51/reports/pr\"", "value=\"&quot;&gt;&lt;b&gt;\"")
                .doesNotContain("<script", "<b>");
        Matcher form = Pattern.compile("(?s)<form[^>]*action=\"/r51/reports/pr\".*?</form>")
                .matcher(page);
        assertThat(form.find()).isTrue();
        StringBuilder query = new StringBuilder("/r51/reports/pr?requestor_id=uni-requestor");
        Matcher field = Pattern.compile("name=\"([a-z_]+)\"").matcher(form.group());
        while (field.find()) {
            String value = field.group(1).equals("customer_id") ? "uni" : "";
            query.append(field.group(1).equals("requestor_id") ? "" : "&" + field.group(1) + "=" + value);
        }
        assertThat(served.browser().get(query.toString()).body())
                .as("blank fields are no conditions; the months are missing")
                .contains("1030");
    }

    @Test
    void everyPageIsGuardedByItsHeaders() throws Exception {
        for (String path : new String[] {"/", "/sign-in", "/nothing"}) {
            HttpResponse<String> answer = served.browser().get(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .startsWith("default-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(answer.body()).doesNotContain("<script", "style=\"");
        }
    }
}
