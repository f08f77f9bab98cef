package fr.comptoir.operation;

import fr.comptoir.model.action.Actions;
import java.time.YearMonth;

/** The rows of one month, taken out of a batch. */
final class OfMonth {
    private OfMonth() {}

    static Actions of(Actions batch, YearMonth month) {
        int first = Math.toIntExact(month.atDay(1).toEpochDay());
        int last = Math.toIntExact(month.atEndOfMonth().toEpochDay());
        Actions rows = new Actions(batch.dictionaries, batch.size);
        for (int row = 0; row < batch.size; row++) {
            if (batch.day[row] >= first && batch.day[row] <= last) {
                rows.addCopyOf(batch, row);
            }
        }
        return rows;
    }
}
