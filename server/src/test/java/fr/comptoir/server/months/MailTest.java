package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.mail.Mail;
import fr.comptoir.customers.mail.Outbox;
import fr.comptoir.customers.mail.Subscription;
import fr.comptoir.customers.mail.Subscription.Delivery;
import fr.comptoir.customers.mail.Subscription.Kind;
import fr.comptoir.server.web.Browser;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails, through a real exchange with a mail server. */
class MailTest {
    @TempDir
    Path folder;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private LivingSite site;

    @BeforeEach
    void startServer() {
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
        server.stop();
    }

    private void serve(int port, String more) throws Exception {
        site = LivingSite.in(
                folder,
                "2026-02-04T10:00:00Z",
                "mail:\n  host: 127.0.0.1\n  port: " + port + "\n  encryption: none\n"
                        + "  from: Usage statistics <stats@alpha.example>\n  reply_to: desk@alpha.example\n" + more);
    }

    private void serve() throws Exception {
        serve(server.getSmtp().getPort(), "");
    }

    private void subscribe(Account account, Kind kind, String customer, Delivery delivery, String... reports) {
        site.database()
                .subscriptions()
                .save(
                        new Subscription(
                                0, account.id(), kind, customer, List.of(reports), delivery, account.language()),
                        LivingSite.TEST);
    }

    private void later(Duration time) {
        site.clock.pass(time);
        site.work();
        site.clock.pass(Duration.ofSeconds(10));
        site.work();
    }

