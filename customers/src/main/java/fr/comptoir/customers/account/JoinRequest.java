package fr.comptoir.customers.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person asks to join an institution.
 *
 * @param account null when the person has none yet
 * @param message in the person's words
 * @param decidedBy {@code ""} while it waits
 * @param reason of who decided
 */
public record JoinRequest(
        long id,
        @Nullable Long account,
        String email,
        String name,
        String customerId,
        String message,
        State state,
        Instant askedAt,
        String decidedBy,
        @Nullable Instant decidedAt,
        String reason) {

    public enum State {
        WAITING,
        APPROVED,
        REFUSED
    }
}
