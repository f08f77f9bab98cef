package fr.comptoir.store.usage;

import fr.comptoir.model.code.MetricType;
import java.time.YearMonth;
import java.util.SortedMap;
import java.util.TreeMap;

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
        SortedMap<YearMonth, Long> course) {

    /** A title without usage, of what the catalogue says in the order of the components. */
    static TitleRow unused(String[] said) {
        return new TitleRow(
                said[0],
                said[1],
                said[2],
                said[3],
                said[4],
                said[5],
                said[6],
                said[7],
                said[8],
                said[9],
                0,
                0,
                new long[MetricType.values().length],
                0,
                new TreeMap<>());
    }
}
