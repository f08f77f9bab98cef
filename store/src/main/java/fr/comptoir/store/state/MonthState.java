package fr.comptoir.store.state;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the store knows of one month. Immutable; each method gives the month after one operation.
 *
 * @param actions the files with the month's actions, in the order of the runs
 * @param extractions the files with what was extracted in the month, likewise
 * @param retracted lines in them that no longer count
 * @param hours for each day bit {@code h} for an hour {@code h} with at least one readable line
 * @param nextFacts the next version of facts, never used twice
 * @param counted the figures in force; absent as long as the month was never counted
 * @param proposed a change of a closed month that was counted and not yet applied
 * @param restatements those that were applied, the oldest first
 */
public record MonthState(
        YearMonth month,
        Status status,
        List<ActionFile> actions,
        List<ActionFile> extractions,
        List<RetractedLine> retracted,
        SortedMap<LocalDate, Integer> hours,
        int nextFacts,
        Optional<Counted> counted,
        Optional<Restatement> proposed,
        List<Restatement> restatements) {

    /** Whether figures may still change by themselves. */
    public enum Status {
        /** Counted anew whenever something new comes. */
        OPEN,
        /** Frozen; only a restatement changes it. */
        CLOSED,
        /** Frozen, and changed at least once since. */
        RESTATED
    }

    public MonthState {
        actions = List.copyOf(actions);
        extractions = List.copyOf(extractions);
        retracted = List.copyOf(retracted);
        hours = Collections.unmodifiableSortedMap(new TreeMap<>(hours));
        restatements = List.copyOf(restatements);
    }

    public static MonthState empty(YearMonth month) {
        return new MonthState(
                month,
                Status.OPEN,
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>(),
                1,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** How many rows the month's files of actions have. */
    public long rows() {
        return actions.stream().mapToLong(ActionFile::rows).sum();
    }

    MonthState withActions(List<ActionFile> more) {
        List<ActionFile> all = new ArrayList<>(actions);
        all.addAll(more);
        return copy(status, all, retracted, hours, counted, proposed, restatements);
    }

    MonthState withActionsReplaced(List<ActionFile> files) {
        return copy(status, files, retracted, hours, counted, proposed, restatements);
    }

    MonthState withExtractions(List<ActionFile> more) {
        List<ActionFile> all = new ArrayList<>(extractions);
        all.addAll(more);
        return withExtractionsReplaced(all);
    }

    MonthState withExtractionsReplaced(List<ActionFile> files) {
        return new MonthState(
                month, status, actions, files, retracted, hours, nextFacts, counted, proposed, restatements);
    }

    MonthState withRetracted(RetractedLine line) {
        List<RetractedLine> all = new ArrayList<>(retracted);
        all.add(line);
        return copy(status, actions, all, hours, counted, proposed, restatements);
    }

    MonthState withHours(LocalDate day, int bits) {
        SortedMap<LocalDate, Integer> all = new TreeMap<>(hours);
        all.merge(day, bits, (old, more) -> old | more);
        return copy(status, actions, retracted, all, counted, proposed, restatements);
    }

    MonthState counted(Counted figures) {
        require(status == Status.OPEN, "is closed: its figures change only by a restatement");
        return copy(status, actions, retracted, hours, Optional.of(figures), proposed, restatements);
    }

    MonthState closed() {
        require(status == Status.OPEN, "is closed already");
        require(counted.isPresent(), "was never counted");
        return copy(Status.CLOSED, actions, retracted, hours, counted, proposed, restatements);
    }

    MonthState proposed(Counted figures, String reason) {
        require(status != Status.OPEN, "is open: it is counted, not restated");
        Restatement restatement = new Restatement(figures, reason, Optional.empty());
        return copy(status, actions, retracted, hours, counted, Optional.of(restatement), restatements);
    }

    MonthState withoutProposal() {
        return copy(status, actions, retracted, hours, counted, Optional.empty(), restatements);
    }

    MonthState restated(Instant at) {
        Restatement open = proposed.orElseThrow(() -> failure("has no restatement to apply"));
        Restatement.Applied applied = new Restatement.Applied(counted.orElseThrow(), at);
        List<Restatement> all = new ArrayList<>(restatements);
        all.add(new Restatement(open.counted(), open.reason(), Optional.of(applied)));
        return copy(Status.RESTATED, actions, retracted, hours, Optional.of(open.counted()), Optional.empty(), all);
    }

    private MonthState copy(
            Status newStatus,
            List<ActionFile> newActions,
            List<RetractedLine> newRetracted,
            SortedMap<LocalDate, Integer> newHours,
            Optional<Counted> newCounted,
            Optional<Restatement> newProposed,
            List<Restatement> newRestatements) {
        int used = Math.max(
                newCounted.map(Counted::facts).orElse(0),
                newProposed.map(proposal -> proposal.counted().facts()).orElse(0));
        return new MonthState(
                month,
                newStatus,
                newActions,
                extractions,
                newRetracted,
                newHours,
                Math.max(nextFacts, used + 1),
                newCounted,
                newProposed,
                newRestatements);
    }

    private void require(boolean condition, String message) {
        if (!condition) {
            throw failure(message);
        }
    }

    private IllegalStateException failure(String message) {
        return new IllegalStateException(month + " " + message);
    }
}
