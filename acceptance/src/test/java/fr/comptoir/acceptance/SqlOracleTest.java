package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.WORLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * A second, independent counting: what a made log has to become is known from its making, and what becomes of that is counted again in
 * SQL over the store's own Parquet. Actions, facts and reports have to agree to the last number.
 */
class SqlOracleTest {
    private static final long SEED = 20_251_026;
    private static final List<String> MONTHS = List.of("2025-10", "2025-11");

    @TempDir
    private static Path folder;

    private static TestSite site;
    private static List<MadeLine> made;
    private static JsonNode count;
    private static SqlOracle oracle;

    @BeforeAll
    static void countAMadeLog() throws SQLException, IOException {
        System.out.println("SqlOracleTest: seed " + SEED);
        site = BetaLibrary.in(folder);
        made = MadeLog.lines(SEED, 20_000);
        count = site.count(site.log(made.stream().map(MadeLine::text).toList()));
        oracle = new SqlOracle(site);
        oracle.appendMade(made);
    }

    @AfterAll
    static void close() throws SQLException {
        oracle.close();
    }

    @Test
    void everyLineEndsWhereItWasMadeToEnd() {
        TreeMap<String, Long> ledger = new TreeMap<>();
        ledger.put("malformed", count.get("malformed").asLong());
        count.get("excluded")
                .properties()
                .forEach(entry -> ledger.put(
                        "excluded." + entry.getKey(), entry.getValue().asLong()));
        ledger.put("held.unknown_item", count.get("held").get("unknown_item").asLong());
        ledger.put("actions", count.get("actions").asLong());
        assertThat(ledger).isEqualTo(MadeLog.ledger(made));
        assertThat(count.get("lines").asLong()).isEqualTo(made.size());
    }

