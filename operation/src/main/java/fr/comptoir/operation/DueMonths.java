package fr.comptoir.operation;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.MonthsConfig;
import fr.comptoir.model.site.MonthsConfig.Closing;
import fr.comptoir.model.site.MonthsConfig.Publish;
import fr.comptoir.operation.Months.Gap;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The months that are to be closed. Usage is due within four weeks of the end of its month, and a month may appear only when it is complete
 * (CoP 5.1, section 5.1).
 */
public final class DueMonths {
    /** The fourth week after the end of a month begins so many days after it. */
    private static final int FOURTH_WEEK = 21;

    private static final int FOUR_WEEKS = 28;

    /** A month of which nothing ever came is missed for so many days after its end; then the platform had none. */
    private static final int MISSED = 60;

    private DueMonths() {}

    /** How much time is left. */
    public enum Stage {
        /** Not over, or its publication day is still to come. */
        EARLY,
        /** It can be closed. */
        DUE,
        /** The fourth week has begun. */
        URGENT,
        /** The four weeks are over. */
        LATE
    }

    /**
     * An open month.
     *
     * @param counted whether any line of it was; one of which none was is missing as a whole
     * @param missing stretches of its log without a line that are longer than one of a complete log may be
     * @param reachesItsEnd whether a line of its last hour or of a later month was read
     * @param dueOn the day on which it is closed if it is complete
     * @param lastDay of the four weeks
     */
    public record Due(
            YearMonth month,
            boolean counted,
            Stage stage,
            List<Gap> missing,
            boolean reachesItsEnd,
            LocalDate dueOn,
            LocalDate lastDay) {
        public boolean isComplete() {
            return counted && missing.isEmpty() && reachesItsEnd;
        }
    }

    /** The open months that are counted, and those that are over and lack any line since the first that has some, the earliest first. */
    public static List<Due> open(Site site) throws IOException, InputException {
        try (Store store = Store.openForReading(site.data())) {
            return open(site, store.state());
        }
    }

    private static List<Due> open(Site site, State state) {
        ZoneId zone = site.config().platform().timeZone();
        MonthsConfig config = site.config().months();
        LocalDateTime now = LocalDateTime.now(site.clock().withZone(zone));
        SortedSet<YearMonth> open = new TreeSet<>(missed(state, now.toLocalDate()));
        for (MonthState month : state.months().values()) {
            if (month.status() == MonthState.Status.OPEN && month.counted().isPresent()) {
                open.add(month.month());
            }
        }
        return open.stream()
                .map(month -> due(state.month(month), state, config, zone, now))
                .toList();
    }

    /** Without them nobody would hear that no log came at all. */
    private static List<YearMonth> missed(State state, LocalDate today) {
        Optional<YearMonth> first = state.months().values().stream()
                .filter(month -> month.counted().isPresent())
                .map(MonthState::month)
                .findFirst();
        List<YearMonth> missed = new ArrayList<>();
        for (YearMonth month = YearMonth.from(today.minusDays(MISSED));
                month.isBefore(YearMonth.from(today));
                month = month.plusMonths(1)) {
            boolean recent = !month.atEndOfMonth().plusDays(MISSED).isBefore(today);
            if (recent
                    && first.isPresent()
                    && first.get().isBefore(month)
                    && state.month(month).counted().isEmpty()) {
                missed.add(month);
            }
        }
        return missed;
    }

    private static Due due(MonthState month, State state, MonthsConfig config, ZoneId zone, LocalDateTime now) {
        LocalDate dueOn = publicationDay(month.month(), config);
        List<Gap> missing = Months.gaps(month, zone, now).stream()
                .filter(gap -> Duration.ofHours(gap.hours()).compareTo(config.longestGap()) > 0)
                .toList();
        return new Due(
                month.month(),
                month.counted().isPresent(),
                stage(month.month(), now.toLocalDate(), dueOn),
                missing,
                reachesItsEnd(month, state),
                dueOn,
                month.month().atEndOfMonth().plusDays(FOUR_WEEKS));
    }

    private static Stage stage(YearMonth month, LocalDate today, LocalDate dueOn) {
        LocalDate end = month.atEndOfMonth();
        if (today.isAfter(end.plusDays(FOUR_WEEKS))) {
            return Stage.LATE;
        }
        if (today.isBefore(dueOn)) {
            return Stage.EARLY;
        }
        return today.isAfter(end.plusDays(FOURTH_WEEK)) ? Stage.URGENT : Stage.DUE;
    }

    private static boolean reachesItsEnd(MonthState month, State state) {
        int lastDay = month.hours().getOrDefault(month.month().atEndOfMonth(), 0);
        boolean later = state.months().tailMap(month.month().plusMonths(1)).values().stream()
                .anyMatch(next -> !next.hours().isEmpty());
        return later || (lastDay >>> 23 & 1) != 0;
    }

    private static LocalDate publicationDay(YearMonth month, MonthsConfig config) {
        return month.plusMonths(1).atDay(config.publicationDay());
    }

    /** Whether a counted month may be shown: its publication day has come, and it is closed where only such may be. */
    static boolean isPublished(MonthState month, MonthsConfig config, LocalDate today) {
        boolean closed = month.status() != MonthState.Status.OPEN;
        return !today.isBefore(publicationDay(month.month(), config))
                && (closed || config.publish() == Publish.COUNTED);
    }

    /**
     * Closes each month that is due and complete, unless a person is to do so.
     *
     * @param program name and version of the program, for the record of the run
     * @return those that were closed
     */
    public static List<YearMonth> close(Site site, String program, Say say) throws IOException, InputException {
        if (site.config().months().closing() == Closing.BY_HAND) {
            return List.of();
        }
        List<YearMonth> months = open(site).stream()
                .filter(month -> month.stage() != Stage.EARLY && month.isComplete())
                .map(Due::month)
                .toList();
        if (!months.isEmpty()) {
            CloseMonth.run(site, months, program, say);
        }
        return months;
    }
}
