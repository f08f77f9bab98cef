package fr.comptoir.store.action;

import fr.comptoir.model.action.Actions;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * A set of actions in parts that fit in memory, cut by user or by item. All rows are read once, as numbers, into temporary files, one
 * for each part; from those of the cut by user that by item is made, part after part, so that hardly any row is there twice. To be asked part after part. Not thread-safe.
 */
public final class ActionParts implements AutoCloseable {
    private final ActionSet set;
    private final int parts;
    private Optional<SpilledRows> byUser = Optional.empty();
    private Optional<SpilledRows> byContent = Optional.empty();

    ActionParts(ActionSet set, int parts) {
        this.set = set;
        this.parts = parts;
    }

    /** Part {@code part}, 0 being the first: all rows of any one user are in the same part. */
    public ActionRows byUser(int part) throws IOException {
        if (byUser.isEmpty()) {
            byUser = Optional.of(new SpilledRows(set.folder("user"), parts));
            SpilledRows cut = byUser.get();
            set.read(rows -> deal(rows, cut, row -> Math.floorMod(rows.actions().user[row], parts)));
            cut.finish();
        }
        return byUser.get().read(part, set.dictionaries());
    }

    /**
     * As {@link #byUser}, with all rows of any one item in the same part; rows without an item are dealt to all. The parts by user are gone
     * then, and made again if they are asked for.
     *
     * @param partOfItem gives for the id of an item its part; asked once for each item of the set, the first time
     */
    public ActionRows byItem(int part, ToIntFunction<String> partOfItem) throws IOException {
        return byContent(part, () -> {
            int[] partOf = set.dictionaries().items().texts().stream()
                    .mapToInt(partOfItem)
                    .toArray();
            return rows -> row -> partOf(rows.actions(), row, partOf);
        });
    }

    /** Gives the part of all rows of a set of customers on an item, by their numbers in the dictionaries of the set. */
    @FunctionalInterface
    public interface PartOfUse {
        /**
         * The part, from 0.
         *
         * @param item {@link Actions#NO_ITEM} for rows without one
         */
        int of(int customers, int item);
    }

    /** As {@link #byItem}, with all rows of any one set of customers on any one item in the same part. */
    public ActionRows byUse(int part, PartOfUse partOf) throws IOException {
        return byContent(part, () -> rows -> row -> partOf.of(rows.actions().customers[row], rows.actions().item[row]));
    }

    private ActionRows byContent(int part, Supplier<Function<ActionRows, Dealing>> dealing) throws IOException {
        if (byContent.isEmpty()) {
            Function<ActionRows, Dealing> of = dealing.get();
            byContent = Optional.of(new SpilledRows(set.folder("content"), parts));
            SpilledRows cut = byContent.get();
            SpilledRows.Taker taker = rows -> deal(rows, cut, of.apply(rows));
            if (byUser.isPresent()) {
                byUser.get().drain(set.dictionaries(), taker);
                byUser.get().close();
                byUser = Optional.empty();
            } else {
                set.read(taker);
            }
            cut.finish();
        }
        return byContent.get().read(part, set.dictionaries());
    }

    private int partOf(Actions actions, int row, int[] partOfItem) {
        int item = actions.item[row];
        return item == Actions.NO_ITEM ? Math.floorMod(actions.session[row], parts) : partOfItem[item];
    }

    /** Gives the part of a row. */
    @FunctionalInterface
    private interface Dealing {
        int partOf(int row);
    }

    private static void deal(ActionRows rows, SpilledRows cut, Dealing dealing) throws IOException {
        for (int row = 0; row < rows.actions().size; row++) {
            cut.add(dealing.partOf(row), rows, row);
        }
    }

    /** Removes the files. */
    @Override
    public void close() throws IOException {
        if (byUser.isPresent()) {
            byUser.get().close();
        }
        if (byContent.isPresent()) {
            byContent.get().close();
        }
    }
}
