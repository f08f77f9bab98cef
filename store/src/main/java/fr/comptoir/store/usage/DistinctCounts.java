package fr.comptoir.store.usage;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.store.fact.ReportSums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBReadableVector;

/**
 * The figures of rows, each combination once: most rows have one of a few hundred, for most figures are small. A row then needs the number
 * of its combination alone.
 */
final class DistinctCounts {
    /** The columns of the files, those of Release 5 that differ among them. */
    static final List<String> COLUMNS = columns();

    static final int WIDTH = COLUMNS.size();

    /** So many bits each of them has where all fit into one number. */
    private static final int SMALL_BITS = (Long.SIZE - 1) / WIDTH;

    private final LongNumbers packed = new LongNumbers();
    /** By number in {@link #packed}. */
    private int[] ofPacked = new int[64];

    private int packedKnown;
    private final Map<List<Integer>, Integer> large = new HashMap<>();
    private int[] values = new int[64 * WIDTH];
    private int size;

    private static List<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        for (MetricType metric : Sources.metrics(Sources.PLATFORM)) {
            columns.add(ReportSums.column(metric, Release.R5_1));
            columns.add(ReportSums.column(metric, Release.R5));
        }
        return List.copyOf(columns);
    }

    /** Where the figure of a metric stands. */
    static int column(MetricType metric, Release release) {
        return COLUMNS.indexOf(ReportSums.column(metric, release));
    }

    /**
     * The figures of a source in one number, in SQL; -1 where they do not fit.
     *
     * @param mark tells sources apart, below 7
     */
    static String packedSql(List<String> columns, int mark) {
        int bits = 60 / columns.size();
        List<String> sum = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            sum.add("(" + columns.get(i) + "::BIGINT << " + i * bits + ")");
        }
        return "CASE WHEN greatest(" + String.join(", ", columns) + ") < " + (1L << bits) + " THEN "
                + String.join(" + ", sum) + " + (" + mark + "::BIGINT << 60) ELSE -1 END";
    }

    /**
     * The number of the figures of a row.
     *
     * @param key what {@link #packedSql} gave
     * @param columns the row's, its figures from the place {@code from} on in the order of {@link #COLUMNS}
     */
    int number(long key, DuckDBReadableVector[] columns, int row, int from) {
        if (key < 0) {
            List<Integer> figures = new ArrayList<>(WIDTH);
            for (int i = 0; i < WIDTH; i++) {
                figures.add(columns[from + i].getInt(row));
            }
            return large.computeIfAbsent(figures, any -> add(columns, row, from));
        }
        int number = packed.number(key);
        if (number == packedKnown) {
            notePacked(add(columns, row, from));
        }
        return ofPacked[number];
    }

    /** The number of {@link #WIDTH} figures, from the place {@code from} on; not to be mixed with the other. */
    int number(int[] figures, int from) {
        long key = 0;
        for (int i = 0; i < WIDTH && key >= 0; i++) {
            int figure = figures[from + i];
            key = figure < 1 << SMALL_BITS ? key << SMALL_BITS | figure : -1;
        }
        if (key < 0) {
            List<Integer> some =
                    Arrays.stream(figures, from, from + WIDTH).boxed().toList();
            return large.computeIfAbsent(some, any -> add(figures, from));
        }
        int number = packed.number(key);
        if (number == packedKnown) {
            notePacked(add(figures, from));
        }
        return ofPacked[number];
    }

    private void notePacked(int number) {
        if (packedKnown == ofPacked.length) {
            ofPacked = Arrays.copyOf(ofPacked, 2 * packedKnown);
        }
        ofPacked[packedKnown++] = number;
    }

    private int add(int[] figures, int from) {
        reserve();
        System.arraycopy(figures, from, values, size * WIDTH, WIDTH);
        return size++;
    }

    private void reserve() {
        if ((size + 1) * WIDTH > values.length) {
            values = Arrays.copyOf(values, 2 * values.length);
        }
    }

    private int add(DuckDBReadableVector[] columns, int row, int from) {
        reserve();
        for (int i = 0; i < WIDTH; i++) {
            values[size * WIDTH + i] = columns[from + i].getInt(row);
        }
        return size++;
    }

    int size() {
        return size;
    }

    /** Those met so far, {@link #WIDTH} figures each. */
    int[] values() {
        return Arrays.copyOf(values, size * WIDTH);
    }
}
