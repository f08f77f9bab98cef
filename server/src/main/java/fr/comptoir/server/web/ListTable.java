package fr.comptoir.server.web;

import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.Panel.Picture;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a list of a page becomes a table for programs: a column for each thing to be said of a value. Words of the program are in lower case,
 * {@code yes} and {@code no} for what is or is not.
 */
public final class ListTable<T> {
    private final String id;
    private final List<Column> columns;
    private final List<Function<? super T, ?>> cells;

    private ListTable(String id, List<Column> columns, List<Function<? super T, ?>> cells) {
        this.id = id;
        this.columns = columns;
        this.cells = cells;
    }

    /** A table without columns yet. */
    public static <T> ListTable<T> of(String id) {
        return new ListTable<>(id, List.of(), List.of());
    }

    /** The same with a column more. */
    public ListTable<T> column(String key, Kind kind, Function<? super T, ?> cell) {
        List<Column> more = new ArrayList<>(columns);
        more.add(new Column(key, kind));
        List<Function<? super T, ?>> said = new ArrayList<>(cells);
        said.add(cell);
        return new ListTable<>(id, more, said);
    }

    /** The table of some values. */
    public Panel panel(Collection<? extends T> values) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (T value : values) {
            List<@Nullable Object> row = new ArrayList<>();
            cells.forEach(cell -> row.add(plain(cell.apply(value))));
            rows.add(row);
        }
        return new Panel(id, Picture.NONE, Optional.empty(), columns, rows);
    }

    private static @Nullable Object plain(@Nullable Object cell) {
        if (cell instanceof Optional<?> perhaps) {
            return plain(perhaps.orElse(null));
        }
        if (cell instanceof Enum<?> word) {
            return word.name().toLowerCase(Locale.ROOT);
        }
        if (cell instanceof Boolean is) {
            return is ? "yes" : "no";
        }
        return cell instanceof Integer count ? Long.valueOf(count) : cell;
    }
}
