package fr.comptoir.engine;

import fr.comptoir.engine.ContentRule.Standing;
import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.Names;
import fr.comptoir.model.catalogue.Catalogue;
import java.util.Arrays;
import java.util.BitSet;

/** Actions, what the catalogue says of their items, and what becomes of each row. */
final class Batch {
    /** So many ids are looked up at once. */
    private static final int TOGETHER = 256;

    final Actions actions;
    /** For each item of the dictionary its number in the catalogue, or NONE. */
    final int[] item;
    /** For each row the {@link Fate#code}. */
    final byte[] fate;

    private final byte[] standing;
    private short[] arrival;
    private Names arrivals;

    /** Looks each distinct item up, once, and gives each row its fate as far as the row alone decides it. */
    Batch(MonthRule month, Actions actions, Catalogue catalogue, Workers workers) {
        this.actions = actions;
        this.arrival = actions.arrival;
        this.arrivals = actions.dictionaries.arrivals();
        Names items = actions.dictionaries.items();
        item = new int[items.size()];
        standing = new byte[items.size()];
        fate = new byte[actions.size];
        workers.ranges(items.size(), (piece, from, to) -> {
            find(items, catalogue, from, to);
            for (int i = from; i < to; i++) {
                standing[i] = (byte) standing(catalogue, item[i]).ordinal();
            }
        });
        workers.ranges(actions.size, (piece, from, to) -> {
            for (int row = from; row < to; row++) {
                fate[row] = (month.counts(actions.day[row]) ? content(row) : Fate.DECIDES_ONLY).code;
            }
        });
    }

    /** Looks up the items {@code from} to {@code to} of the dictionary, {@link #TOGETHER} at a time. */
    private void find(Names items, Catalogue catalogue, int from, int to) {
        byte[] ids = new byte[32 * TOGETHER];
        int[] ends = new int[TOGETHER];
        int[] numbers = new int[TOGETHER];
        for (int first = from; first < to; first += TOGETHER) {
            int count = Math.min(TOGETHER, to - first);
            int end = 0;
            for (int i = 0; i < count; i++) {
                byte[] id = items.utf8(first + i);
                if (end + id.length > ids.length) {
                    ids = Arrays.copyOf(ids, Math.max(end + id.length, 2 * ids.length));
                }
                System.arraycopy(id, 0, ids, end, id.length);
                end += id.length;
                ends[i] = end;
            }
            catalogue.findAll(ids, ends, count, numbers);
            System.arraycopy(numbers, 0, item, first, count);
        }
    }

    /** The number in the catalogue of the row's item, or NONE. */
    int item(int row) {
        int named = actions.item[row];
        return named == Actions.NO_ITEM ? Catalogue.NONE : item[named];
    }

    ActionKind kind(int row) {
        return ActionKind.of(actions.kind[row]);
    }

    /** Whether the row, were it of this month, could count. */
    Fate content(int row) {
        int named = actions.item[row];
        return ContentRule.fate(kind(row), named == Actions.NO_ITEM ? Standing.NONE : Standing.of(standing[named]));
    }

    boolean is(Fate expected, int row) {
        return fate[row] == expected.code;
    }

    /** Notes the double clicks of this batch under the numbers that their rows have in the month. */
    void noteDoubleClicks(int[] rowId, BitSet noted) {
        for (int row = 0; row < actions.size; row++) {
            if (is(Fate.DOUBLE_CLICK, row)) {
                noted.set(rowId[row]);
            }
        }
    }

    /** Drops the rows that were noted as double clicks, in whatever batch they then were. */
    void dropNoted(int[] rowId, BitSet noted) {
        for (int row = 0; row < actions.size; row++) {
            if (noted.get(rowId[row]) && is(Fate.COUNTED, row)) {
                fate[row] = Fate.DOUBLE_CLICK.code;
            }
        }
    }

    /** Says under which ways of arrival the rows count, which so far was what each row alone tells. */
    void putArrivals(short[] ofRows, Names meaning) {
        arrival = ofRows;
        arrivals = meaning;
    }

    /** The number in {@link #arrivals} of the way of arrival under which a row counts. */
    short arrival(int row) {
        return arrival[row];
    }

    /** {@link #arrival} of all rows. */
    short[] arrivalsOfRows() {
        return Arrays.copyOf(arrival, actions.size);
    }

    Names arrivals() {
        return arrivals;
    }

    private static Standing standing(Catalogue catalogue, int number) {
        return number == Catalogue.NONE ? Standing.UNKNOWN : Standing.of(catalogue.dataType(number));
    }
}
