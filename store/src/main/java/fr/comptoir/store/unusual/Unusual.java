package fr.comptoir.store.unusual;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.fact.FactQuery.Subject;

/**
 * Usage of a customer that is unlike that of the months before.
 *
 * @param customer a customer id, or the world's
 * @param subject PLATFORM, DATABASE or TITLE
 * @param id of the database or title, {@code ""} for the platform
 * @param name of it, {@code ""} when the catalogue has none
 * @param mean monthly mean of the months before
 * @param spike whether it is too much, else it is too little
 */
public record Unusual(
        String customer,
        Subject subject,
        String id,
        String name,
        MetricType metric,
        long value,
        double mean,
        boolean spike) {}
