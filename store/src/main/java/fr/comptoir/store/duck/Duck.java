package fr.comptoir.store.duck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.duckdb.DuckDBConnection;

/**
 * A DuckDB database in memory, without a file: all that lasts is Parquet. What does not fit goes to a folder named by the process, which
 * is empty and gone when the database is closed. Not thread-safe.
 */
public final class Duck implements AutoCloseable {
    static final int THREADS = 2;

    /** Rows of a row group of Parquet; a customer's rows of a month are in one or two of them. */
    public static final int ROW_GROUP = 49_152;

    private static final String MEMORY_LIMIT = "1GB";

    private static final AtomicInteger OPENED = new AtomicInteger();

    private final DuckDBConnection connection;
    private final Path temporary;

    private Duck(DuckDBConnection connection, Path temporary) {
        this.connection = connection;
        this.temporary = temporary;
    }

    /**
     * Opens an empty database.
     *
     * @param parent where it may make a folder of its own for what does not fit in memory
     */
    public static Duck open(Path parent) throws IOException {
        // A reader may stand before a folder that it must not write in.
        Path place = Files.isWritable(parent) ? parent : Path.of(System.getProperty("java.io.tmpdir"));
        Path temporary = place.resolve("comptoir-" + ProcessHandle.current().pid() + "-" + OPENED.incrementAndGet());
        Properties settings = new Properties();
        settings.setProperty("threads", Integer.toString(THREADS));
        settings.setProperty("memory_limit", MEMORY_LIMIT);
        settings.setProperty("temp_directory", temporary.toString());
        settings.setProperty("jdbc_stream_results", "true");
        try {
            return new Duck((DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings), temporary);
        } catch (SQLException e) {
            throw failure(e, "DuckDB does not start");
        }
    }

    public DuckDBConnection connection() {
        return connection;
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Writes what a query gives into a Parquet file, in the order of the query. A table of Java's is read by one thread. */
    public void copy(String query, Path file) throws SQLException {
        execute("COPY (" + query + ") TO " + Sql.text(file.toString())
                + " (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE " + ROW_GROUP
                + ", USE_TMP_FILE false)");
    }

    /**
     * As {@link #copy}, on two threads: each row group is in order, the row groups are not. While the setting for it holds, even an
     * ORDER BY gives no order, which is why it does not outlast the call.
     */
    public void copySlices(String query, Path file) throws SQLException {
        execute("SET preserve_insertion_order = false");
        copy(query, file);
        execute("SET preserve_insertion_order = true");
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e, "DuckDB does not end");
        }
        Files.deleteIfExists(temporary);
    }

    /** The failure of a query as one of input and output: DuckDB's first line says which file and why. */
    public static IOException failure(SQLException e, String what) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return new IOException(what + ": " + (end < 0 ? message : message.substring(0, end)), e);
    }
}
