package fr.comptoir.operation.view;

import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.Panel.Picture;
import fr.comptoir.operation.view.Preset.Period;
import fr.comptoir.store.usage.TitleOrder;
import fr.comptoir.store.usage.TitleRow;
import fr.comptoir.store.usage.Usage;
import fr.comptoir.store.usage.UsageRow;
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
import org.jspecify.annotations.Nullable;

/**
 * One title: its months and items as far as the filters go, and what each release counts of all its usage.
 *
 * @param view what is asked of the title
 * @param title what the catalogue says of it, and the totals of all its usage; empty when the customer did not use it in the months asked
 * @param differences what the releases do not count or call the same, and why
 */
public record TitleUsage(
        View view,
        Optional<TitleRow> title,
        Panel months,
        Panel releases,
        Panel items,
        long itemsTotal,
        ReleaseDifferences differences) {
    private static final int ITEMS = 500;
    private static final int ALL_ITEMS = 200_000;
    private static final List<MetricType> ITEM_METRICS = List.of(
            MetricType.TOTAL_ITEM_INVESTIGATIONS,
            MetricType.TOTAL_ITEM_REQUESTS,
            MetricType.UNIQUE_ITEM_INVESTIGATIONS,
            MetricType.UNIQUE_ITEM_REQUESTS,
            MetricType.NO_LICENSE,
            MetricType.LIMIT_EXCEEDED);

    /**
     * Looks at a title.
     *
     * @param id in the catalogue
     */
    public static TitleUsage of(ReportingSite now, View view, String id) throws IOException {
        SortedSet<YearMonth> available = now.availability().counted();
        View one = view.with(Comparison.NONE).only(Field.TITLE, id).counted();
        View whole = one.withoutFilters().withoutText().only(Field.TITLE, id);
        List<MetricType> occurring = TitleTable.METRICS.stream()
                .filter(Overview.occurring(now.site().config())::contains)
                .toList();
        Map<Release, List<UsageRow>> ofWhole = new EnumMap<>(Release.class);
        for (Release release : Release.values()) {
            ofWhole.put(release, rows(now, whole.with(release), available));
        }
        MetricType metric = TitleTable.METRICS.contains(one.metric()) ? one.metric() : View.USUAL_METRIC;
        Optional<TitleRow> title = title(now, whole, metric);
        try (Usage usage = now.usage(one.usage(available))) {
            SortedMap<YearMonth, long[]> months = sums(usage);
            SortedSet<YearMonth> known = usage.known();
            MetricType ofItems = ITEM_METRICS.contains(metric) ? metric : View.USUAL_METRIC;
            var page = usage.items().page(TitleOrder.most(ofItems, one.asked(), one.before(), ITEMS));
            List<MetricType> shown = occurring.stream().filter(one::counts).toList();
            Panel items = TitleTable.panel(
                    "items",
                    page.rows(),
                    ITEM_METRICS.stream().filter(shown::contains).toList(),
                    ofItems,
                    false);
            return new TitleUsage(
                    one,
                    title,
                    noted(monthsPanel(one, months, shown, metric, known), one, months.isEmpty()),
                    releasesPanel(ofWhole, occurring),
                    noted(items, one, page.total() == 0),
                    page.total(),
                    ReleaseDifferences.of(title.flatMap(row -> DataType.of(row.dataType())), ofWhole, occurring));
        }
    }

    /** The months of one item of a title, as its row in {@link #items} is their sum. */
    public static Panel monthsOf(ReportingSite now, View view, String title, String item) throws IOException {
        View one = view.with(Comparison.NONE).only(Field.TITLE, title).counted();
        MetricType metric = ITEM_METRICS.contains(one.metric()) ? one.metric() : View.USUAL_METRIC;
        try (Usage usage = now.usage(one.usage(now.availability().counted()))) {
            SortedMap<YearMonth, Long> course =
                    usage.items().page(TitleOrder.most(metric, one.asked(), one.before(), ALL_ITEMS)).rows().stream()
                            .filter(row -> row.id().equals(item))
                            .findFirst()
                            .map(TitleRow::course)
                            .orElseGet(TreeMap::new);
            SortedMap<YearMonth, long[]> months = new TreeMap<>();
            course.forEach((month, count) -> {
                long[] counts = new long[MetricType.values().length];
                counts[metric.ordinal()] = count;
                months.put(month, counts);
            });
            return monthsPanel(one, months, List.of(metric), metric, usage.known());
        }
    }

    /** Whether any month has figures of a title. */
    public static boolean isUsed(ReportingSite now, View view, String id) throws IOException {
        SortedSet<YearMonth> available = now.availability().counted();
        if (available.isEmpty()) {
            return false;
        }
        Period ever = new Period(Optional.empty(), available.first(), available.last());
        View whole = view.with(Comparison.NONE).withoutFilters().withoutText().with(ever);
        return title(now, whole.only(Field.TITLE, id), View.USUAL_METRIC).isPresent();
    }

    private static Optional<TitleRow> title(ReportingSite now, View whole, MetricType metric) throws IOException {
        try (Usage usage = now.usage(whole.usage(now.availability().counted()))) {
            return usage.titles().page(TitleOrder.most(metric, whole.asked(), whole.before(), 1)).rows().stream()
                    .findFirst();
        }
    }

    private static List<UsageRow> rows(ReportingSite now, View view, SortedSet<YearMonth> available)
            throws IOException {
        try (Usage usage = now.usage(view.usage(available))) {
            return usage.byAttributes();
        }
    }

    private static SortedMap<YearMonth, long[]> sums(Usage usage) throws IOException {
        SortedMap<YearMonth, long[]> months = new TreeMap<>();
        usage.byAttributes()
                .forEach(row -> Sums.add(
                        months.computeIfAbsent(row.month(), any -> new long[MetricType.values().length]),
                        row.counts()));
        return months;
    }

    /** A panel of which a filter leaves nothing is empty, and says so where that is never counted by the filter. */
    private static Panel noted(Panel panel, View one, boolean nothing) {
        if (!nothing || !one.withoutTitles().isNarrowed()) {
            return panel;
        }
        Panel empty = new Panel(panel.id(), panel.picture(), panel.field(), panel.columns(), List.of());
        return one.isUncounted() ? empty.with("note.notByThis") : empty;
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

    private static Panel releasesPanel(Map<Release, List<UsageRow>> usage, List<MetricType> shown) {
        List<List<@Nullable Object>> cells = new ArrayList<>();
        for (MetricType metric : shown) {
            cells.add(List.of(
                    metric.code(),
                    ReleaseDifferences.sum(usage, Release.R5, metric),
                    ReleaseDifferences.sum(usage, Release.R5_1, metric)));
        }
        List<Column> columns = List.of(
                new Column("Metric_Type", Kind.CODE), new Column("R5", Kind.COUNT), new Column("R5_1", Kind.COUNT));
        return new Panel("releases", Picture.NONE, Optional.empty(), columns, cells);
    }

    /** All its panels. */
    public List<Panel> panels() {
        return List.of(months, releases, items);
    }
}
