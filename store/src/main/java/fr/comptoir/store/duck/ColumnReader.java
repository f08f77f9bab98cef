package fr.comptoir.store.duck;

import java.io.IOException;
import java.sql.SQLException;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/** Reads the answer of a query as columns, a chunk of some thousand rows at a time. */
public final class ColumnReader {
    private ColumnReader() {}

    /** Takes one chunk; its vectors hold until the call ends. */
    @FunctionalInterface
    public interface Chunks {
        void chunk(DuckDBDataChunkReader chunk, int rows) throws IOException;
    }

    /** Takes one chunk, as {@link Chunks}; says whether it wants the next. */
    @FunctionalInterface
    public interface SomeChunks {
        boolean chunk(DuckDBDataChunkReader chunk, int rows) throws IOException;
    }

    public static void read(Duck duck, String sql, Chunks chunks) throws SQLException, IOException {
        readWhile(duck, sql, (chunk, rows) -> {
            chunks.chunk(chunk, rows);
            return true;
        });
    }

    /** Reads until {@code chunks} wants no more; gives whether it wanted all. */
    public static boolean readWhile(Duck duck, String sql, SomeChunks chunks) throws SQLException, IOException {
        try (DuckDBPreparedStatement statement = duck.connection().prepare(sql);
                DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                DuckDBDataChunkReader chunk = result.chunk();
                if (!chunks.chunk(chunk, (int) chunk.rowCount())) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The columns of a chunk, looked up once. */
    public static DuckDBReadableVector[] columns(DuckDBDataChunkReader chunk) {
        DuckDBReadableVector[] columns = new DuckDBReadableVector[(int) chunk.columnCount()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = chunk.vector(i);
        }
        return columns;
    }

    /** A text, or {@code ""} where there is none. */
    public static String text(DuckDBReadableVector vector, long row) {
        return vector.isNull(row) ? "" : vector.getString(row);
    }
}
