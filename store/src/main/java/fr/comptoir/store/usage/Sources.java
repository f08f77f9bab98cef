package fr.comptoir.store.usage;

import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.fact.FactFiles;
import fr.comptoir.store.fact.ReportSums;
import fr.comptoir.store.query.CountedMonth;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows of one file from which metrics are summed, with the columns that the questions use.
 *
 * @param sums which rows, and their metrics
 */
record Sources(ReportSums sums) {
    private static final String TITLE_TYPES = Arrays.stream(DataType.values())
            .filter(DataType::mayBeTitle)
            .map(DataType::code)
            .collect(Collectors.collectingAndThen(Collectors.toList(), Sql::texts));

    /** A whole platform: usage and titles as its Platform Report has them, denials of the Item Report, all searches. */
    static final List<Sources> PLATFORM = Stream.of(
                    of("IR", FactFiles.ITEMS),
                    of("PR", FactFiles.TITLES),
                    of("PR", FactFiles.SEARCHES),
                    of("DR", FactFiles.SEARCHES))
            .flatMap(List::stream)
            .toList();

    /** Titles, as a Title Report has them. */
    static final List<Sources> TITLES = Stream.of(of("TR", FactFiles.ITEMS), of("TR", FactFiles.TITLES))
            .flatMap(List::stream)
            .toList();

    /** Items, as an Item Report has them. */
    static final List<Sources> ITEMS = of("IR", FactFiles.ITEMS);

    /** A database is not an item. */
    private static final String NO_DATABASE =
            "Title_Data_Type NOT IN ('Database', 'Database_AI', 'Database_Aggregated', 'Database_Full')";

    /** Totals by way of arrival and route of access, of what a Platform Report and an Item Report have. */
    static final Sources WAYS =
            new Sources(new ReportSums("PR", FactFiles.ROUTES, NO_DATABASE, List.copyOf(Usage.OF_ROUTES)));

    /** The same of titles. */
    private static final Sources WAYS_OF_TITLES = new Sources(new ReportSums(
            "TR",
            FactFiles.ROUTES,
            NO_DATABASE + " AND Title_Data_Type IN " + TITLE_TYPES,
            List.copyOf(Usage.OF_ROUTES)));

    /** Where totals of the same by way of arrival and route of access stand; none of items, which are not counted by them. */
    static List<Sources> ofWays(List<Sources> sources) {
        return sources == TITLES ? List.of(WAYS_OF_TITLES) : sources == PLATFORM ? List.of(WAYS) : List.of();
    }

    /** Whether a month has totals by way of arrival and route of access. */
    static boolean recordWays(CountedMonth month) {
        return Files.exists(month.facts().resolve(FactFiles.ROUTES));
    }

    private static List<Sources> of(String report, String file) {
        return ReportSums.of(report).stream()
                .filter(sums -> sums.file().equals(file))
                .map(Sources::new)
                .toList();
    }

    /** The metrics of some sources, in the order of the Code. */
    static Set<MetricType> metrics(List<Sources> sources) {
        return sources.stream()
                .flatMap(source -> source.sums.metrics().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(MetricType.class)));
    }

    private boolean hasItems() {
        return sums.file().equals(FactFiles.ITEMS);
    }

    boolean areWays() {
        return sums.file().equals(FactFiles.ROUTES);
    }

    boolean areSearches() {
        return sums.file().equals(FactFiles.SEARCHES);
    }

    /** The title, or the item that has none; null for searches. */
    String subject() {
        return areSearches() ? "NULL::VARCHAR" : hasItems() ? "coalesce(Title_ID, Item_ID)" : "Title_ID";
    }

    String title() {
        return areSearches()
                ? "NULL::VARCHAR"
                : areWays() ? "CASE WHEN Title_Data_Type IN " + TITLE_TYPES + " THEN Title_ID END" : "Title_ID";
    }

    String item() {
        return hasItems() ? "Item_ID" : "NULL::VARCHAR";
    }

    /** That whose open-access status a row has: the item, or for figures of whole titles the title. */
    String opened() {
        return hasItems() ? "Item_ID" : title();
    }

    String dataType() {
        if (areSearches()) {
            return sums.metrics().contains(MetricType.SEARCHES_PLATFORM)
                    ? "'" + DataType.PLATFORM.code() + "'"
                    : "Database_Data_Type";
        }
        return hasItems() ? "coalesce(Title_Data_Type, Data_Type)" : "Title_Data_Type";
    }

    String accessType(Release release) {
        return areSearches() || areWays() ? "NULL::VARCHAR" : release == Release.R5 ? "Access_Type_R5" : "Access_Type";
    }

    String yop() {
        return areSearches() || areWays() ? "0::SMALLINT" : "YOP";
    }

    /** What a row adds to a metric. */
    String count(MetricType metric, Release release) {
        return sums.metrics().contains(metric) ? ReportSums.column(metric, release) : "0::INTEGER";
    }
}
