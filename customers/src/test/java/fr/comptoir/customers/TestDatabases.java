package fr.comptoir.customers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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

    static DatabaseSettings postgres() {
        String name = "test" + NUMBER.incrementAndGet();
        try (Connection connection = Started.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return DatabaseSettings.postgresql(Started.SERVER.getJdbcUrl("postgres", name), "postgres", "");
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
