package fr.comptoir.store.action;

import fr.comptoir.model.action.Actions;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** Cuts a batch into months, by the day of each row. */
final class Months {
    private Months() {}

    /** The rows of each month, in the order of the batch. */
    static SortedMap<YearMonth, int[]> of(Actions actions) {
        SortedMap<YearMonth, int[]> rows = new TreeMap<>();
        int[] left = new int[actions.size];
        for (int row = 0; row < left.length; row++) {
            left[row] = row;
        }
        // One pass for each month: a batch has one or two.
        while (left.length > 0) {
            YearMonth month = YearMonth.from(LocalDate.ofEpochDay(actions.day[left[0]]));
            long first = month.atDay(1).toEpochDay();
            long last = month.atEndOfMonth().toEpochDay();
            int[] inside = new int[left.length];
            int insideSize = 0;
            int outsideSize = 0;
            for (int row : left) {
                if (actions.day[row] >= first && actions.day[row] <= last) {
                    inside[insideSize++] = row;
                } else {
                    left[outsideSize++] = row;
                }
            }
            rows.put(month, Arrays.copyOf(inside, insideSize));
            left = Arrays.copyOf(left, outsideSize);
        }
        return rows;
    }
}
