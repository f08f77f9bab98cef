package fr.comptoir.operation.view;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.Panel.Picture;
import fr.comptoir.operation.view.RankedTable.Row;
import fr.comptoir.store.usage.SetRow;
import fr.comptoir.store.usage.Usage;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The institutions that used a publisher's titles, side by side, small figures masked. What is told or not is decided for each institution
 * and month, of all the publisher's titles in Release 5.1, and a figure of several months is the sum of what is told of each: so no other
 * period, filter or release tells what one of them hides.
 */
public final class MaskedInstitutions {
    private static final List<MetricType> USAGE = List.of(
            MetricType.TOTAL_ITEM_REQUESTS,
            MetricType.UNIQUE_ITEM_REQUESTS,
            MetricType.TOTAL_ITEM_INVESTIGATIONS,
            MetricType.UNIQUE_ITEM_INVESTIGATIONS);
    private static final List<MetricType> DENIALS = List.of(MetricType.NO_LICENSE, MetricType.LIMIT_EXCEEDED);

    /** Without what does not narrow it. */
    private final View view;

    private final int least;
    private final Map<String, String> names;
    private final List<List<MetricType>> groups = new ArrayList<>();
    private final SortedMap<YearMonth, Month> months = new TreeMap<>();
    private final Map<String, Told> told = new TreeMap<>();

    /**
     * One month.
     *
     * @param told what is told of each institution of which something is
     * @param untold metrics of which nothing is told of anybody
     */
    private record Month(SortedMap<String, Told> told, List<MetricType> untold) {}

    /** What is told of one institution: by ordinal of {@link MetricType}, sums and the months that are not in them. */
    private static final class Told {
        final long[] counts = new long[MetricType.values().length];
        final int[] small = new int[counts.length];
        final int[] others = new int[counts.length];

        void hide(List<MetricType> metrics) {
            metrics.forEach(metric -> others[metric.ordinal()]++);
        }

        void add(Told other) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] += other.counts[i];
                small[i] += other.small[i];
                others[i] += other.others[i];
            }
        }
    }

    private MaskedInstitutions(ReportingSite now, View view, Map<String, String> names) throws IOException {
        this.names = names;
        least = now.site().config().server().maskBelow();
        Set<MetricType> occurring = Overview.occurring(now.site().config());
        for (List<MetricType> group : List.of(USAGE, DENIALS)) {
            groups.add(group.stream().filter(occurring::contains).toList());
        }
        this.view = view.withoutFilters().with(Release.R5_1).with(Comparison.NONE);
        SortedMap<YearMonth, Map<String, long[]>> used = new TreeMap<>();
        SortedSet<YearMonth> available = now.availability().counted();
        try (Usage usage = now.usage(this.view.usage(available))) {
            usage.bySets().forEach(row -> add(row, used));
        }
        used.forEach((month, counts) -> months.put(month, tell(counts)));
        months.values()
                .forEach(month -> month.told()
                        .forEach((id, one) ->
                                told.computeIfAbsent(id, any -> new Told()).add(one)));
        months.values().forEach(this::hideInAll);
    }

    /** What is told of nobody is left out of the sums of all, and not only of those who are told of otherwise in that month. */
    private void hideInAll(Month month) {
        told.forEach((id, one) -> {
            if (!month.told().containsKey(id)) {
                one.hide(month.untold());
            }
        });
    }

    private void add(SetRow row, SortedMap<YearMonth, Map<String, long[]>> used) {
        for (String id : row.customers()) {
            if (names.containsKey(id)) {
                Sums.add(
                        used.computeIfAbsent(row.month(), any -> new HashMap<>())
                                .computeIfAbsent(id, any -> new long[MetricType.values().length]),
                        row.counts());
            }
        }
    }

    private Month tell(Map<String, long[]> counts) {
        SortedMap<String, Told> tellable = new TreeMap<>();
        List<MetricType> untold = new ArrayList<>();
        for (List<MetricType> group : groups) {
            SmallNumbers.Hidden hidden = new SmallNumbers(least, group).of(counts);
            if (hidden.month()) {
                untold.addAll(group);
            } else {
                counts.forEach((id, figures) ->
                        tell(tellable.computeIfAbsent(id, any -> new Told()), figures, hidden.has(id), group));
            }
        }
        tellable.values().forEach(one -> one.hide(untold));
        return new Month(tellable, untold);
    }

    private void tell(Told one, long[] figures, boolean isHidden, List<MetricType> group) {
        for (MetricType metric : group) {
            int at = metric.ordinal();
            boolean small = isHidden && figures[at] < least;
            one.counts[at] = isHidden ? 0 : figures[at];
            one.small[at] = small ? 1 : 0;
            one.others[at] = isHidden && !small ? 1 : 0;
        }
    }

    /**
     * All rows, the most used first by what is told.
     *
     * @param names of the institutions, by customer id
     */
    public static RankedTable all(ReportingSite now, View view, TableAsk ask, Map<String, String> names)
            throws IOException {
        MaskedInstitutions table = new MaskedInstitutions(now, view, names);
        return RankedTable.all(table.view, ask, "institutions", table.columns(), table.rows());
    }

    /** One page of them. */
    public static RankedTable page(ReportingSite now, View view, TableAsk ask, Map<String, String> names)
            throws IOException {
        MaskedInstitutions table = new MaskedInstitutions(now, view, names);
        return RankedTable.page(table.view, ask, "institutions", table.columns(), table.rows());
    }

    /** What is told of each institution in each month: just what {@link #all} tells of that month alone. */
    public static Panel rows(ReportingSite now, View view, Map<String, String> names) throws IOException {
        MaskedInstitutions table = new MaskedInstitutions(now, view, names);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        table.months.forEach((month, told) -> told.told().forEach((id, one) -> {
            List<@Nullable Object> cells =
                    new ArrayList<>(table.row(names.getOrDefault(id, ""), one).cells());
            cells.add(1, month);
            rows.add(cells);
        }));
        List<Column> columns = table.columns();
        columns.add(1, InstitutionRows.MONTH);
        return new Panel(InstitutionRows.ID, Picture.NONE, Optional.empty(), columns, rows);
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(new Column("Institution", Kind.TEXT)));
        groups.forEach(group -> group.forEach(metric -> columns.add(new Column(metric.code(), Kind.COUNT))));
        return columns;
    }

    private List<Row> rows() {
        boolean shown = groups.stream().anyMatch(group -> group.contains(view.metric()));
        int first = (shown ? view.metric() : View.USUAL_METRIC).ordinal();
        return told.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Told> one) -> -one.getValue().counts[first])
                        .thenComparing(one -> names.getOrDefault(one.getKey(), "")))
                .map(one -> row(names.getOrDefault(one.getKey(), ""), one.getValue()))
                .toList();
    }

    private Row row(String name, Told one) {
        List<@Nullable Object> cells = new ArrayList<>(List.of(name));
        groups.forEach(group -> group.forEach(metric -> cells.add(cell(one, metric.ordinal()))));
        return new Row(cells, new TreeMap<>());
    }

    private Object cell(Told one, int metric) {
        int hidden = one.small[metric] + one.others[metric];
        if (hidden == 0) {
            return one.counts[metric];
        }
        if (one.counts[metric] > 0) {
            return Masked.atLeast(one.counts[metric]);
        }
        return hidden == 1 && one.small[metric] == 1 ? Masked.under(least) : Masked.UNTOLD;
    }
}
