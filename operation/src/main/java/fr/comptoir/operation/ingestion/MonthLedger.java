package fr.comptoir.operation.ingestion;

import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.action.Ledger;
import fr.comptoir.model.action.LineOutcome;
import fr.comptoir.store.state.Counted;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Where the lines of one month ended when they were read. The sums over its days and over its logs are the same: a line that an earlier log
 * had cut and a later one read again is taken from the earlier one.
 *
 * @param days each day of the month, as far as it has begun
 * @param logs those with lines of the month, in the order in which they were read
 * @param lines of the whole month; lines that could not be read have no day and are in no month
 * @param counted the figures in force; absent when the month was never counted
 * @param waits whether the month is closed and what was read since waits for a decision
 */
public record MonthLedger(
        YearMonth month,
        SortedMap<LocalDate, Day> days,
        List<Log> logs,
        Ledger lines,
        Optional<Counted> counted,
        boolean waits) {
    /**
     * One day in the platform's time zone.
     *
     * @param missing the hours of it, as far as they are over, without one readable line, ascending
     */
    public record Day(LocalDate day, Ledger lines, List<Integer> missing) {}

    /**
     * A log, or what was new in one that had grown.
     *
     * @param run number of the run that read it
     * @param at when that run was over
     * @param lines of the month, those that a later log read again taken away
     * @param whole all its lines, whatever their month, as they were when it was read
     * @param first the first hour of the month of which it has a line
     * @param last the last such hour
     */
    public record Log(
            InputRecord input,
            int run,
            Instant at,
            Ledger lines,
            Ledger whole,
            Optional<LocalDateTime> first,
            Optional<LocalDateTime> last) {}

    /** Lines that were actions or held when they were read. */
    public long used() {
        return lines.count(LineOutcome.ACTION) + lines.count(LineOutcome.HELD_UNKNOWN_ITEM);
    }

    /** How many hours, as far as they are over, have no readable line. */
    public long missingHours() {
        return days.values().stream().mapToLong(day -> day.missing().size()).sum();
    }
}
