package fr.comptoir.operation.view;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.RankedTable.Row;
import fr.comptoir.store.usage.SetRow;
import fr.comptoir.store.usage.Usage;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Institutions side by side: the members of a consortium, or all of a platform. */
public final class InstitutionTable {
    /** What is shown beside the metric looked at. */
    static final List<MetricType> METRICS = List.of(
            MetricType.TOTAL_ITEM_REQUESTS,
            MetricType.UNIQUE_ITEM_REQUESTS,
            MetricType.TOTAL_ITEM_INVESTIGATIONS,
            MetricType.UNIQUE_ITEM_INVESTIGATIONS,
            MetricType.SEARCHES_PLATFORM,
            MetricType.NO_LICENSE,
            MetricType.LIMIT_EXCEEDED);

    private final View view;
    private final Map<String, String> names;
    private final boolean divided;
    private final List<MetricType> shown;
    private final boolean compared;
    private final Map<String, Sums> sums = new LinkedHashMap<>();
    private final Map<String, SortedMap<YearMonth, Long>> courses = new LinkedHashMap<>();
    private final Sums total = new Sums();

    /**
     * Sums up.
     *
     * @param names of the institutions, by customer id
     * @param divided whether usage that belongs to several is the first one's, as in a consortium's report; else it is each one's
     */
    private InstitutionTable(ReportingSite now, View asked, Map<String, String> names, boolean divided)
            throws IOException {
        view = asked.counted();
        this.names = names;
        this.divided = divided;
        SortedSet<YearMonth> available = now.availability().counted();
        Set<MetricType> occurring = Overview.occurring(now.site().config());
        Set<MetricType> metrics = new LinkedHashSet<>(List.of(view.metric()));
        METRICS.stream().filter(occurring::contains).filter(view::counts).forEach(metrics::add);
        shown = List.copyOf(metrics);
        compared = view.isComparable(available);
        names.keySet().forEach(id -> sums.put(id, new Sums()));
        try (Usage usage = now.usage(view.usage(available))) {
            usage.bySets().forEach(this::add);
        }
    }

    private void add(SetRow row) {
        total.add(view, row.month(), row.counts());
        for (String id : whose(row, names, divided)) {
            sums.computeIfAbsent(id, any -> new Sums()).add(view, row.month(), row.counts());
            if (view.asks(row.month())) {
                courses.computeIfAbsent(id, any -> new TreeMap<>())
                        .merge(row.month(), row.counts()[view.metric().ordinal()], Long::sum);
            }
        }
    }

    /** Whose a row is, of the institutions that are asked about; {@code ""} for none of them. */
    static List<String> whose(SetRow row, Map<String, String> names, boolean divided) {
        List<String> known = row.customers().stream().filter(names::containsKey).toList();
        return known.isEmpty() ? List.of("") : divided ? known.subList(0, 1) : known;
    }

    /** The columns by which it can be sorted, and {@link MaskedInstitutions} too, whichever a view has of them. */
    public static List<String> sortable() {
        List<String> columns = new ArrayList<>(List.of("Institution", "Share", "Before", "Change"));
        for (MetricType metric : MetricType.values()) {
            columns.add(metric.code());
        }
        return columns;
    }

    /**
     * One page, the most used first. What belongs to none of the institutions is a row without a name.
     *
     * @param names of the institutions, by customer id
     * @param divided whether usage that belongs to several is the first one's, as in a consortium's report
     */
    public static RankedTable page(
            ReportingSite now, View view, TableAsk ask, Map<String, String> names, boolean divided) throws IOException {
        InstitutionTable table = new InstitutionTable(now, view, new TreeMap<>(names), divided);
        return RankedTable.page(view, ask, "institutions", table.columns(), table.rows());
    }

    /** All rows. */
    public static RankedTable all(
            ReportingSite now, View view, TableAsk ask, Map<String, String> names, boolean divided) throws IOException {
        InstitutionTable table = new InstitutionTable(now, view, new TreeMap<>(names), divided);
        return RankedTable.all(view, ask, "institutions", table.columns(), table.rows());
    }

    private List<Column> columns() {
        List<Column> columns =
                new ArrayList<>(List.of(new Column("Institution", Kind.TEXT), new Column("Customer_ID", Kind.ID)));
        columns.add(new Column(view.metric().code(), Kind.COUNT));
        columns.add(new Column("Share", Kind.SHARE));
        if (compared) {
            columns.add(new Column("Before", Kind.BEFORE));
            columns.add(new Column("Change", Kind.CHANGE));
        }
        shown.stream()
                .filter(metric -> metric != view.metric())
                .forEach(metric -> columns.add(new Column(metric.code(), Kind.COUNT)));
        return columns;
    }

    private List<Row> rows() {
        return sums.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Sums> one) -> -one.getValue().now(view.metric()))
                        .thenComparing(Map.Entry::getKey))
                .map(one -> new Row(
                        cells(one.getKey(), one.getValue()), courses.getOrDefault(one.getKey(), new TreeMap<>())))
                .toList();
    }

    private List<@Nullable Object> cells(String id, Sums one) {
        long now = one.now(view.metric());
        long before = one.before(view.metric());
        long all = total.now(view.metric());
        List<@Nullable Object> cells = new ArrayList<>(List.of(names.getOrDefault(id, ""), id, now));
        cells.add(all == 0 ? null : (Object) ((double) now / all));
        if (compared) {
            cells.add(before);
            cells.add(before == 0 ? null : (Object) ((double) (now - before) / before));
        }
        shown.stream().filter(metric -> metric != view.metric()).forEach(metric -> cells.add(one.now(metric)));
        return cells;
    }
}
