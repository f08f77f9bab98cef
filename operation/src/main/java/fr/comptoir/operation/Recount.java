package fr.comptoir.operation;

import fr.comptoir.ingest.robot.Robots;
import fr.comptoir.model.action.Ledger;
import fr.comptoir.model.fact.MonthFacts;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.store.Store;
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
     * @param differences what changes; the rest is equal
     * @param applied whether the new figures are in force now
     */
    public record Result(
            YearMonth month, String source, List<String> notes, List<Difference> differences, boolean applied) {}

    /** A figure that changes: the sum of a metric over a report of a customer in that month. */
    public record Difference(String report, String customer, String metric, long before, long after) {}

    /**
     * Recounts all the months, or, when one of them cannot be, none.
     *
     * @param reason why; needed to apply a change to a closed month, and kept with its restatement
     */
    public static List<Result> run(
            Site site, List<YearMonth> months, boolean apply, String reason, String program, Progress progress, Say say)
            throws InputException, IOException {
        Instant started = site.clock().instant();
        try (Store store = Stores.forWriting(site, say)) {
            State state = store.state();
            check(site, state, months, apply, reason);
            Robots robots = Reading.robots(site, store, state);
            Reading reading = Reading.of(site, store, state, robots);
            List<Result> results = new ArrayList<>();
            RawLogs raw = new RawLogs(store, reading, progress);
            State next = state;
            for (YearMonth month : months) {
                MonthActions actions = raw.actions(next, month);
                MonthState known = next.month(month);
                MonthFacts facts = new MonthCounter(
                                store,
                                site.config().platform().timeZone(),
                                reading.catalogue(),
                                Runtime.getRuntime().availableProcessors())
                        .count(actions.state(), month);
                int version = known.nextFacts();
                store.facts().write(facts, reading.catalogue(), version);
                Counted counted = Counted.of(version, site.clock().instant(), facts, actions.with());
                List<Difference> differences =
                        store
                                .facts()
                                .difference(month, known.counted().orElseThrow().facts(), version)
                                .stream()
                                .map(row -> new Difference(
                                        row.report() + " (" + row.release().code() + ")",
                                        row.customer(),
                                        row.metric().code(),
                                        row.before(),
                                        row.after()))
                                .toList();
                results.add(new Result(month, actions.source(), actions.notes(), differences, apply));
                if (apply) {
                    next = applied(
                            actions.state(),
                            month,
                            counted,
                            reason,
                            site.clock().instant());
                }
            }
            if (apply) {
                RunRecord record = new RunRecord(
                        state.nextRun(),
                        started,
                        site.clock().instant(),
                        program,
                        reading.versions(),
                        List.of(),
                        new Ledger(),
                        List.of());
                store.runs().write(record);
                store.commit(next.withRun(record, Map.of()));
            }
            return results;
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
