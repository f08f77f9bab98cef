package fr.comptoir.customers.account;

import fr.comptoir.customers.base.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's account, without its secrets.
 *
 * @param email as the person writes it; case does not matter
 * @param hasPassword whether it can log in with one
 * @param secondFactor whether a second factor is asked for
 * @param failedLogins wrong passwords and codes since the last login
 * @param delayedUntil no login is tried before, null when one may be tried
 * @param lastLoginAt null when there was none
 */
public record Account(
        long id,
        String email,
        String name,
        Language language,
        State state,
        boolean hasPassword,
        boolean secondFactor,
        int failedLogins,
        @Nullable Instant delayedUntil,
        @Nullable Instant lastLoginAt,
        Instant createdAt,
        int version) {

    /** Only an active account logs in. */
    public enum State {
        /** Has not accepted its invitation. */
        INVITED,
        ACTIVE,
        /** By an administrator, until one unlocks it. */
        LOCKED,
        /** For good; its name stays in the record of changes. */
        CLOSED
    }
}
