package fr.comptoir.customers.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseTest {
    private static final Secrets SECRETS =
            new Secrets("a secret of thirty-two bytes or more".getBytes(StandardCharsets.UTF_8));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a@2024-01-01..",
                "a@..2024-06-30",
                "a@2024-01-01..2024-06-30",
                "x@y.org",
                "x@y.org@..2024-01-01"
            })
    void daysAreReadAsTheyAreWritten(String text) {
        Days.Value value = Days.Value.parse(text);

        assertThat(value.days().of(value.value())).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@2024-06-30..2024-01-01", "a@2024-13-01..", "a@x..y"})
    void wrongDaysAreNamed(String text) {
        assertThatThrownBy(() -> Days.Value.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text);
    }

    @Test
    void twoPeriodsOverlapWhenADayIsInBoth() {
        long seed = 11;
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Days one = days(random);
            Days other = days(random);
            boolean common = false;
            for (int day = 0; day <= 12; day++) {
                common |= one.holds(day(day)) && other.holds(day(day));
            }
            assertThat(one.overlaps(other))
                    .as("seed %d: %s, %s", seed, one, other)
                    .isEqualTo(common);
        }
    }

    private static LocalDate day(int number) {
        return LocalDate.of(2026, 1, 1).plusDays(number);
    }

    /** Not backwards, with or without ends. */
    private static Days days(Random random) {
        int from = 1 + random.nextInt(10);
        int to = from + random.nextInt(11 - from);
        return new Days(random.nextInt(4) == 0 ? null : day(from), random.nextInt(4) == 0 ? null : day(to));
    }

    @ParameterizedTest
    @CsvSource({
        "École, ecole",
        "ŒUVRE, oeuvre",
        "Straße, strasse",
        "İstanbul, istanbul",
        "IŞIK, isik",
        "'  a   b ', a b",
        "ﬁn, fin"
    })
    void foldingLeavesLetters(String text, String folded) {
        assertThat(Texts.folded(text)).isEqualTo(folded);
    }

    @Test
    void textsFromOutsideAreHarmlessAndNotCutInACharacter() {
        assertThat(Texts.harmless("a\u0000\r\nb\uD800c", 100)).isEqualTo("a\uFFFD\uFFFD\uFFFDb\uFFFDc");
        assertThat(Texts.shortened("ab\uD83D\uDE00", 3)).isEqualTo("ab");
        assertThat(Texts.shortened("ab\uD83D\uDE00", 4)).isEqualTo("ab\uD83D\uDE00");
    }

    @Test
    void whatIsSealedOpensForItsOwnerOnly() {
        byte[] secret = "secret".getBytes(StandardCharsets.UTF_8);
        byte[] sealed = SECRETS.seal("totp", "1", secret);

        assertThat(SECRETS.open("totp", "1", sealed)).isEqualTo(secret);
        assertThat(SECRETS.seal("totp", "1", secret)).isNotEqualTo(sealed);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        assertThatThrownBy(() -> SECRETS.open("totp", "2", sealed)).isInstanceOf(CustomersException.class);
        assertThatThrownBy(() -> SECRETS.open("other", "1", sealed)).isInstanceOf(CustomersException.class);
        Secrets others = new Secrets("another secret of thirty-two bytes".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> others.open("totp", "1", sealed)).isInstanceOf(CustomersException.class);
        sealed[sealed.length - 1]++;
        assertThatThrownBy(() -> SECRETS.open("totp", "1", sealed)).isInstanceOf(CustomersException.class);
    }

    @Test
    void secretsHaveTheirForm() {
        assertThat(SECRETS.make()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(SECRETS.make());
        assertThat(Secrets.hash("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(SECRETS.sign("a", "x")).isEqualTo(SECRETS.sign("a", "x")).isNotEqualTo(SECRETS.sign("b", "x"));
    }
}
