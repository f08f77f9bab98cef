package fr.comptoir.customers.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import fr.comptoir.customers.base.Secrets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Codes of RFC 6238 as every authenticator makes them: SHA-1, six digits, 30 seconds. The neighbouring steps are right too, for clocks differ. */
final class Totp {
    static final int SECRET_BYTES = 20;
    private static final Duration STEP = TimeBasedOneTimePasswordGenerator.DEFAULT_TIME_STEP;
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

    /** The step whose code it is, later than the last one that was used; the earliest of them. */
    OptionalLong step(byte[] secret, String code, Instant now, long lastStep) {
        String digits = code.replaceAll("[\\s-]", "");
        long current = now.getEpochSecond() / STEP.toSeconds();
        for (long step = current - 1; step <= current + 1; step++) {
            if (step > lastStep && Secrets.areEqual(code(secret, step), digits)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    String code(byte[] secret, long step) {
        try {
            Instant at = Instant.ofEpochSecond(step * STEP.toSeconds());
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, generator.getAlgorithm()), at, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("a secret of " + secret.length + " bytes is a key", e);
        }
    }

    static long stepOf(Instant now) {
        return now.getEpochSecond() / STEP.toSeconds();
    }

    /** What an authenticator reads from a QR code. */
    static String address(String issuer, String email, byte[] secret) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(email) + "?secret=" + base32(secret) + "&issuer="
                + encoded(issuer);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** RFC 4648 without padding. */
    static String base32(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte next : bytes) {
            buffer = (buffer << 8 | (next & 0xff)) & 0xffff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                out.append(BASE_32.charAt(buffer >> bits & 31));
            }
        }
        return bits == 0
                ? out.toString()
                : out.append(BASE_32.charAt(buffer << (5 - bits) & 31)).toString();
    }
}
