package fr.comptoir.store.usage;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.store.duck.KeptDuck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.fact.ReportSums;
import fr.comptoir.store.query.CountedMonth;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows that {@link CollectedRows} takes, in the words of the files. */
final class MonthSql {
    private final TitleNumbers titles;
    private final KeptDuck kept;
    private final Split split;

    MonthSql(TitleNumbers titles, KeptDuck kept, Split split) {
        this.titles = titles;
        this.kept = kept;
        this.split = split;
    }

    /**
     * Rows of all sources: their place, the title's number or -1, or that of the set, the id of a title without, attributes, way of
     * arrival, figures packed, figures.
     *
     * @param place what tells rows {@code f} apart beside all that: a number
     * @param condition on rows {@code f}
     * @param grouped whether rows that are the same in all that become one
     */
    String text(String place, String condition, List<CountedMonth> months, boolean grouped)
            throws SQLException, IOException {
        List<String> selects = new ArrayList<>();
        for (Sources source : split.sources()) {
            String facts = facts(source, place, condition, months);
            String few = grouped && split != Split.SETS
                    ? grouped(source, "place, subject, item, word, attributes", facts)
                    : facts;
            String rows = named(source, few);
            selects.add(packed(
                    source, selects.size(), grouped ? grouped(source, "place, n, id, attributes, word", rows) : rows));
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

    private static String facts(Sources source, String place, String condition, List<CountedMonth> months) {
        List<Path> files = months.stream()
                .map(month -> month.facts().resolve(source.sums().file()))
                .toList();
        String kind = source.areSearches()
                ? Integer.toString(Attributes.Kind.SEARCH.ordinal())
                : "CASE WHEN " + source.title() + " IS NULL THEN " + Attributes.Kind.ITEM.ordinal() + " ELSE "
                        + Attributes.Kind.TITLE.ordinal() + " END";
        return "(SELECT " + place + " AS place, Customers::INTEGER AS customers, " + source.subject()
                + " AS subject, "
                + openItem(source) + " AS item, " + (source.areWays() ? "Arrival" : "NULL::VARCHAR") + " AS word, "
                + Attributes.sql(source, kind) + (source.areWays() ? " + " + Attributes.routeSql("Route") : "")
                + " AS attributes, "
                + String.join(", ", columns(source)) + " FROM " + Sql.parquet(files) + " f WHERE "
                + source.sums().condition() + " AND " + condition + ")";
    }

    /** An open-access status says something of open usage only. */
    private static String openItem(Sources source) {
        return source.areSearches() || source.areWays()
                ? "NULL::VARCHAR"
                : "CASE WHEN Access_Type <> 'Controlled' OR Access_Type_R5 <> 'Controlled' THEN " + source.opened()
                        + " END";
    }

    private String named(Sources source, String facts) throws SQLException, IOException {
        String end = ", word, " + String.join(", ", columns(source)) + " FROM " + facts + " f";
        boolean titled = split != Split.SETS && !source.areSearches();
        boolean open = !source.areWays() && !source.areSearches();
        return "(SELECT place, "
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
                        "SELECT place, n, id, attributes, word, " + DistinctCounts.packedSql(columns, mark)
                                + " AS packed",
                        " FROM " + rows));
    }
}
