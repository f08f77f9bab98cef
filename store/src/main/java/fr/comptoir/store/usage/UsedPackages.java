package fr.comptoir.store.usage;

import fr.comptoir.model.code.MetricType;
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

/** The packages of a catalogue and the usage of their titles, as a Title Report has it. */
final class UsedPackages {
    private static final String TITLES = "package_titles";
    private static final String USAGE = "package_usage";

    private final FileUsage usage;
    private final Set<MetricType> metrics = Sources.metrics(Sources.TITLES);
    private final MetricType metric;
    private final String asked;
    private final String before;

    /**
     * Begins.
     *
     * @param pairs the table {@code (package, title)} of the catalogue
     * @param wanted a condition on {@code package} and {@code title}
     * @param facts rows with {@code title}, {@code access_type} and the metrics, in SQL; blank for none
     * @param metric that of the course and of the comparison
     */
    UsedPackages(
            FileUsage usage,
            String pairs,
            String wanted,
            String facts,
            MetricType metric,
            SortedSet<YearMonth> asked,
            SortedSet<YearMonth> before)
            throws IOException {
        this.usage = usage;
        this.metric = metric;
        this.asked = among(asked);
        this.before = among(before);
        usage.execute("CREATE TABLE " + TITLES + " AS SELECT package, title FROM " + pairs + " WHERE " + wanted);
        String zeros =
                metrics.stream().map(one -> ", 0::BIGINT AS " + one.code()).collect(Collectors.joining());
        usage.execute("CREATE TABLE " + USAGE + " AS "
                + (facts.isEmpty()
                        ? "SELECT 0 AS m, '' AS title, false AS open" + zeros + " WHERE false"
                        : "SELECT m, title, coalesce(access_type <> 'Controlled', false) AS open"
                                + UsageSql.sums(metrics) + " FROM " + facts + " SEMI JOIN " + TITLES
                                + " USING (title) GROUP BY m, title, open"));
    }

    /** A condition on the places of months. */
    private String among(SortedSet<YearMonth> months) {
        String places = IntStream.range(0, usage.months().size())
                .filter(m -> months.contains(usage.months().get(m).month()))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        return "m IN (" + (places.isEmpty() ? "-1" : places) + ")";
    }

    /** By name. */
    List<PackageRow> rows() throws IOException {
        Map<String, SortedMap<YearMonth, Long>> courses = courses();
        String requests = MetricType.TOTAL_ITEM_REQUESTS.code();
        String byTitle = metrics.stream()
                .map(one -> ", sum(" + one.code() + ") FILTER (" + asked + ") AS " + one.code())
                .collect(Collectors.joining());
        String sums = metrics.stream()
                .map(one -> ", coalesce(sum(" + one.code() + "), 0)::BIGINT")
                .collect(Collectors.joining());
        List<PackageRow> rows = new ArrayList<>();
        usage.read(
                "SELECT package, count(*), count(*) FILTER (" + requests + " > 0), count(*) FILTER (" + requests
                        + " BETWEEN 1 AND " + (PackageRow.FEW_REQUESTS - 1) + "), count(*) FILTER ("
                        + MetricType.NO_LICENSE.code() + " >= " + PackageRow.MANY_REFUSALS
                        + "), coalesce(sum(opened), 0)::BIGINT, coalesce(sum(earlier), 0)::BIGINT" + sums + " FROM "
                        + TITLES + " LEFT JOIN (SELECT title, sum(" + requests + ") FILTER (open AND " + asked
                        + ") AS opened, sum(" + metric.code() + ") FILTER (" + before + ") AS earlier" + byTitle
                        + " FROM " + USAGE + " GROUP BY title) USING (title) GROUP BY package"
                        + " ORDER BY lower(strip_accents(package)), package",
                (columns, row) -> rows.add(row(columns, row, courses)));
        return rows;
    }

    private PackageRow row(DuckDBReadableVector[] columns, int row, Map<String, SortedMap<YearMonth, Long>> courses) {
        String name = columns[0].getString(row);
        return new PackageRow(
                name,
                columns[1].getLong(row),
                columns[2].getLong(row),
                columns[3].getLong(row),
                columns[4].getLong(row),
                FileUsage.counts(columns, row, 7, metrics),
                columns[5].getLong(row),
                columns[6].getLong(row),
                courses.getOrDefault(name, new TreeMap<>()));
    }

    private Map<String, SortedMap<YearMonth, Long>> courses() throws IOException {
        Map<String, SortedMap<YearMonth, Long>> courses = new HashMap<>();
        usage.read(
                "SELECT package, m, sum(" + metric.code() + ")::BIGINT FROM " + USAGE + " JOIN " + TITLES
                        + " USING (title) WHERE " + asked + " GROUP BY package, m",
                (columns, row) -> courses.computeIfAbsent(columns[0].getString(row), any -> new TreeMap<>())
                        .put(usage.months().get(columns[1].getInt(row)).month(), columns[2].getLong(row)));
        return courses;
    }

    /** The condition of {@link UsageQuery} on packages and their titles. */
    static String wanted(UsageQuery query, List<String> dataTypes) {
        List<String> all = new ArrayList<>(List.of("true"));
        Choice<String> packages = query.content().packages();
        if (!packages.in().isEmpty()) {
            all.add("package IN " + Sql.texts(packages.in()));
        }
        if (!packages.out().isEmpty()) {
            all.add("package NOT IN " + Sql.texts(packages.out()));
        }
        if (!query.dataTypes().isAll()) {
            all.add(dataTypes.isEmpty() ? "false" : "data_type IN " + Sql.texts(dataTypes));
        }
        if (!query.content().isAll()) {
            all.add("title IN (SELECT id FROM " + UsageSql.CHOSEN + ")");
        }
        return String.join(" AND ", all);
    }
}
