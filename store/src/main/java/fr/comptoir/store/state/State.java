package fr.comptoir.store.state;

import fr.comptoir.model.action.InputRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * All that the store knows, and the name of every file in use: what no state names does not exist. Immutable; each operation is a pure
 * function from a state to the next. An operation that the state of a month forbids fails with {@link IllegalStateException}, which is
 * the caller's to prevent.
 *
 * @param nextRun number of the next run, from 1
 * @param nextInput number of the next input, from 1
 * @param catalogue version of the catalogue, 0 for none
 * @param institutions version of the institutions, 0 for none
 */
public record State(
        int nextRun,
        int nextInput,
        int catalogue,
        int institutions,
        Optional<RobotsList> robots,
        SortedMap<YearMonth, MonthState> months) {

    /** The state of a store in which nothing was done. */
    public static final State EMPTY = new State(1, 1, 0, 0, Optional.empty(), new TreeMap<>());

    public State {
        months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
    }

    public MonthState month(YearMonth month) {
        MonthState known = months.get(month);
        return known == null ? MonthState.empty(month) : known;
    }

    /**
     * After a run that read logs.
     *
     * @param files the files of actions it wrote, by month
     */
    public State withRun(RunRecord run, Map<YearMonth, List<ActionFile>> files) {
        if (run.number() != nextRun) {
            throw new IllegalStateException("run " + run.number() + " is not the next one, " + nextRun);
        }
        TreeMap<YearMonth, MonthState> next = new TreeMap<>(months);
        int input = nextInput;
        for (InputRecord record : run.inputs()) {
            input = Math.max(input, record.number() + 1);
            for (Map.Entry<LocalDate, Integer> day : record.hours().entrySet()) {
                change(next, YearMonth.from(day.getKey()), month -> month.withHours(day.getKey(), day.getValue()));
            }
            record.retraction()
                    .ifPresent(retraction -> retraction.tail().day().ifPresent(day -> {
                        RetractedLine line = new RetractedLine(
                                retraction.input(), retraction.tail().line());
                        change(next, YearMonth.from(day), month -> month.withRetracted(line));
                    }));
        }
        files.forEach((month, list) -> change(next, month, state -> state.withActions(list)));
        return new State(nextRun + 1, input, catalogue, institutions, robots, next);
    }

    /** After a run wrote files of extractions, by month. */
    public State withExtractions(Map<YearMonth, List<ActionFile>> files) {
        State next = this;
        for (Map.Entry<YearMonth, List<ActionFile>> month : files.entrySet()) {
            next = next.withMonth(month.getKey(), state -> state.withExtractions(month.getValue()));
        }
        return next;
    }

    /** After the facts of an open month were written. */
    public State withMonthFacts(YearMonth month, Counted counted) {
        return withMonth(month, state -> state.counted(counted));
    }

    /** After the customers of a month's actions were worked out anew. */
    public State withActionFiles(YearMonth month, List<ActionFile> files) {
        return withMonth(month, state -> state.withActionsReplaced(files));
    }

    /** After a month's extractions were read, or their customers worked out, anew. */
    public State withExtractionFiles(YearMonth month, List<ActionFile> files) {
        return withMonth(month, state -> state.withExtractionsReplaced(files));
    }

    /** After a month was frozen. */
    public State closed(YearMonth month) {
        return withMonth(month, MonthState::closed);
    }

    /** After a change of a closed month was counted; it takes the place of a proposal that was not applied. */
    public State proposed(YearMonth month, Counted counted, String reason) {
        return withMonth(month, state -> state.proposed(counted, reason));
    }

    /** After a proposal was dropped. */
    public State withoutProposal(YearMonth month) {
        return withMonth(month, MonthState::withoutProposal);
    }

    /** After the proposed change came into force. */
    public State restated(YearMonth month, Instant at) {
        return withMonth(month, state -> state.restated(at));
    }

    public State withCatalogue(int version) {
        return new State(nextRun, nextInput, version, institutions, robots, months);
    }

    public State withInstitutions(int version) {
        return new State(nextRun, nextInput, catalogue, version, robots, months);
    }

    public State withRobots(Optional<RobotsList> list) {
        return new State(nextRun, nextInput, catalogue, institutions, list, months);
    }

    private State withMonth(YearMonth month, UnaryOperator<MonthState> change) {
        TreeMap<YearMonth, MonthState> next = new TreeMap<>(months);
        change(next, month, change);
        return new State(nextRun, nextInput, catalogue, institutions, robots, next);
    }

    private static void change(Map<YearMonth, MonthState> months, YearMonth month, UnaryOperator<MonthState> change) {
        MonthState old = months.get(month);
        months.put(month, change.apply(old == null ? MonthState.empty(month) : old));
    }
}
