package fr.comptoir.model.site;

import java.time.Duration;
import java.time.YearMonth;
import java.util.Optional;

/**
 * When months are published and closed: the section {@code months} of {@code comptoir.yml}.
 *
 * @param publicationDay day of the following month, 1 to 28: before it the service shows nothing of a month, on it the month is due to
 *     be closed
 * @param closing whether the service closes months itself
 * @param publish which months the service shows from that day on
 * @param longestGap of a log that is complete: a longer time without a line is one that is missing; whole hours
 * @param yearsShown whole years before the current one of which reports are given, at least {@value #YEARS_SHOWN_MIN}; empty: of all that
 *     was counted. What is older is kept all the same.
 */
public record MonthsConfig(
        int publicationDay, Closing closing, Publish publish, Duration longestGap, Optional<Integer> yearsShown) {
    public static final int PUBLICATION_DAY = 5;
    /** A platform of any size has a visitor or a robot in each six hours; a log that was lost is seldom of less. */
    public static final Duration LONGEST_GAP = Duration.ofHours(6);

    /** The current year and the 24 months before it are to be available (CoP 5, section 5.1). */
    public static final int YEARS_SHOWN_MIN = 2;

    /** All settings at their defaults, of a service that reads no logs itself. */
    public static final MonthsConfig DEFAULT =
            new MonthsConfig(PUBLICATION_DAY, Closing.AUTOMATIC, Publish.COUNTED, LONGEST_GAP, Optional.empty());

    /**
     * The first month that reports show.
     *
     * @param current the month that is not over yet
     * @return empty: all
     */
    public Optional<YearMonth> shownFrom(YearMonth current) {
        return yearsShown.map(years -> YearMonth.of(current.getYear() - years, 1));
    }

    /** Who closes a month. */
    public enum Closing {
        /** The service, from the publication day on, once its logs are complete. */
        AUTOMATIC,
        /** A person. */
        BY_HAND
    }

    /** What may be shown. */
    public enum Publish {
        /** Closed months only, as one that is not complete must not appear (CoP 5.1, section 5.1). */
        CLOSED,
        /** Each month that is counted. */
        COUNTED
    }
}
