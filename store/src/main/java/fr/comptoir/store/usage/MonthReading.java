package fr.comptoir.store.usage;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.KeptDuck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.fact.ReportSums;
import fr.comptoir.store.query.CodeSql;
import fr.comptoir.store.query.CountedMonth;
import fr.comptoir.store.query.CustomerSets;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBReadableVector;

/** Reads the usage of one customer from the files, the months of an institution in one question, those of many one after another. */
final class MonthReading {
    /** From so many months at once on, an answer is so small that grouping its rows costs more than it saves. */
    private static final int UNGROUPED_MONTHS = 6;

    private static final int FIGURES = 5;

    private final TitleNumbers titles;
    private final Path temporary;
    private final long bytesMax;

    /** @param bytesMax with more than that in memory nothing is kept */
    MonthReading(TitleNumbers titles, Path temporary, long bytesMax) {
        this.titles = titles;
        this.temporary = temporary;
        this.bytesMax = bytesMax;
    }

    /** Gives the usage of each of the months; none when it is too much. */
    Optional<List<MonthUsage>> read(String customer, List<CountedMonth> months) throws SQLException, IOException {
        List<MonthUsage> read = new ArrayList<>();
        try (KeptDuck kept = KeptDuck.borrow(temporary, CodeSql::register)) {
            CustomerSets sets = CustomerSets.find(kept.duck(), customer, List.of(), months);
            int atOnce = sets.none() ? months.size() : sets.monthsAtOnce();
            long bytes = 0;
            for (int from = 0; from < months.size(); from += atOnce) {
                List<CountedMonth> some = months.subList(from, Math.min(from + atOnce, months.size()));
                List<MonthUsage> usage = read(kept, sets, from, some);
                read.addAll(usage);
                bytes += usage.stream().mapToLong(MonthUsage::bytes).sum();
                if (bytes > bytesMax) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(read);
    }

    private List<MonthUsage> read(KeptDuck kept, CustomerSets sets, int from, List<CountedMonth> months)
            throws SQLException, IOException {
        List<MonthUsage.Rows> rows =
                Stream.generate(MonthUsage.Rows::new).limit(months.size()).toList();
        LongNumbers attributes = new LongNumbers();
        DistinctCounts counts = new DistinctCounts();
        if (!sets.none()) {
            ColumnReader.read(kept.duck(), sql(kept, sets, from, months), (chunk, size) -> {
                DuckDBReadableVector[] columns = ColumnReader.columns(chunk);
                for (int row = 0; row < size; row++) {
                    int title = columns[1].getInt(row);
                    rows.get(columns[0].getInt(row))
                            .add(
                                    attributes.number(columns[3].getLong(row)),
                                    title >= 0 ? title : other(columns[2], row),
                                    counts.number(columns[4].getLong(row), columns, row, FIGURES));
                }
            });
        }
        int[] figures = counts.values();
        return rows.stream()
                .map(month -> month.sorted(attributes, figures, (long) figures.length * Integer.BYTES / months.size()))
                .toList();
    }

    /** A search is of no title. */
    private int other(DuckDBReadableVector id, int row) {
        return id.isNull(row) ? 0 : titles.other(id.getString(row));
    }

    /** Rows of all sources: the month's place, the title's number or -1, the id of one without, attributes, figures packed, figures. */
    private String sql(KeptDuck kept, CustomerSets sets, int from, List<CountedMonth> months)
            throws SQLException, IOException {
        boolean grouped = months.size() < UNGROUPED_MONTHS && sets.monthsAtOnce() < UNGROUPED_MONTHS;
        List<String> selects = new ArrayList<>();
        for (Sources source : Sources.PLATFORM) {
            String rows = named(kept, source, facts(source, sets, from, months));
            selects.add(packed(source, selects.size(), grouped ? grouped(source, rows) : rows));
        }
        return String.join(" UNION ALL ", selects);
    }

    private static List<String> columns(Sources source) {
        Set<String> columns = new LinkedHashSet<>();
        for (MetricType metric : source.sums().metrics()) {
            columns.add(ReportSums.column(metric, Release.R5_1));
            columns.add(ReportSums.column(metric, Release.R5));
        }
        return List.copyOf(columns);
    }

    private static String facts(Sources source, CustomerSets sets, int from, List<CountedMonth> months) {
        List<Path> files = months.stream()
                .map(month -> month.facts().resolve(source.sums().file()))
                .toList();
        String kind = source.areSearches()
                ? Integer.toString(Attributes.Kind.SEARCH.ordinal())
                : "CASE WHEN " + source.title() + " IS NULL THEN " + Attributes.Kind.ITEM.ordinal() + " ELSE "
                        + Attributes.Kind.TITLE.ordinal() + " END";
        return "(SELECT file_index::INTEGER AS m, " + source.subject() + " AS subject, " + openItem(source)
                + " AS item, "
                + Attributes.sql(source, kind) + " AS attributes, "
                + String.join(", ", columns(source)) + " FROM " + Sql.parquet(files) + " f WHERE "
                + source.sums().condition() + " AND " + sets.condition(from) + ")";
    }

    /** An open-access status says something of open usage only. */
    private static String openItem(Sources source) {
        return source.areSearches()
                ? "NULL::VARCHAR"
                : "CASE WHEN Access_Type <> 'Controlled' OR Access_Type_R5 <> 'Controlled' THEN " + source.opened()
                        + " END";
    }

    private String named(KeptDuck kept, Sources source, String facts) throws SQLException, IOException {
        String columns = String.join(", ", columns(source));
        if (source.areSearches()) {
            return "(SELECT m, -1 AS n, NULL::VARCHAR AS id, attributes, " + columns + " FROM " + facts + ")";
        }
        return "(SELECT m, coalesce(c.n, -1) AS n, CASE WHEN c.n IS NULL THEN subject END AS id, attributes"
                + " + " + Attributes.statusSql("coalesce(o.number, 0)") + " AS attributes, " + columns
                + " FROM " + facts + " f LEFT JOIN (SELECT n, item_id FROM " + titles.contents(kept)
                + ") c ON c.item_id = f.subject"
                + " LEFT JOIN " + titles.openAccess(kept) + " o ON o.item_id = f.item)";
    }

    private static String grouped(Sources source, String rows) {
        return columns(source).stream()
                .map(column -> ", sum(" + column + ")::INTEGER AS " + column)
                .collect(Collectors.joining(
                        "", "(SELECT m, n, id, attributes", " FROM " + rows + " GROUP BY m, n, id, attributes)"));
    }

    private static String packed(Sources source, int mark, String rows) {
        List<String> columns = columns(source);
        return DistinctCounts.COLUMNS.stream()
                .map(column -> ", " + (columns.contains(column) ? column : "0::INTEGER AS " + column))
                .collect(Collectors.joining(
                        "",
                        "SELECT m, n, id, attributes, " + DistinctCounts.packedSql(columns, mark) + " AS packed",
                        " FROM " + rows));
    }
}
