package fr.comptoir.report;

import fr.comptoir.model.site.MonthsConfig;
import fr.comptoir.model.site.SiteConfig;
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
 * @param counted the processed months that reports may show; all before {@code current}
 * @param current the month that is not over yet, in the platform's time zone
 * @param start the month with which the platform's reports begin, whatever was counted or shown before; empty: with the first counted one
 */
public record Availability(SortedSet<YearMonth> counted, YearMonth current, Optional<YearMonth> start) {
    public Availability {
        SortedSet<YearMonth> shown = counted.headSet(current);
        if (start.isPresent()) {
            shown = start.get().isBefore(current) ? shown.tailSet(start.get()) : new TreeSet<>();
        }
        counted = Collections.unmodifiableSortedSet(new TreeSet<>(shown));
    }

    /**
     * Counted months as the store knows them. Those before the platform's first, those that are no longer shown and the present one of its
     * zone are left out.
     */
    public static Availability of(
            Collection<YearMonth> counted, Clock clock, SiteConfig.Platform platform, MonthsConfig months) {
        SortedSet<YearMonth> known = new TreeSet<>(counted);
        YearMonth current = YearMonth.now(clock.withZone(platform.timeZone()));
        Optional<YearMonth> begin = platform.firstMonth();
        Optional<YearMonth> earliest = begin.isPresent() || known.isEmpty() ? begin : Optional.of(known.first());
        Optional<YearMonth> shown = months.shownFrom(current)
                .filter(month -> earliest.filter(first -> first.isBefore(month)).isPresent());
        return new Availability(known, current, shown.or(() -> begin));
    }

    /** The same of a platform whose reports begin with the first counted month. */
    public static Availability of(Collection<YearMonth> counted, Clock clock, ZoneId zone) {
        return new Availability(new TreeSet<>(counted), YearMonth.now(clock.withZone(zone)), Optional.empty());
    }

    /** The first month of which there is usage, or should be. */
    public Optional<YearMonth> first() {
        return counted.isEmpty() ? Optional.empty() : start.or(() -> Optional.of(counted.first()));
    }

    /** The last processed month. */
    public Optional<YearMonth> last() {
        return counted.isEmpty() ? Optional.empty() : Optional.of(counted.last());
    }
}
