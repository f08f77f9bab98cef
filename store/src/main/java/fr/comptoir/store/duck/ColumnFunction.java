package fr.comptoir.store.duck;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/**
 * Gives DuckDB the rows of a {@link ColumnTable}. Two threads read at once where DuckDB lets them, each a slice at a time, so that rows keep
 * their order within a slice and slices come in any order.
 */
final class ColumnFunction implements DuckDBTableFunction<ColumnFunction, ColumnFunction.Scan, ColumnFunction.Slice> {
    private final List<ColumnTable.Physical> columns;
    private final int rows;

    ColumnFunction(List<ColumnTable.Physical> columns, int rows) {
        this.columns = List.copyOf(columns);
        this.rows = rows;
    }

    /** What one query asks of the table, and the first row of the next slice. */
    record Scan(int[] columns, AtomicLong next) {}

    /** The slice that one thread is reading. */
    static final class Slice {
        private long next;
        private long end;
    }

    @Override
    public ColumnFunction bind(DuckDBTableFunctionBindInfo info) {
        for (ColumnTable.Physical column : columns) {
            info.addResultColumn(column.name(), column.type());
        }
        info.setCardinality(rows, true);
        return this;
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
            slice.next = scan.next.getAndAdd(Duck.ROW_GROUP);
            slice.end = Math.min(slice.next + Duck.ROW_GROUP, rows);
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
                columns.get(scan.columns[i]).filler().fill(chunk.vector(i), from, count);
            }
        }
        return count;
    }
}
