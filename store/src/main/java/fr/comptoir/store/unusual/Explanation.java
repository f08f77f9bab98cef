package fr.comptoir.store.unusual;

import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.fact.FactFiles;
import fr.comptoir.store.state.ActionFile;
import fr.comptoir.store.state.State;
import fr.comptoir.store.unusual.Explained.What;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes unusual usage apart: which title, way of arrival, route of access, page rule, address, user agent or day has most of the change from
 * the month before to this one. Actions are compared as they were read, before double clicks are dropped, as what is sought is who made
 * them; so the way of arrival is the one that the line itself tells.
 */
public final class Explanation implements AutoCloseable {
    private static final int VALUES_EACH = 3;
    /** Where the parts of both months that were not recorded differ by more, what was recorded of one cannot be held against the other. */
    private static final double UNKNOWN_MAX = 0.1;
    /** The columns of actions, as far as they are asked for: files of earlier programs may lack the last ones. */
    private static final String COLUMNS =
            "SELECT NULL::BOOLEAN AS before, NULL::VARCHAR AS access_method, NULL::VARCHAR AS page_rule,"
                    + " NULL::VARCHAR AS format, NULL::BIGINT AS address_hash, NULL::VARCHAR AS user_identity, NULL::DATE AS day,"
                    + " NULL::VARCHAR AS item_id, NULL::VARCHAR AS action, NULL::VARCHAR AS customers, NULL::VARCHAR AS arrival,"
                    + " NULL::VARCHAR AS route, NULL::INTEGER AS agent_hash WHERE false";

    private final DataFolder folder;
    private final State state;
    private final YearMonth month;
    private final Duck duck;

    /** Opens the actions of a month and of the one before. */
    public Explanation(DataFolder folder, State state, YearMonth month) throws IOException {
        this.folder = folder;
        this.state = state;
        this.month = month;
        this.duck = Duck.open(folder.temporary());
    }

    /**
     * The values that explain most, the largest share first; at most three of each thing, and none that all actions have. What was not
     * recorded explains nothing, nor does a thing that one month has recorded and the other has not.
     */
    public List<Explained> of(Unusual usage) throws IOException {
        List<Explained> parts = new ArrayList<>();
        try {
            duck.execute("CREATE OR REPLACE TEMP TABLE acts AS " + actions(usage));
            long[] all = sides("true");
            long change = all[1] - all[0];
            if (change != 0) {
                for (What what : What.values()) {
                    boolean itself = what == What.TITLE && usage.subject() == Subject.TITLE;
                    if (!itself && isRecorded(what, all)) {
                        parts(what, change, parts);
                    }
                }
            }
        } catch (SQLException e) {
            throw Duck.failure(e, folder.actions() + " cannot be read");
        }
        parts.sort(Comparator.comparingDouble((Explained part) -> -part.share())
                .thenComparing(Explained::what)
                .thenComparing(Explained::value));
        return parts;
    }

    /** How many actions of the month before and of the month fulfil a condition. */
    private long[] sides(String condition) throws SQLException, IOException {
        long[] sides = new long[2];
        String sql = "SELECT count(*) FILTER (before)::BIGINT, count(*) FILTER (NOT before)::BIGINT FROM acts WHERE "
                + condition;
        ColumnReader.read(duck, sql, (chunk, rows) -> {
            sides[0] = chunk.vector(0).getLong(0);
            sides[1] = chunk.vector(1).getLong(0);
        });
        return sides;
    }

    private boolean isRecorded(What what, long[] all) throws SQLException, IOException {
        long[] unknown = sides(unknown(what));
        boolean bothHaveSome = all[0] > 0 && all[1] > 0;
        return !bothHaveSome || Math.abs(part(unknown[0], all[0]) - part(unknown[1], all[1])) <= UNKNOWN_MAX;
    }

    private static double part(long some, long all) {
        return (double) some / all;
    }

    private void parts(What what, long change, List<Explained> parts) throws SQLException, IOException {
        String sign = change > 0 ? "" : "-";
        String sql = "SELECT coalesce(" + column(what) + ", '') AS value, count(*) FILTER (before)::BIGINT AS b,"
                + " count(*) FILTER (NOT before)::BIGINT AS n FROM acts WHERE NOT (" + unknown(what)
                + ") GROUP BY 1 HAVING " + sign
                + "(n - b) > 0 AND count(*) < (SELECT count(*) FROM acts) ORDER BY " + sign
                + "(n - b) DESC, value LIMIT " + VALUES_EACH;
        ColumnReader.read(duck, sql, (chunk, rows) -> {
            for (int row = 0; row < rows; row++) {
                long before = chunk.vector(1).getLong(row);
                long now = chunk.vector(2).getLong(row);
                String value = chunk.vector(0).getString(row);
                parts.add(new Explained(what, value, before, now, (double) (now - before) / change));
            }
        });
    }

