package fr.comptoir.store.usage;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.code.AccessMethod;
import java.time.YearMonth;

/**
 * Usage of one month that came by the same way and had access by the same route.
 *
 * @param arrival the way of arrival; blank where it was not recorded
 * @param counts by ordinal of {@link fr.comptoir.model.code.MetricType}; all but totals of items and denials are 0
 */
public record RouteRow(YearMonth month, String arrival, AccessRoute route, AccessMethod accessMethod, long[] counts) {}
