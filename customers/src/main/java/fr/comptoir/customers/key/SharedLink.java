package fr.comptoir.customers.key;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A link that opens a customer's figures, to be read only, without its secret.
 *
 * @param name for whom or what it was made
 * @param query of the page that it leads to, encoded; {@code ""} for none
 * @param person who made it
 * @param lastDay on which it opens anything, in the platform's time zone
 * @param withdrawnAt null while it is not withdrawn
 */
public record SharedLink(
        long id,
        String customerId,
        String name,
        String query,
        Instant createdAt,
        String person,
        LocalDate lastDay,
        @Nullable Instant withdrawnAt) {
    /** Whether it opens anything on a day. */
    public boolean isGood(LocalDate day) {
        return withdrawnAt == null && !day.isAfter(lastDay);
    }
}
