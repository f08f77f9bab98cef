package fr.comptoir.customers.account;

import java.time.Duration;

/**
 * How long an account waits after failed logins: three are free, then 1 s, 2 s, 4 s, ... and a quarter of an hour from the tenth on. The
 * account is never locked for good by guessing, for then anyone could lock anyone out; a guesser has about a hundred attempts a day.
 */
final class LoginDelay {
    private static final int FREE = 3;
    private static final int LOCKED_FROM = 10;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private LoginDelay() {}

    /** @param failures failed logins since the last one that did not, this one included */
    static Duration after(int failures) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        return failures >= LOCKED_FROM ? LONGEST : Duration.ofSeconds(1L << (failures - FREE));
    }
}
