package fr.comptoir.ingest.read;

import fr.comptoir.ingest.robot.RobotPattern;
import fr.comptoir.ingest.robot.Robots;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many lines of each month each entry of a list of robots dropped: a line counts for the first entry that finds a robot in its agent. Not
 * thread-safe.
 */
final class RobotHits {
    private final List<RobotPattern> patterns;
    /** By the number of the entry, from 1. */
    private final SortedMap<YearMonth, long[]> months = new TreeMap<>();

    private int day = Integer.MIN_VALUE;
    private long[] ofDay = new long[0];

    RobotHits(Robots robots) {
        patterns = robots.patterns();
    }

    /**
     * Counts a line.
     *
     * @param robot the number of an entry
     * @param epochDay of the line; most have that of the line before
     */
    void add(int robot, int epochDay) {
        if (epochDay != day || ofDay.length == 0) {
            day = epochDay;
            ofDay = of(YearMonth.from(LocalDate.ofEpochDay(epochDay)));
        }
        ofDay[robot]++;
    }

    private long[] of(YearMonth month) {
        return months.computeIfAbsent(month, any -> new long[patterns.size() + 1]);
    }

    /** @param other of the same list */
    void add(RobotHits other) {
        other.months.forEach((month, lines) -> {
            long[] sums = of(month);
            for (int robot = 0; robot < lines.length; robot++) {
                sums[robot] += lines[robot];
            }
        });
    }

    /** Of each month those that dropped most, the first of them first; equals in the order of the list. */
    List<IngestResult.RobotHit> most(int count) {
        List<IngestResult.RobotHit> most = new ArrayList<>();
        months.forEach((month, lines) -> patterns.stream()
                .filter(entry -> lines[entry.number()] > 0)
                .sorted(Comparator.comparingLong((RobotPattern entry) -> -lines[entry.number()]))
                .limit(count)
                .forEach(entry -> most.add(new IngestResult.RobotHit(month, entry.pattern(), lines[entry.number()]))));
        return most;
    }
}
