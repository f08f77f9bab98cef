package fr.comptoir.operation;

import fr.comptoir.engine.Counting;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.site.InputException;
import fr.comptoir.store.Store;
import fr.comptoir.store.action.ActionFilter;
import fr.comptoir.store.action.ActionSet;
import fr.comptoir.store.state.ActionFile;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.usage.Usage;
import fr.comptoir.store.usage.UsageQuery;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * A customer's figures of one month by day and hour of the platform's time zone. They are counted out of the actions by the same rules as the
 * month's: what a row adds to a figure, it adds in its hour; of the uses of a session that are one unique use, the earliest does.
 */
public final class MonthCourse {
    /** More actions than these are not read for a page: they need some hundred bytes each. */
    static final long ACTIONS_MAX = 1_000_000;

    static final int HOURS = 24;

    /** So many are made at once; each needs room for its actions. */
    private static final Semaphore MAKING = new Semaphore(1, true);

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
        NO_ACTIONS,
        /** There are too many of them for a page. */
        TOO_MANY
    }

    private MonthCourse(YearMonth month, Reason reason, ZoneId zone, long[][] counts, Map<LocalDate, Integer> logged) {
        this.month = month;
        this.reason = reason;
        this.zone = zone;
        this.counts = counts;
        this.logged = logged;
    }

    /**
     * Counts it.
     *
     * @param query whose usage of what; its months are not looked at
     */
    public static MonthCourse of(ReportingSite now, UsageQuery query, YearMonth month)
            throws IOException, InputException {
        MAKING.acquireUninterruptibly();
        try {
            return make(now, query, month);
        } finally {
            MAKING.release();
        }
    }

    private static MonthCourse make(ReportingSite now, UsageQuery query, YearMonth month)
            throws IOException, InputException {
        Store store = now.store();
        MonthState state = store.state().month(month);
        ZoneId zone = now.site().config().platform().timeZone();
        long[][] counts = new long[month.lengthOfMonth() * HOURS][MetricType.values().length];
        boolean world = query.customer().equals(Institution.THE_WORLD);
        long all = state.actions().stream().mapToLong(ActionFile::rows).sum();
        if (all == 0 || (world && all > ACTIONS_MAX)) {
            return new MonthCourse(month, all == 0 ? Reason.NO_ACTIONS : Reason.TOO_MANY, zone, counts, state.hours());
        }
        ActionFilter filter = world
                ? ActionFilter.ALL
                : ActionFilter.around(query.customer(), !query.ways().isAll());
        try (ActionSet set = store.actions().openWithNextSeconds(store.state(), month, zone, filter)) {
            Reason reason = set.rows() > ACTIONS_MAX ? Reason.TOO_MANY : Reason.NONE;
            if (reason == Reason.NONE) {
                Catalogue catalogue = ClosedCatalogue.of(store, state, Registry.catalogue(store));
                Actions actions = set.all().actions();
                try (Usage usage = now.usage(query)) {
                    WantedFigures wanted = WantedFigures.of(query, catalogue, usage);
                    Counting.explain(
                            month, actions, catalogue, new CourseVerdicts(query, wanted, actions, month, zone, counts));
                }
            }
            return new MonthCourse(month, reason, zone, counts, state.hours());
        }
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
