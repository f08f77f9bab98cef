package fr.comptoir.customers.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondFactorTest {
    private static final byte[] RFC_SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private final Totp totp = new Totp();

    /** RFC 6238, appendix B, of which the last six digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheStandard(long second, String code) {
        Instant at = Instant.ofEpochSecond(second);

        assertThat(totp.code(RFC_SECRET, Totp.stepOf(at))).isEqualTo(code);
        assertThat(totp.step(RFC_SECRET, code, at, 0)).hasValue(second / 30);
        assertThat(totp.step(RFC_SECRET, code, at.plusSeconds(30), 0)).hasValue(second / 30);
        assertThat(totp.step(RFC_SECRET, code, at.minusSeconds(30), 0)).hasValue(second / 30);
        assertThat(totp.step(RFC_SECRET, code, at.plusSeconds(60), 0)).isEmpty();
        assertThat(totp.step(RFC_SECRET, code, at, second / 30)).as("used").isEmpty();
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void secretsAreWrittenInBase32(String text, String base32) {
        assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
    }

    @Test
    void delaysGrowToAQuarterOfAnHour() {
        assertThat(LoginDelay.after(2)).isZero();
        assertThat(LoginDelay.after(3)).isEqualTo(Duration.ofSeconds(1));
        assertThat(LoginDelay.after(9)).isEqualTo(Duration.ofSeconds(64));
        assertThat(LoginDelay.after(10)).isEqualTo(Duration.ofMinutes(15));
        assertThat(LoginDelay.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(15));
    }
}
