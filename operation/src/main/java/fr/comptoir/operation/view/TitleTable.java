package fr.comptoir.operation.view;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.Panel.Picture;
import fr.comptoir.store.usage.TitleRow;
import fr.comptoir.store.usage.Usage;
import fr.comptoir.store.usage.UsedTitles;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The titles that a customer used, a row each.
 *
 * @param courses of each row, the view's metric by month
 * @param total how many titles there are on all pages
 */
public record TitleTable(View view, TitleAsk ask, Panel panel, List<SortedMap<YearMonth, Long>> courses, long total) {
    /** The metrics of a Title Report. */
    public static final List<MetricType> METRICS = List.of(
            MetricType.TOTAL_ITEM_INVESTIGATIONS,
            MetricType.TOTAL_ITEM_REQUESTS,
            MetricType.UNIQUE_ITEM_INVESTIGATIONS,
            MetricType.UNIQUE_ITEM_REQUESTS,
            MetricType.UNIQUE_TITLE_INVESTIGATIONS,
            MetricType.UNIQUE_TITLE_REQUESTS,
            MetricType.NO_LICENSE,
            MetricType.LIMIT_EXCEEDED);

    private static final List<Column> SAID = List.of(
            new Column("YOP", Kind.TEXT),
            new Column("Data_Type", Kind.CODE),
            new Column("Publisher", Kind.TEXT),
            new Column("ISBN", Kind.TEXT),
            new Column("DOI", Kind.TEXT),
            new Column("Package", Kind.TEXT));
    private static final int ALL_MAX = 200_000;

    public TitleTable {
        courses = List.copyOf(courses);
    }

    /** One page; beyond the last one, the last. */
    public static TitleTable page(ReportingSite now, View view, TitleAsk ask) throws IOException {
        TitleTable page = of(now, view, ask, TitleAsk.ROWS);
        int last = Panel.lastPage(page.total(), TitleAsk.ROWS);
        return ask.page() > last ? of(now, view, ask.page(last), TitleAsk.ROWS) : page;
    }

    /** All titles that are wanted, at once; of more than 200,000 the first. */
    public static TitleTable all(ReportingSite now, View view, TitleAsk ask) throws IOException {
        return of(now, view, ask.page(1), ALL_MAX);
    }

    private static TitleTable of(ReportingSite now, View asked, TitleAsk ask, int limit) throws IOException {
        View view = asked.counted();
        MetricType metric = METRICS.contains(view.metric()) ? view.metric() : View.USUAL_METRIC;
        try (Usage usage = now.usage(view.usage(now.availability().counted()))) {
            SortedSet<YearMonth> available = usage.known();
            UsedTitles.Page page = usage.titles().page(ask.order(view, metric, limit));
            boolean compared = view.isComparable(available);
            Panel panel = panel("titles", page.rows(), shown(now, view), metric, compared);
            return new TitleTable(
                    asked,
                    ask,
                    panel,
                    page.rows().stream().map(TitleRow::course).toList(),
                    page.total());
        }
    }

    /** Titles at hand, in their order; beyond the last page, the last. */
    static TitleTable of(ReportingSite now, View view, TitleAsk asked, List<TitleRow> titles, int limit) {
        TitleAsk ask = asked.page(Math.min(asked.page(), Panel.lastPage(titles.size(), limit)));
        MetricType metric = METRICS.contains(view.metric()) ? view.metric() : View.USUAL_METRIC;
        int from = (int) Math.min((ask.page() - 1L) * limit, titles.size());
        List<TitleRow> rows = titles.subList(from, (int) Math.min(from + (long) limit, titles.size()));
        SortedSet<YearMonth> available = now.availability().counted();
        boolean compared = view.isComparable(available);
        Panel panel = panel("titles", rows, shown(now, view), metric, compared);
        return new TitleTable(
                view, ask, panel, rows.stream().map(TitleRow::course).toList(), titles.size());
    }

    private static List<MetricType> shown(ReportingSite now, View view) {
        Set<MetricType> occurring = Overview.occurring(now.site().config());
        return METRICS.stream().filter(occurring::contains).filter(view::counts).toList();
    }

    /** A panel of titles or items with all that is said of them. */
    static Panel panel(String id, List<TitleRow> rows, List<MetricType> shown, MetricType metric, boolean compared) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("Title", Kind.TEXT),
                new Column("Title_ID", Kind.ID),
                new Column("Print_ISSN", Kind.TEXT),
                new Column("Online_ISSN", Kind.TEXT)));
        shown.forEach(one -> columns.add(new Column(one.code(), Kind.COUNT)));
        if (compared) {
            columns.add(new Column("Before", Kind.BEFORE));
            columns.add(new Column("Change", Kind.CHANGE));
        }
        columns.addAll(SAID);
        List<List<@Nullable Object>> cells = new ArrayList<>();
        for (TitleRow row : rows) {
            cells.add(cells(row, shown, metric, compared));
        }
        return new Panel(id, Picture.NONE, Optional.empty(), columns, cells);
    }

    private static List<@Nullable Object> cells(
            TitleRow row, List<MetricType> shown, MetricType metric, boolean compared) {
        List<@Nullable Object> cells = new ArrayList<>(
                List.of(row.name().isEmpty() ? row.id() : row.name(), row.id(), row.printIssn(), row.onlineIssn()));
        shown.forEach(one -> cells.add(row.counts()[one.ordinal()]));
        if (compared) {
            long now = row.counts()[metric.ordinal()];
            cells.add(row.before());
            cells.add(row.before() == 0 ? null : (Object) ((double) (now - row.before()) / row.before()));
        }
        cells.addAll(List.of(years(row), row.dataType(), row.publisher(), row.isbn(), row.doi(), row.packages()));
        return cells;
    }

    /** {@code 1998–2024}; what has no year is left out. */
    private static String years(TitleRow row) {
        if (row.yopLast() == 0) {
            return "";
        }
        return row.yopFirst() == row.yopLast() ? Integer.toString(row.yopLast()) : row.yopFirst() + "–" + row.yopLast();
    }

    public boolean hasNext() {
        return (long) ask.page() * TitleAsk.ROWS < total;
    }

    /** The place of the first row among all, from 1. */
    public long first() {
        return (ask.page() - 1L) * TitleAsk.ROWS + 1;
    }
}
