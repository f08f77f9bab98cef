package fr.comptoir.operation;

import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.action.Ledger;
import fr.comptoir.model.action.LineOutcome;
import fr.comptoir.model.site.InputException;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.RunRecord;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * All that was done with one month.
 *
 * @param lines of the month by where they ended; lines that could not be read have no day and so no month
 * @param events what was done, the earliest first
 */
public record MonthHistory(Map<String, Long> lines, List<Event> events) {
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    /**
     * One run that touched the month.
     *
     * @param operation count, recount, close, propose, restate, ...
     * @param arguments as on a command line, without the months
     * @param lines of the month that it counted
     */
    public record Event(int run, Instant at, String program, String operation, List<String> arguments, long lines) {}

    /** Reads the records of all runs. */
    public static MonthHistory of(Site site, YearMonth month) throws IOException, InputException {
        try (Store store = Store.openForReading(site.data())) {
            Ledger all = new Ledger();
            List<Event> events = new ArrayList<>();
            for (RunRecord run : store.runs().all(store.state())) {
                Ledger ofMonth = ledger(run, month);
                boolean named = run.command().arguments().contains(month.toString());
                if (named || ofMonth.lines() > 0) {
                    all.add(ofMonth);
                    List<String> arguments = run.command().arguments().stream()
                            .filter(argument ->
                                    !named || !MONTH.matcher(argument).matches())
                            .toList();
                    events.add(new Event(
                            run.number(),
                            run.finished(),
                            run.program(),
                            run.command().operation(),
                            arguments,
                            ofMonth.lines()));
                }
            }
            Map<String, Long> lines = new LinkedHashMap<>();
            for (LineOutcome outcome : LineOutcome.values()) {
                if (outcome != LineOutcome.MALFORMED) {
                    lines.put(outcome.code(), all.count(outcome));
                }
            }
            return new MonthHistory(lines, events);
        }
    }

    private static Ledger ledger(RunRecord run, YearMonth month) {
        Ledger ledger = new Ledger();
        for (InputRecord input : run.inputs()) {
            for (Map.Entry<LocalDate, Ledger> day : input.days().entrySet()) {
                if (YearMonth.from(day.getKey()).equals(month)) {
                    ledger.add(day.getValue());
                }
            }
            input.retraction()
                    .filter(one ->
                            one.tail().day().map(YearMonth::from).stream().anyMatch(month::equals))
                    .ifPresent(one -> ledger.add(one.tail().outcome(), -1));
        }
        return ledger;
    }
}
