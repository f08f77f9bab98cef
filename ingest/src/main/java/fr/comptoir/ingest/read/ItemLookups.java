package fr.comptoir.ingest.read;

import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.LineOutcome;
import java.util.Arrays;

/**
 * The items of rows, to be looked up in the catalogue many at a time, since one at a time nearly all the time is spent on waiting for
 * memory. A line whose item waits is an action until the catalogue does not know its item: then it is held. Not thread-safe.
 */
final class ItemLookups {
    static final int TOGETHER = 128;

    private final ItemVerdicts verdicts;
    private byte[] ids = new byte[32 * TOGETHER];
    private final int[] ends = new int[TOGETHER];
    private final int[] rows = new int[TOGETHER];
    private final int[] days = new int[TOGETHER];
    private final int[] numbers = new int[TOGETHER];
    private int waiting;

    ItemLookups(ItemVerdicts verdicts) {
        this.verdicts = verdicts;
    }

    /**
     * Makes an item wait.
     *
     * @param row whose item it is
     * @param day of the row's line
     */
    void add(byte[] bytes, int from, int to, int row, int day) {
        int start = waiting == 0 ? 0 : ends[waiting - 1];
        int end = start + to - from;
        if (end > ids.length) {
            ids = Arrays.copyOf(ids, Math.max(end, 2 * ids.length));
        }
        System.arraycopy(bytes, from, ids, start, to - from);
        ends[waiting] = end;
        rows[waiting] = row;
        days[waiting] = day;
        waiting++;
    }

    boolean isFull() {
        return waiting == TOGETHER;
    }

    /**
     * Looks up all that wait, and puts them into their rows; lines whose item is unknown become held in the tallies.
     *
     * @return whether the item that came last is known; true when none waited
     */
    boolean lookUp(Actions out, DayTallies tallies) {
        verdicts.numbers(ids, ends, waiting, numbers);
        boolean known = true;
        for (int i = 0; i < waiting; i++) {
            out.item[rows[i]] = numbers[i];
            known = verdicts.verdict(numbers[i]) != ItemVerdicts.Verdict.UNKNOWN;
            if (!known) {
                tallies.move(days[i], LineOutcome.ACTION, LineOutcome.HELD_UNKNOWN_ITEM);
            }
        }
        waiting = 0;
        return known;
    }
}
