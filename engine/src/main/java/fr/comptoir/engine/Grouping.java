package fr.comptoir.engine;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Brings rows with the same key together and hands them out group by group, on several threads.
 *
 * <p>How: rows are dealt into buckets by the first bits of the hash of their key, each with what it must carry, so that all that follows
 * happens within a bucket, which is small enough for a processor's cache. There each row is one long, the hash above and its place below,
 * and these are sorted as plain numbers. Only where hashes are equal are the true keys looked at; keys that merely share a hash are told
 * apart by a sort that is never worse than n log n.
 */
final class Grouping {
    private static final int BUCKET_ROWS = 1 << 11;
    private static final int BUCKETS_MAX = 1 << 12;

    /** What brings rows together, and what of them is carried to their place. */
    interface Table extends RowSort.Order {
        /** Whether the row is in any group. */
        boolean takes(int row);

        /** Equal for rows with equal keys, and well mixed. */
        long hash(int row);

        /** Makes room for so many places. */
        void places(int size);

        /** Carries a row to its place; called by several threads, for each place once. */
        void put(int row, int place);

        /** Compares the keys of what was put at two places; 0 exactly for equal keys. */
        @Override
        int compare(int place, int other);
    }

    /** What one thread does with the groups it is given; each thread has its own. */
    interface Handler {
        /** Takes the places {@code places[0 .. size - 1]} of all rows of one key, in no particular order; may rearrange them. */
        void group(int[] places, int size);

        /** Says that {@code rows} more rows have been handed out in groups, by this thread. */
        default void handled(int rows) {}
    }

    private final int rows;
    private final Table table;
    private final int bucketBits;
    private final long placeMask;
    private final long[] packed;
    private final int[] bucketStart;

    private Grouping(int rows, Table table, Workers workers) {
        this.rows = rows;
        this.table = table;
        int buckets = Integer.highestOneBit(Math.max(1, Math.min(rows / BUCKET_ROWS, BUCKETS_MAX)));
        bucketBits = Integer.numberOfTrailingZeros(buckets);
        placeMask = (1L << (Integer.SIZE - Integer.numberOfLeadingZeros(rows))) - 1;
        int[][] ends = histograms(buckets, workers);
        bucketStart = new int[buckets + 1];
        int at = 0;
        for (int bucket = 0; bucket < buckets; bucket++) {
            bucketStart[bucket] = at;
            for (int[] end : ends) {
                int size = end[bucket];
                end[bucket] = at;
                at += size;
            }
        }
        bucketStart[buckets] = at;
        packed = new long[at];
        table.places(at);
        deal(ends, workers);
    }

    /** Gives every group of the rows {@code 0 .. rows - 1} to one of the handlers, once. */
    static void run(int rows, Table table, Workers workers, Supplier<? extends Handler> handler) {
        Grouping grouping = new Grouping(rows, table, workers);
        workers.run(grouping.bucketStart.length - 1, () -> grouping.new Bucket(handler.get()));
    }

    private int bucket(long hash) {
        return bucketBits == 0 ? 0 : (int) (hash >>> (Long.SIZE - bucketBits));
    }

    private int[][] histograms(int buckets, Workers workers) {
        int[][] sizes = new int[workers.threads()][buckets];
        workers.ranges(rows, (piece, from, to) -> {
            int[] size = sizes[piece];
            for (int row = from; row < to; row++) {
                if (table.takes(row)) {
                    size[bucket(table.hash(row))]++;
                }
            }
        });
        return sizes;
    }

    private void deal(int[][] starts, Workers workers) {
        workers.ranges(rows, (piece, from, to) -> {
            int[] next = starts[piece];
            for (int row = from; row < to; row++) {
                if (table.takes(row)) {
                    long hash = table.hash(row);
                    int place = next[bucket(hash)]++;
                    packed[place] = (hash << bucketBits & ~placeMask) | place;
                    table.put(row, place);
                }
            }
        });
    }

    /** Sorts buckets and finds their groups, for one thread. */
    private final class Bucket implements Workers.Piece {
        private final Handler handler;
        private final RowSort sort = new RowSort();
        private int[] group = new int[64];

        private Bucket(Handler handler) {
            this.handler = handler;
        }

        @Override
        public void run(int bucket) {
            int from = bucketStart[bucket];
            int end = bucketStart[bucket + 1];
            Arrays.sort(packed, from, end);
            int at = from;
            while (at < end) {
                int start = at;
                long hash = packed[start] & ~placeMask;
                do {
                    at++;
                } while (at < end && (packed[at] & ~placeMask) == hash);
                sameHash(start, at);
            }
            handler.handled(end - from);
        }

        private void sameHash(int from, int to) {
            int size = to - from;
            if (group.length < size) {
                group = new int[Math.max(size, group.length * 2)];
            }
            group[0] = (int) (packed[from] & placeMask);
            boolean same = true;
            for (int i = 1; i < size; i++) {
                group[i] = (int) (packed[from + i] & placeMask);
                same = same && table.compare(group[0], group[i]) == 0;
            }
            if (same) {
                handler.group(group, size);
            } else {
                tellApart(size);
            }
        }

        private void tellApart(int size) {
            int[] places = Arrays.copyOf(group, size);
            sort.sort(places, 0, size, table);
            int at = 0;
            while (at < size) {
                int start = at;
                do {
                    group[at - start] = places[at];
                    at++;
                } while (at < size && table.compare(places[start], places[at]) == 0);
                handler.group(group, at - start);
            }
        }
    }
}
