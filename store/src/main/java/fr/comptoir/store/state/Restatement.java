package fr.comptoir.store.state;

import java.time.Instant;
import java.util.Optional;

/**
 * A change to a closed month (CoP 5.1, section 7.11).
 *
 * @param counted the new figures
 * @param reason as the user gave it
 * @param applied what was in force before and when that ended; absent as long as the change is only proposed
 */
public record Restatement(Counted counted, String reason, Optional<Applied> applied) {
    /** When the new figures came into force. The facts of {@code before} are kept, so that the difference can always be shown. */
    public record Applied(Counted before, Instant at) {}
}
