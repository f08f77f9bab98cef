package fr.comptoir.operation.view;

import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.fact.FactQuery.YopRange;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.Panel.Picture;
import fr.comptoir.store.usage.TitleRow;
import fr.comptoir.store.usage.Usage;
import fr.comptoir.store.usage.Usage.OpenAccessRow;
import fr.comptoir.store.usage.UsageRow;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the panels of an {@link Overview} out of what the facts say. */
final class OverviewPanels {
    private static final List<MetricType> USUAL = List.of(
            MetricType.TOTAL_ITEM_INVESTIGATIONS, MetricType.TOTAL_ITEM_REQUESTS, MetricType.UNIQUE_ITEM_REQUESTS);
    static final List<MetricType> HEADLINE = List.of(
            MetricType.TOTAL_ITEM_INVESTIGATIONS,
            MetricType.TOTAL_ITEM_REQUESTS,
            MetricType.UNIQUE_ITEM_INVESTIGATIONS,
            MetricType.UNIQUE_ITEM_REQUESTS,
            MetricType.UNIQUE_TITLE_REQUESTS,
            MetricType.SEARCHES_PLATFORM,
            MetricType.NO_LICENSE,
            MetricType.LIMIT_EXCEEDED);
    private static final List<MetricType> SEARCHES = List.of(
            MetricType.SEARCHES_PLATFORM,
            MetricType.SEARCHES_REGULAR,
            MetricType.SEARCHES_AUTOMATED,
            MetricType.SEARCHES_FEDERATED);
    private static final List<MetricType> DENIALS = List.of(MetricType.NO_LICENSE, MetricType.LIMIT_EXCEEDED);
    /** What narrows by these leaves no search: it is of none of them. */
    private static final Set<Field> NOT_OF_SEARCHES =
            Set.of(Field.ACCESS_TYPE, Field.OA_STATUS, Field.YOP, Field.PUBLISHER, Field.PACKAGE, Field.TITLE);

    private final View view;
    private final List<UsageRow> rows;
    private final Set<MetricType> occurring;
    private final SortedSet<YearMonth> available;

    /**
     * Begins.
     *
     * @param rows the usage of the months asked and of those compared with
     * @param occurring metrics that can occur on the platform; others are not shown unless they did
     * @param available the months that may be shown
     */
    OverviewPanels(View view, List<UsageRow> rows, Set<MetricType> occurring, SortedSet<YearMonth> available) {
        this.view = view;
        this.rows = rows;
        this.occurring = occurring;
        this.available = view.isUncounted() ? Collections.emptySortedSet() : available;
    }

    Panel headline() {
        Sums sums = Sums.of(view, rows);
        boolean none = Collections.disjoint(view.asked(), available);
        List<List<@Nullable Object>> cells = new ArrayList<>();
        Set<MetricType> metrics = new LinkedHashSet<>(HEADLINE);
        metrics.add(view.metric());
        for (MetricType metric : metrics) {
            if (!view.counts(metric) || (isOfSearches(metric) && !hasSearches())) {
                continue;
            }
            if (occurring.contains(metric) || sums.now(metric) + sums.before(metric) > 0 || metric == view.metric()) {
                List<@Nullable Object> row = new ArrayList<>();
                row.add(metric.code());
                row.add(none ? null : (Object) sums.now(metric));
                compare(row, sums.now(metric), sums.before(metric));
                cells.add(row);
            }
        }
        List<Column> columns =
                new ArrayList<>(List.of(new Column("Metric_Type", Kind.CODE), new Column("Total", Kind.COUNT)));
        compared(columns);
        return new Panel("headline", Picture.NONE, Optional.empty(), columns, cells);
    }

    /** Nobody searches in the titles of one publisher. */
    private boolean hasSearches() {
        return view.publishers().isEmpty() || isOfSearches(view.metric());
    }

    private static boolean isOfSearches(MetricType metric) {
        return SEARCHES.contains(metric);
    }