    @Test
    void theStoreKeepsTheRowsThatWereMade() throws SQLException {
        String columns =
                "time_ms, day, organisation, customers, coalesce(item_id, '') AS item_id, action, format, access_method,"
                        + " coalesce(access_type_r5, '') AS access_type_r5, line, part";
        String stored = "SELECT " + columns + " FROM actions";
        String expected = "SELECT " + columns + " FROM made";
        assertThat(oracle.rows(expected + " EXCEPT ALL " + stored + " ORDER BY line LIMIT 10"))
                .as("missing")
                .isEmpty();
        assertThat(oracle.rows(stored + " EXCEPT ALL " + expected + " ORDER BY line LIMIT 10"))
                .as("too many")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"user_hash, user_key", "session_hash, session_key"})
    void twoRowsHaveOneHashExactlyWhenTheyAreOfOne(String hash, String key) throws SQLException {
        String pairs = "SELECT DISTINCT " + hash + ", " + key + " FROM actions JOIN made USING (line, part)";
        assertThat(oracle.rows(
                        "SELECT " + hash + ", list(" + key + ") FROM (" + pairs + ") GROUP BY ALL HAVING count(*) > 1"))
                .isEmpty();
        assertThat(oracle.rows(
                        "SELECT " + key + ", list(" + hash + ") FROM (" + pairs + ") GROUP BY ALL HAVING count(*) > 1"))
                .isEmpty();
        assertThat(oracle.number("SELECT count(*) FROM (" + pairs + ")")).isGreaterThan(20);
    }

    @Test
    void theSameClicksAreDoubleClicks() throws SQLException {
        long dropped = oracle.number("SELECT count(*) FROM clicks WHERE double_click AND part = 0");
        assertThat(dropped).isGreaterThan(500);
        assertThat(count.get("double_clicks").asLong()).isEqualTo(dropped);
    }

    @Test
    void theFactsOfItemsAgree() throws SQLException, IOException {
        for (String month : MONTHS) {
            oracle.readFacts(month);
            for (String release : List.of("5.1", "5")) {
                String suffix = release.equals("5") ? "_R5" : "";
                String type = "Access_Type" + suffix;
                String facts = "WITH tallies AS (SELECT Customer_Set, Item_ID, " + type + ", Access_Method"
                        + sums(
                                suffix,
                                "Total_Item_Investigations",
                                "Total_Item_Requests",
                                "Unique_Item_Investigations",
                                "Unique_Item_Requests")
                        + sums("", "Limit_Exceeded", "No_License") + " FROM fact_items JOIN " + SETS + " GROUP BY ALL)"
                        + " SELECT Customer_Set || '/' || Item_ID || '/' || " + type
                        + " || '/' || Access_Method || '/' || metric, n"
                        + " FROM (UNPIVOT tallies ON COLUMNS(* EXCLUDE (Customer_Set, Item_ID, " + type
                        + ", Access_Method))"
                        + " INTO NAME metric VALUE n) WHERE n > 0";
                String expected =
                        "SELECT customers || '/' || item_id || '/' || access_type || '/' || access_method || '/' || metric, n"
                                + " FROM item_counts WHERE release = '" + release + "' AND month = '" + month + "'";
                Numbers.assertEqual(oracle.numbers(facts), oracle.numbers(expected), "%s %s", month, release);
            }
        }
    }

    @Test
    void theFactsOfRoutesAgree() throws SQLException, IOException {
        assertThat(oracle.rows("SELECT DISTINCT way, route FROM ways").size()).isGreaterThan(20);
        for (String month : MONTHS) {
            oracle.readFacts(month);
            for (String release : List.of("5.1", "5")) {
                String suffix = release.equals("5") ? "_R5" : "";
                String key = "Customer_Set, Title_ID, Title_Data_Type, Arrival, Route, Access_Method";
                String facts = "WITH tallies AS (SELECT " + key
                        + sums(suffix, "Total_Item_Investigations", "Total_Item_Requests")
                        + sums("", "Limit_Exceeded", "No_License") + " FROM fact_routes JOIN " + SETS + " GROUP BY ALL)"
                        + " SELECT concat_ws('/', " + key + ", metric), n FROM (UNPIVOT tallies ON COLUMNS(* EXCLUDE ("
                        + key + ")) INTO NAME metric VALUE n) WHERE n > 0";
                String expected =
                        "SELECT concat_ws('/', customers, title_id, data_type, way, route, access_method, metric), n"
                                + " FROM route_counts WHERE release = '" + release + "' AND month = '" + month + "'";
                Numbers.assertEqual(oracle.numbers(facts), oracle.numbers(expected), "%s %s", month, release);
            }
        }
    }

    @Test
    void theFactsOfTitlesAgree() throws SQLException, IOException {
        for (String month : MONTHS) {
            oracle.readFacts(month);
            for (String release : List.of("5.1", "5")) {
                String suffix = release.equals("5") ? "_R5" : "";
                String key = "Customer_Set, Title_ID, Database_ID, YOP, Access_Type" + suffix + ", Access_Method";
                String facts = "WITH tallies AS (SELECT " + key
                        + sums(suffix, "Unique_Title_Investigations", "Unique_Title_Requests")
                        + " FROM fact_titles JOIN " + SETS + " GROUP BY ALL)"
                        + " SELECT concat_ws('/', Customer_Set, Title_ID, coalesce(Database_ID, ''), YOP, Access_Type"
                        + suffix
                        + ", Access_Method, metric), n FROM (UNPIVOT tallies ON COLUMNS(* EXCLUDE (" + key + "))"
                        + " INTO NAME metric VALUE n) WHERE n > 0";
                String expected =
                        "SELECT concat_ws('/', customers, title_id, scope, yop, access_type, access_method, metric), n"
                                + " FROM title_counts WHERE release = '" + release + "' AND month = '" + month + "'";
                Numbers.assertEqual(oracle.numbers(facts), oracle.numbers(expected), "%s %s", month, release);
            }
        }
    }

    @Test
    void theFactsOfSearchesAgree() throws SQLException, IOException {
        for (String month : MONTHS) {
            oracle.readFacts(month);
            String key = "Customer_Set, Database_ID, Access_Method";
            String facts = "WITH tallies AS (SELECT " + key
                    + sums("", "Searches_Platform", "Searches_Regular", "Searches_Automated", "Searches_Federated")
                    + " FROM fact_searches JOIN " + SETS + " GROUP BY ALL)"
                    + " SELECT concat_ws('/', Customer_Set, coalesce(Database_ID, ''), Access_Method, metric), n"
                    + " FROM (UNPIVOT tallies ON COLUMNS(* EXCLUDE (" + key
                    + ")) INTO NAME metric VALUE n) WHERE n > 0";
            String expected =
                    "SELECT concat_ws('/', customers, coalesce(database_id, ''), access_method, metric), n FROM search_counts"
                            + " WHERE month = '" + month + "'";
            Numbers.assertEqual(oracle.numbers(facts), oracle.numbers(expected), month);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PR, subject Data_Type Access_Method", "DR, Database Data_Type Access_Method",
        "TR, Title Data_Type YOP Access_Type Access_Method", "IR, Item Data_Type YOP Access_Type Access_Method"
    })
    void theReportsAgree(String report, String columns) throws SQLException {
        for (String release : List.of("5.1", "5")) {
            for (String customer : List.of(WORLD, "u1", "u2", "u3", "u5", "cons", "other")) {
                Numbers.assertEqual(
                        reported(report, columns, customer, release),
                        expected(report, customer, release),
                        "%s of Release %s for %s",
                        report,
                        release,
                        customer);
            }
        }
    }

    private static SortedMap<String, Long> reported(String report, String columns, String customer, String release) {
        boolean years = columns.contains("YOP");
        String attributes =
                (release.equals("5") ? "Data_Type|" : "") + (years ? "YOP|Access_Type|" : "") + "Access_Method";
        Table table =
                site.reportOver(report, customer, "2025-10", "2025-11", release, "--attributes-to-show", attributes);
        List<String> shown = List.of(columns.replace("subject ", "").split(" "));
        SortedMap<String, Long> all = new TreeMap<>();
        table.monthly(shown, "Oct-2025").forEach((key, n) -> all.put("2025-10|" + key, n));
        table.monthly(shown, "Nov-2025").forEach((key, n) -> all.put("2025-11|" + key, n));
        return all;
    }

    private static SortedMap<String, Long> expected(String report, String customer, String release)
            throws SQLException {
        String type = !release.equals("5") ? "data_type" : "type_r5(data_type)";
        String own =
                customer.equals(WORLD) ? "true" : "list_contains(string_split(customers, '|'), '" + customer + "')";
        return oracle.numbers("SELECT concat_ws('|', month, nullif(subject, ''), " + type
                + ", printf('%04d', yop), access_type, access_method, metric), n FROM report_counts WHERE report = '"
                + report
                + "' AND release = '" + release + "' AND " + own);
    }

    private static final String SETS =
            "(SELECT DISTINCT Customers, Customer_Set FROM fact_customers) USING (Customers)";

    private static String sums(String suffix, String... metrics) {
        StringBuilder sums = new StringBuilder();
        for (String metric : metrics) {
            sums.append(", CAST(sum(")
                    .append(metric)
                    .append(suffix)
                    .append(") AS BIGINT) AS ")
                    .append(metric);
        }
        return sums.toString();
    }
}
