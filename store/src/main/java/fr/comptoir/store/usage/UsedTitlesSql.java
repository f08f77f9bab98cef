package fr.comptoir.store.usage;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Sql;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBReadableVector;

/** {@link UsedTitles} out of the files, summed by SQL. */
final class UsedTitlesSql implements UsedTitles {
    static final String NAMES = "data_type, name, publisher, doi, isbn, print_issn, online_issn, uri, packages";

    /** 0001 is of what has no year, 9999 of what is not published yet (CoP 5.1, section 3.3.4). */
    private static final String KNOWN_YEAR = "CASE WHEN yop BETWEEN 2 AND 9998 THEN yop END";

    /** Columns of numbers that people write with hyphens or without. */
    private static final Set<String> NUMBERS = Set.of("isbn", "print_issn", "online_issn");

    /** How titles of which as much is said are sorted. */
    static final String BY_NAME = "lower(strip_accents(name)), id";

    private final FileUsage usage;
    private final Set<MetricType> metrics;
    private final String table;
    private final boolean nothing;
    private final String names;

    /** @param facts rows with what they are of, {@code yop} and the metrics, in SQL; blank for none */
    UsedTitlesSql(FileUsage usage, List<Sources> sources, String of, String facts) throws IOException {
        this.usage = usage;
        metrics = Sources.metrics(sources);
        table = "used_" + of;
        names = usage.names(of);
        nothing = facts.isEmpty();
        if (!nothing) {
            usage.execute("CREATE TABLE " + table + " AS SELECT m, " + of
                    + " AS id, min(" + KNOWN_YEAR + ") AS yop_first, max(" + KNOWN_YEAR + ") AS yop_last"
                    + UsageSql.sums(metrics) + " FROM "
                    + facts + " GROUP BY m, " + of);
        }
    }

    @Override
    public Set<MetricType> metrics() {
        return metrics;
    }

    @Override
    public Page page(TitleOrder order) throws IOException {
        if (nothing) {
            return new Page(List.of(), 0);
        }
        List<TitleRow> rows = new ArrayList<>();
        Map<String, SortedMap<YearMonth, Long>> courses = new HashMap<>();
        long[] total = {0};
        usage.execute("CREATE OR REPLACE TABLE page AS " + select(order));
        usage.read(
                "SELECT id, m, " + order.metric().code() + " FROM " + table + " SEMI JOIN page USING (id) WHERE "
                        + now(order, true),
                (columns, row) -> courses.computeIfAbsent(columns[0].getString(row), any -> new TreeMap<>())
                        .put(usage.months().get(columns[1].getInt(row)).month(), columns[2].getLong(row)));
        usage.read(
                "SELECT total, id, yop_first, yop_last, before, " + NAMES + counts() + " FROM page ORDER BY place",
                (columns, row) -> {
                    total[0] = columns[0].getLong(row);
                    rows.add(row(columns, row, courses));
                });
        return new Page(rows, total[0] > 0 ? total[0] : total(order));
    }

    private long total(TitleOrder order) throws IOException {
        long[] total = {0};
        if (order.offset() > 0) {
            usage.read("SELECT count(*) FROM " + wanted(order), (columns, row) -> total[0] = columns[0].getLong(row));
        }
        return total[0];
    }

    private String select(TitleOrder order) {
        return "SELECT *, row_number() OVER () AS place FROM (SELECT *, count(*) OVER () AS total FROM " + wanted(order)
                + " ORDER BY " + by(order) + " LIMIT " + order.limit() + " OFFSET " + order.offset() + ")";
    }

    /** All that are wanted, with their names, in no order. */
    private String wanted(TitleOrder order) {
        String sums = metrics.stream()
                .map(metric -> ", coalesce(sum(" + metric.code() + ") FILTER (" + now(order, true) + "), 0)::BIGINT AS "
                        + metric.code())
                .collect(Collectors.joining());
        String summed =
                "(SELECT id, coalesce(min(yop_first), 0)::INTEGER AS yop_first, coalesce(max(yop_last), 0)::INTEGER AS yop_last,"
                        + " coalesce(sum(" + order.metric().code() + ") FILTER (" + now(order, false)
                        + "), 0)::BIGINT AS before" + sums + " FROM "
                        + table + " GROUP BY id)";
        return "(SELECT s.*, " + NAMES.replaceAll("(\\w+)", "coalesce(c.$1, '') AS $1") + " FROM " + summed
                + " s LEFT JOIN " + names + " c ON c.item_id = s.id WHERE " + condition(order) + ")";
    }

    private String condition(TitleOrder order) {
        List<String> all = new ArrayList<>();
        all.add(metrics.stream().map(metric -> metric.code() + " > 0").collect(Collectors.joining(" OR ", "(", ")")));
        order.holds().forEach((column, text) -> all.add(holds(column, text)));
        if (!order.types().isEmpty()) {
            all.add(isOf(order.types()));
        }
        order.years()
                .ifPresent(years -> all.add(
                        "s.yop_first > 0 AND s.yop_first <= " + years.to() + " AND s.yop_last >= " + years.from()));
        order.least().forEach((metric, least) -> all.add("s." + metric.code() + " >= " + least));
        return String.join(" AND ", all);
    }

    /** Whether a column of names {@code c} has a text. */
    static String holds(String column, String text) {
        String in = "coalesce(c." + column + ", '')";
        String words = NUMBERS.contains(column) ? "concat_ws(' ', " + in + ", replace(" + in + ", '-', ''))" : in;
        return FoldedText.holds(FoldedText.sql(words), text.strip());
    }

    /** Whether names {@code c} are of some types. */
    static String isOf(Set<String> types) {
        return types.stream().map(Sql::text).collect(Collectors.joining(", ", "coalesce(c.data_type, '') IN (", ")"));
    }

    private static String by(TitleOrder order) {
        String column = order.column();
        return TitleOrder.TEXTS.contains(column)
                ? byText(column, order.descending())
                : (column.equals("yop") ? "yop_last" : column) + (order.descending() ? " DESC, " : ", ") + BY_NAME;
    }

    /** By a text, blank ones last. */
    static String byText(String column, boolean descending) {
        return column + " = '', lower(strip_accents(" + column + "))" + (descending ? " DESC" : "") + ", name, id";
    }

    /** Months that are asked, or those that are compared with. */
    private String now(TitleOrder order, boolean asked) {
        SortedSet<YearMonth> wanted = asked ? order.asked() : order.before();
        return IntStream.range(0, usage.months().size())
                .filter(m -> wanted.contains(usage.months().get(m).month()))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", ", "m IN (", ")"))
                .replace("IN ()", "IN (-1)");
    }

    private String counts() {
        return metrics.stream().map(metric -> ", " + metric.code()).collect(Collectors.joining());
    }

    private TitleRow row(DuckDBReadableVector[] columns, int row, Map<String, SortedMap<YearMonth, Long>> courses) {
        String id = columns[1].getString(row);
        return new TitleRow(
                id,
                text(columns[5], row),
                text(columns[6], row),
                text(columns[7], row),
                text(columns[8], row),
                text(columns[9], row),
                text(columns[10], row),
                text(columns[11], row),
                text(columns[12], row),
                text(columns[13], row),
                columns[2].getInt(row),
                columns[3].getInt(row),
                FileUsage.counts(columns, row, 14, metrics),
                columns[4].getLong(row),
                courses.getOrDefault(id, new TreeMap<>()));
    }

    private static String text(DuckDBReadableVector column, int row) {
        return ColumnReader.text(column, row);
    }
}
