package fr.comptoir.server.counterapi;

import java.time.Duration;
import java.time.Instant;

/** What was counted in the minute that began with the first of it. Safe for many threads. */
final class MinuteWindow {
    static final Duration LENGTH = Duration.ofMinutes(1);

    private Instant start = Instant.MIN;
    private int counted;

    /** Counts one more if there is room: then zero, else how long until there is. */
    synchronized Duration count(Instant now, int limit) {
        Duration left = left(now, limit);
        if (left.isZero()) {
            counted++;
        }
        return left;
    }

    /** Zero while there is room; else how long until there is. */
    synchronized Duration left(Instant now, int limit) {
        if (start.equals(Instant.MIN) || !now.isBefore(start.plus(LENGTH))) {
            start = now;
            counted = 0;
        }
        return counted < limit ? Duration.ZERO : Duration.between(now, start.plus(LENGTH));
    }
}
