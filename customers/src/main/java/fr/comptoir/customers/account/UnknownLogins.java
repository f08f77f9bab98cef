package fr.comptoir.customers.account;

import fr.comptoir.customers.base.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Attempts to log in with addresses that have no account: they wait as those of an account do, for else the waiting would tell who has one.
 * In memory, under hashes, and no more than {@link #ADDRESSES_MAX} of them, so that nobody fills it. Safe for many threads.
 */
public final class UnknownLogins {
    private static final int ADDRESSES_MAX = 20_000;

    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > ADDRESSES_MAX;
        }
    };

    /** @param delayedUntil null when the next attempt need not wait */
    private record Failures(int count, @Nullable Instant delayedUntil) {}

    /** Counts an attempt that is made now; or says until when none is, and counts nothing. */
    synchronized Optional<Instant> attempt(String email, Instant now) {
        String key = Secrets.hash(AccountRows.emailKey(email));
        Failures before = failures.getOrDefault(key, new Failures(0, null));
        Instant until = before.delayedUntil();
        if (until != null && until.isAfter(now)) {
            return Optional.of(until);
        }
        int count = before.count() + 1;
        Duration delay = LoginDelay.after(count);
        failures.put(key, new Failures(count, delay.isZero() ? null : now.plus(delay)));
        return Optional.empty();
    }
}
