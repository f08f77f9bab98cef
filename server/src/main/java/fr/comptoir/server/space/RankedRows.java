package fr.comptoir.server.space;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.RankedTable;
import fr.comptoir.server.web.Markup;
import fr.comptoir.server.web.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of a table of packages, whose figures lead to their actions, or of institutions; the most used first. */
final class RankedRows {
    private final FigureCells cells;
    private final Links links;
    private final RankedTable table;
    private final Viewer viewer;

    RankedRows(FigureCells cells, RankedTable table, Viewer viewer) {
        this.cells = cells;
        this.links = cells.links();
        this.table = table;
        this.viewer = viewer;
    }

    String packages() {
        return rows(true);
    }

    /** The institutions without a name of their own are the others, masked. */
    String institutions() {
        return rows(false);
    }

    private String rows(boolean ofPackages) {
        Markup html = new Markup();
        List<Column> columns = table.panel().columns();
        String sorted = links.sorted(table.ask().sort());
        RowOpenings openings = new RowOpenings(links, table.panel());
        for (int n = 0; n < table.panel().rows().size(); n++) {
            List<@Nullable Object> row = table.panel().rows().get(n);
            String name = String.valueOf(row.get(0));
            Optional<RowOpenings.Row> actions = actions(ofPackages, row).map(openings::row);
            html.open("tr").open("th", "scope", "row");
            if (ofPackages) {
                html.element("a", cells.text(columns.get(0), row.get(0)), "href", links.pack(name));
            } else {
                institution(html, row);
            }
            html.close("th");
            if (ofPackages || links.canExplain()) {
                cells.course(html, table.courses().get(n));
            }
            for (int at = 1; at < row.size(); at++) {
                Column column = columns.get(at);
                if (column.kind() != Kind.ID) {
                    Object cell = row.get(at);
                    String to = actions.map(one -> one.to(column, cell)).orElse("");
                    html.open("td", "class", FigureCells.standing(column, sorted));
                    cells.figure(html, to, cells.text(column, cell));
                    html.close("td");
                }
            }
            html.close("tr");
        }
        return html.toString();
    }

    /**
     * Where the figures of a row lead, before the code of a metric. Those of a consortium's members lead nowhere: their actions have months in
     * which they were no members.
     */
    private Optional<Function<Links, String>> actions(boolean ofPackages, List<@Nullable Object> row) {
        if (ofPackages) {
            String name = String.valueOf(row.get(0));
            return Optional.of(to -> to.explainPackageBy(name));
        }
        String id = id(row);
        boolean leads = links.view().customer().equals(Institution.THE_WORLD) && !id.isEmpty() && viewer.mayExamine(id);
        return leads ? Optional.of(to -> to.explainInstitutionBy(id)) : Optional.empty();
    }

    private String id(List<@Nullable Object> row) {
        return table.panel().column("Customer_ID") == 1 ? String.valueOf(row.get(1)) : "";
    }

    private void institution(Markup html, List<@Nullable Object> row) {
        String name = cells.text(table.panel().columns().get(0), row.get(0));
        String id = id(row);
        if (name.isEmpty()) {
            html.text(cells.say("institution.other"));
        } else if (!id.isEmpty() && viewer.mayRead(id)) {
            html.element("a", name, "href", links.space(id));
        } else {
            html.text(name);
        }
    }
}
