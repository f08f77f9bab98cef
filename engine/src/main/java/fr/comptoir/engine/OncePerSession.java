package fr.comptoir.engine;

import fr.comptoir.model.code.Release;
import java.util.Arrays;

/**
 * In which {@link Attributes} a session has used a thing, for each of the four unique metrics, and where it counts. Where the Access_Type of
 * the release or the Access_Method differ, each counts, so that sums with and without these columns agree (CoP 5.1, section 3.3); where only
 * the other release's Access_Type differs, the first of them carries the count.
 *
 * <p>The metrics are numbered: investigations and requests of Release 5.1, then those of Release 5.
 */
final class OncePerSession {
    /** How many metrics there are. */
    static final int METRICS = 4;

    private static final int IN_R5 = 2;

    private final long[] used = new long[METRICS];

    void clear() {
        Arrays.fill(used, 0);
    }

    /** Notes a use; a request is an investigation too. */
    void add(Release release, int attributes, boolean request) {
        int investigations = release == Release.R5 ? IN_R5 : 0;
        used[investigations] |= 1L << attributes;
        used[investigations + 1] |= request ? 1L << attributes : 0;
    }

    /** The set of attributes that carry a count of a metric. */
    long counted(int metric) {
        long left = used[metric];
        if ((left & (left - 1)) == 0) {
            return left;
        }
        long counted = 0;
        while (left != 0) {
            int attributes = Long.numberOfTrailingZeros(left);
            counted |= 1L << attributes;
            left &= ~(metric < IN_R5 ? Attributes.sameInR51(attributes) : Attributes.sameInR5(attributes));
        }
        return counted;
    }
}
