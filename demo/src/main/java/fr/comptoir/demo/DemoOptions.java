package fr.comptoir.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What demonstration site is wanted.
 *
 * @param folder where it goes; made when it is not there
 * @param seed what decides every random choice: the same options give the same bytes
 * @param months how many months of logs, from 1
 * @param lastMonth the last of them
 * @param linesPerMonth about how many lines a usual month has, from 1000; holidays take some away
 */
public record DemoOptions(Path folder, long seed, int months, YearMonth lastMonth, int linesPerMonth) {

    private static final long SEED = 1;
    private static final int MONTHS = 26;
    private static final int LINES_PER_MONTH = 33_000;

    public DemoOptions {
        if (months < 1) {
            throw new IllegalArgumentException("months must be 1 or more, not " + months);
        }
        if (linesPerMonth < 1000) {
            throw new IllegalArgumentException("linesPerMonth must be 1000 or more, not " + linesPerMonth);
        }
    }

    /**
     * Twenty-six months of some 33,000 lines each, fewer at first; the last is the last whole month before the clock's day. So the twelve
     * months that a page shows have twelve before them to be compared with.
     */
    public static DemoOptions in(Path folder, Clock clock) {
        return new DemoOptions(folder, SEED, MONTHS, YearMonth.now(clock).minusMonths(1), LINES_PER_MONTH);
    }

    public DemoOptions withMonths(int count) {
        return new DemoOptions(folder, seed, count, lastMonth, linesPerMonth);
    }

    public DemoOptions withSeed(long other) {
        return new DemoOptions(folder, other, months, lastMonth, linesPerMonth);
    }

    /** The day in whose night the server was down from two to five. */
    public LocalDate outage() {
        return lastMonth.atDay(12);
    }

    /** The first month of logs. */
    public YearMonth firstMonth() {
        return lastMonth.minusMonths(months - 1L);
    }
}
