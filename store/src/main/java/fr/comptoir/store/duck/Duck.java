package fr.comptoir.store.duck;

import fr.comptoir.store.disk.PutAside;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/**
 * A DuckDB database in memory, without a file: all that lasts is Parquet. What does not fit goes to a folder named by the process, which
 * is empty and gone when the database is closed. Not thread-safe.
 */
public final class Duck implements AutoCloseable {
    static final int THREADS = 2;

    /** Rows of a row group of Parquet; a customer's rows of a month are in one or two of them. */
    public static final int ROW_GROUP = 49_152;

    private static final String URL = "jdbc:duckdb:";
    private static final String MEMORY_LIMIT = "1GB";

    /** How the system, and DuckDB after it, says that a disk is full. */
    private static final String NO_SPACE = "No space left on device";

    private static final Pattern JSON_MESSAGE = Pattern.compile("\"exception_message\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*/[^\"]*)\"");

    private static final AtomicBoolean PREPARED = new AtomicBoolean();

    private final DuckDBConnection connection;
    private final Path temporary;
    /** Whether the database ends with this connection. */
    private final boolean owner;
    /** Where names are looked up; blank for the schema that every database has. */
    private final String searchPath;

    private Duck(DuckDBConnection connection, Path temporary, boolean owner, String searchPath) {
        this.connection = connection;
        this.temporary = temporary;
        this.owner = owner;
        this.searchPath = searchPath;
    }

    /** Whether it ever had more than fits in memory. */
    boolean hasSpilled() {
        return Files.exists(temporary);
    }

    /**
     * Loads DuckDB on a thread of its own, so that the first {@link #open} has not to wait for it: that takes two tenths of a second, most
     * of it without the second processor. Can be called more than once.
     */
    public static void prepare() {
        if (!PREPARED.getAndSet(true)) {
            Thread loading = new Thread(Duck::load, "duckdb-load");
            loading.setDaemon(true);
            loading.start();
        }
    }

    private static void load() {
        try {
            DriverManager.getConnection(URL).close();
        } catch (SQLException e) {
            PREPARED.set(false); // open will fail in the same way, and say it
        }
    }

    /**
     * Opens an empty database.
     *
     * @param parent where it may make a folder of its own for what does not fit in memory
     */
    public static Duck open(Path parent) throws IOException {
        Path temporary = PutAside.in(parent);
        Properties settings = new Properties();
        settings.setProperty("threads", Integer.toString(THREADS));
        settings.setProperty("memory_limit", MEMORY_LIMIT);
        settings.setProperty("temp_directory", temporary.toString());
        settings.setProperty("jdbc_stream_results", "true");
        try {
            return new Duck((DuckDBConnection) DriverManager.getConnection(URL, settings), temporary, true, "");
        } catch (SQLException e) {
            throw failure(e, "DuckDB does not start");
        }
    }

    public DuckDBConnection connection() {
        return connection;
    }

    /** Another connection to the same database that sees the same names, for whoever reads two answers at once; closed before this one. */
    public Duck another() throws SQLException {
        return another(searchPath);
    }

    private Duck another(String path) throws SQLException {
        Duck other = new Duck(connection.duplicate(), temporary, false, path);
        try {
            if (!path.isEmpty()) {
                other.execute("SET search_path = '" + path + "'");
            }
            return other;
        } catch (SQLException e) {
            other.connection.close();
            throw e;
        }
    }

    /** As {@link #another()}, making its tables in a new schema; it sees those of the schema {@code main} too. */
    Duck withSchema(String schema) throws SQLException {
        execute("CREATE SCHEMA " + schema);
        return another(schema + ",main");
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Writes what a query gives into a Parquet file, in the order of the query. A table of Java's is read by one thread. */
    public void copy(String query, Path file) throws SQLException {
        copy(query, file, "");
    }

    private void copy(String query, Path file, String more) throws SQLException {
        execute("COPY (" + query + ") TO " + Sql.text(file.toString())
                + " (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE " + ROW_GROUP
                + ", USE_TMP_FILE false" + more + ")");
    }

    /**
     * As {@link #copy}, on two threads: each row group is in order, the row groups are not. While the setting for it holds, even an
     * ORDER BY gives no order, which is why it does not outlast the call. The order is that of the first table of the query; what is joined
     * to it is held in memory.
     */
    public void copySlices(String query, Path file) throws SQLException {
        copySlices(query, file, "");
    }

    /** As {@link #copySlices(String, Path)}, with a dictionary only for columns of at most so many values in a row group. */
    public void copySlices(String query, Path file, int dictionaryMax) throws SQLException {
        copySlices(query, file, ", DICTIONARY_SIZE_LIMIT " + dictionaryMax);
    }

    private void copySlices(String query, Path file, String more) throws SQLException {
        try {
            execute("SET preserve_insertion_order = false");
            // Joins as they are written: the first table gives the order, whatever DuckDB guesses of the sizes.
            execute("SET disabled_optimizers = 'join_order,build_side_probe_side'");
            copy(query, file, more);
        } finally {
            execute("RESET disabled_optimizers");
            execute("SET preserve_insertion_order = true");
        }
    }

    /** A folder for files that are gone when this database is closed. */
    public Path folder() throws IOException {
        return Files.createDirectories(temporary.resolve("files"));
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e, "DuckDB does not end");
        }
        if (owner && Files.exists(temporary)) {
            try (Stream<Path> files = Files.walk(temporary)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /**
     * The failure of a query as one of input and output: DuckDB's first line says which file and why. A full disk is a
     * {@link FileSystemException}, with the file where DuckDB names it.
     */
    public static IOException failure(SQLException e, String what) {
        String message = cause(String.valueOf(e.getMessage()));
        if (!message.contains(NO_SPACE)) {
            return new IOException(what + ": " + message, e);
        }
        Matcher file = QUOTED.matcher(message);
        FileSystemException full = new FileSystemException(file.find() ? file.group(1) : null, null, NO_SPACE);
        full.initCause(e);
        return full;
    }

    /** Some errors come as JSON, with the text in a member. */
    private static String cause(String message) {
        Matcher json = JSON_MESSAGE.matcher(message);
        String text = json.find() ? json.group(1).replace("\\n", "\n").replaceAll("\\\\(.)", "$1") : message;
        return text.lines().findFirst().orElse("");
    }
}