    private static String column(What what) {
        return switch (what) {
            case TITLE -> "title";
            case ACCESS_METHOD -> "access_method";
            case PAGE_RULE -> "page_rule";
            case FORMAT -> "format";
            case ARRIVAL -> "arrival";
            case ROUTE -> "route";
            case ADDRESS -> "CASE WHEN address_hash <> 0 THEN printf('%016x', address_hash)[1:8] END";
            case AGENT -> "CASE WHEN agent_hash <> 0 THEN printf('%08x', agent_hash & 4294967295) END";
            case USER_IDENTITY -> "user_identity";
            case DAY -> "strftime(day, '%d')";
        };
    }

    /** Of which actions nobody wrote it down. */
    private static String unknown(What what) {
        return switch (what) {
            case ARRIVAL -> "coalesce(arrival, '') = ''";
            case ROUTE -> "coalesce(route, '') = ''";
            case AGENT -> "agent_hash IS NULL";
            case TITLE, ACCESS_METHOD, PAGE_RULE, FORMAT, ADDRESS, USER_IDENTITY, DAY -> "false";
        };
    }

    /** The actions of the usage in both months; items have their titles from the facts of these months. */
    private String actions(Unusual usage) {
        List<Path> facts = Stream.of(month.minusMonths(1), month)
                .flatMap(one -> state.month(one).counted().stream().map(counted -> folder.facts(one, counted.facts())))
                .map(version -> version.resolve(FactFiles.ITEMS))
                .toList();
        String items = "(SELECT Item_ID, any_value(Title_ID) AS title, any_value(Database_ID) AS db FROM "
                + Sql.parquet(facts) + " GROUP BY Item_ID)";
        List<String> months = new ArrayList<>(List.of(COLUMNS));
        for (YearMonth one : List.of(month.minusMonths(1), month)) {
            List<Path> files = state.month(one).actions().stream()
                    .map(ActionFile::name)
                    .map(name -> folder.actions(one, name))
                    .toList();
            if (!files.isEmpty()) {
                months.add("SELECT " + one.isBefore(month) + " AS before, * FROM "
                        + Sql.parquet(files, "union_by_name = true"));
            }
        }
        return "SELECT a.before, a.access_method, a.page_rule, a.format, a.arrival, a.route, a.address_hash, a.agent_hash,"
                + " a.user_identity, a.day, i.title FROM ("
                + String.join(" UNION ALL BY NAME ", months) + ") a LEFT JOIN " + items
                + " i ON i.Item_ID = a.item_id WHERE "
                + kinds(usage.metric()) + customer(usage.customer()) + subject(usage);
    }

    private static String kinds(MetricType metric) {
        List<String> kinds = Stream.of(ActionKind.values())
                .filter(kind -> belongs(kind, metric))
                .map(ActionKind::code)
                .toList();
        return "a.action IN " + Sql.texts(kinds);
    }

    private static boolean belongs(ActionKind kind, MetricType metric) {
        return switch (metric) {
            case TOTAL_ITEM_REQUESTS, UNIQUE_ITEM_REQUESTS, UNIQUE_TITLE_REQUESTS -> kind == ActionKind.REQUEST;
            case TOTAL_ITEM_INVESTIGATIONS, UNIQUE_ITEM_INVESTIGATIONS, UNIQUE_TITLE_INVESTIGATIONS ->
                kind.isInvestigation();
            default -> kind.code().equals(metric.code());
        };
    }

    private static String customer(String customer) {
        return customer.equals(Institution.THE_WORLD)
                ? ""
                : " AND list_contains(string_split(a.customers, '|'), " + Sql.text(customer) + ")";
    }

    private static String subject(Unusual usage) {
        return switch (usage.subject()) {
            case PLATFORM -> "";
            case DATABASE -> " AND (i.db = " + Sql.text(usage.id()) + " OR a.item_id = " + Sql.text(usage.id()) + ")";
            default -> " AND (i.title = " + Sql.text(usage.id()) + " OR a.item_id = " + Sql.text(usage.id()) + ")";
        };
    }

    @Override
    public void close() throws IOException {
        duck.close();
    }
}
