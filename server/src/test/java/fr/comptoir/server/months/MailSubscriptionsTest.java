package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.mail.Mail;
import fr.comptoir.customers.mail.Subscription;
import fr.comptoir.customers.mail.Subscription.Delivery;
import fr.comptoir.customers.mail.Subscription.Kind;
import fr.comptoir.server.web.Browser;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who subscribes to mails gets them, as often and in the form that was chosen, until it is ended. */
class MailSubscriptionsTest extends MailedSite {
    @Test
    void newReportsComeAsEachPersonWants() throws Exception {
        serve();
        Account link = site.account("link@uni.example", Language.FR, Role.INSTITUTION_READER, "uni");
        Account file = site.account("file@uni.example", Language.EN, Role.INSTITUTION_MANAGER, "uni");
        Account gone = site.account("gone@uni.example", Language.EN, Role.INSTITUTION_READER, "uni");
        site.account("silent@uni.example", Language.EN, Role.INSTITUTION_READER, "uni");
        subscribe(link, Kind.NEW_REPORT, "uni", Delivery.LINK);
        subscribe(file, Kind.NEW_REPORT, "uni", Delivery.ATTACHMENT, "TR_J1", "PR_P1");
        subscribe(gone, Kind.NEW_REPORT, "uni", Delivery.ATTACHMENT);
        site.database()
                .roles()
                .take(gone.id(), new Grant(Role.INSTITUTION_READER, "uni", null), LivingSite.TEST)
                .orThrow();
        site.count(LivingSite.wholeMonth("2026-01"));
        site.work();
        assertThat(server.getReceivedMessages()).isEmpty();
        later(Duration.ofDays(1));
        later(Duration.ofDays(1));

        assertThat(received().keySet())
                .as("each once, nobody who did not ask or may no longer read")
                .containsExactly("file@uni.example", "link@uni.example");
        assertThat(server.getReceivedMessages()).hasSize(2);
        MimeMessage french = received().get("link@uni.example");
        assertThat(french.getSubject())
                .isEqualTo("[Alpha Journals] Rapports d’usage de janvier 2026\u00a0: Université d’Uni");
        assertThat(french.getFrom()[0]).hasToString("Usage statistics <stats@alpha.example>");
        assertThat(french.getReplyTo()[0]).hasToString("desk@alpha.example");
        assertThat(french.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        String address = "http://stats.example.org/space/uni/credentials";
        assertThat(parts(french)).containsOnlyKeys("text/html", "text/plain");
        assertThat(parts(french).get("text/plain")).contains("sont disponibles", address, "/unsubscribe/");
        assertThat(parts(french).get("text/html"))
                .contains("sont disponibles", "href=\"" + address + "\"", "Ne plus recevoir ces messages");
        Map<String, String> english = parts(received().get("file@uni.example"));
        assertThat(english)
                .containsOnlyKeys(
                        "text/html",
                        "text/plain",
                        "alpha_uni_PR_P1_r51_2026-01_2026-01.tsv",
                        "alpha_uni_TR_J1_r51_2026-01_2026-01.tsv");
        assertThat(english.get("alpha_uni_PR_P1_r51_2026-01_2026-01.tsv")).contains("Report_ID\tPR_P1");
        assertThat(site.database().outbox().in(Mail.State.SENT, Page.first(5)).rows())
                .allMatch(mail -> mail.data().equals("{}"));
    }

    @Test
    void oneClickEndsASubscriptionWithoutSessionOrForm() throws Exception {
        serve();
        Account reader = site.account("link@uni.example", Language.EN, Role.INSTITUTION_READER, "uni");
        subscribe(reader, Kind.NEW_REPORT, "uni", Delivery.LINK);
        site.count(LivingSite.wholeMonth("2026-01"));
        later(Duration.ofDays(1));
        MimeMessage message = received().get("link@uni.example");
        assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        String path = message.getHeader("List-Unsubscribe")[0].replaceAll("<http://[^/]+|>", "");

        Browser browser = site.browser();
        assertThat(browser.get(path, "Accept-Language", "en").body()).contains("New reports", "Université d’Uni");
        assertThat(site.database().subscriptions().of(reader.id()).get(0).delivery())
                .as("looking ends nothing")
                .isEqualTo(Delivery.LINK);
        HttpResponse<String> ended = browser.postWithoutToken(path, "List-Unsubscribe", "One-Click");
        assertThat(ended.statusCode()).isEqualTo(200);
        assertThat(site.database().subscriptions().of(reader.id()).get(0).delivery())
                .isEqualTo(Delivery.NONE);
        assertThat(browser.postWithoutToken(path + "x").body()).contains("aucun abonnement");
    }

    @Test
    void aPersonChoosesItsMailsOnAPage() throws Exception {
        serve();
        Account reader = site.account("link@uni.example", Language.EN, Role.INSTITUTION_READER, "uni");
        Browser browser = site.signedIn("link@uni.example");
        assertThat(browser.get("/account/mails").body())
                .contains("Université d’Uni", "New reports")
                .doesNotContain("Keys that expire", "The whole platform");
        browser.post(
                "/account/mails",
                "customer",
                "uni",
                "kind",
                "NEW_REPORT",
                "delivery",
                "ATTACHMENT",
                "reports",
                "tr_j1, pr_p1");
        assertThat(site.database().subscriptions().of(reader.id()))
                .extracting(Subscription::delivery, Subscription::reports)
                .containsExactly(tuple(Delivery.ATTACHMENT, List.of("TR_J1", "PR_P1")));
        browser.post("/account/mails", "customer", "uni", "kind", "NEW_REPORT", "delivery", "LINK", "reports", "XX");
        assertThat(browser.get("/account/mails").body()).contains("These are no reports: XX");
        browser.post("/account/mails", "customer", "uni", "kind", "ANOMALY", "delivery", "ATTACHMENT");
        assertThat(browser.get("/account/mails").body())
                .contains("do not come as “A mail with the reports”; they come as: A mail with a link, No mail")
                .doesNotContain("These are no reports");
        assertThat(browser.post("/account/mails", "customer", "other", "kind", "NEW_REPORT", "delivery", "LINK")
                        .statusCode())
                .isEqualTo(404);
    }

    /** The page of a report has the form of its mails, filled in with the report, and is where the form leads back to. */
    @Test
    void aReportIsSubscribedToWhereItIsLookedAt() throws Exception {
        serve();
        Account reader = site.account("link@uni.example", Language.EN, Role.INSTITUTION_READER, "uni");
        site.count(LivingSite.wholeMonth("2026-01"));
        site.work();
        later(Duration.ofDays(10));
        Browser browser = site.signedIn("link@uni.example");
        String looked = "/space/uni/reports?report=TR_J1&release=5.1&begin_date=2026-01&end_date=2026-01";
        String page = browser.get(looked).body();
        assertThat(page)
                .contains("You get no mail of new reports", "name=\"reports\" maxlength=\"200\" value=\"TR_J1\"")
                .contains("name=\"page\" value=\"" + looked.replace("&", "&amp;") + "\"");
        String[] form = {"customer", "uni", "kind", "NEW_REPORT", "delivery", "LINK", "reports", "TR_J1", "page", looked
        };
        assertThat(Browser.location(browser.post("/account/mails", form))).endsWith(looked);
        assertThat(browser.get("/space/uni/reports").body()).contains("name=\"page\" value=\"/space/uni/reports\"");
        assertThat(site.database().subscriptions().of(reader.id()))
                .extracting(Subscription::reports)
                .containsExactly(List.of("TR_J1"));
        assertThat(browser.get("/space/uni/reports?report=PR_P1").body())
                .contains(
                        "<option value=\"LINK\" selected=\"selected\">",
                        "You get mails of new reports",
                        "value=\"TR_J1 PR_P1\"");
        assertThat(browser.get("/space/uni/reports").body()).contains("value=\"TR_J1\"");
        assertThat(browser.get("/space/uni/reports?release=5&report=PR_P1").body())
                .doesNotContain("id=\"mails\"");
        form[9] = "//evil.example";
        assertThat(Browser.location(browser.post("/account/mails", form))).endsWith("/account/mails");
    }

    @Test
    void whoChangesASubscriptionIsNotToldAgainAndEndsItByTheLinkOfAnOldMail() throws Exception {
        serve();
        Account admin = site.account("admin@alpha.example", Language.EN, Role.PLATFORM_ADMINISTRATOR, "");
        site.count(LivingSite.wholeMonth("2026-01").subList(0, 200));
        later(Duration.ofDays(1));
        assertThat(server.getReceivedMessages()).hasSize(1);
        Browser browser = site.signedIn("admin@alpha.example");
        for (String delivery : new String[] {"NONE", "LINK"}) {
            browser.post("/account/mails", "customer", "", "kind", "MONTH_BLOCKED", "delivery", delivery);
        }
        later(Duration.ofDays(1));
        assertThat(server.getReceivedMessages()).hasSize(1);
        String path =
                server.getReceivedMessages()[0].getHeader("List-Unsubscribe")[0].replaceAll("<http://[^/]+|>", "");
        site.browser().postWithoutToken(path, "List-Unsubscribe", "One-Click");
        assertThat(site.database().subscriptions().find(admin.id(), Kind.MONTH_BLOCKED, null))
                .hasValueSatisfying(one -> assertThat(one.delivery()).isEqualTo(Delivery.NONE));
    }
}
