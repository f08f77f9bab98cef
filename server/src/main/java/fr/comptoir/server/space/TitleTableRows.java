package fr.comptoir.server.space;

import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.TitleTable;
import fr.comptoir.server.web.Markup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of the table of titles, and of a title's items. Their first cell is a name, their second its id. */
final class TitleTableRows {
    private final FigureCells cells;
    private final Links links;

    TitleTableRows(FigureCells cells) {
        this.cells = cells;
        this.links = cells.links();
    }

    String titles(TitleTable table) {
        Markup html = new Markup();
        List<Column> columns = table.panel().columns();
        String sorted = links.sorted(table.ask().sort());
        RowOpenings openings = new RowOpenings(links, table.panel());
        for (int n = 0; n < table.panel().rows().size(); n++) {
            List<@Nullable Object> row = table.panel().rows().get(n);
            String id = String.valueOf(row.get(1));
            RowOpenings.Row actions = openings.row(one -> one.explainTitle(id));
            html.open("tr");
            name(html, links.title(id), cells.text(columns.get(0), row.get(0)));
            for (int at = 2; at < row.size(); at++) {
                Column column = columns.get(at);
                html.open("td", "class", classes(column, sorted));
                cell(html, actions, column, row.get(at));
                html.close("td");
                if (column.key().equals("Online_ISSN")) {
                    cells.course(html, table.courses().get(n));
                }
            }
            html.close("tr");
        }
        return html.toString();
    }

    private static String classes(Column column, String sorted) {
        boolean isLong = column.key().equals("Package") || column.key().equals("Publisher");
        return isLong ? "long" : FigureCells.standing(column, sorted);
    }

    private void cell(Markup html, RowOpenings.Row actions, Column column, @Nullable Object cell) {
        String text = cells.text(column, cell);
        if (!column.key().equals("Publisher")) {
            cells.figure(html, actions.to(column, cell), text);
        } else if (cell != null && !cell.toString().isEmpty()) {
            html.element("a", text, "href", links.publisher(cell));
        }
    }

    String items(Panel panel, String title) {
        Markup html = new Markup();
        RowOpenings openings = new RowOpenings(links, panel);
        for (List<@Nullable Object> row : panel.rows()) {
            String id = String.valueOf(row.get(1));
            RowOpenings.Row actions = openings.row(one -> one.explainItemBy(title, id));
            html.open("tr");
            name(html, links.canExplain() ? links.explainItem(title, id) : "", String.valueOf(row.get(0)));
            for (int at = 1; at < row.size(); at++) {
                Column column = panel.columns().get(at);
                if (PageTexts.ofItems(column)) {
                    html.open("td", "class", FigureCells.standing(column));
                    cells.figure(html, actions.to(column, row.get(at)), cells.text(column, row.get(at)));
                    html.close("td");
                }
            }
            html.close("tr");
        }
        return html.toString();
    }

    private static void name(Markup html, String to, String name) {
        html.open("th", "scope", "row");
        if (to.isEmpty()) {
            html.text(name);
        } else {
            html.element("a", name, "href", to);
        }
        html.close("th");
    }
}
