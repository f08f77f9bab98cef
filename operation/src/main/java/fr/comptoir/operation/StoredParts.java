package fr.comptoir.operation;

import fr.comptoir.engine.ActionPartitions;
import fr.comptoir.engine.Counting;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.store.action.ActionParts;
import fr.comptoir.store.action.ActionParts.PartOfUse;
import fr.comptoir.store.action.ActionRows;
import fr.comptoir.store.action.ActionSet;
import fr.comptoir.store.state.ActionFile;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** The parts of a set of actions as the engine asks for them. */
final class StoredParts implements ActionPartitions {
    private static final int FILE_SHIFT = 40;
    private static final long ROW = (1L << FILE_SHIFT) - 1;
    /** Into so many pieces items are dealt before they come to the parts of a set. */
    private static final int PIECES = 1 << 20;

    private final ActionSet set;
    private final ActionParts actions;
    private final int count;
    private final long[] firstRows;
    private final Optional<PartOfUse> partOfUse;

    private StoredParts(
            ActionSet set, ActionParts actions, int count, long[] firstRows, Optional<PartOfUse> partOfUse) {
        this.set = set;
        this.actions = actions;
        this.count = count;
        this.firstRows = firstRows;
        this.partOfUse = partOfUse;
    }

    /** Parts with all rows of each item that they have any of. */
    static StoredParts byItem(ActionSet set, ActionParts cut, int count, State state, YearMonth month) {
        return new StoredParts(set, cut, count, firstRows(state, month), Optional.empty());
    }

    /**
     * Which sets of customers are together, so that what is found of them can be written part after part: one after another, as many as there is
     * room for; a larger one has parts of its own, in which its items are.
     *
     * @param first the first part of each set
     * @param parts how many a set has
     */
    record Plan(int[] first, int[] parts, int count) {
        /** @param rows of each set, by its number */
        static Plan of(long[] rows, int rowsMax) {
            int[] first = new int[rows.length];
            int[] parts = new int[rows.length];
            int count = 0;
            long room = 0;
            for (int set = 0; set < rows.length; set++) {
                parts[set] = Math.toIntExact(Math.max(1, (rows[set] + rowsMax - 1) / rowsMax));
                if (parts[set] > 1) {
                    first[set] = count;
                    count += parts[set];
                    room = 0;
                } else {
                    if (rows[set] > room) {
                        room = rowsMax;
                        count++;
                    }
                    first[set] = Math.max(0, count - 1);
                    room -= rows[set];
                }
            }
            return new Plan(first, parts, Math.max(1, count));
        }
    }

    /** Parts with all rows of each set of customers that they have any of, or at least of that set and each item. */
    static StoredParts bySet(
            ActionSet set, ActionParts cut, Plan plan, Catalogue catalogue, State state, YearMonth month) {
        ToIntFunction<String> pieceOf = Counting.partOfItem(catalogue, PIECES);
        int[] pieces =
                set.dictionaries().items().texts().stream().mapToInt(pieceOf).toArray();
        PartOfUse partOf = (customers, item) -> {
            int own = plan.parts()[customers];
            return plan.first()[customers] + (own == 1 || item == Actions.NO_ITEM ? 0 : pieces[item] % own);
        };
        return new StoredParts(set, cut, plan.count(), firstRows(state, month), Optional.of(partOf));
    }

    /** For each file of the month and the next, in the order in which a set reads them, how many rows come before it. */
    private static long[] firstRows(State state, YearMonth month) {
        List<ActionFile> files = new ArrayList<>(state.month(month).actions());
        files.addAll(state.month(month.plusMonths(1)).actions());
        long[] first = new long[files.size()];
        for (int i = 1; i < first.length; i++) {
            first[i] = first[i - 1] + files.get(i - 1).rows();
        }
        return first;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public Part byUser(int p) throws IOException {
        return part(count == 1 ? set.all() : actions.byUser(p));
    }

    @Override
    public Part byItem(int p, ToIntFunction<String> partOfItem) throws IOException {
        return part(partOfUse.isPresent() ? actions.byUse(p, partOfUse.get()) : actions.byItem(p, partOfItem));
    }

    private Part part(ActionRows loaded) {
        int[] ids = new int[loaded.actions().size];
        for (int i = 0; i < ids.length; i++) {
            long id = loaded.ids()[i];
            ids[i] = Math.toIntExact(firstRows[(int) (id >>> FILE_SHIFT)] + (id & ROW));
        }
        return new Part(loaded.actions(), ids);
    }
}
