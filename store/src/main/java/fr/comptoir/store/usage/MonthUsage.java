package fr.comptoir.store.usage;

import java.util.Arrays;

/**
 * The usage of one customer in one month, kept in columns: its rows lie by their attributes, so that a row needs a title and a number of
 * figures alone, some four bytes. Immutable.
 */
final class MonthUsage {
    /** An estimate of what an object and its arrays need beside their contents, in bytes. */
    private static final int OVERHEAD = 200;

    private final long[] attributes;
    /** The first row of each of the attributes, and the end. */
    private final int[] begins;

    private final SmallNumbers titles;
    private final SmallNumbers counts;
    private final int[] figures;
    private final long bytes;

    private MonthUsage(
            long[] attributes, int[] begins, SmallNumbers titles, SmallNumbers counts, int[] figures, long ofFigures) {
        this.attributes = attributes;
        this.begins = begins;
        this.titles = titles;
        this.counts = counts;
        this.figures = figures;
        bytes = OVERHEAD + 12L * attributes.length + titles.bytes() + counts.bytes() + ofFigures;
    }

    /** How many different attributes there are. */
    int groups() {
        return attributes.length;
    }

    long attributes(int group) {
        return attributes[group];
    }

    /** The first row of a group. */
    int begin(int group) {
        return begins[group];
    }

    int end(int group) {
        return begins[group + 1];
    }

    /** The number of a row's title, or of its item that has none; 0 for searches. */
    int title(int row) {
        return titles.at(row);
    }

    /** Where the figures of a row begin in {@link #figures}. */
    int counts(int row) {
        return counts.at(row) * DistinctCounts.WIDTH;
    }

    int[] figures() {
        return figures;
    }

    /** What it needs in memory, with its share of the figures. */
    long bytes() {
        return bytes;
    }

    /** Takes rows in any order. */
    static final class Rows {
        private int[] groups = new int[1024];
        private int[] titles = new int[1024];
        private int[] counts = new int[1024];
        private int size;

        void add(int group, int title, int count) {
            if (size == groups.length) {
                groups = Arrays.copyOf(groups, 2 * size);
                titles = Arrays.copyOf(titles, 2 * size);
                counts = Arrays.copyOf(counts, 2 * size);
            }
            groups[size] = group;
            titles[size] = title;
            counts[size++] = count;
        }

        /**
         * Puts them in order.
         *
         * @param figures those of several months
         * @param ofFigures the month's share of them, in bytes
         */
        MonthUsage sorted(LongNumbers attributes, int[] figures, long ofFigures) {
            int[] ends = new int[attributes.size() + 1];
            for (int row = 0; row < size; row++) {
                ends[groups[row] + 1]++;
            }
            int some = 0;
            long[] present = new long[attributes.size()];
            int[] begins = new int[attributes.size() + 1];
            for (int group = 0; group < attributes.size(); group++) {
                if (ends[group + 1] > 0) {
                    present[some] = attributes.value(group);
                    begins[some++] = ends[group];
                }
                ends[group + 1] += ends[group];
            }
            begins[some] = size;
            SmallNumbers ofTitles = new SmallNumbers(size, max(titles));
            SmallNumbers ofCounts = new SmallNumbers(size, max(counts));
            for (int row = 0; row < size; row++) {
                int place = ends[groups[row]]++;
                ofTitles.put(place, titles[row]);
                ofCounts.put(place, counts[row]);
            }
            return new MonthUsage(
                    Arrays.copyOf(present, some),
                    Arrays.copyOf(begins, some + 1),
                    ofTitles,
                    ofCounts,
                    figures,
                    ofFigures);
        }

        private int max(int[] numbers) {
            return Arrays.stream(numbers, 0, size).max().orElse(0);
        }
    }
}
