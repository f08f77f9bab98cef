package fr.comptoir.customers;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import fr.comptoir.customers.base.CustomersException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Locale;
import org.flywaydb.core.api.FlywayException;

/** Opens the connections to the database, and says in one sentence why they cannot be opened. */
final class Pools {
    /**
     * PostgreSQL's names and types; several processes on one machine; every commit is in the file before it is answered, so that a killed
     * program loses nothing that it said was kept.
     */
    private static final String EMBEDDED_MODE =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=10000;WRITE_DELAY=0";

    private static final String FILE = "jdbc:h2:file:";

    private Pools() {}

    static HikariDataSource open(DatabaseSettings settings) {
        try {
            HikariDataSource pool = new HikariDataSource(config(settings));
            try {
                Schema.migrate(pool);
                protect(settings);
                return pool;
            } catch (CustomersException | IOException | FlywayException e) {
                pool.close();
                throw e;
            }
        } catch (HikariPool.PoolInitializationException | FlywayException | IOException e) {
            throw refusal(settings, e);
        }
    }

    private static HikariConfig config(DatabaseSettings settings) throws IOException {
        HikariConfig config = new HikariConfig();
        config.setPoolName("comptoir-customers");
        config.setJdbcUrl(settings.isEmbedded() ? embeddedUrl(settings) : settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(1);
        return config;
    }

    private static String embeddedUrl(DatabaseSettings settings) throws IOException {
        String mode = EMBEDDED_MODE;
        if (settings.url().startsWith(FILE)) {
            // The other processes of this machine come through a port that no other machine may reach. H2 reads it
            // once, when it is loaded.
            if (System.getProperty("h2.bindAddress") == null) {
                System.setProperty("h2.bindAddress", "127.0.0.1");
            }
            prepareFolder(folder(settings));
            mode += ";AUTO_SERVER=TRUE";
        }
        return settings.url() + mode;
    }

    private static Path file(DatabaseSettings settings) {
        String rest = settings.url().substring(FILE.length());
        return Path.of(rest.split(";", 2)[0]);
    }

    private static Path folder(DatabaseSettings settings) {
        return file(settings).toAbsolutePath().resolveSibling("");
    }

    /** The folder is its owner's alone: H2 makes files in it, one of them with the key to its port, under names and modes of its own. */
    private static void prepareFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        if (isPosix(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static boolean isPosix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }

    private static void protect(DatabaseSettings settings) throws IOException {
        if (!settings.url().startsWith(FILE)) {
            return;
        }
        Path file = Path.of(file(settings) + ".mv.db");
        if (Files.exists(file) && isPosix(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static CustomersException refusal(DatabaseSettings settings, Exception problem) {
        String where = "the customers' database " + settings;
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return new CustomersException(where + " " + reason(sql), problem);
            }
        }
        return new CustomersException(where + " cannot be opened: " + problem.getMessage(), problem);
    }

    private static String reason(SQLException problem) {
        String state = problem.getSQLState().toUpperCase(Locale.ROOT);
        if (state.startsWith("28")) {
            return "refuses the user or the password";
        }
        if (state.startsWith("08")) {
            return "cannot be reached";
        }
        if (state.equals("3D000")) {
            return "is not there; make it with createdb";
        }
        if (state.equals("90020") || state.equals("90018")) {
            return "is in use by another program that does not share it";
        }
        return "cannot be opened: "
                + String.valueOf(problem.getMessage()).lines().findFirst().orElse(state);
    }
}
