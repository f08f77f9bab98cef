package fr.comptoir.store.fact;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import java.util.List;
import java.util.stream.Stream;

/**
 * From which rows of which file a report takes which metrics (CoP 5.1, section 3.3.4 and tables 4): the one place that says it.
 *
 * @param report PR, DR, TR or IR
 * @param file one of the Parquet files of {@link FactFiles}
 * @param condition which rows, in SQL
 */
public record ReportSums(String report, String file, String condition, List<MetricType> metrics) {
    private static final List<MetricType> USAGE = List.of(
            MetricType.TOTAL_ITEM_INVESTIGATIONS,
            MetricType.TOTAL_ITEM_REQUESTS,
            MetricType.UNIQUE_ITEM_INVESTIGATIONS,
            MetricType.UNIQUE_ITEM_REQUESTS);
    private static final List<MetricType> DENIALS = List.of(MetricType.LIMIT_EXCEEDED, MetricType.NO_LICENSE);
    private static final List<MetricType> USAGE_AND_DENIALS =
            Stream.concat(USAGE.stream(), DENIALS.stream()).toList();
    private static final List<MetricType> TITLES =
            List.of(MetricType.UNIQUE_TITLE_INVESTIGATIONS, MetricType.UNIQUE_TITLE_REQUESTS);
    private static final List<MetricType> DATABASE_SEARCHES =
            List.of(MetricType.SEARCHES_AUTOMATED, MetricType.SEARCHES_FEDERATED, MetricType.SEARCHES_REGULAR);

    /** A database is not an item; it has searches and denials only. */
    private static final String IS_ITEM =
            "Data_Type NOT IN ('Database', 'Database_AI', 'Database_Aggregated', 'Database_Full')";

    private static final List<ReportSums> ALL = List.of(
            new ReportSums("PR", FactFiles.ITEMS, IS_ITEM, USAGE),
            new ReportSums("PR", FactFiles.TITLES, "Database_ID IS NULL", TITLES),
            new ReportSums("PR", FactFiles.SEARCHES, "Database_ID IS NULL", List.of(MetricType.SEARCHES_PLATFORM)),
            new ReportSums("DR", FactFiles.ITEMS, "Database_ID IS NOT NULL", USAGE),
            new ReportSums("DR", FactFiles.ITEMS, "Database_ID IS NOT NULL", DENIALS),
            new ReportSums("DR", FactFiles.TITLES, "Database_ID IS NOT NULL", TITLES),
            new ReportSums("DR", FactFiles.SEARCHES, "Database_ID IS NOT NULL", DATABASE_SEARCHES),
            new ReportSums("TR", FactFiles.ITEMS, "Title_ID IS NOT NULL", USAGE_AND_DENIALS),
            new ReportSums("TR", FactFiles.TITLES, "Database_ID IS NULL", TITLES),
            new ReportSums("IR", FactFiles.ITEMS, IS_ITEM, USAGE_AND_DENIALS));

    /** Every pair of a report and a file; in the Database Report usage and denials apart, as they have different types there. */
    public static List<ReportSums> all() {
        return ALL;
    }

    /** Those of one report. */
    public static List<ReportSums> of(String report) {
        return ALL.stream().filter(sums -> sums.report.equals(report)).toList();
    }

    /** Whether these are denials alone, which the Database Report shows under the database's own Data_Type. */
    public boolean areDenials() {
        return metrics.equals(DENIALS);
    }

    /** The column of a metric in the files; searches and denials are the same in both releases. */
    public static String column(MetricType metric, Release release) {
        boolean same = DENIALS.contains(metric) || metric.code().startsWith("Searches_");
        return release == Release.R5_1 || same ? metric.code() : metric.code() + "_R5";
    }
}
