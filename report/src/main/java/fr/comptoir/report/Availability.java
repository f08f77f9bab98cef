package fr.comptoir.report;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The months that reports can be made of. A month counts as processed once it is over and counted (CoP 5.1, section 5.1).
 *
 * @param counted the processed months; all before {@code current}
 * @param current the month that is not over yet, in the platform's time zone
 */
public record Availability(SortedSet<YearMonth> counted, YearMonth current) {
    public Availability {
        counted = Collections.unmodifiableSortedSet(new TreeSet<>(counted.headSet(current)));
    }

    /** Counted months as the store knows them, the present month of the zone left out. */
    public static Availability of(Collection<YearMonth> counted, Clock clock, ZoneId zone) {
        return new Availability(new TreeSet<>(counted), YearMonth.now(clock.withZone(zone)));
    }

    /** The first month of which there is usage. */
    public Optional<YearMonth> first() {
        return counted.isEmpty() ? Optional.empty() : Optional.of(counted.first());
    }

    /** The last processed month. */
    public Optional<YearMonth> last() {
        return counted.isEmpty() ? Optional.empty() : Optional.of(counted.last());
    }
}
