package fr.comptoir.testkit;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;

/**
 * What one count of a month is about, in words.
 *
 * @param subject item id of the item, of the title of a unique title, of the database of a search; {@code ""} for the platform
 * @param database of a unique title: of the Database Report it is in, {@code ""} in Platform and Title Reports
 * @param yop 0 for searches
 * @param accessType in the terms of the release; {@code ""} for searches
 */
public record Figure(
        Release release,
        MetricType metric,
        String customers,
        String subject,
        String database,
        int yop,
        String accessType,
        AccessMethod accessMethod) {}