    Panel months() {
        Set<MetricType> metrics = shown();
        List<Column> columns = new ArrayList<>(List.of(new Column("Month", Kind.MONTH)));
        metrics.forEach(metric -> columns.add(new Column(metric.code(), Kind.COUNT)));
        List<YearMonth> before =
                Collections.disjoint(view.before(), available) ? List.of() : List.copyOf(view.before());
        if (!before.isEmpty()) {
            addCompared(columns);
        }
        Map<YearMonth, long[]> byMonth = byMonth();
        List<List<@Nullable Object>> cells = new ArrayList<>();
        for (YearMonth month : view.asked()) {
            List<@Nullable Object> row = new ArrayList<>(List.of(month));
            for (MetricType metric : metrics) {
                row.add(count(byMonth, month, metric));
            }
            if (!before.isEmpty()) {
                Long now = count(byMonth, month, view.metric());
                Long then = count(byMonth, before.get(cells.size()), view.metric());
                row.add(then);
                row.add(now == null || then == null || then == 0 ? null : (Object) change(now, then));
            }
            cells.add(row);
        }
        return new Panel("months", Picture.COLUMNS, Optional.empty(), columns, cells);
    }

    /** A month that was not counted has no figure, not even 0. */
    private @Nullable Long count(Map<YearMonth, long[]> byMonth, YearMonth month, MetricType metric) {
        if (!available.contains(month)) {
            return null;
        }
        long[] counts = byMonth.get(month);
        return counts == null ? 0 : counts[metric.ordinal()];
    }

    private Map<YearMonth, long[]> byMonth() {
        Map<YearMonth, long[]> byMonth = new TreeMap<>();
        for (UsageRow row : rows) {
            Sums.add(byMonth.computeIfAbsent(row.month(), any -> new long[MetricType.values().length]), row.counts());
        }
        return byMonth;
    }

    Panel searches() {
        boolean none =
                !view.text().isEmpty() || view.filters().keySet().stream().anyMatch(NOT_OF_SEARCHES::contains);
        return overMonths("searches", SEARCHES).with(none ? "note.searches" : "");
    }

    Panel denials() {
        return overMonths("denials", DENIALS);
    }

    private Panel overMonths(String id, List<MetricType> metrics) {
        Sums all = Sums.of(view, rows);
        List<MetricType> some =
                metrics.stream().filter(metric -> all.now(metric) > 0).toList();
        List<Column> columns = new ArrayList<>(List.of(new Column("Month", Kind.MONTH)));
        some.forEach(metric -> columns.add(new Column(metric.code(), Kind.COUNT)));
        Map<YearMonth, long[]> byMonth = byMonth();
        List<List<@Nullable Object>> cells = new ArrayList<>();
        for (YearMonth month : some.isEmpty() ? List.<YearMonth>of() : view.asked()) {
            List<@Nullable Object> row = new ArrayList<>(List.of(month));
            some.forEach(metric -> row.add(count(byMonth, month, metric)));
            cells.add(row);
        }
        return new Panel(id, Picture.LINES, Optional.empty(), columns, cells);
    }

    Panel accessTypes() {
        SortedMap<AccessType, Sums> sums = Sums.by(view, rows, UsageRow::accessType, Comparator.naturalOrder());
        return breakdown("access", Field.ACCESS_TYPE, "Access_Type", named(sums, AccessType::code));
    }

    Panel openAccess(List<OpenAccessRow> statuses) {
        SortedMap<String, Sums> sums = new TreeMap<>(
                Comparator.<String>comparingInt(Usage.STATUSES::indexOf).thenComparing(Comparator.naturalOrder()));
        for (OpenAccessRow row : statuses) {
            sums.computeIfAbsent(row.status(), any -> new Sums()).add(view, row.month(), row.counts());
        }
        return breakdown("oa", Field.OA_STATUS, "OA_Status", named(sums, status -> status));
    }

    Panel dataTypes() {
        SortedMap<String, Sums> sums = Sums.by(view, rows, row -> row.dataType().code(), Comparator.naturalOrder());
        return breakdown("kinds", Field.DATA_TYPE, "Data_Type", largestFirst(sums));
    }

    Panel accessMethods() {
        return breakdown(
                "methods",
                Field.ACCESS_METHOD,
                "Access_Method",
                named(Sums.by(view, rows, UsageRow::accessMethod, Comparator.naturalOrder()), method -> method.code()));
    }

    Panel years() {
        SortedMap<Integer, Sums> sums =
                Sums.by(view, rows, row -> row.yop() == 0 ? null : row.yop(), Comparator.naturalOrder());
        Map<Object, Sums> byYear = new LinkedHashMap<>();
        sums.forEach((year, one) -> byYear.put(View.text(new YopRange(year, year)), one));
        return breakdown("years", Picture.COLUMNS, Field.YOP, new Column("YOP", Kind.YEAR), byYear);
    }

