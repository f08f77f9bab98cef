package fr.comptoir.server.ingestion;

import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table of one of these pages.
 *
 * @param panel with the rows that are shown, which may be the first of more
 * @param sums what its columns of lines add up to in all rows, null in the others; empty where a sum would say nothing
 * @param rows how many there are
 */
public record Sheet(Panel panel, List<@Nullable Object> sums, int rows) {
    /** A number of these is no part of a whole. */
    private static final Set<String> NO_PARTS = Set.of("Run", "From_Line", "First_Line");

    /** What should be nought. */
    private static final Set<String> FLAGGED = Set.of("Missing_Hours", "Malformed");

    static Sheet of(Panel panel) {
        return new Sheet(panel, List.of(), panel.rows().size());
    }

    /** With a last row that adds up the columns of lines. */
    static Sheet summed(Panel panel) {
        return summed(panel, Integer.MAX_VALUE);
    }

    /** The same of which so many rows are shown at most; the sums are those of all. */
    static Sheet summed(Panel panel, int shown) {
        List<@Nullable Object> sums = new ArrayList<>();
        for (int column = 0; column < panel.columns().size(); column++) {
            Panel.Column one = panel.columns().get(column);
            boolean isPart = one.kind() == Kind.COUNT && !NO_PARTS.contains(one.key());
            sums.add(isPart ? (Object) sum(panel, column) : null);
        }
        return new Sheet(panel.first(shown), sums, panel.rows().size());
    }

    private static Long sum(Panel panel, int column) {
        return panel.rows().stream()
                .map(row -> row.get(column))
                .mapToLong(cell -> cell instanceof Long lines ? lines : 0)
                .sum();
    }

    /** Whether it has a last row of sums. */
    public boolean isSummed() {
        return !sums.isEmpty() && rows > 1;
    }

    /** Whether a cell of a column is nothing but a number, as most are. */
    public boolean isPlain(int column, @Nullable Object cell) {
        Panel.Column one = panel.columns().get(column);
        return one.isNumber() && !isFlagged(column, cell);
    }

    /** Whether a cell should be nought and is not. */
    public boolean isFlagged(int column, @Nullable Object cell) {
        return FLAGGED.contains(panel.columns().get(column).key()) && cell instanceof Long lines && lines > 0;
    }

    /** Whether there are rows that are not shown. */
    public boolean isCut() {
        return rows > panel.rows().size();
    }
}
