package fr.comptoir.store.usage;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.KeptDuck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.query.CodeSql;
import fr.comptoir.store.query.CountedMonth;
import fr.comptoir.store.query.CustomerSets;
import fr.comptoir.store.usage.Usage.OpenAccessRow;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.duckdb.DuckDBReadableVector;

/** One question to the files of the facts, open for several answers. Not thread-safe. */
final class FileUsage implements AutoCloseable {
    /** All sums by month, attributes and title. */
    private static final String TOGETHER = "together";

    private static final List<String> ATTRIBUTES = List.of("data_type", "access_type", "access_method", "yop");

    private final UsageQuery query;
    private final KeptDuck kept;
    private final List<CountedMonth> months;
    private final CustomerSets customers;
    private final UsageSql sql;
    private final Optional<Path> catalogue;
    private boolean together;

    private FileUsage(
            UsageQuery query,
            KeptDuck kept,
            List<CountedMonth> months,
            CustomerSets customers,
            Optional<Path> catalogue)
            throws IOException {
        this.query = query;
        this.kept = kept;
        this.months = months;
        this.customers = customers;
        this.catalogue = catalogue;
        sql = new UsageSql(query, months, customers, query.choosesOpenAccess() ? openAccess() : "");
    }

    /** Asks. */
    static FileUsage of(Path temporary, UsageQuery query, List<CountedMonth> months, Optional<Path> catalogue)
            throws IOException {
        try {
            KeptDuck kept = KeptDuck.borrow(temporary, CodeSql::register);
            try {
                CustomerSets customers = CustomerSets.find(kept.duck(), query.customer(), List.of(), months);
                FileUsage usage = new FileUsage(query, kept, months, customers, catalogue);
                if (!query.content().isAll()) {
                    usage.choose();
                }
                return usage;
            } catch (SQLException | IOException | RuntimeException e) {
                kept.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void choose() throws SQLException, IOException {
        if (catalogue.isEmpty()) {
            kept.duck().execute("CREATE TABLE " + UsageSql.CHOSEN + " (id VARCHAR)");
        } else {
            Contents.of(kept, catalogue.get()).choose(kept.duck(), query.content());
        }
    }

    private boolean isEmpty() {
        return months.isEmpty() || customers.none();
    }

    /**
     * Reads the facts once for {@link #byAttributes} and {@link #titles}, which are then sums of much fewer rows. Not those of the whole
     * platform: of tens of millions of rows even the sums by title would not fit into the memory, so that each answer reads for itself.
     */
    void together() throws IOException {
        if (query.customer().equals(Institution.THE_WORLD)) {
            return;
        }
        Set<MetricType> metrics = Sources.metrics(Sources.PLATFORM);
        List<String> columns = new ArrayList<>(ATTRIBUTES);
        columns.add("title");
        String facts = isEmpty() ? "" : sql.rows(Sources.PLATFORM, columns, metrics, "");
        if (!facts.isEmpty()) {
            String keys = "m, " + String.join(", ", columns);
            execute("CREATE TABLE " + TOGETHER + " AS SELECT " + keys + UsageSql.sums(metrics) + " FROM " + facts
                    + " GROUP BY " + keys);
            together = true;
        }
    }

    List<SetRow> bySets() throws IOException {
        String facts = isEmpty()
                ? ""
                : sql.rows(Sources.PLATFORM, List.of("customers"), Sources.metrics(Sources.PLATFORM), "");
        return facts.isEmpty() ? List.of() : new UsedSets(this).rows(facts);
    }

    List<UsageRow> byAttributes() throws IOException {
        List<UsageRow> rows = new ArrayList<>();
        Set<MetricType> metrics = Sources.metrics(Sources.PLATFORM);
        String facts = isEmpty() ? "" : together ? TOGETHER : sql.rows(Sources.PLATFORM, ATTRIBUTES, metrics, "");
        if (!facts.isEmpty()) {
            read(
                    "SELECT m, " + String.join(", ", codes()) + UsageSql.sums(metrics) + " FROM " + facts
                            + " GROUP BY m, data_type, access_type, access_method, yop",
                    (columns, row) -> rows.add(row(columns, row, metrics)));
        }
        return rows;
    }

    private static List<String> codes() {
        return List.of(
                "enum_code(data_type)::INTEGER",
                "coalesce(enum_code(access_type)::INTEGER, -1)",
                "enum_code(access_method)::INTEGER",
                "coalesce(yop, 0)::INTEGER");
    }

    private UsageRow row(DuckDBReadableVector[] columns, int row, Set<MetricType> metrics) {
        int access = columns[2].getInt(row);
        return new UsageRow(
                months.get(columns[0].getInt(row)).month(),
                CodeSql.named(DataType.values()[columns[1].getInt(row)], Subject.PLATFORM, query.release()),
                access < 0 ? null : AccessType.values()[access],
                AccessMethod.values()[columns[3].getInt(row)],
                columns[4].getInt(row),
                counts(columns, row, 5, metrics));
    }

    /** The counts of a row, by ordinal. */
    static long[] counts(DuckDBReadableVector[] columns, int row, int from, Set<MetricType> metrics) {
        long[] counts = new long[MetricType.values().length];
        int column = from;
        for (MetricType metric : metrics) {
            counts[metric.ordinal()] = columns[column++].getLong(row);
        }
        return counts;
    }

    List<OpenAccessRow> byOpenAccess() throws IOException {
        List<OpenAccessRow> rows = new ArrayList<>();
        Set<MetricType> metrics = Sources.metrics(Sources.ITEMS);
        String column = query.release() == Release.R5 ? "Access_Type_R5" : "Access_Type";
        String closed = isEmpty() ? "" : sql.rows(Sources.ITEMS, List.of(), metrics, column + " = 'Controlled'");
        String open = isEmpty() ? "" : sql.rows(Sources.ITEMS, List.of("item"), metrics, column + " <> 'Controlled'");
        if (open.isEmpty()) {
            return rows;
        }
        String status = "CASE WHEN o.oa_status IS NULL OR o.oa_status = '" + Usage.CLOSED + "' THEN '" + Usage.UNKNOWN
                + "' ELSE o.oa_status END";
        read(
                "SELECT m, '" + Usage.CLOSED + "' AS status" + UsageSql.sums(metrics) + " FROM " + closed
                        + " GROUP BY m UNION ALL SELECT m, " + status
                        + " AS status" + UsageSql.sums(metrics) + " FROM " + open + " f LEFT JOIN " + openAccess()
                        + " o ON o.item_id = f.item GROUP BY m, status",
                (columns, row) -> rows.add(new OpenAccessRow(
                        months.get(columns[0].getInt(row)).month(),
                        columns[1].getString(row),
                        counts(columns, row, 2, metrics))));
        return rows;
    }

    Set<String> chosen() throws IOException {
        Set<String> ids = new HashSet<>();
        read("SELECT id FROM " + UsageSql.CHOSEN, (columns, row) -> ids.add(columns[0].getString(row)));
        return ids;
    }

    Map<String, String> statuses() throws IOException {
        Map<String, String> statuses = new HashMap<>();
        read(
                "SELECT item_id, oa_status FROM " + openAccess(),
                (columns, row) -> statuses.put(columns[0].getString(row), columns[1].getString(row)));
        return statuses;
    }

    private String openAccess() throws IOException {
        try {
            return catalogue.isEmpty()
                    ? "(SELECT NULL::VARCHAR AS item_id, NULL::VARCHAR AS oa_status WHERE false)"
                    : Contents.openAccess(kept, catalogue.get()).table();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    UsedContent content(boolean byItem) throws IOException {
        return new UsedContent(this, sql, query, byItem);
    }

    UsedTitles titles() throws IOException {
        return new UsedTitlesSql(
                this,
                Sources.TITLES,
                "title",
                together ? "(FROM " + TOGETHER + " WHERE title IS NOT NULL)" : usedRows(Sources.TITLES, "title"));
    }

    UsedTitles items() throws IOException {
        return new UsedTitlesSql(this, Sources.ITEMS, "item", usedRows(Sources.ITEMS, "item"));
    }

    List<PackageRow> packages(MetricType metric, SortedSet<YearMonth> asked, SortedSet<YearMonth> before)
            throws IOException {
        if (catalogue.isEmpty()) {
            return List.of();
        }
        try {
            String pairs = Contents.packages(kept, catalogue.get());
            String facts = isEmpty()
                    ? ""
                    : sql.rows(Sources.TITLES, List.of("title", "access_type"), Sources.metrics(Sources.TITLES), "");
            String wanted = UsedPackages.wanted(query, sql.dataTypes());
            return new UsedPackages(this, pairs, wanted, facts, metric, asked, before).rows();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    Map<String, TitleRow> catalogued() throws IOException {
        Map<String, TitleRow> titles = new LinkedHashMap<>();
        if (catalogue.isEmpty()) {
            return titles;
        }
        try {
            String pairs = Contents.packages(kept, catalogue.get());
            read(
                    "SELECT item_id, c.data_type, name, publisher, doi, isbn, print_issn, online_issn, uri, packages FROM "
                            + names("title") + " c SEMI JOIN (FROM " + pairs + " WHERE "
                            + UsedPackages.wanted(query, sql.dataTypes())
                            + ") p ON p.title = c.item_id ORDER BY item_id",
                    (columns, row) -> {
                        String[] said = new String[10];
                        for (int i = 0; i < said.length; i++) {
                            said[i] = ColumnReader.text(columns[i], row);
                        }
                        titles.put(said[0], TitleRow.unused(said));
                    });
            return titles;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Of the months that have them: see {@link Usage#byRoutes}. */
    List<RouteRow> byRoutes(Set<YearMonth> recorded) throws IOException {
        List<RouteRow> rows = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < months.size(); place++) {
            if (recorded.contains(months.get(place).month())) {
                places.add(place);
            }
        }
        if (!isEmpty()) {
            Map<String, AccessRoute> routes = new HashMap<>();
            for (AccessRoute route : AccessRoute.values()) {
                routes.put(route.code(), route);
            }
            read(
                    sql.routes(places, Usage.OF_ROUTES),
                    (columns, row) -> rows.add(new RouteRow(
                            months.get(columns[0].getInt(row)).month(),
                            columns[1].getString(row),
                            routes.getOrDefault(columns[2].getString(row), AccessRoute.NOT_RECORDED),
                            AccessMethod.of(columns[3].getString(row)).orElseThrow(),
                            counts(columns, row, 4, Usage.OF_ROUTES))));
        }
        return rows;
    }

    private String usedRows(List<Sources> sources, String of) {
        return isEmpty() ? "" : sql.rows(sources, List.of(of, "yop"), Sources.metrics(sources), "");
    }

    boolean hasNothing() {
        return isEmpty();
    }

    Duck duck() {
        return kept.duck();
    }

    List<CountedMonth> months() {
        return months;
    }

    /** What names titles: the catalogue's titles, or for items all of it. */
    String names(String of) throws IOException {
        try {
            if (catalogue.isEmpty()) {
                return "(SELECT NULL::VARCHAR AS item_id, NULL::VARCHAR AS data_type, NULL::VARCHAR AS name, NULL::VARCHAR AS publisher,"
                        + " NULL::VARCHAR AS doi, NULL::VARCHAR AS isbn, NULL::VARCHAR AS print_issn, NULL::VARCHAR AS online_issn,"
                        + " NULL::VARCHAR AS uri, NULL::VARCHAR AS packages WHERE false)";
            }
            return of.equals("title")
                    ? Contents.of(kept, catalogue.get()).table()
                    : Sql.parquet(List.of(catalogue.get()));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Takes one row of an answer. */
    interface Row {
        void take(DuckDBReadableVector[] columns, int row) throws IOException;
    }

    void read(String text, Row rows) throws IOException {
        try {
            ColumnReader.read(duck(), text, (chunk, size) -> {
                DuckDBReadableVector[] columns = ColumnReader.columns(chunk);
                for (int row = 0; row < size; row++) {
                    rows.take(columns, row);
                }
            });
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    void execute(String text) throws IOException {
        try {
            duck().execute(text);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    static IOException failure(SQLException e) {
        return Duck.failure(e, "the facts cannot be read");
    }

    @Override
    public void close() throws IOException {
        kept.close();
    }
}
