package fr.comptoir.operation.view;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.Panel.Picture;
import fr.comptoir.store.usage.SetRow;
import fr.comptoir.store.usage.Usage;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of which {@link InstitutionTable} is the sum: each institution in each month in which it used something, with all metrics. */
public final class InstitutionRows {
    static final String ID = "rows";
    static final Column MONTH = new Column("Month", Kind.MONTH);

    private InstitutionRows() {}

    /** Sums up; names and {@code divided} are as for {@link InstitutionTable#all}. */
    public static Panel of(ReportingSite now, View asked, Map<String, String> names, boolean divided)
            throws IOException {
        View view = asked.counted().with(Comparison.NONE);
        SortedMap<String, SortedMap<YearMonth, long[]>> sums = new TreeMap<>();
        try (Usage usage = now.usage(view.usage(now.availability().counted()))) {
            for (SetRow row : usage.bySets()) {
                for (String id : InstitutionTable.whose(row, names, divided)) {
                    long[] counts = sums.computeIfAbsent(id, any -> new TreeMap<>())
                            .computeIfAbsent(row.month(), any -> new long[MetricType.values().length]);
                    Sums.add(counts, row.counts());
                }
            }
        }
        return panel(view, names, sums);
    }

    private static boolean isUsed(MetricType metric, SortedMap<String, SortedMap<YearMonth, long[]>> sums) {
        return sums.values().stream()
                .anyMatch(months -> months.values().stream().anyMatch(counts -> counts[metric.ordinal()] > 0));
    }

    private static Panel panel(
            View view, Map<String, String> names, SortedMap<String, SortedMap<YearMonth, long[]>> sums) {
        List<MetricType> metrics = Stream.of(MetricType.values())
                .filter(view::counts)
                .filter(metric -> metric == view.metric() || isUsed(metric, sums))
                .toList();
        List<Column> columns = new ArrayList<>(
                List.of(new Column("Institution", Kind.TEXT), new Column("Customer_ID", Kind.ID), MONTH));
        metrics.forEach(metric -> columns.add(new Column(metric.code(), Kind.COUNT)));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        sums.forEach((id, months) -> months.forEach((month, counts) -> {
            List<@Nullable Object> cells = new ArrayList<>(List.of(names.getOrDefault(id, ""), id, month));
            metrics.forEach(metric -> cells.add(counts[metric.ordinal()]));
            rows.add(cells);
        }));
        return new Panel(ID, Picture.NONE, Optional.empty(), columns, rows);
    }
}