    /** The parts of a message by their types and names. */
    private static Map<String, String> parts(Part part) throws Exception {
        Map<String, String> parts = new TreeMap<>();
        if (part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                parts.putAll(parts(multipart.getBodyPart(i)));
            }
        } else {
            String name =
                    part.getFileName() == null ? part.getContentType().replaceFirst(";.*", "") : part.getFileName();
            byte[] content = part.getInputStream().readAllBytes();
            parts.put(name, new String(content, StandardCharsets.UTF_8));
        }
        return parts;
    }

    private Map<String, MimeMessage> received() throws Exception {
        Map<String, MimeMessage> received = new TreeMap<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            received.put(message.getRecipients(Message.RecipientType.TO)[0].toString(), message);
        }
        return received;
    }

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
                .isEqualTo("[Alpha Journals] Rapports d’usage de janvier 2026 : Université d’Uni");
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
    void aMailServerThatIsAwayIsTriedAgainAndNothingComesTwice() throws Exception {
        serve();
        int port = server.getSmtp().getPort();
        server.stop();
        site.account("admin@alpha.example", Language.EN, Role.PLATFORM_ADMINISTRATOR, "");
        List<String> month = LivingSite.wholeMonth("2026-01");
        site.count(month.subList(0, 200));
        later(Duration.ofDays(1));
        Mail waiting = site.database()
                .outbox()
                .in(Mail.State.WAITING, Page.first(5))
                .rows()
                .get(0);
        assertThat(waiting.template()).isEqualTo("month-blocked");
        assertThat(waiting.attempts()).isEqualTo(1);
        assertThat(waiting.lastError()).isNotEmpty();
        Browser admin = site.signedIn("admin@alpha.example");
        assertThat(admin.get("/admin/mails").body()).contains("admin@alpha.example", "Month that cannot be closed");

        GreenMail again = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        again.start();
        try {
            later(Duration.ofMinutes(1));
            later(Duration.ofMinutes(5));
            assertThat(again.getReceivedMessages()).hasSize(1);
            MimeMessage message = again.getReceivedMessages()[0];
            assertThat(message.getHeader("Message-ID")).containsExactly(waiting.messageId());
            assertThat(parts(message).get("text/plain"))
                    .contains(
                            "its logs are not complete",
                            "28\u00a0Feb\u00a02026",
                            "Missing from",
                            "25\u00a0Jan\u00a02026");
        } finally {
            again.stop();
        }
    }

    @Test
    void anAddressThatIsNotThereIsGivenUpAndShown() throws Exception {
        try (RudeServer rude = new RudeServer(true)) {
            serve(rude.port(), "");
            site.account("admin@alpha.example", Language.EN, Role.PLATFORM_ADMINISTRATOR, "");
            site.count(LivingSite.wholeMonth("2026-01").subList(0, 200));
            later(Duration.ofDays(1));
            Mail failed = site.database()
                    .outbox()
                    .in(Mail.State.FAILED, Page.first(5))
                    .rows()
                    .get(0);
            assertThat(failed.attempts()).isEqualTo(1);
            assertThat(failed.lastError()).contains("no such user");
            Browser admin = site.signedIn("admin@alpha.example");
            assertThat(admin.get("/admin/mails").body()).contains("Given up", "no such user");
            assertThat(admin.get("/admin/months").body()).contains("One mail needs a decision");
            admin.post("/admin/mails/" + failed.id(), "again", "false");
            assertThat(admin.get("/admin/mails").body()).doesNotContain("Given up");
        }
    }

    @Test
    void whatTheServerMayHaveTakenIsNotSentAgainUntilAPersonSaysSo() throws Exception {
        try (RudeServer rude = new RudeServer(false)) {
            serve(rude.port(), "");
            site.account("admin@alpha.example", Language.EN, Role.PLATFORM_ADMINISTRATOR, "");
            site.count(LivingSite.wholeMonth("2026-01").subList(0, 200));
            later(Duration.ofDays(1));
            later(Duration.ofMinutes(31));
            later(Duration.ofHours(1));
            assertThat(rude.had).hasSize(1);
            Mail doubtful = site.database()
                    .outbox()
                    .in(Mail.State.IN_DOUBT, Page.first(5))
                    .rows()
                    .get(0);
            Browser admin = site.signedIn("admin@alpha.example");
            assertThat(admin.get("/admin/mails").body()).contains("In doubt", "Nobody knows");
            admin.post("/admin/mails/" + doubtful.id(), "again", "true");
            later(Duration.ofMinutes(1));
            assertThat(rude.had).hasSize(2).allMatch(text -> text.contains(doubtful.messageId()));
        }
    }

    @Test
    void aKeyThatExpiresIsToldOfTwice() throws Exception {
        serve();
        site.account("manager@uni.example", Language.FR, Role.INSTITUTION_MANAGER, "uni");
        site.database()
                .keys()
                .make("uni", "ezMESURE", site.clock.instant().plus(Duration.ofDays(35)), LivingSite.TEST)
                .orThrow();
        List<Integer> received = new ArrayList<>();
        for (int day : new int[] {1, 5, 10, 13, 1, 2}) {
            later(Duration.ofDays(day));
            received.add(server.getReceivedMessages().length);
        }
        assertThat(received).containsExactly(0, 1, 1, 2, 2, 2);
        assertThat(parts(server.getReceivedMessages()[0]).get("text/plain"))
                .contains("La clé « ezMESURE »", "11\u00a0mars\u00a02026");
    }

    @Test
    void whoIsInvitedGetsALinkThatWorks() throws Exception {
        serve();
        site.account("admin@alpha.example", Language.EN, Role.PLATFORM_ADMINISTRATOR, "");
        Browser admin = site.signedIn("admin@alpha.example");
        HttpResponse<String> invited = admin.post(
                "/admin/accounts",
                "email",
                "new@uni.example",
                "name",
                "New Person",
                "language",
                "FR",
                "role",
                "INSTITUTION_READER",
                "customer",
                "uni");
        assertThat(admin.get(Browser.location(invited)).body()).contains("on its way to new@uni.example");
        site.work();
        MimeMessage message = received().get("new@uni.example");
        assertThat(message.getHeader("List-Unsubscribe")).isNull();
        String text = parts(message).get("text/plain");
        assertThat(text).contains("Vous êtes invité·e", "336 heures");
        String path = text.replaceAll("(?s).*http://stats.example.org(/invitation/\\S+).*", "$1");
        assertThat(site.browser().get(path).body()).contains("New Person");
        assertThat(site.database()
                        .outbox()
                        .in(Mail.State.SENT, Page.first(1))
                        .rows()
                        .get(0)
                        .data())
                .as("the link is kept no longer than it takes to send it")
                .isEqualTo("{}");
    }

    @Test
    void requestsToJoinHaveTheirWords() throws Exception {
        serve();
        for (String kind : new String[] {"join-asked", "join-approved", "join-refused"}) {
            String data = "{\"customer\":\"uni\",\"name\":\"Uni\",\"person\":\"Jo\",\"email\":\"jo@x.example\","
                    + "\"message\":\"Please.\",\"reason\":\"Unknown person\",\"link\":\"http://stats.example.org/space/uni\"}";
            site.database().outbox().queue(new Outbox.Draft(kind, null, kind + "@x.example", Language.EN, kind, data));
        }
        site.work();
        Map<String, MimeMessage> received = received();
        assertThat(parts(received.get("join-asked@x.example")).get("text/plain"))
                .contains("Jo (jo@x.example) asks to join Uni", "Please.", "/space/uni/requests");
        assertThat(parts(received.get("join-approved@x.example")).get("text/plain"))
                .contains("was accepted", "http://stats.example.org/space/uni");
        assertThat(parts(received.get("join-refused@x.example")).get("text/plain"))
                .contains("was not accepted", "Unknown person");
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
    void aMailThatWasTakenIsNotSentAgainWhenThatCannotBeNoted() throws Exception {
        serve();
        site.account("admin@alpha.example", Language.EN, Role.PLATFORM_ADMINISTRATOR, "");
        site.count(LivingSite.wholeMonth("2026-01").subList(0, 200));
        site.sql("alter table mail add constraint never_sent check (state <> 'SENT')");
        later(Duration.ofDays(1));
        later(Duration.ofMinutes(2));
        assertThat(server.getReceivedMessages()).hasSize(1);
        site.sql("alter table mail drop constraint never_sent");
        later(Duration.ofMinutes(31));
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(site.database()
                        .outbox()
                        .in(Mail.State.IN_DOUBT, Page.first(5))
                        .rows())
                .hasSize(1);
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

    @Test
    void aMonthOfWhichNoLogCameIsToldOf() throws Exception {
        serve();
        site.account("admin@alpha.example", Language.EN, Role.PLATFORM_ADMINISTRATOR, "");
        site.count(LivingSite.wholeMonth("2025-12").subList(0, 248));
        later(Duration.ofDays(1));
        assertThat(server.getReceivedMessages())
                .as("of December and of January")
                .hasSize(2);
        assertThat(parts(server.getReceivedMessages()[1]).get("text/plain"))
                .contains(
                        "January 2026 is due to be published",
                        "1\u00a0Jan\u00a02026, 00:00",
                        "1\u00a0Feb\u00a02026, 00:00");
        assertThat(site.signedIn("admin@alpha.example").get("/admin/months").body())
                .contains("Not a line of January 2026 was read");
    }
}
