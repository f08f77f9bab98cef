package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.mail.Mail;
import fr.comptoir.customers.mail.Outbox;
import fr.comptoir.server.web.Browser;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mails come once, whatever happens to the mail server, and say what they are to say. */
class MailDeliveryTest extends MailedSite {
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
                .contains("La clé «\u00a0ezMESURE\u00a0»", "11\u00a0mars\u00a02026");
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
