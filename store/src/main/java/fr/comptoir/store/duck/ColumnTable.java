package fr.comptoir.store.duck;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * Columns of Java as a view of SQL: DuckDB asks for a chunk of rows, and they are written into its vectors; no row is ever an object. The
 * columns must not change while a query runs. See {@link ColumnFunction} for the order of rows.
 *
 * <p>How: a value written costs far more than a value read, since each takes a lock, so that short columns share words of 64 bits, which
 * the view takes apart. Each value stands there raised by the least of its type, as DuckDB shifts no negative number.
 */
public final class ColumnTable {
    /** Writes {@code count} rows, from row {@code from} of the table, into places 0 and on. */
    @FunctionalInterface
    interface Filler {
        void fill(DuckDBWritableVector vector, int from, int count);
    }

    /** A column as DuckDB sees it. */
    record Physical(String name, DuckDBColumnType type, Filler filler) {}

    /** Adds the values of a short column to words. */
    @FunctionalInterface
    private interface Packer {
        void pack(long[] words, int shift, int from, int count);
    }

    private record Packed(Packer packer, int shift) {}

    private static final int WORD = 64;

    private final String name;
    private final int rows;
    private final int @Nullable [] order;
    private final List<Physical> physical = new ArrayList<>();
    private final List<String> view = new ArrayList<>();
    /** The word that still has room, and how many of its bits are taken. */
    private List<Packed> open = new ArrayList<>();

    private int taken = WORD;

    /** A table of rows 0 to {@code rows} - 1 of its source. */
    public ColumnTable(String name, int rows) {
        this.name = name;
        this.rows = rows;
        order = null;
    }

    /** A table of the rows {@code order[0]}, {@code order[1]}, ... of its source. */
    public ColumnTable(String name, int[] order) {
        this.name = name;
        rows = order.length;
        this.order = order;
    }

    /** A table {@code (n, text)}: what the numbers of a dictionary mean. */
    public static ColumnTable dictionary(String name, List<String> texts) {
        return new ColumnTable(name, texts.size()).rowNumbers("n").texts("text", texts);
    }

    // One loop for each type, so that each is compiled for its own array.

    public ColumnTable longs(String column, long[] values) {
        return whole(column, DuckDBColumnType.BIGINT, (vector, from, count) -> {
            for (int i = 0; i < count; i++) {
                vector.setLong(i, values[source(from + i)]);
            }
        });
    }

    public ColumnTable ints(String column, int[] values) {
        return ints(column, values, 1, 0);
    }

    /** A column whose value of row {@code r} is {@code values[r * stride + offset]}. */
    public ColumnTable ints(String column, int[] values, int stride, int offset) {
        return packed(column, Integer.SIZE, (words, shift, from, count) -> {
            for (int i = 0; i < count; i++) {
                words[i] |= ((long) values[source(from + i) * stride + offset] - Integer.MIN_VALUE) << shift;
            }
        });
    }

    public ColumnTable shorts(String column, short[] values) {
        return packed(column, Short.SIZE, (words, shift, from, count) -> {
            for (int i = 0; i < count; i++) {
                words[i] |= ((long) values[source(from + i)] - Short.MIN_VALUE) << shift;
            }
        });
    }

    public ColumnTable bytes(String column, byte[] values) {
        return packed(column, Byte.SIZE, (words, shift, from, count) -> {
            for (int i = 0; i < count; i++) {
                words[i] |= ((long) values[source(from + i)] - Byte.MIN_VALUE) << shift;
            }
        });
    }

    /** A column of the rows' own numbers, from 0. */
    public ColumnTable rowNumbers(String column) {
        return packed(column, Integer.SIZE, (words, shift, from, count) -> {
            for (int i = 0; i < count; i++) {
                words[i] |= ((long) from + i - Integer.MIN_VALUE) << shift;
            }
        });
    }

    /** A column of texts; an empty one is empty, not null. */
    public ColumnTable texts(String column, List<String> texts) {
        return whole(column, DuckDBColumnType.VARCHAR, (vector, from, count) -> {
            byte[][] batch = new byte[count][];
            for (int i = 0; i < count; i++) {
                batch[i] = texts.get(source(from + i)).getBytes(StandardCharsets.UTF_8);
            }
            vector.setStringUtf8Batch(0, batch);
        });
    }

    /** A column of texts; an empty one is null. */
    public ColumnTable textsOrNull(String column, List<String> texts) {
        return whole(column, DuckDBColumnType.VARCHAR, (vector, from, count) -> {
            for (int i = 0; i < count; i++) {
                String text = texts.get(source(from + i));
                if (text.isEmpty()) {
                    vector.setNull(i);
                } else {
                    vector.setString(i, text);
                }
            }
        });
    }

    private int source(int row) {
        return order == null ? row : order[row];
    }

    private ColumnTable whole(String column, DuckDBColumnType type, Filler filler) {
        physical.add(new Physical(column, type, filler));
        view.add(column);
        return this;
    }

    private ColumnTable packed(String column, int bits, Packer packer) {
        if (taken + bits > WORD) {
            List<Packed> members = new ArrayList<>();
            open = members;
            taken = 0;
            physical.add(new Physical("word" + physical.size(), DuckDBColumnType.BIGINT, (vector, from, count) -> {
                long[] words = new long[count];
                for (Packed member : members) {
                    member.packer.pack(words, member.shift, from, count);
                }
                for (int i = 0; i < count; i++) {
                    vector.setLong(i, words[i]);
                }
            }));
        }
        String word = physical.get(wordIndex()).name();
        long mask = (1L << bits) - 1;
        long least = -(1L << (bits - 1));
        String type = bits == Integer.SIZE ? "INTEGER" : bits == Short.SIZE ? "SMALLINT" : "TINYINT";
        view.add(String.format(
                Locale.ROOT, "(((%s >> %d) & %d) + (%d))::%s AS %s", word, taken, mask, least, type, column));
        open.add(new Packed(packer, taken));
        taken += bits;
        return this;
    }

    /** The last word that was begun; whole columns may stand after it. */
    private int wordIndex() {
        int index = physical.size() - 1;
        while (!physical.get(index).name().startsWith("word")) {
            index--;
        }
        return index;
    }

    /** Makes the table known to the database of {@code duck} under its name. */
    public void register(Duck duck) throws SQLException {
        String function = name + "_words";
        try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
            builder.withName(function)
                    .withProjectionPushdown()
                    .withFunction(new ColumnFunction(physical, rows))
                    .register(duck.connection());
        }
        duck.execute("CREATE VIEW " + name + " AS SELECT " + String.join(", ", view) + " FROM " + function + "()");
    }
}
