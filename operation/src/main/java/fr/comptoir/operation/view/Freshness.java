package fr.comptoir.operation.view;

import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.Panel.Picture;
import fr.comptoir.store.state.Counted;
import fr.comptoir.store.state.MonthState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How fresh and how complete the figures of some months are.
 *
 * @param first the first month of which there are figures
 * @param last the last month that is counted and over
 * @param lastLog the last hour of which a log had a line, in the platform's time zone
 * @param months those asked, in their order
 */
public record Freshness(
        Optional<YearMonth> first, Optional<YearMonth> last, Optional<LocalDateTime> lastLog, List<Month> months) {
    private static final int HOURS = 24;

    public Freshness {
        months = List.copyOf(months);
    }

    /**
     * One month.
     *
     * @param counted when it was last counted; empty when it was not, or is not over
     * @param missingHours hours of which no log had a line; empty when the store does not know of hours
     * @param restatements when its figures were changed after it was closed
     * @param reasons of those changes, in their order
     * @param waits whether a change waits to be put in force
     */
    public record Month(
            YearMonth month,
            MonthState.Status status,
            Optional<Instant> counted,
            Optional<Integer> missingHours,
            List<Instant> restatements,
            List<String> reasons,
            boolean waits) {}

    /** That of the months that a view asks for. */
    public static Freshness of(ReportingSite now, View view) {
        ZoneId zone = now.site().config().platform().timeZone();
        ZonedDateTime moment = now.site().clock().instant().atZone(zone);
        SortedMap<YearMonth, MonthState> states = now.months();
        List<Month> months = new ArrayList<>();
        for (YearMonth month : view.asked()) {
            MonthState state = states.getOrDefault(month, MonthState.empty(month));
            boolean shown = now.availability().counted().contains(month);
            months.add(new Month(
                    month,
                    state.status(),
                    shown ? state.counted().map(Counted::at) : Optional.empty(),
                    state.hours().isEmpty() ? Optional.empty() : Optional.of(missing(state, moment)),
                    state.restatements().stream()
                            .flatMap(one -> one.applied().stream())
                            .map(applied -> applied.at())
                            .toList(),
                    state.restatements().stream().map(one -> one.reason()).toList(),
                    state.proposed().isPresent()));
        }
        return new Freshness(now.availability().first(), now.availability().last(), lastLog(states), months);
    }

    /** The months as a table. */
    public Panel panel() {
        List<Column> columns = List.of(
                new Column("Month", Kind.MONTH),
                new Column("State", Kind.CODE),
                new Column("Missing_Hours", Kind.COUNT),
                new Column("Counted_At", Kind.MOMENT),
                new Column("Restated_At", Kind.TEXT),
                new Column("Reasons", Kind.TEXT),
                new Column("Waits", Kind.CODE));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Month one : months) {
            boolean isCounted = one.counted().isPresent();
            rows.add(Arrays.asList(
                    one.month(),
                    isCounted ? one.status().name().toLowerCase(Locale.ROOT) : "none",
                    one.missingHours().map(Integer::longValue).orElse(null),
                    one.counted().orElse(null),
                    one.restatements().stream().map(Instant::toString).collect(Collectors.joining("; ")),
                    String.join("; ", one.reasons()),
                    one.waits() ? "yes" : "no"));
        }
        return new Panel("freshness", Picture.NONE, Optional.empty(), columns, rows);
    }

    /** Hours that were, by the clocks of the zone, and are over. */
    private static int missing(MonthState month, ZonedDateTime moment) {
        int missing = 0;
        for (int day = 1; day <= month.month().lengthOfMonth(); day++) {
            LocalDate date = month.month().atDay(day);
            int hours = month.hours().getOrDefault(date, 0);
            for (int hour = 0; hour < HOURS; hour++) {
                LocalDateTime local = date.atTime(hour, 0);
                boolean was = local.atZone(moment.getZone()).toLocalDateTime().equals(local);
                boolean over = local.plusHours(1).atZone(moment.getZone()).isBefore(moment);
                missing += was && over && (hours & 1 << hour) == 0 ? 1 : 0;
            }
        }
        return missing;
    }

    private static Optional<LocalDateTime> lastLog(SortedMap<YearMonth, MonthState> states) {
        Optional<LocalDateTime> last = Optional.empty();
        for (MonthState month : states.values()) {
            for (Map.Entry<LocalDate, Integer> day : month.hours().entrySet()) {
                if (day.getValue() != 0) {
                    int hour = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(day.getValue());
                    last = Optional.of(day.getKey().atTime(hour, 0));
                }
            }
        }
        return last;
    }
}
