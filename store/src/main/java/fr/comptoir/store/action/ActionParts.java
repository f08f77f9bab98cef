package fr.comptoir.store.action;

import fr.comptoir.model.action.Actions;
import java.io.IOException;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * A set of actions in parts that fit in memory, cut by user or by item. All rows are read once, as numbers, into temporary files, one
 * for each part; from those of the cut by user that by item is made. To be asked part after part. Not thread-safe.
 */
public final class ActionParts implements AutoCloseable {
    private final ActionSet set;
    private final int parts;
    private Optional<SpilledRows> byUser = Optional.empty();
    private Optional<SpilledRows> byItem = Optional.empty();

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
        if (byItem.isEmpty()) {
            int[] partOf = set.dictionaries().items().texts().stream()
                    .mapToInt(partOfItem)
                    .toArray();
            byItem = Optional.of(new SpilledRows(set.folder("item"), parts));
            SpilledRows cut = byItem.get();
            SpilledRows.Taker taker = rows -> deal(rows, cut, row -> partOf(rows.actions(), row, partOf));
            if (byUser.isPresent()) {
                byUser.get().readAll(set.dictionaries(), taker);
                byUser.get().close();
                byUser = Optional.empty();
            } else {
                set.read(taker);
            }
            cut.finish();
        }
        return byItem.get().read(part, set.dictionaries());
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
        if (byItem.isPresent()) {
            byItem.get().close();
        }
    }
}