    private <K> Map<Object, Sums> named(SortedMap<K, Sums> sums, Function<K, String> code) {
        Map<Object, Sums> named = new LinkedHashMap<>();
        sums.forEach((key, one) -> named.put(code.apply(key), one));
        return named;
    }

    private Map<Object, Sums> largestFirst(SortedMap<String, Sums> sums) {
        Map<Object, Sums> sorted = new LinkedHashMap<>();
        sums.entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<String, Sums> one) -> -one.getValue().now(view.metric())))
                .forEach(one -> sorted.put(one.getKey(), one.getValue()));
        return sorted;
    }

    private Panel breakdown(String id, @Nullable Field field, String key, Map<Object, Sums> sums) {
        return breakdown(id, Picture.BARS, field, new Column(key, Kind.CODE), sums);
    }

    private Panel breakdown(String id, Picture picture, @Nullable Field field, Column key, Map<Object, Sums> sums) {
        return breakdown(id, picture, field, key, sums, shown());
    }

    /**
     * Figures by the values of one attribute.
     *
     * @param metrics those of the table, the view's first
     */
    Panel breakdown(
            String id,
            Picture picture,
            @Nullable Field field,
            Column key,
            Map<Object, Sums> sums,
            Set<MetricType> metrics) {
        List<Column> columns = new ArrayList<>(List.of(key));
        metrics.forEach(metric -> columns.add(new Column(metric.code(), Kind.COUNT)));
        columns.add(new Column("Share", Kind.SHARE));
        compared(columns);
        long total = Sums.total(sums, view.metric());
        List<List<@Nullable Object>> cells = new ArrayList<>();
        sums.forEach((value, one) -> {
            long now = one.now(view.metric());
            boolean any = metrics.stream().anyMatch(metric -> one.now(metric) > 0) || one.before(view.metric()) > 0;
            if (any) {
                List<@Nullable Object> row = new ArrayList<>(List.of(value));
                metrics.forEach(metric -> row.add(one.now(metric)));
                row.add(total == 0 ? null : (Object) ((double) now / total));
                compare(row, now, one.before(view.metric()));
                cells.add(row);
            }
        });
        return new Panel(id, picture, Optional.ofNullable(field), columns, cells);
    }

    /** The most used titles. */
    Panel titles(List<TitleRow> titles) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("Title", Kind.TEXT),
                new Column("Title_ID", Kind.ID),
                new Column("Publisher", Kind.TEXT),
                new Column("Data_Type", Kind.CODE)));
        Set<MetricType> metrics = shown();
        metrics.forEach(metric -> columns.add(new Column(metric.code(), Kind.COUNT)));
        compared(columns);
        List<List<@Nullable Object>> cells = new ArrayList<>();
        for (TitleRow title : titles) {
            List<@Nullable Object> row = new ArrayList<>(List.of(
                    title.name().isEmpty() ? title.id() : title.name(),
                    title.id(),
                    title.publisher(),
                    title.dataType()));
            metrics.forEach(metric -> row.add(title.counts()[metric.ordinal()]));
            compare(row, title.counts()[view.metric().ordinal()], title.before());
            cells.add(row);
        }
        boolean searches = view.metric().code().startsWith("Searches_");
        return new Panel("titles", Picture.BARS, Optional.empty(), columns, cells, searches ? "note.noTitles" : "");
    }

    /** The metrics of a table, the view's first. */
    private Set<MetricType> shown() {
        Set<MetricType> shown = new LinkedHashSet<>(List.of(view.metric()));
        shown.addAll(USUAL);
        shown.removeIf(metric -> !view.counts(metric));
        return shown;
    }

    void compared(List<Column> columns) {
        if (isCompared()) {
            addCompared(columns);
        }
    }

    private static void addCompared(List<Column> columns) {
        columns.add(new Column("Before", Kind.BEFORE));
        columns.add(new Column("Change", Kind.CHANGE));
    }

    private boolean isCompared() {
        return view.isComparable(available);
    }

    void compare(List<@Nullable Object> row, long now, long before) {
        if (isCompared()) {
            row.add(before);
            row.add(before > 0 ? (Object) change(now, before) : null);
        }
    }

    private static double change(long now, long before) {
        return (double) (now - before) / before;
    }
}
