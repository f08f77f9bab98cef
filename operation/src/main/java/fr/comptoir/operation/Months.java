package fr.comptoir.operation;

import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.Counted;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.Restatement;
import fr.comptoir.store.state.RunRecord;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The state of every month: what {@code comptoir months} shows. */
public final class Months {
    private Months() {}

    /**
     * One month.
     *
     * @param state open, closed or restated
     * @param facts the version of its figures in force
     * @param countedAt when its figures in force were counted
     * @param inputs names of the inputs with lines of that month, in the order in which they were read
     * @param linesCounted actions that count: double clicks and lines held are not among them
     * @param gaps hours without a single readable line
     * @param restatements changes since it was closed, the oldest first, one that waits to be applied last
     */
    public record Month(
            YearMonth month,
            String state,
            int facts,
            Instant countedAt,
            List<String> inputs,
            long linesCounted,
            long doubleClicks,
            long held,
            List<Gap> gaps,
            List<Restated> restatements) {
        Month withRestatements(List<Restated> known) {
            return new Month(month, state, facts, countedAt, inputs, linesCounted, doubleClicks, held, gaps, known);
        }
    }

    /**
     * A change of a closed month.
     *
     * @param countedAt when the new figures were counted
     * @param appliedAt when they came into force; absent when they wait for that
     * @param change what they changed in what was in force before; absent where only a list of months was asked for
     */
    public record Restated(String reason, Instant countedAt, Optional<Instant> appliedAt, Optional<Change> change) {}

    /**
     * What one counting has differently from another.
     *
     * @param differences sums that differ
     * @param rows of facts that differ, shifts between Access_Types, years and titles included
     */
    public record Change(List<Difference> differences, long rows) {}

    /** A stretch of whole hours in the platform's time zone without a line: from the first to the end of the last. */
    public record Gap(LocalDateTime from, LocalDateTime to, long hours) {}

    /** All months that were ever counted, the earliest first; what their restatements changed is not looked at. */
    public static List<Month> list(Site site) throws InputException, IOException {
        try (Store store = Store.openForReading(site.data())) {
            return list(site, store);
        }
    }

    private static List<Month> list(Site site, Store store) throws IOException {
        return list(
                store,
                store.state(),
                site.config().platform().timeZone(),
                site.clock().instant());
    }

    /**
     * Some months, with what each of their restatements changed.
     *
     * @throws InputException naming each that was never counted
     */
    public static List<Month> withHistory(Site site, List<YearMonth> wanted) throws InputException, IOException {
        try (Store store = Store.openForReading(site.data())) {
            List<Problem> problems = new ArrayList<>();
            for (YearMonth month : wanted) {
                if (store.state().month(month).counted().isEmpty()) {
                    problems.add(Problem.error(site.folder().toString(), 0, month.toString(), "was never counted"));
                }
            }
            if (!problems.isEmpty()) {
                throw new InputException(problems);
            }
            List<Month> months = new ArrayList<>();
            for (Month month : list(site, store)) {
                if (wanted.contains(month.month())) {
                    months.add(
                            month.withRestatements(changes(store, store.state().month(month.month()))));
                }
            }
            return months;
        }
    }

    private static List<Restated> changes(Store store, MonthState month) throws IOException {
        List<Restated> changes = new ArrayList<>();
        for (Restatement restatement : all(month)) {
            Counted before = restatement
                    .applied()
                    .map(Restatement.Applied::before)
                    .orElseGet(() -> month.counted().orElseThrow());
            int old = before.facts();
            int now = restatement.counted().facts();
            Change change = new Change(
                    Difference.between(store, month.month(), old, now),
                    store.facts().differentRows(month.month(), old, now));
            changes.add(restated(restatement, Optional.of(change)));
        }
        return changes;
    }

    private static List<Restatement> all(MonthState month) {
        List<Restatement> all = new ArrayList<>(month.restatements());
        month.proposed().ifPresent(all::add);
        return all;
    }

    private static Restated restated(Restatement restatement, Optional<Change> change) {
        return new Restated(
                restatement.reason(),
                restatement.counted().at(),
                restatement.applied().map(Restatement.Applied::at),
                change);
    }

    static List<Month> list(Store store, State state, ZoneId zone, Instant now) throws IOException {
        Map<YearMonth, List<String>> inputs = new TreeMap<>();
        for (RunRecord run : store.runs().all(state)) {
            for (InputRecord input : run.inputs()) {
                input.days().keySet().stream()
                        .map(YearMonth::from)
                        .distinct()
                        .forEach(month -> inputs.computeIfAbsent(month, m -> new ArrayList<>())
                                .add(input.name()));
            }
        }
        List<Month> months = new ArrayList<>();
        for (MonthState month : state.months().values()) {
            month.counted()
                    .ifPresent(counted -> months.add(new Month(
                            month.month(),
                            month.status().name().toLowerCase(Locale.ROOT),
                            counted.facts(),
                            counted.at(),
                            inputs.getOrDefault(month.month(), List.of()),
                            counted.actions(),
                            counted.doubleClicks(),
                            counted.held(),
                            gaps(month, zone, now.atZone(zone).toLocalDateTime()),
                            all(month).stream()
                                    .map(restatement -> restated(restatement, Optional.empty()))
                                    .toList())));
        }
        return months;
    }

    /** The hours of the month, as far as it is over, in which no line was read. */
    static List<Gap> gaps(MonthState month, ZoneId zone, LocalDateTime now) {
        List<Gap> gaps = new ArrayList<>();
        LocalDateTime start = month.month().atDay(1).atStartOfDay();
        LocalDateTime end = month.month().plusMonths(1).atDay(1).atStartOfDay();
        LocalDateTime gap = start;
        long hours = 0;
        for (LocalDateTime hour = start;
                hour.isBefore(end) && hour.isBefore(now.truncatedTo(ChronoUnit.HOURS));
                hour = hour.plusHours(1)) {
            boolean skippedBySpring = zone.getRules().getValidOffsets(hour).isEmpty();
            if (skippedBySpring || hasLines(month, hour.toLocalDate(), hour.getHour())) {
                if (hours > 0) {
                    gaps.add(new Gap(gap, hour, hours));
                }
                hours = 0;
                gap = hour.plusHours(1);
            } else {
                hours++;
            }
        }
        if (hours > 0) {
            gaps.add(new Gap(gap, gap.plusHours(hours), hours));
        }
        return gaps;
    }

    private static boolean hasLines(MonthState month, LocalDate day, int hour) {
        return ((month.hours().getOrDefault(day, 0) >>> hour) & 1) != 0;
    }
}
