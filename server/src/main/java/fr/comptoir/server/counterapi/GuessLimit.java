package fr.comptoir.server.counterapi;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.comptoir.report.ExceptionCode;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * How often credentials from one address may be wrong in a minute, before no others from there are looked at: a requestor_id can be a
 * word. More than a harvester has whose keys of a whole consortium have expired. Addresses are forgotten after two minutes, and on no disk. Safe
 * for many threads.
 */
final class GuessLimit {
    static final int PER_MINUTE = 500;

    private static final long ADDRESSES_MAX = 100_000;

    private final Clock clock;
    private final Cache<String, MinuteWindow> wrong = Caffeine.newBuilder()
            .maximumSize(ADDRESSES_MAX)
            .expireAfterAccess(MinuteWindow.LENGTH.multipliedBy(2))
            .build();

    GuessLimit(Clock clock) {
        this.clock = clock;
    }

    /**
     * To be asked before credentials are looked at.
     *
     * @throws Refusal 1020 for an address from which too many were wrong
     */
    void check(String address) throws Refusal {
        MinuteWindow window = wrong.getIfPresent(address);
        Duration left = window == null ? Duration.ZERO : window.left(clock.instant(), PER_MINUTE);
        if (!left.isZero()) {
            throw new Refusal(
                    ExceptionCode.TOO_MANY_REQUESTS,
                    "From this address too many requests had wrong credentials.",
                    Optional.of(left));
        }
    }

    /** Credentials were refused. */
    void note(String address, Refusal refusal) {
        if (refusal.code() == ExceptionCode.REQUESTOR_NOT_AUTHORIZED
                || refusal.code() == ExceptionCode.API_KEY_INVALID) {
            wrong.get(address, any -> new MinuteWindow()).count(clock.instant(), PER_MINUTE);
        }
    }
}
