package fr.comptoir.customers.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.base.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    private static final List<String> KNOWN =
            List.of("Alpha Journals", "Université de Grenoble", "jo.martin@example.org");
    private final Passwords passwords = new Passwords(4);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "password1234",
                "P@ssw0rd2026",
                "123456789012",
                "qwertyuiop[]",
                "azertyuiop12",
                "aaaaaaaaaaaaaaa",
                "abcabcabcabcabc",
                "iloveyou2026",
                "alpha journals",
                "AlphaJournals1",
                "jo.martin@example.org",
                "martin-grenoble"
            })
    void whatIsGuessedIsRefused(String password) {
        assertThat(passwords.fault(password, KNOWN).map(Fault::kind)).contains(Fault.Kind.GUESSABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seven purple trams in Grenoble",
                "correct horse battery staple",
                "kX9$vQ2!mZp7",
                "été où l'île gèle"
            })
    void whatIsHardToGuessIsTaken(String password) {
        assertThat(passwords.fault(password, KNOWN)).isEmpty();
    }

    @Test
    void lengthIsBounded() {
        assertThat(passwords.fault("kX9$vQ2!mZp", List.of()).map(Fault::kind)).contains(Fault.Kind.TOO_SHORT);
        assertThat(passwords.fault("é".repeat(37), List.of()).map(Fault::kind)).contains(Fault.Kind.TOO_LARGE);
    }

    @Test
    void aHashSaysItsKindAndIsNeverTheSame() {
        String hash = passwords.hash("seven purple trams");

        assertThat(hash).startsWith("{bcrypt}$2").isNotEqualTo(passwords.hash("seven purple trams"));
        assertThat(passwords.matches("seven purple trams", hash)).isTrue();
        assertThat(passwords.matches("seven purple tram", hash)).isFalse();
        assertThat(passwords.matches("nobody has this password", "")).isFalse();
        assertThat(passwords.matches("x".repeat(100), hash)).isFalse();
        assertThat(new Passwords(5).isOutdated(hash)).isTrue();
        assertThat(passwords.isOutdated(hash)).isFalse();
    }
}
