package fr.comptoir.customers.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A role of an account.
 *
 * @param customerId null for roles that are of no customer
 * @param until the last day, null when no end is set
 */
public record Grant(
        Role role, @Nullable String customerId, @Nullable LocalDate until) {
    public boolean holds(LocalDate day) {
        return until == null || !day.isAfter(until);
    }

    /** As the record of changes says it. */
    String text() {
        return role + (customerId == null ? "" : " of " + customerId) + (until == null ? "" : " until " + until);
    }
}
