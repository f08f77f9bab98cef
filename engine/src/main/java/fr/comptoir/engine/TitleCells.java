package fr.comptoir.engine;

import fr.comptoir.model.fact.TitleFacts;
import fr.comptoir.model.fact.TitleFacts.Count;
import java.util.Arrays;

/**
 * The counts of one title within one set of customers: for each YOP and database by {@link Attributes}; used for one title after another.
 * Not thread-safe.
 */
final class TitleCells {
    private static final int CELLS = Attributes.COUNT * Count.SIZE;

    /** By the numbers of {@link OncePerSession}. */
    private static final Count[] COUNTS = {
        Count.UNIQUE_TITLE_INVESTIGATIONS,
        Count.UNIQUE_TITLE_REQUESTS,
        Count.UNIQUE_TITLE_INVESTIGATIONS_R5,
        Count.UNIQUE_TITLE_REQUESTS_R5
    };

    private int size;
    private int[] yop = new int[4];
    private int[] database = new int[4];
    private OncePerSession[] session = sessions(new OncePerSession[4]);
    private long[] used = new long[4];
    private int[] counts = new int[4 * CELLS];
    private int last;

    /** What the session has used under that YOP and, unless it is NONE, in that database. */
    OncePerSession session(int year, int databaseNumber) {
        if (last < size && yop[last] == year && database[last] == databaseNumber) {
            return session[last];
        }
        for (last = 0; last < size; last++) {
            if (yop[last] == year && database[last] == databaseNumber) {
                return session[last];
            }
        }
        if (size == yop.length) {
            grow(size * 2);
        }
        yop[size] = year;
        database[size] = databaseNumber;
        size++;
        return session[last];
    }

    /** Counts what the session has used, once, and begins another. */
    void endSession() {
        for (int i = 0; i < size; i++) {
            OncePerSession of = session[i];
            for (int metric = 0; metric < OncePerSession.METRICS; metric++) {
                addEach(i, of.counted(metric), COUNTS[metric]);
            }
            of.clear();
        }
    }

    private void addEach(int place, long attributes, Count count) {
        used[place] |= attributes;
        for (long left = attributes; left != 0; left &= left - 1) {
            counts[place * CELLS + Long.numberOfTrailingZeros(left) * Count.SIZE + count.ordinal()]++;
        }
    }

    /** Writes the title's rows and begins another. */
    void end(int customers, int title, TitleFacts facts) {
        for (int i = 0; i < size; i++) {
            for (long left = used[i]; left != 0; left &= left - 1) {
                int attributes = Long.numberOfTrailingZeros(left);
                int row = facts.add(
                        customers,
                        title,
                        database[i],
                        (short) yop[i],
                        Attributes.accessType(attributes),
                        Attributes.accessTypeR5(attributes),
                        Attributes.accessMethod(attributes));
                int cell = i * CELLS + attributes * Count.SIZE;
                System.arraycopy(counts, cell, facts.counts, row * Count.SIZE, Count.SIZE);
                Arrays.fill(counts, cell, cell + Count.SIZE, 0);
            }
            used[i] = 0;
        }
        size = 0;
    }

    private void grow(int capacity) {
        yop = Arrays.copyOf(yop, capacity);
        database = Arrays.copyOf(database, capacity);
        session = sessions(Arrays.copyOf(session, capacity));
        used = Arrays.copyOf(used, capacity);
        counts = Arrays.copyOf(counts, capacity * CELLS);
    }

    private static OncePerSession[] sessions(OncePerSession[] sessions) {
        for (int i = 0; i < sessions.length; i++) {
            sessions[i] = sessions[i] == null ? new OncePerSession() : sessions[i];
        }
        return sessions;
    }
}
