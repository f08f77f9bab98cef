package fr.comptoir.store.fact;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;

/**
 * How one figure differs between two countings of a month.
 *
 * @param report PR, DR, TR or IR: the sum over all its rows
 * @param customer a customer id, or {@link fr.comptoir.model.catalogue.Institution#THE_WORLD}
 */
public record FactDifference(
        Release release, String report, MetricType metric, String customer, long before, long after) {
    /** How much more there is after; negative when there is less. */
    public long difference() {
        return after - before;
    }
}
