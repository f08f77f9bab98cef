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
 * <p>How: a value written costs far more than a value read, since each takes a lock, so that columns of numbers share words of 64 bits,
 * each with just the bits that its values need, and the view takes the words apart.
 */
public final class ColumnTable {
    /** Writes {@code count} rows, from row {@code from} of the table, into places 0 and on. */
    @FunctionalInterface
    interface Filler {
        void fill(DuckDBWritableVector vector, int from, int count);
    }

    /** A column as DuckDB sees it. */
    record Physical(String name, DuckDBColumnType type, Filler filler) {}

    /** Several columns of numbers in one. */
    private static final class Word {
        private final String name;
        private final List<NumberColumn> columns = new ArrayList<>();
        private final List<Integer> shifts = new ArrayList<>();
        private int taken;

        Word(int number) {
            name = "word" + number;
        }

        /** Adds a column; gives what it is in SQL. */
        String add(NumberColumn column) {
            int shift = taken;
            columns.add(column);
            shifts.add(shift);
            taken += column.bits;
            String raised =
                    String.format(Locale.ROOT, "((%s >> %d) & %d)", name, shift, -1L >>> (Long.SIZE - column.bits));
            return column.bits == Long.SIZE ? "(" + name + ")" : raised;
        }

        void fill(DuckDBWritableVector vector, int from, int count) {
            long[] words = new long[count];
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).pack(words, shifts.get(i), from, count);
            }
            for (int i = 0; i < count; i++) {
                vector.setLong(i, words[i]);
            }
        }
    }

    private final String name;
    private final int rows;
    private final int @Nullable [] order;
    private final List<NumberColumn> numbers = new ArrayList<>();
    private final List<Physical> physical = new ArrayList<>();
    private final List<String> view = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();

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

    public ColumnTable longs(String column, long[] values) {
        return packed(NumberColumn.of(column, values, order));
    }

    public ColumnTable ints(String column, int[] values) {
        return ints(column, values, 1, 0);
    }

    /** A column whose value of row {@code r} is {@code values[r * stride + offset]}. */
    public ColumnTable ints(String column, int[] values, int stride, int offset) {
        return packed(NumberColumn.of(column, values, stride, offset, order));
    }

    public ColumnTable shorts(String column, short[] values) {
        return packed(NumberColumn.of(column, values, order));
    }

    public ColumnTable bytes(String column, byte[] values) {
        return packed(NumberColumn.of(column, values, order));
    }

    /** A column of the rows' own numbers, from 0. */
    public ColumnTable rowNumbers(String column) {
        return packed(NumberColumn.ofRowNumbers(column));
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

    /** A column of the texts of a dictionary, in UTF-8; a negative number is null. */
    public ColumnTable texts(String column, int[] numbers, byte[][] texts) {
        return whole(column, DuckDBColumnType.VARCHAR, (vector, from, count) -> {
            byte[] @Nullable [] batch = new byte[count][];
            for (int i = 0; i < count; i++) {
                int number = numbers[source(from + i)];
                batch[i] = number < 0 ? null : texts[number];
            }
            vector.setStringUtf8Batch(0, batch);
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

    private ColumnTable packed(NumberColumn column) {
        numbers.add(column);
        return this;
    }

    private void pack(NumberColumn column) {
        String raised = column.bits == 0 ? "0" : wordFor(column.bits).add(column);
        view.add("(" + raised + (column.bits == Long.SIZE ? "" : " + (" + column.least + ")") + ")::" + column.type
                + " AS " + column.name);
    }

    /** The first word that still has so much room. */
    private Word wordFor(int bits) {
        for (Word word : words) {
            if (word.taken + bits <= Long.SIZE) {
                return word;
            }
        }
        Word word = new Word(words.size());
        words.add(word);
        physical.add(new Physical(word.name, DuckDBColumnType.BIGINT, word::fill));
        return word;
    }

    /** Makes the table known to the database of {@code duck} under its name. */
    public void register(Duck duck) throws SQLException {
        numbers.parallelStream().forEach(column -> column.measure(rows));
        numbers.forEach(this::pack);
        if (physical.isEmpty()) {
            physical.add(new Physical("nothing", DuckDBColumnType.BIGINT, new Word(0)::fill)); // it still has rows
        }
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
