package fr.comptoir.store.usage;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Usage of one month with the same attributes; several rows may have the same attributes.
 *
 * @param dataType in the terms of the release
 * @param accessType null for searches
 * @param yop 0 for searches
 * @param counts by ordinal of {@link fr.comptoir.model.code.MetricType}
 */
public record UsageRow(
        YearMonth month,
        DataType dataType,
        @Nullable AccessType accessType,
        AccessMethod accessMethod,
        int yop,
        long[] counts) {}
