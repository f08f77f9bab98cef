package fr.comptoir.customers.key;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key with which a program asks for a customer's reports; the key itself is kept nowhere.
 *
 * @param hint the first characters of the key, by which a person knows it
 * @param name what it is for, in the words of who made it
 * @param createdBy e-mail address of the account, or name of the program
 * @param expiresAt null when it does not expire
 * @param withdrawnAt null while it is not withdrawn
 * @param replacedBy the key that was made to take its place, null for none
 * @param lastUsedAt to the minute, null when it was never used
 */
public record ApiKey(
        long id,
        String hint,
        String name,
        String customerId,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant withdrawnAt,
        @Nullable Long replacedBy,
        @Nullable Instant lastUsedAt) {

    /** Whether it opens anything. */
    public enum State {
        VALID,
        EXPIRED,
        WITHDRAWN
    }

    public State state(Instant now) {
        if (withdrawnAt != null) {
            return State.WITHDRAWN;
        }
        return expiresAt != null && !expiresAt.isAfter(now) ? State.EXPIRED : State.VALID;
    }
}
