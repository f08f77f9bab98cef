package fr.comptoir.store.usage;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.KeptDuck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.fact.FactFiles;
import fr.comptoir.store.fact.ReportSums;
import fr.comptoir.store.query.CodeSql;
import fr.comptoir.store.query.CountedMonth;
import fr.comptoir.store.query.CustomerSets;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBReadableVector;

/** Reads the usage of one customer from the files, the months of an institution in one question, those of many one after another. */
final class MonthReading {
    /** From so many months at once on, an answer is so small that grouping its rows costs more than it saves. */
    private static final int UNGROUPED_MONTHS = 6;

    private static final int FIGURES = 6;

    private final TitleNumbers titles;
    private final Path temporary;

    /** @param temporary the folder of {@link KeptDuck#borrow} */
    MonthReading(TitleNumbers titles, Path temporary) {
        this.titles = titles;
        this.temporary = temporary;
    }

    /** Takes the usage of a month; says whether the next is wanted. */
    @FunctionalInterface
    interface Taker {
        boolean take(CountedMonth month, MonthUsage usage) throws IOException;
    }

    /** Gives the usage of each of the months, in their order. */
    void read(String customer, Split split, List<CountedMonth> months, Taker taker) throws SQLException, IOException {
        try (KeptDuck kept = KeptDuck.borrow(temporary, CodeSql::register)) {
            CustomerSets sets = CustomerSets.find(kept.duck(), customer, List.of(), months);
            int atOnce = sets.none() ? months.size() : split == Split.SETS ? 1 : sets.monthsAtOnce();
            for (int from = 0; from < months.size(); from += atOnce) {
                List<CountedMonth> some = months.subList(from, Math.min(from + atOnce, months.size()));
                List<MonthUsage> usage = read(kept, sets, split, from, some);
                for (int i = 0; i < some.size(); i++) {
                    if (!taker.take(some.get(i), usage.get(i))) {
                        return;
                    }
                }
            }
        }
    }

    private List<MonthUsage> read(KeptDuck kept, CustomerSets sets, Split split, int from, List<CountedMonth> months)
            throws SQLException, IOException {
        List<MonthUsage.Rows> rows =
                Stream.generate(MonthUsage.Rows::new).limit(months.size()).toList();
        LongNumbers attributes = new LongNumbers();
        DistinctCounts counts = new DistinctCounts();
        List<String> names = new ArrayList<>();
        if (!sets.none()) {
            if (split == Split.SETS) {
                names.addAll(setsOf(kept, months.get(0)));
            }
            Map<String, Integer> arrivals = new HashMap<>();
            ColumnReader.read(kept.duck(), sql(kept, sets, split, from, months), (chunk, size) -> {
                DuckDBReadableVector[] columns = ColumnReader.columns(chunk);
                for (int row = 0; row < size; row++) {
                    int title = columns[1].getInt(row);
                    long some = columns[3].getLong(row);
                    rows.get(columns[0].getInt(row))
                            .add(
                                    attributes.number(
                                            split == Split.WAYS
                                                    ? arriving(some, columns[4], row, arrivals, names)
                                                    : some),
                                    title >= 0 ? title : other(columns[2], row),
                                    counts.number(columns[5].getLong(row), columns, row, FIGURES));
                }
            });
        }
        Figures figures = Figures.of(counts.values());
        List<String> known = List.copyOf(names);
        return rows.stream()
                .map(month -> month.sorted(attributes, figures, known, figures.bytes() / months.size()))
                .toList();
    }

    private static long arriving(
            long attributes, DuckDBReadableVector arrival, int row, Map<String, Integer> arrivals, List<String> names) {
        String name = ColumnReader.text(arrival, row);
        int number = arrivals.computeIfAbsent(name, any -> {
            names.add(name);
            return names.size();
        });
        return Attributes.withArrival(attributes, number);
    }

    /** The texts of the sets of customers of a month, by number. */
    private static List<String> setsOf(KeptDuck kept, CountedMonth month) throws SQLException, IOException {
        List<String> texts = new ArrayList<>();
        ColumnReader.read(
                kept.duck(),
                "SELECT DISTINCT Customers::INTEGER AS n, Customer_Set FROM "
                        + Sql.parquet(List.of(month.facts().resolve(FactFiles.CUSTOMERS))) + " ORDER BY n",
                (chunk, size) -> {
                    DuckDBReadableVector[] columns = ColumnReader.columns(chunk);
                    for (int row = 0; row < size; row++) {
                        while (texts.size() < columns[0].getInt(row)) {
                            texts.add("");
                        }
                        texts.add(ColumnReader.text(columns[1], row));
                    }
                });
        return texts;
    }

