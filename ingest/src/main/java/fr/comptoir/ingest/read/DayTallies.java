package fr.comptoir.ingest.read;

import fr.comptoir.model.action.LineOutcome;
import java.util.HashMap;
import java.util.Map;

/** How many lines of each day ended where, and in which hours. Not thread-safe. */
final class DayTallies {
    /** The lines of one day: counts by ordinal of the outcome, and a bit for each hour that has a line. */
    static final class Tally {
        final long[] counts = new long[LineOutcome.values().length];
        int hours;
    }

    private final Map<Integer, Tally> days = new HashMap<>();
    private Tally current = new Tally();
    private int currentDay = Integer.MIN_VALUE;

    void add(int day, int hour, LineOutcome outcome) {
        if (day != currentDay) {
            current = days.computeIfAbsent(day, absent -> new Tally());
            currentDay = day;
        }
        current.counts[outcome.ordinal()]++;
        current.hours |= 1 << hour;
    }

    /** Moves one line of a day, added before, to another outcome. */
    void move(int day, LineOutcome from, LineOutcome to) {
        Tally tally = days.computeIfAbsent(day, absent -> new Tally());
        tally.counts[from.ordinal()]--;
        tally.counts[to.ordinal()]++;
    }

    void add(DayTallies other) {
        other.days.forEach((day, tally) -> {
            Tally mine = days.computeIfAbsent(day, absent -> new Tally());
            for (int i = 0; i < tally.counts.length; i++) {
                mine.counts[i] += tally.counts[i];
            }
            mine.hours |= tally.hours;
        });
    }

    Map<Integer, Tally> days() {
        return days;
    }
}
