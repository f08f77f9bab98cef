package fr.comptoir.operation;

import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.action.Ledger;
import fr.comptoir.model.action.LineOutcome;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.Counted;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.RunRecord;
import fr.comptoir.store.state.Versions;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the figures of some months come from: the ledger of their lines, of the whole platform, and with what they were counted.
 *
 * @param inputs how many logs had a line of these months
 * @param lines readable lines of these months
 * @param excluded lines that are no use of content: methods, pages, statuses, robots
 * @param held lines whose item the catalogue did not know when they were counted
 * @param doubleClicks lines that another click within 30 seconds replaced
 * @param counted lines that count
 * @param countedAt the last counting of any of the months
 * @param with with what they were counted; more than one when months were counted with different rules or lists
 */
public record FigureOrigin(
        int inputs,
        long lines,
        long excluded,
        long held,
        long doubleClicks,
        long counted,
        Instant countedAt,
        Set<Versions> with) {

    /** Of months that are counted, at least one. */
    public static FigureOrigin of(ReportingSite now, Set<YearMonth> months) throws IOException {
        return of(now.store(), months);
    }

    static FigureOrigin of(Store store, Set<YearMonth> months) throws IOException {
        List<Counted> countings = store.state().months().values().stream()
                .filter(month -> months.contains(month.month()))
                .map(MonthState::counted)
                .map(counted -> counted.orElseThrow())
                .toList();
        Ledger ledger = new Ledger();
        int inputs = 0;
        for (RunRecord run : store.runs().all(store.state())) {
            for (InputRecord input : run.inputs()) {
                inputs += addDays(input, months, ledger) ? 1 : 0;
            }
        }
        Set<Versions> with = new LinkedHashSet<>();
        countings.forEach(counting -> with.add(counting.with()));
        return new FigureOrigin(
                inputs,
                ledger.lines(),
                ledger.count(LineOutcome.EXCLUDED_METHOD)
                        + ledger.count(LineOutcome.EXCLUDED_NOT_CONTENT)
                        + ledger.count(LineOutcome.EXCLUDED_STATUS)
                        + ledger.count(LineOutcome.EXCLUDED_ROBOT),
                countings.stream().mapToLong(Counted::held).sum(),
                countings.stream().mapToLong(Counted::doubleClicks).sum(),
                countings.stream().mapToLong(Counted::actions).sum(),
                countings.stream()
                        .map(Counted::at)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                with);
    }

    private static boolean addDays(InputRecord input, Set<YearMonth> months, Ledger ledger) {
        boolean any = false;
        for (Map.Entry<LocalDate, Ledger> day : input.days().entrySet()) {
            if (months.contains(YearMonth.from(day.getKey()))) {
                ledger.add(day.getValue());
                any = true;
            }
        }
        return any;
    }
}
