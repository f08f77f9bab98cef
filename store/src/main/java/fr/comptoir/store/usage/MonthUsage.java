package fr.comptoir.store.usage;

import java.util.Arrays;
import java.util.List;

/**
 * The usage of one customer in one month, kept in columns: its rows lie by their attributes, so that a row needs a title and a number of
 * figures alone, some four bytes. Immutable.
 */
final class MonthUsage {
    /** An estimate of what an object and its arrays need beside their contents, in bytes. */
    private static final int OVERHEAD = 200;

    private static final long OF_NAME = 60;

    /** Of one who used nothing. */
    static final MonthUsage NONE = new Rows().sorted(new LongNumbers(), Figures.of(new int[0]), List.of(), 0);

    private final long[] attributes;
    /** The first row of each of the attributes, and the end. */
    private final int[] begins;

    private final SmallNumbers titles;
    private final SmallNumbers counts;
    private final Figures figures;
    /** Of each group, in the order of {@link DistinctCounts#COLUMNS}; none where a group has so few rows that they are added up when asked for. */
    private final long[] sums;

    private final List<String> names;
    private final boolean sorted;
    private final long bytes;

    /**
     * Puts it together.
     *
     * @param sums of each group; empty for none
     * @param names of ways of arrival, or the texts of sets of customers, by number
     * @param sorted whether the rows of each group lie by title
     * @param ofFigures its share of the figures, which several months may have in common, in bytes
     */
    MonthUsage(
            long[] attributes,
            int[] begins,
            SmallNumbers titles,
            SmallNumbers counts,
            Figures figures,
            long[] sums,
            List<String> names,
            boolean sorted,
            long ofFigures) {
        this.attributes = attributes;
        this.begins = begins;
        this.titles = titles;
        this.counts = counts;
        this.figures = figures;
        this.sums = sums;
        this.names = names;
        this.sorted = sorted;
        bytes = OVERHEAD
                + names.stream().mapToLong(name -> OF_NAME + name.length()).sum()
                + 12L * attributes.length
                + 8L * sums.length
                + titles.bytes()
                + counts.bytes()
                + ofFigures;
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

    /** The names that numbers in attributes or of rows mean. */
    List<String> names() {
        return names;
    }

    /** The number of a row's title, or of its item that has none; 0 for searches; by {@link Split#SETS} that of the set. */
    int title(int row) {
        return titles.at(row);
    }

    /** Whether {@link #find} finds. */
    boolean isSorted() {
        return sorted;
    }

    /** The first row of a group whose title has that number, or a higher one. */
    int find(int group, int title) {
        int from = begins[group];
        int to = begins[group + 1];
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (titles.at(middle) < title) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /**
     * The first row from {@code row} on whose title is wanted, {@code end} where there is none.
     *
     * @param wanted by number of a title
     */
    int next(int row, int end, boolean[] wanted) {
        return titles.next(row, end, wanted);
    }

    /** Where the figures of a row begin in {@link #figures}. */
    int counts(int row) {
        return counts.at(row) * figures.width();
    }

    /** The number of a row's combination of figures. */
    int count(int row) {
        return counts.at(row);
    }

    Figures figures() {
        return figures;
    }

    int rows() {
        return begins[attributes.length];
    }

    /** Whether the sums of groups are known. */
    boolean isSummed() {
        return sums.length > 0;
    }

    /** The sum of a column over all rows of a group. */
    long sum(int group, int column) {
        return sums[group * DistinctCounts.WIDTH + column];
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
         * @param names see {@link MonthUsage#names}
         * @param ofFigures the month's share of them, in bytes
         */
        MonthUsage sorted(LongNumbers attributes, Figures figures, List<String> names, long ofFigures) {
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
                    new long[0],
                    names,
                    false,
                    ofFigures);
        }

        private int max(int[] numbers) {
            return Arrays.stream(numbers, 0, size).max().orElse(0);
        }
    }
}
