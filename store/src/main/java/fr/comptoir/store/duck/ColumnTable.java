package fr.comptoir.store.duck;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * Columns of Java, seen by SQL as {@code FROM name()}: DuckDB asks for a chunk of rows of the columns that a query needs, and the columns
 * write them into its vectors; no row is ever an object. The columns must not change while a query runs. Two threads read one table at
 * once, each a {@linkplain #SLICE slice} at a time, so that rows keep their order within a slice and slices come in any order.
 */
public final class ColumnTable {
    /** Rows that one thread reads in order: as many as a row group of Parquet is to have, so that a row group is one slice. */
    public static final int SLICE = 49_152;

    /** Writes one value of a column; {@code at} is the place in the vector, {@code row} the row of the source. */
    @FunctionalInterface
    public interface Cell {
        void write(DuckDBWritableVector vector, long at, int row);
    }

    /** Writes {@code count} rows of a column, from row {@code from} of the table, into places 0 and on. */
    @FunctionalInterface
    private interface Filler {
        void fill(DuckDBWritableVector vector, int from, int count);
    }

    private record Column(String name, DuckDBColumnType type, Filler filler) {}

    private final String name;
    private final int rows;
    private final int @Nullable [] order;
    private final List<Column> columns = new ArrayList<>();

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
        return new ColumnTable(name, texts.size())
                .with("n", DuckDBColumnType.INTEGER, DuckDBWritableVector::setInt)
                .texts("text", texts);
    }

    public ColumnTable with(String column, DuckDBColumnType type, Cell cell) {
        return add(column, type, (vector, from, count) -> {
            for (int i = 0; i < count; i++) {
                cell.write(vector, i, source(from + i));
            }
        });
    }

    // One loop for each type, so that each is compiled for its own array: a call for each value would cost more than
    // the value.

    public ColumnTable longs(String column, long[] values) {
        return add(column, DuckDBColumnType.BIGINT, (vector, from, count) -> {
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
        return add(column, DuckDBColumnType.INTEGER, (vector, from, count) -> {
            for (int i = 0; i < count; i++) {
                vector.setInt(i, values[source(from + i) * stride + offset]);
            }
        });
    }

    public ColumnTable shorts(String column, short[] values) {
        return add(column, DuckDBColumnType.SMALLINT, (vector, from, count) -> {
            for (int i = 0; i < count; i++) {
                vector.setShort(i, values[source(from + i)]);
            }
        });
    }

    public ColumnTable bytes(String column, byte[] values) {
        return add(column, DuckDBColumnType.TINYINT, (vector, from, count) -> {
            for (int i = 0; i < count; i++) {
                vector.setByte(i, values[source(from + i)]);
            }
        });
    }

    /** A column of texts, of which none is null. */
    public ColumnTable texts(String column, List<String> texts) {
        return add(column, DuckDBColumnType.VARCHAR, (vector, from, count) -> {
            byte[][] batch = new byte[count][];
            for (int i = 0; i < count; i++) {
                batch[i] = texts.get(source(from + i)).getBytes(StandardCharsets.UTF_8);
            }
            vector.setStringUtf8Batch(0, batch);
        });
    }

    private ColumnTable add(String column, DuckDBColumnType type, Filler filler) {
        columns.add(new Column(column, type, filler));
        return this;
    }

    private int source(int row) {
        return order == null ? row : order[row];
    }

    /** Makes the table known to the database of {@code duck} under its name. */
    public void register(Duck duck) throws SQLException {
        try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
            builder.withName(name)
                    .withProjectionPushdown()
                    .withFunction(new Function())
                    .register(duck.connection());
        }
    }

    /** What one query asks of the table, and the first row of the next slice. */
    private record Scan(int[] columns, AtomicLong next) {}

    /** The slice that one thread is reading. */
    private static final class Slice {
        long next;
        long end;
    }

    private final class Function implements DuckDBTableFunction<ColumnTable, Scan, Slice> {
        @Override
        public ColumnTable bind(DuckDBTableFunctionBindInfo info) {
            for (Column column : columns) {
                info.addResultColumn(column.name, column.type);
            }
            info.setCardinality(rows, true);
            return ColumnTable.this;
        }

        @Override
        public Scan init(DuckDBTableFunctionInitInfo info) {
            info.setMaxThreads(Duck.THREADS);
            int[] wanted = new int[(int) info.getColumnCount()];
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] = (int) info.getColumnIndex(i);
            }
            return new Scan(wanted, new AtomicLong());
        }

        @Override
        public Slice localInit(DuckDBTableFunctionInitInfo info) {
            return new Slice();
        }

        @Override
        public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) {
            Scan scan = info.getInitData();
            Slice slice = info.getLocalInitData();
            if (slice.next >= slice.end) {
                slice.next = scan.next.getAndAdd(SLICE);
                slice.end = Math.min(slice.next + SLICE, rows);
                if (slice.next >= rows) {
                    return 0;
                }
            }
            int from = (int) slice.next;
            int count = (int) Math.min(chunk.capacity(), slice.end - from);
            slice.next += count;
            for (int i = 0; i < scan.columns.length; i++) {
                // A query that needs no column, as count(*), asks for one beyond the last.
                if (scan.columns[i] >= 0 && scan.columns[i] < columns.size()) {
                    columns.get(scan.columns[i]).filler.fill(chunk.vector(i), from, count);
                }
            }
            return count;
        }
    }
}