    /** A search is of no title. */
    private int other(DuckDBReadableVector id, int row) {
        return id.isNull(row) ? 0 : titles.other(id.getString(row));
    }

    /**
     * Rows of all sources: the month's place, the title's number or -1, or that of the set, the id of a title without, attributes, way of
     * arrival, figures packed, figures.
     */
    private String sql(KeptDuck kept, CustomerSets sets, Split split, int from, List<CountedMonth> months)
            throws SQLException, IOException {
        boolean grouped =
                split == Split.SETS || (months.size() < UNGROUPED_MONTHS && sets.monthsAtOnce() < UNGROUPED_MONTHS);
        List<String> selects = new ArrayList<>();
        for (Sources source : split.sources()) {
            String facts = facts(source, sets, from, months);
            String few = grouped && split != Split.SETS
                    ? grouped(source, "m, subject, item, word, attributes", facts)
                    : facts;
            String rows = named(kept, source, split, few);
            selects.add(packed(
                    source, selects.size(), grouped ? grouped(source, "m, n, id, attributes, word", rows) : rows));
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
        return "(SELECT file_index::INTEGER AS m, Customers::INTEGER AS customers, " + source.subject()
                + " AS subject, "
                + openItem(source) + " AS item, " + (source.areWays() ? "Arrival" : "NULL::VARCHAR") + " AS word, "
                + Attributes.sql(source, kind) + (source.areWays() ? " + " + Attributes.routeSql("Route") : "")
                + " AS attributes, "
                + String.join(", ", columns(source)) + " FROM " + Sql.parquet(files) + " f WHERE "
                + source.sums().condition() + " AND " + sets.condition(from) + ")";
    }

    /** An open-access status says something of open usage only. */
    private static String openItem(Sources source) {
        return source.areSearches() || source.areWays()
                ? "NULL::VARCHAR"
                : "CASE WHEN Access_Type <> 'Controlled' OR Access_Type_R5 <> 'Controlled' THEN " + source.opened()
                        + " END";
    }

    private String named(KeptDuck kept, Sources source, Split split, String facts) throws SQLException, IOException {
        String end = ", word, " + String.join(", ", columns(source)) + " FROM " + facts + " f";
        boolean titled = split != Split.SETS && !source.areSearches();
        boolean open = !source.areWays() && !source.areSearches();
        return "(SELECT m, "
                + (titled
                        ? "coalesce(c.n, -1) AS n, CASE WHEN c.n IS NULL THEN subject END AS id"
                        : (split == Split.SETS ? "customers" : "-1") + " AS n, NULL::VARCHAR AS id")
                + ", attributes" + (open ? " + " + Attributes.statusSql("coalesce(o.number, 0)") : "")
                + " AS attributes"
                + end
                + (titled
                        ? " LEFT JOIN (SELECT n, item_id FROM " + titles.contents(kept) + ") c ON c.item_id = f.subject"
                        : "")
                + (open ? " LEFT JOIN " + titles.openAccess(kept) + " o ON o.item_id = f.item" : "") + ")";
    }

    /** Before names are looked up, too: a tenth of the rows is left then. */
    private static String grouped(Sources source, String keys, String rows) {
        return columns(source).stream()
                .map(column -> ", sum(" + column + ")::INTEGER AS " + column)
                .collect(Collectors.joining("", "(SELECT " + keys, " FROM " + rows + " GROUP BY " + keys + ")"));
    }

    private static String packed(Sources source, int mark, String rows) {
        List<String> columns = columns(source);
        return DistinctCounts.COLUMNS.stream()
                .map(column -> ", " + (columns.contains(column) ? column : "0::INTEGER AS " + column))
                .collect(Collectors.joining(
                        "",
                        "SELECT m, n, id, attributes, word, " + DistinctCounts.packedSql(columns, mark) + " AS packed",
                        " FROM " + rows));
    }
}
