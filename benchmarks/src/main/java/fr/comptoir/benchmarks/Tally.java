package fr.comptoir.benchmarks;

import java.util.Locale;

/** Where the generated lines must end, known while they are written: the sum that a count of them has to agree with. */
final class Tally {

    /** The places where a line may end, in the order in which they are tried. */
    enum Place {
        MALFORMED,
        METHOD,
        NOT_CONTENT,
        STATUS,
        ROBOT,
        UNKNOWN_ITEM,
        ACTIONS
    }

    private final long[] lines = new long[Place.values().length];

    void add(Place place) {
        lines[place.ordinal()]++;
    }

    long lines() {
        long sum = 0;
        for (long count : lines) {
            sum += count;
        }
        return sum;
    }

    /** As {@code comptoir count --json} says it, without what needs more than one line. */
    String json() {
        return String.format(
                Locale.ROOT, """
                {"lines": %d, "malformed": %d, "excluded": {"method": %d, "not_content": %d, "status": %d, "robot": %d}, \
                "held": {"unknown_item": %d}, "actions": %d}
                """, lines(), lines[0], lines[1], lines[2], lines[3], lines[4], lines[5], lines[6]);
    }
}
