package fr.comptoir.engine;

/**
 * In which {@link Attributes} a session has used a thing, for each of the unique metrics, and where it counts. Where the Access_Type of the
 * release or the Access_Method differ, each counts, so that sums with and without these columns agree (CoP 5.1, section 3.3); where only the
 * other release's Access_Type differs, the first of them carries the count.
 */
final class OncePerSession {
    long investigationsInR51;
    long requestsInR51;
    long investigationsInR5;
    long requestsInR5;

    void clear() {
        investigationsInR51 = 0;
        requestsInR51 = 0;
        investigationsInR5 = 0;
        requestsInR5 = 0;
    }

    void addInR51(int attributes, boolean request) {
        investigationsInR51 |= 1L << attributes;
        requestsInR51 |= request ? 1L << attributes : 0;
    }

    void addInR5(int attributes, boolean request) {
        investigationsInR5 |= 1L << attributes;
        requestsInR5 |= request ? 1L << attributes : 0;
    }

    /** Those of a set that carry a count in Release 5.1. */
    static long countedInR51(long used) {
        long counted = 0;
        for (long left = used; left != 0; ) {
            int attributes = Long.numberOfTrailingZeros(left);
            counted |= 1L << attributes;
            left &= ~Attributes.sameInR51(attributes);
        }
        return counted;
    }

    /** Those of a set that carry a count in Release 5. */
    static long countedInR5(long used) {
        long counted = 0;
        for (long left = used; left != 0; ) {
            int attributes = Long.numberOfTrailingZeros(left);
            counted |= 1L << attributes;
            left &= ~Attributes.sameInR5(attributes);
        }
        return counted;
    }
}
