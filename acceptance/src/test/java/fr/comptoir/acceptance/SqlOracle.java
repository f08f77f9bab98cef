package fr.comptoir.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The Parquet of a site in a database in memory, and a second counting of it in SQL: {@code oracle.sql}. */
final class SqlOracle implements AutoCloseable {
    private final Path data;
    private final Connection connection;

    SqlOracle(TestSite site) throws SQLException, IOException {
        data = site.folder.resolve("data");
        connection = DriverManager.getConnection("jdbc:duckdb:");
        execute("SET TimeZone = 'UTC'");
        execute("CREATE TABLE actions AS FROM read_parquet('" + data + "/actions/*/*.parquet')");
        execute("CREATE TABLE catalogue_rows AS FROM read_parquet('"
                + newest("catalogue").resolve("catalogue.parquet") + "')");
        try (InputStream sql = SqlOracle.class.getResourceAsStream("oracle.sql")) {
            execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** The facts of a month as tables {@code fact_items}, {@code fact_titles}, {@code fact_searches}, {@code fact_customers} and {@code fact_routes}. */
    void readFacts(String month) throws SQLException, IOException {
        Path facts = newest("facts/" + month);
        for (String table : List.of("items", "titles", "searches", "customers", "routes")) {
            execute("CREATE OR REPLACE TABLE fact_" + table + " AS FROM read_parquet('"
                    + facts.resolve(table + ".parquet") + "')");
        }
    }

    /** The rows that the made lines say the store keeps, as the table {@code made}. */
    void appendMade(List<MadeLine> lines) throws SQLException {
        execute(
                "CREATE TABLE made (time_ms BIGINT, day DATE, user_key VARCHAR, session_key VARCHAR, organisation VARCHAR,"
                        + " customers VARCHAR, item_id VARCHAR, action VARCHAR, format VARCHAR, access_method VARCHAR, access_type_r5 VARCHAR,"
                        + " line INTEGER, part INTEGER)");
        try (DuckDBAppender appender = connection.unwrap(DuckDBConnection.class).createAppender("made")) {
            int number = 0;
            for (MadeLine line : lines) {
                number++;
                for (MadeLine.Row row : line.rows()) {
                    append(appender, row, number);
                }
            }
        }
    }

    private static void append(DuckDBAppender appender, MadeLine.Row row, int line) throws SQLException {
        appender.beginRow();
        appender.append(row.time().toEpochMilli()).append(row.day());
        appender.append(row.user())
                .append(row.session())
                .append(row.organisation())
                .append(row.customers());
        appender.append(row.item().orElse(null));
        appender.append(row.action()).append(row.format()).append(row.accessMethod());
        appender.append(row.accessTypeR5().orElse(null));
        appender.append(line).append(row.part());
        appender.endRow();
    }

    /** Every row of an answer as text, for messages and comparison. */
    List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    row.append(i > 1 ? "|" : "").append(result.getString(i));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(rows(sql).get(0));
    }

    /** Two columns, key and number, of which the numbers of one key are added up. */
    SortedMap<String, Long> numbers(String sql) throws SQLException {
        SortedMap<String, Long> numbers = new TreeMap<>();
        for (String row : rows(sql)) {
            int bar = row.lastIndexOf('|');
            numbers.merge(row.substring(0, bar), Long.parseLong(row.substring(bar + 1)), Long::sum);
        }
        return numbers;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The subfolder with the greatest number in its name. */
    private Path newest(String folder) throws IOException {
        try (Stream<Path> versions = Files.list(data.resolve(folder))) {
            return versions.max((a, b) -> Integer.compare(numberOf(a), numberOf(b)))
                    .orElseThrow();
        }
    }

    private static int numberOf(Path version) {
        return Integer.parseInt(version.getFileName().toString().replaceAll("\\D", ""));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
