package fr.comptoir.server.space;

import fr.comptoir.model.code.Release;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.Panel.Picture;
import fr.comptoir.server.web.Markup;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The table of a panel: what its picture shows, row by row. */
final class PanelTable {
    private final FigureCells cells;
    private final Links links;
    private final Panel panel;
    private final int figure;
    private final long most;
    private final List<String> classes;
    private final Optional<String> title;
    private final Optional<LocalDate> day;

    /**
     * A table.
     *
     * @param title the id of the one that the page is about
     * @param day the one among the panel's days that is looked at
     */
    PanelTable(FigureCells cells, Panel panel, Optional<String> title, Optional<LocalDate> day) {
        this.cells = cells;
        this.links = cells.links();
        this.panel = panel;
        this.figure = PageTexts.figure(panel);
        this.title = title;
        this.day = day;
        most = panel.rows().stream().mapToLong(this::length).max().orElse(0);
        classes = IntStream.range(0, panel.columns().size())
                .mapToObj(this::classes)
                .toList();
    }

    /** How a column stands: numbers right, bars in place, and what a narrow panel leaves out. */
    private String classes(int at) {
        Column column = panel.columns().get(at);
        boolean figures = column.kind() == Kind.COUNT || column.kind() == Kind.BEFORE;
        boolean left = at > 0 && at < figure;
        List<String> some = new ArrayList<>();
        if (column.isNumber()) {
            some.add("number");
        }
        if (hasBar(at)) {
            some.add("bar");
        }
        if (panel.picture() == Picture.BARS && (left || (figures && at > figure))) {
            some.add("more");
        }
        return String.join(" ", some);
    }

    private boolean hasBar(int at) {
        return at == figure && panel.picture() == Picture.BARS;
    }

    private long length(List<@Nullable Object> row) {
        return figure >= 0 && row.get(figure) instanceof Number number ? number.longValue() : 0;
    }

    /** Head and rows. */
    String html() {
        Markup html = new Markup();
        html.open("thead").open("tr");
        for (int at = 0; at < panel.columns().size(); at++) {
            Column column = panel.columns().get(at);
            if (column.kind() != Kind.ID) {
                html.element(
                        "th",
                        cells.heading(column),
                        "scope",
                        "col",
                        "data-kind",
                        column.kind().name(),
                        "data-key",
                        column.key(),
                        "class",
                        classes.get(at));
            }
        }
        html.close("tr").close("thead").open("tbody");
        for (List<@Nullable Object> row : panel.rows()) {
            html.open("tr");
            first(html, row);
            for (int at = 1; at < row.size(); at++) {
                if (panel.columns().get(at).kind() != Kind.ID) {
                    further(html, row, at);
                }
            }
            html.close("tr");
        }
        return html.close("tbody").toString();
    }

    private void first(Markup html, List<@Nullable Object> row) {
        Object cell = row.get(0);
        String text = cells.text(panel.columns().get(0), cell);
        html.open("th", "scope", "row", "data-v", raw(cell));
        String to = cell == null ? "" : to(cell, row);
        if (to.isEmpty()) {
            html.text(text);
        } else {
            html.element(
                    "a",
                    text,
                    "href",
                    to,
                    "aria-current",
                    day.filter(cell::equals).isPresent() ? "date" : null);
        }
        html.close("th");
    }

    /** Where a row leads; blank for nowhere. */
    private String to(Object cell, List<@Nullable Object> row) {
        if (panel.field().isPresent()) {
            return links.with(panel.field().get(), cell);
        }
        if (panel.column("Title_ID") == 1) {
            return links.title(String.valueOf(row.get(1)));
        }
        if (cell instanceof YearMonth month) {
            return title.map(id -> links.canExplain() ? links.explain(id, false, month, 1) : links.days(id, month))
                    .orElseGet(() -> links.days(month));
        }
        return panel.columns().get(0).kind() == Kind.DAY_OF_MONTH ? links.day((LocalDate) cell) : "";
    }

    private void further(Markup html, List<@Nullable Object> row, int at) {
        Object cell = row.get(at);
        String text = cells.text(panel.columns().get(at), cell);
        html.open("td", "data-v", raw(cell), "class", classes.get(at));
        if (hasBar(at)) {
            bar(html, row);
        }
        String to = panel.id().equals("releases") ? ofRelease(row, at) : links.explain(panel, row, at);
        if (to.isEmpty()) {
            html.element("span", text);
        } else {
            cells.opens(html, to, text);
        }
        html.close("td");
    }

    /** Where a figure of the title in one of the releases leads; the row is of a metric. */
    private String ofRelease(List<@Nullable Object> row, int at) {
        Release release = panel.columns().get(at).key().equals("R5") ? Release.R5 : Release.R5_1;
        return title.filter(id -> links.isOfActions(row.get(at)))
                .map(id -> links.explainRelease(id, release) + row.get(0))
                .orElse("");
    }

    /** As long as the figure is, in hundredths of the largest of the panel. */
    private void bar(Markup html, List<@Nullable Object> row) {
        long width = most == 0 ? 0 : Math.round(100.0 * length(row) / most);
        FigureCells.picture(html, "measure", "0 0 100 10")
                .element("rect", "", "width", "100", "height", "10")
                .element("rect", "", "class", "full", "width", String.valueOf(width), "height", "10")
                .close("svg");
    }

    private static @Nullable String raw(@Nullable Object cell) {
        return cell == null ? null : cell.toString();
    }
}
