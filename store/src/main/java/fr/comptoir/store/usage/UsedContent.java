package fr.comptoir.store.usage;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.query.CodeSql;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBReadableVector;

/** Usage of a choice of content, a row for each month, attributes and title, or item that has none; read in constant memory. */
public final class UsedContent {
    private static final String TABLE = "used_content";
    private static final String ATTRIBUTES = "data_type, access_type, access_method, yop";

    private final FileUsage usage;
    private final UsageQuery query;
    private final Set<MetricType> metrics;
    private final String names;
    private final boolean nothing;

    /** @param byItem of items alone, each by itself; ways of arrival tell of titles only */
    UsedContent(FileUsage usage, UsageSql sql, UsageQuery query, boolean byItem) throws IOException {
        this.usage = usage;
        this.query = query;
        List<Sources> sources = byItem ? Sources.ITEMS : Sources.PLATFORM;
        String of = byItem ? "item" : "id";
        boolean ofWays = !query.ways().isAll();
        metrics = ofWays ? Usage.OF_ROUTES : Sources.metrics(sources);
        names = usage.names(byItem ? "item" : "title");
        List<String> columns = List.of(of, "data_type", "access_type", "access_method", "yop");
        String facts = usage.hasNothing() || (byItem && ofWays) ? "" : sql.rows(sources, columns, metrics, "");
        nothing = facts.isEmpty();
        if (!nothing) {
            String some = metrics.stream().map(metric -> metric.code() + " > 0").collect(Collectors.joining(" OR "));
            usage.execute(
                    "CREATE TABLE " + TABLE + " AS SELECT m, " + of + " AS id, " + ATTRIBUTES + UsageSql.sums(metrics)
                            + " FROM " + facts + " GROUP BY m, " + of + ", " + ATTRIBUTES + " HAVING " + some);
        }
    }

    public Set<MetricType> metrics() {
        return metrics;
    }

    /** How many rows there are. */
    public long size() throws IOException {
        long[] size = {0};
        if (!nothing) {
            usage.read("SELECT count(*) FROM " + TABLE, (columns, row) -> size[0] = columns[0].getLong(row));
        }
        return size[0];
    }

    /** Takes one row. */
    @FunctionalInterface
    public interface Rows {
        /**
         * Takes it.
         *
         * @param id the title's, or the item's; {@code ""} for searches
         */
        void row(String id, String name, String publisher, String issn, String eissn, String isbn, UsageRow usage)
                throws IOException;
    }

    /** Gives all rows by name, month and attributes. */
    public void read(Rows rows) throws IOException {
        if (nothing) {
            return;
        }
        String sums = metrics.stream().map(metric -> ", u." + metric.code()).collect(Collectors.joining());
        usage.read(
                "SELECT u.id, c.name, c.publisher, c.print_issn, c.online_issn, c.isbn, u.m, enum_code(u.data_type)::INTEGER,"
                        + " coalesce(enum_code(u.access_type)::INTEGER, -1), enum_code(u.access_method)::INTEGER, coalesce(u.yop, 0)::INTEGER"
                        + sums + " FROM " + TABLE + " u LEFT JOIN " + names
                        + " c ON c.item_id = u.id ORDER BY lower(c.name) NULLS LAST, u.id, u.m, u.data_type, u.access_type, u.access_method, u.yop",
                (columns, row) -> rows.row(
                        text(columns, 0, row),
                        text(columns, 1, row),
                        text(columns, 2, row),
                        text(columns, 3, row),
                        text(columns, 4, row),
                        text(columns, 5, row),
                        usageRow(columns, row)));
    }

    private UsageRow usageRow(DuckDBReadableVector[] columns, int row) {
        int access = columns[8].getInt(row);
        YearMonth month = usage.months().get(columns[6].getInt(row)).month();
        return new UsageRow(
                month,
                CodeSql.named(DataType.values()[columns[7].getInt(row)], Subject.PLATFORM, query.release()),
                access < 0 ? null : AccessType.values()[access],
                AccessMethod.values()[columns[9].getInt(row)],
                columns[10].getInt(row),
                FileUsage.counts(columns, row, 11, metrics));
    }

    private static String text(DuckDBReadableVector[] columns, int column, int row) {
        return ColumnReader.text(columns[column], row);
    }
}
