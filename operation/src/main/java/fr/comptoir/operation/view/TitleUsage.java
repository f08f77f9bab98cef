package fr.comptoir.operation.view;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.Panel.Picture;
import fr.comptoir.store.usage.TitleOrder;
import fr.comptoir.store.usage.TitleRow;
import fr.comptoir.store.usage.Usage;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One title: its months, what each release counts of it, and its items.
 *
 * @param title what the catalogue says of it, and its totals; empty when the customer did not use it in the months asked
 * @param differences where the releases do not count the same, why
 */
public record TitleUsage(
        View view,
        Optional<TitleRow> title,
        Panel months,
        Panel releases,
        Panel items,
        long itemsTotal,
        List<Difference> differences) {
    private static final int ITEMS = 500;
    private static final List<MetricType> ITEM_METRICS = List.of(
            MetricType.TOTAL_ITEM_INVESTIGATIONS,
            MetricType.TOTAL_ITEM_REQUESTS,
            MetricType.UNIQUE_ITEM_INVESTIGATIONS,
            MetricType.UNIQUE_ITEM_REQUESTS,
            MetricType.NO_LICENSE,
            MetricType.LIMIT_EXCEEDED);

    public TitleUsage {
        differences = List.copyOf(differences);
    }

    /** Why a figure of Release 5 is not that of Release 5.1. */
    public enum Reason {
        /** A whole book is one item in Release 5 and one for each of its segments in Release 5.1 (CoP 5.1, section 3.3.2). */
        WHOLE_BOOK,
        /** Only one of the releases counts titles of that type as books. */
        NOT_A_BOOK,
        /** Sessions in which items of several Access_Types were used are cut by the types of each release. */
        ACCESS_TYPES
    }

    /** A figure that differs. */
    public record Difference(MetricType metric, long r5, long r51, Reason reason) {}

    /**
     * Looks at a title.
     *
     * @param id in the catalogue
     */
    public static TitleUsage of(ReportingSite now, View view, String id) throws IOException {
        SortedSet<YearMonth> available = now.availability().counted();
        View one = view.withoutFilters().withoutText().with(Comparison.NONE).with(Field.TITLE, id, true);
        Map<Release, SortedMap<YearMonth, long[]>> months = new EnumMap<>(Release.class);
        for (Release release : Release.values()) {
            months.put(release, months(now, one.with(release), available));
        }
        try (Usage usage = now.usage(one.usage(available))) {
            MetricType metric = TitleTable.METRICS.contains(view.metric()) ? view.metric() : View.USUAL_METRIC;
            Optional<TitleRow> title =
                    usage.titles().page(TitleOrder.most(metric, one.asked(), one.before(), 1)).rows().stream()
                            .findFirst();
            MetricType ofItems = ITEM_METRICS.contains(metric) ? metric : View.USUAL_METRIC;
            var page = usage.items().page(TitleOrder.most(ofItems, one.asked(), one.before(), ITEMS));
            List<MetricType> shown = TitleTable.METRICS.stream()
                    .filter(Overview.occurring(now.site().config())::contains)
                    .toList();
            Panel items = TitleTable.panel(
                    "items",
                    page.rows(),
                    ITEM_METRICS.stream().filter(shown::contains).toList(),
                    ofItems,
                    false);
            return new TitleUsage(
                    one,
                    title,
                    monthsPanel(one, months.getOrDefault(view.release(), new TreeMap<>()), shown, metric, available),
                    releasesPanel(months, shown),
                    items,
                    page.total(),
                    differences(title, months, shown));
        }
    }

    private static SortedMap<YearMonth, long[]> months(ReportingSite now, View view, SortedSet<YearMonth> available)
            throws IOException {
        SortedMap<YearMonth, long[]> months = new TreeMap<>();
        try (Usage usage = now.usage(view.usage(available))) {
            usage.byAttributes()
                    .forEach(row -> Sums.add(
                            months.computeIfAbsent(row.month(), any -> new long[MetricType.values().length]),
                            row.counts()));
        }
        return months;
    }

    private static Panel monthsPanel(
            View view,
            SortedMap<YearMonth, long[]> months,
            List<MetricType> shown,
            MetricType first,
            SortedSet<YearMonth> available) {
        List<MetricType> metrics = new ArrayList<>(shown);
        metrics.remove(first);
        metrics.add(0, first);
        List<Column> columns = new ArrayList<>(List.of(new Column("Month", Kind.MONTH)));
        metrics.forEach(metric -> columns.add(new Column(metric.code(), Kind.COUNT)));
        List<List<@Nullable Object>> cells = new ArrayList<>();
        for (YearMonth month : view.asked()) {
            List<@Nullable Object> row = new ArrayList<>(List.of(month));
            long[] counts = months.getOrDefault(month, new long[MetricType.values().length]);
            metrics.forEach(metric -> row.add(available.contains(month) ? (Object) counts[metric.ordinal()] : null));
            cells.add(row);
        }
        return new Panel("title-months", Picture.COLUMNS, Optional.empty(), columns, cells);
    }

    private static Panel releasesPanel(Map<Release, SortedMap<YearMonth, long[]>> months, List<MetricType> shown) {
        List<List<@Nullable Object>> cells = new ArrayList<>();
        for (MetricType metric : shown) {
            cells.add(List.of(metric.code(), sum(months, Release.R5, metric), sum(months, Release.R5_1, metric)));
        }
        List<Column> columns = List.of(
                new Column("Metric_Type", Kind.CODE), new Column("R5", Kind.COUNT), new Column("R5_1", Kind.COUNT));
        return new Panel("releases", Picture.NONE, Optional.empty(), columns, cells);
    }

    private static long sum(Map<Release, SortedMap<YearMonth, long[]>> months, Release release, MetricType metric) {
        return months.getOrDefault(release, new TreeMap<>()).values().stream()
                .mapToLong(counts -> counts[metric.ordinal()])
                .sum();
    }

    private static List<Difference> differences(
            Optional<TitleRow> title, Map<Release, SortedMap<YearMonth, long[]>> months, List<MetricType> shown) {
        boolean book = title.map(TitleRow::dataType)
                .filter(type -> type.equals("Book") || type.equals("Reference_Work"))
                .isPresent();
        List<Difference> differences = new ArrayList<>();
        for (MetricType metric : shown) {
            long r5 = sum(months, Release.R5, metric);
            long r51 = sum(months, Release.R5_1, metric);
            boolean ofTitles = metric.code().startsWith("Unique_Title");
            if (r5 != r51) {
                Reason reason = !book && ofTitles
                        ? Reason.NOT_A_BOOK
                        : book && !ofTitles ? Reason.WHOLE_BOOK : Reason.ACCESS_TYPES;
                differences.add(new Difference(metric, r5, r51, reason));
            }
        }
        return differences;
    }

    /** Why any figures differ. */
    public SortedSet<Reason> reasons() {
        return differences.stream().map(Difference::reason).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The figures that differ for a reason. */
    public List<Difference> differences(Reason reason) {
        return differences.stream().filter(one -> one.reason() == reason).toList();
    }

    /** All its panels. */
    public List<Panel> panels() {
        return List.of(months, releases, items);
    }
}
