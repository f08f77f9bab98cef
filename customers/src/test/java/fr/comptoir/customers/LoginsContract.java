package fr.comptoir.customers;

import static fr.comptoir.customers.AccountsContract.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Logins.Attempt;
import fr.comptoir.customers.account.SecondFactors.Answer;
import fr.comptoir.customers.account.SecondFactors.Enrolment;
import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.base.Page;
import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class LoginsContract extends ContractTest {
    private static final String EMAIL = "jo@example.org";
    private Account jo;

    @BeforeEach
    final void activate() {
        Account invited = db.accounts().invite(EMAIL, "Jo", Language.FR, MARIE).orThrow();
        jo = db.logins().setPassword(invited.id(), PASSWORD, List.of(), MARIE).orThrow();
    }

    private Attempt attempt(String password) {
        return db.logins().attempt(EMAIL, password);
    }

    @Test
    void theRightPasswordLogsIn() {
        assertThat(jo.state()).isEqualTo(Account.State.ACTIVE);
        assertThat(db.logins().attempt("JO@example.org", PASSWORD))
                .isInstanceOfSatisfying(
                        Attempt.LoggedIn.class,
                        in -> assertThat(in.account().lastLoginAt()).isEqualTo(clock.instant()));
        assertThat(attempt(PASSWORD + " ")).isEqualTo(new Attempt.Wrong());
        assertThat(attempt("")).isEqualTo(new Attempt.Wrong());
        assertThat(db.logins().attempt("nobody@example.org", PASSWORD)).isEqualTo(new Attempt.Wrong());
    }

    @Test
    void onlyActiveAccountsLogIn() {
        db.accounts().invite("new@example.org", "New", Language.FR, MARIE).orThrow();
        assertThat(db.logins().attempt("new@example.org", "")).isEqualTo(new Attempt.Wrong());

        db.accounts()
                .setState(jo.id(), jo.version(), Account.State.LOCKED, MARIE)
                .orThrow();
        assertThat(attempt(PASSWORD)).isEqualTo(new Attempt.Wrong());
    }

    @Test
    void aGuesserWaitsLongerAndLonger() {
        Instant start = clock.instant();
        for (int i = 0; i < 3; i++) {
            assertThat(attempt("wrong")).isEqualTo(new Attempt.Wrong());
        }
        assertThat(attempt(PASSWORD)).isEqualTo(new Attempt.Delayed(start.plusSeconds(1)));
        clock.pass(Duration.ofSeconds(1));
        assertThat(attempt("wrong")).isEqualTo(new Attempt.Wrong());
        assertThat(attempt(PASSWORD)).isEqualTo(new Attempt.Delayed(start.plusSeconds(3)));
        clock.pass(Duration.ofSeconds(2));
        assertThat(attempt(PASSWORD)).isInstanceOf(Attempt.LoggedIn.class);
        assertThat(db.accounts().find(jo.id()).orElseThrow().failedLogins()).isZero();
    }

    @Test
    void whoHasNoAccountWaitsAsLongAsWhoHasOne() throws Exception {
        for (int i = 0; i < 12; i++) {
            Attempt known = attempt("wrong");
            Attempt unknown = db.logins().attempt("no-account@example.org", "wrong");
            assertThat(unknown).isEqualTo(known);
            clock.pass(Duration.ofSeconds(i % 3 == 0 ? 1 : 90));
        }
        assertThat(db.logins().attempt("NO-account@example.org ", "wrong")).isEqualTo(attempt("wrong"));
        assertThat(atOnce(8, i -> db.logins().attempt("nobody-at-once@example.org", "wrong " + i)))
                .filteredOn(answer -> answer instanceof Attempt.Wrong)
                .hasSize(3);
    }

    @Test
    void manyGuessesLockForAQuarterOfAnHourAndNoLonger() {
        for (int i = 0; i < 10; i++) {
            assertThat(attempt("wrong")).isEqualTo(new Attempt.Wrong());
            clock.pass(Duration.ofSeconds(100));
        }
        assertThat(attempt(PASSWORD)).isInstanceOf(Attempt.Delayed.class);
        clock.pass(Duration.ofMinutes(15));
        assertThat(attempt(PASSWORD)).isInstanceOf(Attempt.LoggedIn.class);
    }

    @Test
    void guessingInParallelGainsNothing() throws Exception {
        List<Attempt> answers = atOnce(8, i -> attempt("wrong " + i));

        assertThat(answers)
                .filteredOn(answer -> answer instanceof Attempt.Wrong)
                .hasSize(3);
        assertThat(db.accounts().find(jo.id()).orElseThrow().failedLogins()).isEqualTo(3);
    }

    @Test
    void noSecretIsInTheRecordOfChanges() {
        Enrolment enrolment = db.secondFactors().begin(jo.id(), "Alpha").orThrow();
        String changes =
                db.changes().find(Changes.Query.ALL, Page.first(50)).rows().toString();

        assertThat(changes).contains("password").doesNotContain(PASSWORD, "bcrypt", "$2", enrolment.secret());
        assertThat(enrolment.toString()).doesNotContain(enrolment.secret());
    }

    @Test
    void aPasswordThatIsGuessedIsRefused() {
        assertThat(db.logins()
                        .setPassword(jo.id(), "jo@example.org1", List.of(), MARIE)
                        .problems())
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.GUESSABLE);
        assertThat(attempt(PASSWORD)).isInstanceOf(Attempt.LoggedIn.class);
    }

    private static byte[] base32(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long buffer = 0;
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            buffer = buffer << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(text.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out.write((int) (buffer >> bits));
            }
        }
        return out.toByteArray();
    }

    /** As an authenticator makes it. */
    private String code(Enrolment enrolment) {
        try {
            TimeBasedOneTimePasswordGenerator authenticator = new TimeBasedOneTimePasswordGenerator();
            SecretKeySpec key = new SecretKeySpec(base32(enrolment.secret()), authenticator.getAlgorithm());
            return authenticator.generateOneTimePasswordString(key, clock.instant(), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aSecondFactorIsAskedForOnceItIsConfirmed() {
        Enrolment enrolment =
                db.secondFactors().begin(jo.id(), "Alpha Journals").orThrow();
        assertThat(enrolment.address())
                .isEqualTo("otpauth://totp/Alpha%20Journals:jo%40example.org?secret=" + enrolment.secret()
                        + "&issuer=Alpha%20Journals");
        assertThat(attempt(PASSWORD)).isInstanceOf(Attempt.LoggedIn.class);
        assertThat(db.secondFactors().confirm(jo.id(), "000000", MARIE).isDone())
                .isFalse();

        List<String> recovery =
                db.secondFactors().confirm(jo.id(), code(enrolment), MARIE).orThrow();

        assertThat(recovery)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([a-z2-7]{4}-){3}[a-z2-7]{4}"));
        assertThat(attempt(PASSWORD)).isInstanceOf(Attempt.SecondFactorWanted.class);
        assertThat(db.secondFactors().check(jo.id(), code(enrolment)))
                .as("the code that was confirmed is used")
                .isEqualTo(Answer.WRONG);
        clock.pass(Duration.ofSeconds(30));
        String code = code(enrolment);
        assertThat(db.secondFactors().check(jo.id(), code.substring(0, 3) + " " + code.substring(3)))
                .isEqualTo(Answer.RIGHT);
        assertThat(db.secondFactors().begin(jo.id(), "Alpha").isDone()).isFalse();
        assertThat(db.secondFactors().remove(jo.id(), MARIE).orThrow().secondFactor())
                .isFalse();
        assertThat(attempt(PASSWORD)).isInstanceOf(Attempt.LoggedIn.class);
    }

    @Test
    void aRecoveryCodeOpensOnce() throws Exception {
        Enrolment enrolment = db.secondFactors().begin(jo.id(), "Alpha").orThrow();
        String recovery = db.secondFactors()
                .confirm(jo.id(), code(enrolment), MARIE)
                .orThrow()
                .get(0);

        assertThat(atOnce(3, i -> db.secondFactors().check(jo.id(), recovery.toUpperCase(Locale.ROOT))))
                .containsOnlyOnce(Answer.RIGHT);
        assertThat(db.secondFactors().recoveryCodesLeft(jo.id())).isEqualTo(9);
        assertThat(db.secondFactors().renewRecoveryCodes(jo.id(), MARIE).orThrow())
                .hasSize(10);
        assertThat(db.secondFactors().recoveryCodesLeft(jo.id())).isEqualTo(10);
    }

    @Test
    void whoHasThePasswordCannotGuessCodesFreely() {
        Enrolment enrolment = db.secondFactors().begin(jo.id(), "Alpha").orThrow();
        db.secondFactors().confirm(jo.id(), code(enrolment), MARIE).orThrow();

        for (int i = 0; i < 3; i++) {
            assertThat(attempt(PASSWORD)).isInstanceOf(Attempt.SecondFactorWanted.class);
            assertThat(db.secondFactors().check(jo.id(), "12345")).isEqualTo(Answer.WRONG);
        }
        assertThat(db.secondFactors().check(jo.id(), "12345")).isEqualTo(Answer.DELAYED);
        assertThat(attempt(PASSWORD)).isInstanceOf(Attempt.Delayed.class);
    }
}
