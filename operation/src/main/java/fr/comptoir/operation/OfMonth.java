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
                copy(batch, row, rows, rows.add());
            }
        }
        return rows;
    }

    private static void copy(Actions from, int row, Actions to, int at) {
        to.time[at] = from.time[row];
        to.day[at] = from.day[row];
        to.user[at] = from.user[row];
        to.userIdentity[at] = from.userIdentity[row];
        to.session[at] = from.session[row];
        to.address[at] = from.address[row];
        to.organisation[at] = from.organisation[row];
        to.customers[at] = from.customers[row];
        to.item[at] = from.item[row];
        to.kind[at] = from.kind[row];
        to.format[at] = from.format[row];
        to.accessMethod[at] = from.accessMethod[row];
        to.accessTypeR5[at] = from.accessTypeR5[row];
        to.pageRule[at] = from.pageRule[row];
        to.input[at] = from.input[row];
        to.line[at] = from.line[row];
        to.part[at] = from.part[row];
    }
}
