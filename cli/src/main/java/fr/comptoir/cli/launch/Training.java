package fr.comptoir.cli.launch;

import fr.comptoir.cli.Main;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A short run of what most commands need; the JVM archives the classes it loaded and later starts from the archive. */
final class Training {
    private Training() {}

    public static void main(String[] args) throws SQLException {
        askDuckDb();
        Main.main(new String[] {"--help"});
    }

    private static void askDuckDb() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("select 42");
        }
    }
}
