package fr.comptoir.operation;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.site.InputException;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.usage.HourlyUsage;
import fr.comptoir.store.usage.UsageQuery;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * A customer's figures of one month by day and hour of the platform's time zone. They come from the same actions and the same rules as the
 * month's, counted by the hour once for all customers ({@link ReportingSite#prepareHours}).
 */
public final class MonthCourse {
    static final int HOURS = HourlyUsage.HOURS_OF_DAY;

    private final YearMonth month;
    private final Reason reason;
    private final ZoneId zone;
    private final long[][] counts;
    private final Map<LocalDate, Integer> logged;

    /** Why there is none. */
    public enum Reason {
        /** There is one. */
        NONE,
        /** The month has no actions: they are not kept any more, or there were none. */
        NO_ACTIONS
    }

    private MonthCourse(YearMonth month, Reason reason, ZoneId zone, long[][] counts, Map<LocalDate, Integer> logged) {
        this.month = month;
        this.reason = reason;
        this.zone = zone;
        this.counts = counts;
        this.logged = logged;
    }

    /**
     * Looks it up.
     *
     * @param query whose usage of what; its months are not looked at
     * @return empty as long as the hours of the month are not counted: see {@link ReportingSite#prepareHours}
     */
    public static Optional<MonthCourse> find(ReportingSite now, UsageQuery query, YearMonth month) throws IOException {
        MonthState state = now.store().state().month(month);
        ZoneId zone = now.site().config().platform().timeZone();
        HourlyUsage hours = now.store().hourlyUsage(month, zone);
        if (!hours.canBeMade()) {
            long[][] none = new long[month.lengthOfMonth() * HOURS][MetricType.values().length];
            return Optional.of(new MonthCourse(month, Reason.NO_ACTIONS, zone, none, state.hours()));
        }
        return hours.read(query).map(counts -> new MonthCourse(month, Reason.NONE, zone, counts, state.hours()));
    }

    /** As {@link #find}, counting the hours of the month first where they are not. */
    public static MonthCourse of(ReportingSite now, UsageQuery query, YearMonth month)
            throws IOException, InputException {
        Optional<MonthCourse> known = find(now, query, month);
        if (known.isPresent()) {
            return known.get();
        }
        now.prepareHours(month);
        return find(now, query, month)
                .orElseThrow(() -> new IOException("the hours of " + month + " were counted and are not there"));
    }

    /** Why there is none; then all counts are 0. */
    public Reason reason() {
        return reason;
    }

    public YearMonth month() {
        return month;
    }

    /** In which days and hours are cut. */
    public ZoneId zone() {
        return zone;
    }

    /** Whether any log had a line in an hour; as far as the store knows of hours. */
    public boolean isLogged(LocalDate day, int hour) {
        return logged.isEmpty() || (logged.getOrDefault(day, 0) & 1 << hour) != 0;
    }

    /** Whether any log had a line on a day. */
    public boolean isLogged(LocalDate day) {
        return logged.isEmpty() || logged.getOrDefault(day, 0) != 0;
    }

    public long count(LocalDate day, int hour, MetricType metric) {
        return counts[(day.getDayOfMonth() - 1) * HOURS + hour][metric.ordinal()];
    }

    public long count(LocalDate day, MetricType metric) {
        long sum = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            sum += count(day, hour, metric);
        }
        return sum;
    }

    /** That of the month, as the days add up to it. */
    public long count(MetricType metric) {
        long sum = 0;
        for (long[] hour : counts) {
            sum += hour[metric.ordinal()];
        }
        return sum;
    }
}
