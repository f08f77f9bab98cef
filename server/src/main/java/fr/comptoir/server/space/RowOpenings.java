package fr.comptoir.server.space;

import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Kind;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the figures of the rows of a table lead: to their actions, and those of before to the actions of the months before. */
final class RowOpenings {
    private final Links links;
    private final Optional<Links> earlier;
    private final String compared;

    RowOpenings(Links links, Panel table) {
        this.links = links;
        earlier = links.before();
        compared = links.compared(table).code();
    }

    /** Of one row, to be asked for each of its cells. */
    final class Row {
        private final Function<Links, String> actions;
        private final String now;

        private Row(Function<Links, String> actions) {
            this.actions = actions;
            now = actions.apply(links);
        }

        /** Blank where the cell is no figure of actions. */
        String to(Panel.Column column, @Nullable Object cell) {
            if (column.kind() == Kind.BEFORE) {
                return earlier.filter(before -> before.isOfActions(cell))
                        .map(before -> actions.apply(before) + compared)
                        .orElse("");
            }
            return links.opens(column, cell) ? now + column.key() : "";
        }
    }

    /**
     * Those of a row.
     *
     * @param actions gives the address of the row's actions, before the code of a metric
     */
    Row row(Function<Links, String> actions) {
        return new Row(actions);
    }
}
