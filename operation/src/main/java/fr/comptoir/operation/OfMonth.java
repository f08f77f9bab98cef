package fr.comptoir.operation;

import fr.comptoir.model.action.Actions;
import java.time.YearMonth;
import java.util.function.IntPredicate;

/** The rows of one month, taken out of a batch. */
final class OfMonth {
    private OfMonth() {}

    /** Those of the lines wanted. */
    static Actions of(Actions batch, YearMonth month, IntPredicate lines) {
        int first = Math.toIntExact(month.atDay(1).toEpochDay());
        int last = Math.toIntExact(month.atEndOfMonth().toEpochDay());
        Actions rows = new Actions(batch.dictionaries, batch.size);
        for (int row = 0; row < batch.size; row++) {
            if (batch.day[row] >= first && batch.day[row] <= last && lines.test(batch.line[row])) {
                rows.addCopyOf(batch, row);
            }
        }
        return rows;
    }
}
