package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.mail.Mail;
import fr.comptoir.customers.mail.Subscription;
import fr.comptoir.customers.mail.Subscription.Delivery;
import fr.comptoir.customers.mail.Subscription.Kind;
import fr.comptoir.customers.month.MonthSteps.Step;
import fr.comptoir.customers.month.Restatement;
import fr.comptoir.operation.MonthHistory;
import fr.comptoir.operation.Site;
import fr.comptoir.testkit.TestClock;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service is killed while it closes, makes reports, corrects and mails: what it began is ended, nothing is lost, nothing is done twice. */
class KilledServiceTest {
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final int READERS = 8;
    private static final long SEED = 4;
    /** As long as all that is due takes, on a machine with nothing else to do. */
    private static final int MILLISECONDS = 2_500;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final SplittableRandom random = new SplittableRandom(SEED);

    @TempDir
    Path folder;

    /** Each a while later than the one before, so that what that one had claimed is free again. */
    private void kill(String day, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            long after = (long) (MILLISECONDS * (i + random.nextDouble()) / times);
            KilledService.runFor(after, folder, day + "T1" + i + ":00:00Z");
        }
    }

    private static void workToTheEnd(LivingSite site) {
        for (int i = 0; i < 3; i++) {
            site.work();
            site.clock.pass(Duration.ofMinutes(31));
        }
        site.makeReports();
    }

    private void prepare() throws Exception {
        try (LivingSite site = LivingSite.in(
                folder,
                "2026-02-04T10:00:00Z",
                "mail: {host: 127.0.0.1, port: " + server.getSmtp().getPort()
                        + ", encryption: none, from: s@x.example}\n")) {
            for (int i = 0; i < READERS; i++) {
                Account account = site.account("r" + i + "@uni.example", Language.EN, Role.INSTITUTION_READER, "uni");
                for (Kind kind : List.of(Kind.NEW_REPORT, Kind.RESTATEMENT)) {
                    site.database()
                            .subscriptions()
                            .save(
                                    new Subscription(
                                            0, account.id(), kind, "uni", List.of(), Delivery.LINK, Language.EN),
                                    LivingSite.TEST);
                }
            }
            site.count(LivingSite.wholeMonth("2026-01"));
            site.work();
        }
    }

    /** Each reader got one mail of a kind; or none, or one, and a person is to decide whether it comes again. */
    private void toldOnce(LivingSite site, String template, String subject) throws Exception {
        List<Mail> queued = new ArrayList<>();
        for (Mail.State state : Mail.State.values()) {
            queued.addAll(site.database().outbox().in(state, Page.first(99)).rows());
        }
        queued.removeIf(mail -> !mail.template().equals(template));
        assertThat(queued).extracting(Mail::address).hasSize(READERS).doesNotHaveDuplicates();
        assertThat(queued).extracting(Mail::state).isSubsetOf(Mail.State.SENT, Mail.State.IN_DOUBT);
        List<String> received = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            if (message.getSubject().contains(subject)) {
                received.add(message.getAllRecipients()[0].toString());
            }
        }
        assertThat(received).doesNotHaveDuplicates();
        List<String> sent = queued.stream()
                .filter(mail -> mail.state() == Mail.State.SENT)
                .map(Mail::address)
                .toList();
        assertThat(received).containsAll(sent);
    }

    private long done(String operation) throws Exception {
        return MonthHistory.of(Site.open(folder, new TestClock("2026-02-09T00:00:00Z")), JANUARY).events().stream()
                .filter(event -> event.operation().equals(operation))
                .count();
    }

    @Test
    void whatItBeganIsEndedOnce() throws Exception {
        System.out.println("KilledServiceTest: seed " + SEED);
        server.start();
        try {
            prepare();
            kill("2026-02-05", 2);
            try (LivingSite site = LivingSite.again(folder, "2026-02-06T10:00:00Z")) {
                workToTheEnd(site);
                assertThat(done("close")).isEqualTo(1);
                toldOnce(site, "new-reports", "Usage reports of January 2026");
                assertThat(site.database().monthSteps().isDone(JANUARY, 1, Step.PREPARED))
                        .isTrue();
                site.count(List.of(LivingSite.click("192.0.2.7", "2026-01-10 10:11", "/article/a2")));
                site.clock.pass(Duration.ofMinutes(1));
                site.work();
                Restatement open =
                        site.database().restatements().pending(JANUARY).orElseThrow();
                site.database()
                        .restatements()
                        .decide(open.id(), open.facts(), true, LivingSite.TEST.because("late"))
                        .orThrow();
            }
            kill("2026-02-07", 2);
            try (LivingSite site = LivingSite.again(folder, "2026-02-08T10:00:00Z")) {
                workToTheEnd(site);
                assertThat(done("restate")).isEqualTo(1);
                assertThat(site.database().restatements().all(Page.first(9)).rows())
                        .extracting(Restatement::state)
                        .containsExactly(Restatement.State.APPROVED);
                toldOnce(site, "restatement", "Corrected usage of January 2026");
                assertThat(site.database().monthSteps().isDone(JANUARY, 2, Step.PREPARED))
                        .isTrue();
                assertThat(site.get("/r51/reports/pr?customer_id=uni&requestor_id=uni-requestor"
                                        + "&begin_date=2026-01&end_date=2026-01")
                                .body())
                        .contains("\"2026-01\":249");
            }
            try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
                assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
            }
        } finally {
            server.stop();
        }
    }
}
