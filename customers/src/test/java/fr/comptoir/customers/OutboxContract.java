package fr.comptoir.customers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.mail.Mail;
import fr.comptoir.customers.mail.Outbox;
import fr.comptoir.customers.mail.Subscription;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class OutboxContract extends ContractTest {
    private static final Duration LEASE = Duration.ofMinutes(5);

    private boolean queue(String event) {
        return db.outbox()
                .queue(new Outbox.Draft(
                        event, null, "jo@example.org", Language.FR, "new-report", "{\"month\":\"2026-02\"}"));
    }

    private Outbox.Claim claimed() {
        return db.outbox().claim(1, LEASE).get(0);
    }

    private Mail.State state(Outbox.Claim claim) {
        return db.outbox().find(claim.mail().id()).orElseThrow().state();
    }

    @Test
    void anEventIsQueuedOnce() throws Exception {
        assertThat(atOnce(6, i -> queue("report a 2026-02"))).containsOnlyOnce(true);
        assertThat(queue("report b 2026-02")).isTrue();
        assertThat(db.outbox().in(Mail.State.WAITING, Page.first(5)).total()).isEqualTo(2);
    }

    @Test
    void aMailIsQueuedWithItsEventOrNotAtAll() {
        db.attempt(() -> {
            queue("e");
            return Outcome.<String>refused("x", Fault.Kind.WRONG, "");
        });
        assertThat(queue("e")).isTrue();
        assertThat(db.attempt(() -> Outcome.done(queue("e"))).orThrow())
                .as("a second one disturbs no transaction")
                .isFalse();
    }

    @Test
    void aMailIsClaimedByOne() throws Exception {
        for (int i = 0; i < 5; i++) {
            queue("e" + i);
        }
        List<List<Outbox.Claim>> claims = atOnce(4, i -> db.outbox().claim(5, LEASE));

        assertThat(claims.stream()
                        .flatMap(List::stream)
                        .map(claim -> claim.mail().eventKey()))
                .containsExactlyInAnyOrder("e0", "e1", "e2", "e3", "e4");
        assertThat(db.outbox().claim(5, LEASE)).isEmpty();
    }

    @Test
    void whatWasSentIsNotSentAgain() {
        queue("e");
        Outbox.Claim claim = claimed();
        assertThat(db.outbox().handOver(claim)).isTrue();
        db.outbox().sent(claim);
        clock.pass(LEASE);

        assertThat(db.outbox().claim(1, LEASE)).isEmpty();
        Mail mail = db.outbox().find(claim.mail().id()).orElseThrow();
        assertThat(mail.state()).isEqualTo(Mail.State.SENT);
        assertThat(mail.data()).isEqualTo("{}");
        assertThat(queue("e")).isFalse();
        assertThat(db.outbox().removeSentBefore(clock.instant())).isEqualTo(1);
    }

    @Test
    void aCrashBeforeTheMailServerHasTheMailLosesNothing() {
        queue("e");
        Outbox.Claim first = claimed();
        clock.pass(LEASE.minusMillis(1));
        assertThat(db.outbox().claim(1, LEASE)).isEmpty();
        clock.pass(Duration.ofMillis(1));

        Outbox.Claim second = claimed();

        assertThat(second.mail().messageId()).isEqualTo(first.mail().messageId());
        assertThat(second.mail().attempts()).isEqualTo(2);
        assertThat(db.outbox().handOver(first))
                .as("the first sender wakes up too late")
                .isFalse();
        assertThat(db.outbox().handOver(second)).isTrue();
    }

    @Test
    void aCrashWhileTheMailServerHasTheMailIsShownAndNotSentTwice() {
        queue("e");
        Outbox.Claim claim = claimed();
        db.outbox().handOver(claim);
        clock.pass(LEASE);

        assertThat(db.outbox().claim(1, LEASE)).isEmpty();
        assertThat(state(claim)).isEqualTo(Mail.State.IN_DOUBT);
        assertThat(db.outbox().resolve(claim.mail().id(), true)).isTrue();
        assertThat(claimed().mail().messageId()).isEqualTo(claim.mail().messageId());
        assertThat(db.outbox().resolve(claim.mail().id(), true)).isFalse();
    }

    @Test
    void aMailThatCountsAsSentKeepsNoLink() {
        queue("e");
        Outbox.Claim claim = claimed();
        db.outbox().failed(claim, "550 no such user", true);
        String data = claim.mail().data();
        assertThat(data).isNotEqualTo("{}");
        assertThat(db.outbox().find(claim.mail().id()).orElseThrow().data()).isEqualTo(data);
        assertThat(db.outbox().resolve(claim.mail().id(), false)).isTrue();
        assertThat(state(claim)).isEqualTo(Mail.State.SENT);
        assertThat(db.outbox().find(claim.mail().id()).orElseThrow().data()).isEqualTo("{}");
    }

    @Test
    void aMailThatFailsIsTriedAgainLaterAndGivenUpInTheEnd() {
        queue("e");
        for (int attempt = 1; attempt < Outbox.ATTEMPTS_MAX; attempt++) {
            Outbox.Claim claim = claimed();
            db.outbox().failed(claim, "450 try\r\nlater", false);
            assertThat(db.outbox().claim(1, LEASE)).isEmpty();
            assertThat(state(claim)).isEqualTo(Mail.State.WAITING);
            clock.pass(Duration.ofHours(6));
        }
        Outbox.Claim last = claimed();
        db.outbox().failed(last, "450 try later", false);

        Mail mail = db.outbox().find(last.mail().id()).orElseThrow();
        assertThat(mail.state()).isEqualTo(Mail.State.FAILED);
        assertThat(mail.lastError()).isEqualTo("450 try later");
        assertThat(db.outbox().resolve(mail.id(), true)).isTrue();
        Outbox.Claim again = claimed();
        db.outbox().failed(again, "550 no such user", true);
        assertThat(state(again)).isEqualTo(Mail.State.FAILED);
    }

    @Test
    void subscriptionsAreEndedByTheirToken() {
        added("a", "A");
        Account jo =
                db.accounts().invite("jo@example.org", "Jo", Language.FR, MARIE).orThrow();
        Subscription wanted = new Subscription(
                0,
                jo.id(),
                Subscription.Kind.NEW_REPORT,
                "a",
                List.of("TR_J1", "PR"),
                Subscription.Delivery.ATTACHMENT,
                Language.EN);
        db.subscriptions().save(wanted, MARIE);
        long id = db.subscriptions().of(jo.id()).get(0).id();
        Subscription kept = db.subscriptions().save(wanted, MARIE);
        assertThat(kept.id()).as("links in mails that were sent hold").isEqualTo(id);
        String token = db.subscriptions().unsubscribeToken(kept);

        assertThat(db.subscriptions().of(jo.id())).containsExactly(kept);
        assertThat(kept.reports()).containsExactly("TR_J1", "PR");
        assertThat(db.subscriptions().to(Subscription.Kind.NEW_REPORT, "a"))
                .as("an account that is not active gets no mail")
                .isEmpty();
        db.logins()
                .setPassword(jo.id(), AccountsContract.PASSWORD, List.of(), MARIE)
                .orThrow();
        assertThat(db.subscriptions().to(Subscription.Kind.NEW_REPORT, "a")).containsExactly(kept);
        assertThat(db.subscriptions().to(Subscription.Kind.NEW_REPORT, null)).isEmpty();
        assertThat(db.subscriptions().findByToken(token)).contains(kept);
        for (String forged :
                List.of("", ".", kept.id() + ".", kept.id() + "1" + token, token + "x", "99999999999999999999.x")) {
            assertThat(db.subscriptions().findByToken(forged)).as(forged).isEmpty();
        }
        db.subscriptions().end(kept, MARIE);
        assertThat(db.subscriptions().to(Subscription.Kind.NEW_REPORT, "a")).isEmpty();
        assertThat(db.subscriptions().findByToken(token))
                .as("the same link ends it again")
                .hasValueSatisfying(ended -> assertThat(ended.delivery()).isEqualTo(Subscription.Delivery.NONE));
        db.subscriptions().remove(kept, MARIE);
        assertThat(db.subscriptions().findByToken(token)).isEmpty();
    }
}
