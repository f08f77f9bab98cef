package fr.comptoir.operation;

import fr.comptoir.model.action.Ledger;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.fact.MonthTotals;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.Command;
import fr.comptoir.store.state.Counted;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.RunRecord;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts months again with today's catalogue, institutions, page rules and robots list. Page rules and robots need the raw logs; where
 * they are no longer at hand, the actions stay as they were read, and that is said.
 */
public final class Recount {
    private Recount() {}

    /**
     * What a month would become.
     *
     * @param source from what it was counted
     * @param notes sentences a person should read
     * @param differences sums that change; the rest is equal
     * @param changes whether anything changes, a shift within a report that changes no sum included
     * @param applied whether the new figures are in force now
     */
    public record Result(
            YearMonth month,
            String source,
            List<String> notes,
            List<Difference> differences,
            boolean changes,
            boolean applied) {}

    /**
     * Recounts all the months, or, when one of them cannot be, none.
     *
     * @param reason why; needed to apply a change to a closed month, and kept with its restatement
     */
    public static List<Result> run(
            Site site, List<YearMonth> months, boolean apply, String reason, String program, Progress progress, Say say)
            throws InputException, IOException {
        try (Store store = Stores.forWriting(site, say)) {
            Instant started = site.clock().instant();
            State state = store.state();
            check(site, state, months, apply, reason);
            Reading reading = Reading.of(site, store, state);
            RawLogs raw = new RawLogs(store, reading, progress);
            SortedMap<YearMonth, MonthActions> read = new TreeMap<>();
            State next = state;
            for (YearMonth month : new TreeSet<>(months)) {
                MonthActions actions = raw.actions(next, month);
                read.put(month, actions);
                next = actions.state();
            }
            addMonthsBefore(state, read);
            List<Result> results = new ArrayList<>();
            for (Map.Entry<YearMonth, MonthActions> entry : read.entrySet()) {
                YearMonth month = entry.getKey();
                MonthState known = next.month(month);
                Catalogue catalogue = ClosedCatalogue.of(store, known, reading.catalogue());
                MonthTotals totals = new MonthCounter(
                                store,
                                site.config().platform().timeZone(),
                                Runtime.getRuntime().availableProcessors())
                        .count(next, month, catalogue);
                int version = known.nextFacts();
                ClosedCatalogue.keepOn(store, known, version);
                List<Difference> differences = Difference.between(
                        store, month, known.counted().orElseThrow().facts(), version);
                MonthActions actions = entry.getValue();
                List<String> notes = new ArrayList<>(actions.notes());
                long rows = store.facts()
                        .differentRows(month, known.counted().orElseThrow().facts(), version);
                if (rows > 0) {
                    notes.add(rows + " rows of facts differ, shifts between Access_Types, years and titles included");
                }
                if (months.contains(month) || rows > 0) {
                    results.add(new Result(month, actions.source(), notes, differences, rows > 0, apply));
                }
                if (apply) {
                    Instant now = site.clock().instant();
                    next = applied(next, month, Counted.of(version, now, totals, actions.with()), reason, now);
                }
            }
            if (apply) {
                reading.list().keep(store);
                RunRecord record = new RunRecord(
                        state.nextRun(),
                        started,
                        site.clock().instant(),
                        program,
                        command(months, reason),
                        reading.versions(),
                        List.of(),
                        new Ledger());
                store.runs().write(record);
                store.commit(next.withRun(record, Map.of()));
            }
            return results;
        }
    }

    private static Command command(List<YearMonth> months, String reason) {
        List<String> arguments =
                new ArrayList<>(months.stream().map(YearMonth::toString).toList());
        arguments.add("--apply");
        if (!reason.isBlank()) {
            arguments.addAll(List.of("--reason", reason));
        }
        return Command.of(Command.RECOUNT, arguments);
    }

    /** What replaces the last clicks of a month lies in the next one, so that an open month before a recounted one is counted with it. */
    private static void addMonthsBefore(State state, SortedMap<YearMonth, MonthActions> read) {
        for (YearMonth month : List.copyOf(read.keySet())) {
            MonthState before = state.month(month.minusMonths(1));
            if (before.counted().isPresent() && before.status() == MonthState.Status.OPEN) {
                read.putIfAbsent(
                        before.month(),
                        new MonthActions(
                                state,
                                "its actions in the store, as its last clicks depend on " + month,
                                before.counted().get().with(),
                                List.of()));
            }
        }
    }

    private static State applied(State state, YearMonth month, Counted counted, String reason, Instant now) {
        if (state.month(month).status() == MonthState.Status.OPEN) {
            return state.withMonthFacts(month, counted);
        }
        return state.proposed(month, counted, reason).restated(month, now);
    }

    private static void check(Site site, State state, List<YearMonth> months, boolean apply, String reason)
            throws InputException {
        List<Problem> problems = new ArrayList<>();
        for (YearMonth month : months) {
            MonthState known = state.month(month);
            if (known.counted().isEmpty()) {
                problems.add(problem(site, month, "was never counted, so that it cannot be recounted"));
            } else if (apply && known.status() != MonthState.Status.OPEN && reason.isBlank()) {
                problems.add(problem(site, month, "is closed: to apply a restatement, give its --reason"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    private static Problem problem(Site site, YearMonth month, String message) {
        return Problem.error(site.folder().toString(), 0, month.toString(), message);
    }
}
