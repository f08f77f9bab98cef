package fr.comptoir.store.usage;

import java.time.YearMonth;
import java.util.SortedMap;

/**
 * A title, or an item, with its usage over the months asked.
 *
 * @param name as the catalogue has it today; {@code ""} for what it does not have any more
 * @param yopFirst the earliest known year of publication that was used, 0 for none
 * @param counts by ordinal of {@link fr.comptoir.model.code.MetricType}
 * @param before the metric by which titles are compared, over the months to compare with
 * @param course that metric by month, of the months asked in which there was any
 */
public record TitleRow(
        String id,
        String dataType,
        String name,
        String publisher,
        String doi,
        String isbn,
        String printIssn,
        String onlineIssn,
        String uri,
        String packages,
        int yopFirst,
        int yopLast,
        long[] counts,
        long before,
        SortedMap<YearMonth, Long> course) {}
