package fr.comptoir.operation.view;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.RankedTable.Row;
import fr.comptoir.store.usage.PackageRow;
import fr.comptoir.store.usage.Usage;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The packages of the catalogue, a row each: their usage, how much of them is used, what a use costs. */
public final class PackageTable {
    private static final List<Column> TITLES = List.of(
            new Column("Titles", Kind.COUNT),
            new Column("Titles_Used", Kind.COUNT),
            new Column("Titles_Hardly_Used", Kind.COUNT),
            new Column("Titles_Unused", Kind.COUNT),
            new Column("Titles_Refused", Kind.COUNT));
    private static final List<Column> TERMS = List.of(
            new Column("Subscribed", Kind.CODE),
            new Column("Cost", Kind.AMOUNT),
            new Column("Currency", Kind.TEXT),
            new Column("Cost_Per_Use", Kind.AMOUNT));

    private final View view;
    private final PackageTerms terms;
    private final List<MetricType> shown;
    private final MetricType metric;
    private final boolean compared;
    private final SortedSet<YearMonth> counted;

    private PackageTable(ReportingSite now, View asked, PackageTerms terms) {
        view = asked.counted();
        this.terms = terms;
        Set<MetricType> occurring = Overview.occurring(now.site().config());
        shown = TitleTable.METRICS.stream()
                .filter(occurring::contains)
                .filter(view::counts)
                .toList();
        metric = TitleTable.METRICS.contains(view.metric()) ? view.metric() : View.USUAL_METRIC;
        SortedSet<YearMonth> available = now.availability().counted();
        compared = view.isComparable(available);
        counted = new TreeSet<>(view.asked());
        counted.retainAll(available);
    }

    /** The columns by which it can be sorted, whichever a view has of them. */
    public static List<String> sortable() {
        List<String> columns = new ArrayList<>(List.of("Package", "Before", "Change"));
        TITLES.forEach(column -> columns.add(column.key()));
        columns.add("Share_Open");
        TERMS.forEach(column -> columns.add(column.key()));
        TitleTable.METRICS.forEach(one -> columns.add(one.code()));
        return columns;
    }

    /** One page. */
    public static RankedTable page(ReportingSite now, View view, TableAsk ask, PackageTerms terms) throws IOException {
        PackageTable table = new PackageTable(now, view, terms);
        return RankedTable.page(view, ask, "packages", table.columns(), table.rows(rows(now, view)));
    }

    /** All of them. */
    public static RankedTable all(ReportingSite now, View view, TableAsk ask, PackageTerms terms) throws IOException {
        PackageTable table = new PackageTable(now, view, terms);
        return RankedTable.all(view, ask, "packages", table.columns(), table.rows(rows(now, view)));
    }

    /** The row of one package; empty when the catalogue has none of that name, or nothing that is chosen is in it. */
    static Optional<PackageRow> row(ReportingSite now, View view, String name) throws IOException {
        return rows(now, view).stream().filter(row -> row.name().equals(name)).findFirst();
    }

    /** The figures of one package as a panel of one row. */
    static Panel panel(ReportingSite now, View view, PackageTerms terms, PackageRow row) {
        PackageTable table = new PackageTable(now, view, terms);
        return RankedTable.all(view, TableAsk.usual(), "package", table.columns(), table.rows(List.of(row)))
                .panel();
    }

    private static List<PackageRow> rows(ReportingSite now, View asked) throws IOException {
        View view = asked.counted();
        MetricType metric = TitleTable.METRICS.contains(view.metric()) ? view.metric() : View.USUAL_METRIC;
        try (Usage usage = now.usage(view.usage(now.availability().counted()))) {
            return usage.packages(metric, view.asked(), view.before());
        }
    }

    /** What tells packages apart comes before the metrics that are not looked at. */
    private List<Column> columns() {
        List<Column> columns =
                new ArrayList<>(List.of(new Column("Package", Kind.TEXT), new Column(metric.code(), Kind.COUNT)));
        if (compared) {
            columns.add(new Column("Before", Kind.BEFORE));
            columns.add(new Column("Change", Kind.CHANGE));
        }
        columns.addAll(TITLES);
        columns.add(new Column("Share_Open", Kind.SHARE));
        if (terms != PackageTerms.UNKNOWN) {
            columns.addAll(TERMS);
        }
        others().forEach(one -> columns.add(new Column(one.code(), Kind.COUNT)));
        return columns;
    }

    private List<MetricType> others() {
        return shown.stream().filter(one -> one != metric).toList();
    }

    /** The most used first. */
    private List<Row> rows(List<PackageRow> packages) {
        return packages.stream()
                .sorted(Comparator.comparing((PackageRow row) -> -row.counts()[metric.ordinal()]))
                .map(row -> new Row(cells(row), row.course()))
                .toList();
    }

    private List<@Nullable Object> cells(PackageRow row) {
        List<@Nullable Object> cells = new ArrayList<>(List.of(row.name(), row.counts()[metric.ordinal()]));
        if (compared) {
            long now = row.counts()[metric.ordinal()];
            cells.add(row.before());
            cells.add(row.before() == 0 ? null : (Object) ((double) (now - row.before()) / row.before()));
        }
        long requests = row.counts()[MetricType.TOTAL_ITEM_REQUESTS.ordinal()];
        cells.addAll(List.of(row.titles(), row.used(), row.hardlyUsed(), row.titles() - row.used(), row.refused()));
        cells.add(requests == 0 || view.choosesWays() ? null : (Object) ((double) row.open() / requests));
        if (terms != PackageTerms.UNKNOWN) {
            addTerms(cells, row.name(), requests);
        }
        others().forEach(one -> cells.add(row.counts()[one.ordinal()]));
        return cells;
    }

    private void addTerms(List<@Nullable Object> cells, String name, long requests) {
        Optional<PackageCost> cost = PackageCost.of(terms, name, counted);
        cells.add(terms.isSubscribed(name, view.period().begin(), view.period().end())
                .map(has -> has ? "yes" : "no")
                .orElse(null));
        cells.add(cost.map(PackageCost::amount).orElse(null));
        cells.add(cost.map(PackageCost::currency).orElse(null));
        cells.add(cost.filter(one -> view.hasWholePackages())
                .map(one -> one.perUse(requests))
                .orElse(null));
    }
}
