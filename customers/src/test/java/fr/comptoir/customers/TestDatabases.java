package fr.comptoir.customers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Fresh databases for tests: H2 in memory, or one of a PostgreSQL that is started once. */
final class TestDatabases {
    static final byte[] SITE_SECRET = "a secret of thirty-two bytes or more".getBytes(StandardCharsets.UTF_8);

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestDatabases() {}

    static DatabaseSettings h2() {
        return new DatabaseSettings(
                "jdbc:h2:mem:test" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1", "comptoir", "", 8);
    }

    /** A copy of one that was brought to the newest schema: much faster than doing so each time. */
    static DatabaseSettings postgres() {
        return created("template " + Migrated.NAME);
    }

    static DatabaseSettings emptyPostgres() {
        return created("");
    }

    private static DatabaseSettings created(String how) {
        String name = "test" + NUMBER.incrementAndGet();
        try (Connection connection = Started.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " " + how);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new DatabaseSettings(Started.SERVER.getJdbcUrl("postgres", name), "postgres", "", 8);
    }

    /** Removes every row. */
    static void empty(DatabaseSettings settings) {
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select table_name from information_schema.tables"
                    + " where lower(table_schema) = 'public' and table_name <> 'schema_step'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            if (!settings.isEmbedded()) {
                statement.execute("truncate table " + String.join(", ", tables));
                return;
            }
            statement.execute("set referential_integrity false");
            for (String table : tables) {
                statement.execute("truncate table \"" + table + "\"");
            }
            statement.execute("set referential_integrity true");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Migrated {
        static final String NAME = migrate();

        private static String migrate() {
            DatabaseSettings settings = emptyPostgres();
            CustomersDatabase.open(settings, SITE_SECRET, Clock.systemUTC(), 4).close();
            return settings.url().replaceAll(".*/(test\\d+).*", "$1");
        }
    }

    private static final class Started {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        server.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
