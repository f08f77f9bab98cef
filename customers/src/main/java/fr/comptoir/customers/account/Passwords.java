package fr.comptoir.customers.account;

import com.nulabinc.zxcvbn.Feedback;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import fr.comptoir.customers.base.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Which passwords are taken and how they are kept. Kept is a bcrypt hash with its cost and kind, so that costs can rise and the kind can
 * change without asking anyone for a new password.
 *
 * <p>A password has at least 12 characters, at most the 72 bytes that bcrypt reads, and resists guessing: zxcvbn estimates how many guesses
 * a guesser needs who tries, in this order, the 30,000 passwords most often found in breaches, words and names of people, keyboard rows,
 * repetitions, sequences and dates, all of them also with letters written as digits, and what the caller says the person would think of
 * (the platform's name, the customer's, their own). It is not a list of every password that was ever breached: a long one that was leaked
 * from elsewhere and resembles none of these passes.
 */
public final class Passwords {
    /** Fewest characters. */
    public static final int LENGTH_MIN = 12;

    /** Most bytes as UTF-8: what bcrypt reads. */
    public static final int BYTES_MAX = 72;

    /** Cost of a kept hash: 2^12 rounds, about a quarter of a second. */
    public static final int COST = 12;

    private static final String BCRYPT = "bcrypt";

    /** Guesses that cannot be made against a service that slows guessers down, and are dear against a stolen hash. */
    private static final double GUESSES_MIN = 1e9;

    private final PasswordEncoder encoder;
    private final Zxcvbn zxcvbn = new Zxcvbn();
    private final String nobody;

    /**
     * Takes the cost of new hashes.
     *
     * @param cost power of two of bcrypt's rounds, 4 to 31; {@link #COST} but in tests
     */
    public Passwords(int cost) {
        this.encoder = new DelegatingPasswordEncoder(BCRYPT, Map.of(BCRYPT, new BCryptPasswordEncoder(cost)));
        this.nobody = hash("nobody has this password");
    }

    /**
     * What is wrong with a new password.
     *
     * @param known words that the person would think of
     */
    public Optional<Fault> fault(String password, Collection<String> known) {
        if (password.codePointCount(0, password.length()) < LENGTH_MIN) {
            return fault(Fault.Kind.TOO_SHORT, String.valueOf(LENGTH_MIN));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX) {
            return fault(Fault.Kind.TOO_LARGE, String.valueOf(BYTES_MAX));
        }
        if (password.indexOf('\0') >= 0) {
            return fault(Fault.Kind.CONTROL_CHARACTER, "");
        }
        List<String> words = known.stream()
                .flatMap(text -> Stream.concat(Stream.of(text), Stream.of(text.split("[\\s@.,_-]+", -1))))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 2)
                .toList();
        Strength strength = zxcvbn.measure(password, words);
        return strength.getGuesses() >= GUESSES_MIN
                ? Optional.empty()
                : fault(Fault.Kind.GUESSABLE, reason(strength.getFeedback()));
    }

    private static String reason(Feedback feedback) {
        String warning = feedback.getWarning(Locale.ROOT);
        return warning.isEmpty() ? "it is made of common words, names or dates" : warning;
    }

    private static Optional<Fault> fault(Fault.Kind kind, String value) {
        return Optional.of(new Fault("password", kind, value));
    }

    String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    /**
     * Whether the password is the one that was hashed; takes as long when there is no hash, so that time does not tell which accounts there
     * are.
     *
     * @param hash {@code ""} when there is none
     */
    boolean matches(String password, String hash) {
        if (password.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX) {
            return encoder.matches("", nobody);
        }
        boolean same = encoder.matches(password, hash.isEmpty() ? nobody : hash);
        return same && !hash.isEmpty();
    }

    /** Whether a hash should be made again, because costs rose since. */
    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }
}
