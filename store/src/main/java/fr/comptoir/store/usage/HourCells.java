package fr.comptoir.store.usage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Figures under the set of customers, attributes, title and hour that they are of, as many as are used. Not thread-safe. */
final class HourCells {
    private static final int FREE = -1;
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    private int size;
    /** Set of customers and hour. */
    private long[] when = new long[1024];
    /** Attributes and title. */
    private long[] what = new long[1024];

    private int[] counts = new int[1024 * DistinctCounts.WIDTH];
    /** By a hash, twice as many as cells at least. */
    private int[] places = free(4096);

    private int latest;

    private static int[] free(int length) {
        int[] places = new int[length];
        Arrays.fill(places, FREE);
        return places;
    }

    void clear() {
        size = 0;
        latest = 0;
        Arrays.fill(places, FREE);
    }

    int size() {
        return size;
    }

    /** Adds 1 to a column of {@link DistinctCounts#COLUMNS}. */
    void add(int set, int hour, int group, int title, int column) {
        long ofWhen = (long) set << Integer.SIZE | hour;
        long ofWhat = (long) group << Integer.SIZE | title;
        if (latest >= size || when[latest] != ofWhen || what[latest] != ofWhat) {
            latest = find(ofWhen, ofWhat);
        }
        counts[latest * DistinctCounts.WIDTH + column]++;
    }

    private int find(long ofWhen, long ofWhat) {
        int mask = places.length - 1;
        int place = hash(ofWhen, ofWhat) & mask;
        while (places[place] != FREE) {
            int cell = places[place];
            if (when[cell] == ofWhen && what[cell] == ofWhat) {
                return cell;
            }
            place = (place + 1) & mask;
        }
        places[place] = size;
        if (size == when.length) {
            when = Arrays.copyOf(when, 2 * size);
            what = Arrays.copyOf(what, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size * DistinctCounts.WIDTH);
        }
        when[size] = ofWhen;
        what[size] = ofWhat;
        Arrays.fill(counts, size * DistinctCounts.WIDTH, (size + 1) * DistinctCounts.WIDTH, 0);
        size++;
        if (2 * size > places.length) {
            spread();
        }
        return size - 1;
    }

    private void spread() {
        places = free(2 * places.length);
        int mask = places.length - 1;
        for (int cell = 0; cell < size; cell++) {
            int place = hash(when[cell], what[cell]) & mask;
            while (places[place] != FREE) {
                place = (place + 1) & mask;
            }
            places[place] = cell;
        }
    }

    private static int hash(long ofWhen, long ofWhat) {
        long mixed = (ofWhen * MIX ^ ofWhat) * MIX;
        return (int) (mixed >>> Integer.SIZE);
    }

    int set(int cell) {
        return (int) (when[cell] >>> Integer.SIZE);
    }

    int hour(int cell) {
        return (int) when[cell];
    }

    int group(int cell) {
        return (int) (what[cell] >>> Integer.SIZE);
    }

    int title(int cell) {
        return (int) what[cell];
    }

    /** All figures; those of a cell begin at {@link DistinctCounts#WIDTH} times its number. */
    int[] counts() {
        return counts;
    }

    /** All cells by set of customers, attributes, title and hour. */
    int[] sorted() {
        Comparator<Integer> order = (cell, other) -> {
            int compared = Integer.compare(set(cell), set(other));
            compared = compared != 0 ? compared : Long.compare(what[cell], what[other]);
            return compared != 0 ? compared : Integer.compare(hour(cell), hour(other));
        };
        return IntStream.range(0, size)
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
