package fr.comptoir.operation;

import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.site.InputException;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.MonthState;
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
import java.util.TreeMap;

/** The state of every month: what {@code comptoir months} shows. */
public final class Months {
    private Months() {}

    /**
     * One month.
     *
     * @param state open, closed or restated
     * @param countedAt when its figures in force were counted
     * @param inputs names of the inputs with lines of that month, in the order in which they were read
     * @param gaps hours without a single readable line
     * @param restatements sentences about changes since it was closed
     */
    public record Month(
            YearMonth month,
            String state,
            Instant countedAt,
            List<String> inputs,
            long actions,
            long doubleClicks,
            long held,
            List<Gap> gaps,
            List<String> restatements) {}

    /** A stretch of whole hours in the platform's time zone without a line: from the first to the end of the last. */
    public record Gap(LocalDateTime from, LocalDateTime to, long hours) {}

    /** All months that were ever counted, the earliest first. */
    public static List<Month> list(Site site) throws InputException, IOException {
        try (Store store = Store.openForReading(site.data())) {
            return list(
                    store,
                    store.state(),
                    site.config().platform().timeZone(),
                    site.clock().instant());
        }
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
                            counted.at(),
                            inputs.getOrDefault(month.month(), List.of()),
                            counted.actions(),
                            counted.doubleClicks(),
                            counted.held(),
                            gaps(month, zone, now.atZone(zone).toLocalDateTime()),
                            restatements(month))));
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

    private static List<String> restatements(MonthState month) {
        List<String> sentences = new ArrayList<>();
        month.restatements()
                .forEach(restatement -> restatement
                        .applied()
                        .ifPresent(
                                applied -> sentences.add("restated at " + applied.at() + ": " + restatement.reason())));
        month.proposed()
                .ifPresent(proposed -> sentences.add("a restatement waits to be applied: " + proposed.reason()));
        return sentences;
    }
}
