package fr.comptoir.server.counterapi;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.comptoir.report.ExceptionCode;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * How often a requestor may ask for one customer in a minute. Each customer has a limit of its own, so that a consortium can fetch the
 * reports of all its members one after the other, however many they are (CoP 5.1, section 10.3). Safe for many threads.
 */
final class RateLimit {
    private static final long PAIRS_MAX = 100_000;

    private final int perMinute;
    private final Clock clock;
    private final Cache<String, MinuteWindow> windows = Caffeine.newBuilder()
            .maximumSize(PAIRS_MAX)
            .expireAfterAccess(MinuteWindow.LENGTH.multipliedBy(2))
            .build();

    RateLimit(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /**
     * Counts one request.
     *
     * @throws Refusal 1020 when it is one too many
     */
    void count(String requestor, String customer) throws Refusal {
        MinuteWindow window = windows.get(requestor + "\n" + customer, pair -> new MinuteWindow());
        Duration left = window.count(clock.instant(), perMinute);
        if (!left.isZero()) {
            throw new Refusal(
                    ExceptionCode.TOO_MANY_REQUESTS,
                    "This server allows " + perMinute + " requests per minute for each requestor and customer_id.",
                    Optional.of(left));
        }
    }
}
