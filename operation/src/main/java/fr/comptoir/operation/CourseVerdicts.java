package fr.comptoir.operation;

import fr.comptoir.engine.Counting;
import fr.comptoir.engine.Verdicts;
import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.Actions;
import fr.comptoir.store.usage.UsageQuery;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/** Adds up what rows count for, by the hour of the row. */
final class CourseVerdicts implements Verdicts {
    private final UsageQuery query;
    private final WantedFigures wanted;
    private final Actions actions;
    private final long firstDay;
    private final ZoneId zone;
    private final long[][] counts;
    /** By the number of their set of customers, whether rows belong to the customer. */
    private final boolean[] own;

    private final short[] arrivals;

    /** @param counts get what is counted, by hour of the month and ordinal of the metric */
    CourseVerdicts(
            UsageQuery query, WantedFigures wanted, Actions actions, YearMonth month, ZoneId zone, long[][] counts) {
        this.query = query;
        this.wanted = wanted;
        this.actions = actions;
        this.zone = zone;
        this.counts = counts;
        firstDay = month.atDay(1).toEpochDay();
        own = Explain.belonging(actions, query.customer());
        arrivals = query.ways().isAll() ? actions.arrival : Counting.arrivals(actions);
    }

    @Override
    public void counts(int row, Figure figure) {
        if (own[actions.customers[row]] && passesWays(row) && wanted.has(figure)) {
            int hour = Instant.ofEpochMilli(actions.time[row]).atZone(zone).getHour();
            counts[(int) (actions.day[row] - firstDay) * MonthCourse.HOURS + hour][
                    figure.metric().ordinal()]++;
        }
    }

    private boolean passesWays(int row) {
        return query.ways().isAll()
                || (query.ways()
                                .arrivals()
                                .passes(actions.dictionaries.arrivals().text(arrivals[row]))
                        && query.ways().routes().passes(AccessRoute.of(actions.route[row])));
    }
}
