package fr.comptoir.store.usage;

import java.time.YearMonth;
import java.util.SortedMap;

/**
 * A package of the catalogue with the usage of its titles over the months asked. A title that is in two packages is counted in each.
 *
 * @param titles how many titles of the catalogue are in it, those that nobody used included
 * @param used how many of them have requests
 * @param hardlyUsed how many of these have few
 * @param refused how many titles were refused for want of a license, again and again
 * @param counts by ordinal of {@link fr.comptoir.model.code.MetricType}
 * @param open the requests of what was not controlled when it was used
 * @param before the metric by which packages are compared, over the months to compare with
 * @param course that metric by month, of the months asked in which there was any
 */
public record PackageRow(
        String name,
        long titles,
        long used,
        long hardlyUsed,
        long refused,
        long[] counts,
        long open,
        long before,
        SortedMap<YearMonth, Long> course) {
    /** A title with fewer requests than this over the months asked is hardly used. */
    public static final int FEW_REQUESTS = 5;
    /** From this many refusals over the months asked on, a title was refused again and again. */
    public static final int MANY_REFUSALS = 5;
}
