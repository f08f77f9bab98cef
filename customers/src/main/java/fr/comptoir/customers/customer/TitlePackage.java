package fr.comptoir.customers.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Titles that are sold together.
 *
 * @param packageId never changes
 * @param items how many titles are in it
 * @param version goes up with every change of it, its titles or its subscriptions
 * @param withdrawnAt since when it is not sold any more, null while it is
 */
public record TitlePackage(
        String packageId,
        String name,
        int items,
        int version,
        Instant changedAt,
        @Nullable Instant withdrawnAt) {}
