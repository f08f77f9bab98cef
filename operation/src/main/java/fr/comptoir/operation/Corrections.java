package fr.comptoir.operation;

import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.fact.MonthTotals;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.Command;
import fr.comptoir.store.state.Counted;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.Restatement;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * Corrects closed months in two steps: the new figures are counted and wait beside those in force, which then they replace or do not (CoP
 * 5.1, section 7.11). What was in force before is kept for good.
 */
public final class Corrections {
    private Corrections() {}

    /**
     * Counts a closed month again by today's rules and keeps the figures beside those in force.
     *
     * @param program name and version of the program, for the record of the run
     * @return whether they differ; if not, nothing is kept
     */
    public static boolean propose(Site site, YearMonth month, String reason, String program, Progress progress, Say say)
            throws InputException, IOException {
        try (Store store = Stores.forWriting(site, say)) {
            Instant started = site.clock().instant();
            State state = store.state();
            MonthState known = closed(site, state, month);
            Reading reading = Reading.of(site, store, state);
            MonthActions actions = new RawLogs(store, reading, progress).actions(state, month);
            Catalogue catalogue = ClosedCatalogue.of(store, known, reading.catalogue());
            int version = known.nextFacts();
            MonthTotals totals = new MonthCounter(
                            store,
                            site.config().platform().timeZone(),
                            Runtime.getRuntime().availableProcessors())
                    .count(actions.state(), month, catalogue);
            ClosedCatalogue.keepOn(store, known, version);
            int inForce = known.counted().orElseThrow().facts();
            if (store.facts().differentRows(month, inForce, version) == 0) {
                return false;
            }
            Counted counted = Counted.of(version, site.clock().instant(), totals, actions.with());
            State next = actions.state().proposed(month, counted, reason);
            reading.list().keep(store);
            Records.commit(site, store, started, next, program, command(Command.PROPOSE, month, reason));
            return true;
        }
    }

    /**
     * Puts the figures that wait into force.
     *
     * @param facts their version, as it was decided on
     */
    public static void apply(Site site, YearMonth month, int facts, String reason, String program, Say say)
            throws InputException, IOException {
        try (Store store = Stores.forWriting(site, say)) {
            State state = store.state();
            waiting(site, state, month, facts);
            State next = state.restated(month, site.clock().instant());
            Records.commit(site, store, next, program, command(Command.RESTATE, month, reason));
        }
    }

    /**
     * Drops the figures that wait.
     *
     * @param facts their version, as it was decided on
     */
    public static void drop(Site site, YearMonth month, int facts, String reason, String program, Say say)
            throws InputException, IOException {
        try (Store store = Stores.forWriting(site, say)) {
            State state = store.state();
            waiting(site, state, month, facts);
            Records.commit(
                    site,
                    store,
                    state.withoutProposal(month),
                    program,
                    command(Command.DROP_CORRECTION, month, reason));
        }
    }

    private static Command command(String operation, YearMonth month, String reason) {
        return Command.of(operation, List.of(month.toString(), "--reason", reason));
    }

    private static MonthState closed(Site site, State state, YearMonth month) throws InputException {
        MonthState known = state.month(month);
        if (known.status() == MonthState.Status.OPEN) {
            throw problem(site, month, "is not closed, so that it needs no correction: count it again");
        }
        return known;
    }

    private static void waiting(Site site, State state, YearMonth month, int facts) throws InputException {
        int waiting = state.month(month)
                .proposed()
                .map(Restatement::counted)
                .map(Counted::facts)
                .orElse(0);
        if (waiting != facts) {
            throw problem(
                    site, month, "has no correction v" + facts + " that waits: its figures were counted again since");
        }
    }

    private static InputException problem(Site site, YearMonth month, String message) {
        return new InputException(Problem.error(site.folder().toString(), 0, month.toString(), message));
    }
}
