package fr.comptoir.operation.view;

import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Picture;
import java.text.Collator;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are set side by side, sorted by a column: packages, members, institutions.
 *
 * @param view what it answers
 * @param panel one page of them, or all
 * @param courses of each row of the panel, a metric by month
 * @param total how many rows there are on all pages
 */
public record RankedTable(View view, TableAsk ask, Panel panel, List<SortedMap<YearMonth, Long>> courses, int total) {
    /** How many rows a page has. */
    public static final int ROWS = 50;

    /** A row: a cell for each column, and its course. */
    record Row(List<@Nullable Object> cells, SortedMap<YearMonth, Long> course) {}

    public RankedTable {
        courses = List.copyOf(courses);
    }

    /** One page; beyond the last one, the last. */
    static RankedTable page(View view, TableAsk asked, String id, List<Column> columns, List<Row> rows) {
        List<Row> sorted = sorted(asked, columns, rows);
        TableAsk ask = asked.page(Math.min(asked.page(), Panel.lastPage(sorted.size(), ROWS)));
        int from = (ask.page() - 1) * ROWS;
        return of(view, ask, id, columns, sorted.subList(from, Math.min(from + ROWS, sorted.size())), sorted.size());
    }

    /** All rows. */
    static RankedTable all(View view, TableAsk ask, String id, List<Column> columns, List<Row> rows) {
        return of(view, ask, id, columns, sorted(ask, columns, rows), rows.size());
    }

    private static RankedTable of(View view, TableAsk ask, String id, List<Column> columns, List<Row> rows, int total) {
        Panel panel = new Panel(
                id,
                Picture.NONE,
                Optional.empty(),
                columns,
                rows.stream().map(Row::cells).toList());
        return new RankedTable(view, ask, panel, rows.stream().map(Row::course).toList(), total);
    }

    /** By the column asked for, what has nothing there last; rows are in their usual order otherwise. */
    private static List<Row> sorted(TableAsk ask, List<Column> columns, List<Row> rows) {
        List<Row> sorted = new ArrayList<>(rows);
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).key().equals(ask.sort())) {
                int at = i;
                Comparator<Object> order = ask.descending() ? values().reversed() : values();
                sorted.sort(Comparator.comparing(row -> row.cells().get(at), Comparator.nullsLast(order)));
            }
        }
        return sorted;
    }

    /** Numbers by size, masked ones below all others; texts as a dictionary has them. */
    private static Comparator<Object> values() {
        Collator dictionary = Collator.getInstance(Locale.ROOT);
        return (one, other) -> {
            if (one instanceof String text && other instanceof String than) {
                return dictionary.compare(text, than);
            }
            return Double.compare(size(one), size(other));
        };
    }

    private static double size(Object cell) {
        return cell instanceof Number number ? number.doubleValue() : -1;
    }

    public boolean hasNext() {
        return (long) ask.page() * ROWS < total;
    }

    /** The place of the first row among all, from 1. */
    public int first() {
        return (ask.page() - 1) * ROWS + 1;
    }
}
