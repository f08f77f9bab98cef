package fr.comptoir.operation;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.Command;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Freezes months: from then on their figures change only by a restatement (CoP 5.1, section 7.11). */
public final class CloseMonth {
    private CloseMonth() {}

    /**
     * Closes all the months, or none of them.
     *
     * @param program version of the program, for the record of the run
     * @param say hears when another program has the site and this one waits
     * @throws InputException naming each month that is not counted or closed already
     */
    public static void run(Site site, List<YearMonth> months, String program, Say say)
            throws InputException, IOException {
        try (Store store = Stores.forWriting(site, say)) {
            State state = store.state();
            List<Problem> problems = new ArrayList<>();
            for (YearMonth month : months) {
                MonthState known = state.month(month);
                if (known.counted().isEmpty()) {
                    problems.add(Problem.error(
                            site.folder().toString(),
                            0,
                            month.toString(),
                            "was never counted, so that it cannot be closed"));
                } else if (known.status() != MonthState.Status.OPEN) {
                    problems.add(Problem.error(site.folder().toString(), 0, month.toString(), "is closed already"));
                } else {
                    ClosedCatalogue.keep(store, known, state.catalogue());
                    state = state.closed(month);
                }
            }
            if (!problems.isEmpty()) {
                throw new InputException(problems);
            }
            Command command = Command.of(
                    Command.CLOSE, months.stream().map(YearMonth::toString).toList());
            Records.commit(site, store, state, program, command);
        }
    }
}
