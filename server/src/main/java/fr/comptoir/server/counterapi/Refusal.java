package fr.comptoir.server.counterapi;

import fr.comptoir.report.ExceptionCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is one exception of the Code and nothing else (CoP 5.1, appendix D). Thrown where it is found, and written by
 * {@link CounterApi}.
 */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final ExceptionCode code;
    private final String data;
    /** When it makes sense to ask again; null for never. */
    private final @Nullable Duration retryAfter;

    Refusal(ExceptionCode code, String data) {
        this(code, data, Optional.empty());
    }

    Refusal(ExceptionCode code, String data, Optional<Duration> retryAfter) {
        super(code.number() + ": " + code.message() + (data.isEmpty() ? "" : " (" + data + ")"), null, false, false);
        this.code = code;
        this.data = data;
        this.retryAfter = retryAfter.orElse(null);
    }

    /** Of several reasons the one with the lowest code, which the Code prefers. */
    static Refusal lowest(List<Refusal> reasons) {
        return reasons.stream()
                .min((one, other) -> Integer.compare(one.code.number(), other.code.number()))
                .orElseThrow();
    }

    ExceptionCode code() {
        return code;
    }

    String data() {
        return data;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
