package fr.comptoir.customers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.JoinRequest;
import fr.comptoir.customers.account.Tokens;
import fr.comptoir.customers.account.Tokens.Purpose;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.base.Outcome;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class TokensContract extends ContractTest {
    private Account account;

    @BeforeEach
    final void invite() {
        account =
                db.accounts().invite("jo@example.org", "Jo", Language.FR, MARIE).orThrow();
    }

    @Test
    void aTokenOpensOnce() {
        String text = db.tokens().make(Purpose.EMAIL_CONFIRMATION, account.id(), "new@example.org");

        assertThat(db.tokens().look(Purpose.EMAIL_CONFIRMATION, text)).isPresent();
        Tokens.Token token = db.tokens().use(Purpose.EMAIL_CONFIRMATION, text).orElseThrow();
        assertThat(token.account()).isEqualTo(account.id());
        assertThat(token.detail()).isEqualTo("new@example.org");
        assertThat(db.tokens().use(Purpose.EMAIL_CONFIRMATION, text)).isEmpty();
        assertThat(db.tokens().look(Purpose.EMAIL_CONFIRMATION, text)).isEmpty();
    }

    @Test
    void ofManyWhoComeAtOnceOneGetsIn() throws Exception {
        String text = db.tokens().make(Purpose.INVITATION, account.id(), "");

        assertThat(atOnce(6, i -> db.tokens().use(Purpose.INVITATION, text)))
                .filteredOn(Optional::isPresent)
                .hasSize(1);
    }

    @Test
    void aTokenIsForOnePurposeAndExpires() {
        String text = db.tokens().make(Purpose.PASSWORD_RESET, account.id(), "");

        assertThat(db.tokens().use(Purpose.INVITATION, text)).isEmpty();
        assertThat(db.tokens().use(Purpose.PASSWORD_RESET, text + "x")).isEmpty();
        assertThat(db.tokens().use(Purpose.PASSWORD_RESET, "")).isEmpty();
        clock.pass(Purpose.PASSWORD_RESET.validity());
        assertThat(db.tokens().look(Purpose.PASSWORD_RESET, text)).isEmpty();
        assertThat(db.tokens().use(Purpose.PASSWORD_RESET, text)).isEmpty();
        assertThat(db.tokens().removeExpired(clock.instant().plusMillis(1))).isEqualTo(1);
    }

    @Test
    void aNewTokenTakesThePlaceOfTheOldOne() {
        String old = db.tokens().make(Purpose.PASSWORD_RESET, account.id(), "");
        String other = db.tokens().make(Purpose.INVITATION, account.id(), "");
        String next = db.tokens().make(Purpose.PASSWORD_RESET, account.id(), "");

        assertThat(db.tokens().use(Purpose.PASSWORD_RESET, old)).isEmpty();
        assertThat(db.tokens().use(Purpose.PASSWORD_RESET, next)).isPresent();
        assertThat(db.tokens().use(Purpose.INVITATION, other)).isPresent();
    }

    @Test
    void aTokenUsedInATransactionThatFailsIsGoodStill() {
        String text = db.tokens().make(Purpose.INVITATION, account.id(), "");

        Outcome<String> outcome = db.attempt(() -> {
            assertThat(db.tokens().use(Purpose.INVITATION, text)).isPresent();
            return Outcome.refused("password", Fault.Kind.TOO_SHORT, "12");
        });

        assertThat(outcome.isDone()).isFalse();
        assertThat(db.tokens().use(Purpose.INVITATION, text)).isPresent();
    }

    @Test
    void aRequestToJoinIsAskedOnceAndDecidedOnce() throws Exception {
        added("a", "A");
        JoinRequest asked = db.joinRequests()
                .ask(null, "Kim@example.org", "Kim", "a", "please\nlet me in")
                .orThrow();
        clock.pass(Duration.ofHours(1));

        assertThat(atOnce(
                        4,
                        i -> db.joinRequests()
                                .ask(null, "kim@EXAMPLE.org", "Kim", "a", "")
                                .orThrow()))
                .containsOnly(asked);
        JoinRequest approved = db.joinRequests()
                .decide(asked.id(), true, MARIE.because("known"))
                .orThrow();
        assertThat(approved.state()).isEqualTo(JoinRequest.State.APPROVED);
        assertThat(approved.decidedBy()).isEqualTo(MARIE.who());
        assertThat(approved.reason()).isEqualTo("known");
        assertThat(db.joinRequests().decide(asked.id(), false, MARIE)).isEqualTo(new Outcome.Conflict<>(approved));
        assertThat(db.joinRequests().waiting()).isEmpty();
        assertThat(db.joinRequests().ask(null, "kim", "", "a", "\u0000").problems())
                .extracting(Fault::field)
                .containsExactly("email", "name", "message");
        assertThat(db.joinRequests()
                        .ask(null, "kim@example.org", "Kim", "b", "")
                        .problems())
                .containsExactly(new Fault("customer_id", Fault.Kind.UNKNOWN, "b"));
    }
}
