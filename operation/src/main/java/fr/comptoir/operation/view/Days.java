package fr.comptoir.operation.view;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.operation.MonthCourse;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.Panel.Picture;
import fr.comptoir.operation.view.Preset.Period;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.usage.Usage;
import fr.comptoir.store.usage.UsageQuery;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A customer's usage of one month by day, and of one day by hour.
 *
 * @param zone the platform's, in which days and hours are cut
 * @param total what the days add up to, of the metric that is looked at
 * @param figure what the month's figure is; another than the total where the month was counted with another catalogue, or changes wait
 * @param waits whether a change of the closed month waits, as of lines that came late: days have it, the figure has not
 * @param panels the days, and the hours when a day is asked for
 */
public record Days(
        View view,
        YearMonth month,
        Optional<LocalDate> day,
        ZoneId zone,
        long total,
        long figure,
        boolean waits,
        List<Panel> panels) {
    private static final int HOURS = 24;

    public Days {
        panels = List.copyOf(panels);
    }

    /** What a view asks of a month. */
    public static UsageQuery query(View asked, YearMonth month) {
        return ofMonth(asked, month).usage(new TreeSet<>(Set.of(month)));
    }

    private static View ofMonth(View asked, YearMonth month) {
        return asked.counted().with(new Period(Optional.empty(), month, month)).with(Comparison.NONE);
    }

    /**
     * Puts the panels together.
     *
     * @param asked its period is not looked at
     * @param day of which the hours are wanted
     * @param course what {@link #query} gives
     */
    public static Days of(ReportingSite now, View asked, YearMonth month, Optional<LocalDate> day, MonthCourse course)
            throws IOException {
        View view = ofMonth(asked, month);
        long figure = 0;
        try (Usage usage = now.usage(query(asked, month))) {
            figure = Sums.of(view, usage.byAttributes()).now(view.metric());
        }
        List<MetricType> metrics = metrics(now, view);
        List<Panel> panels = new ArrayList<>(List.of(days(course, metrics)));
        day.ifPresent(one -> panels.add(hours(course, one, metrics)));
        MonthState state = now.months().get(month);
        boolean waits = state != null && state.proposed().isPresent();
        return new Days(asked, month, day, course.zone(), course.count(view.metric()), figure, waits, panels);
    }

    /** What is to be known of the days, for programs: whether they are complete, and add up to the month's figure. */
    public Panel completeness() {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("Month", Kind.MONTH),
                new Column("Time_Zone", Kind.CODE),
                new Column("Metric_Type", Kind.CODE),
                new Column("Sum_Of_Days", Kind.COUNT),
                new Column("Month_Figure", Kind.COUNT),
                new Column("Adds_Up", Kind.CODE),
                new Column("Change_Waits", Kind.CODE),
                new Column("Actions_Kept", Kind.CODE)));
        boolean isKept = !panels.get(0).isEmpty();
        List<@Nullable Object> row = new ArrayList<>(Arrays.asList(
                month,
                zone.getId(),
                view.counted().metric().code(),
                isKept ? (Object) total : null,
                figure,
                isKept ? (Object) word(addsUp()) : null,
                word(waits),
                word(isKept)));
        for (Panel panel : panels) {
            columns.add(new Column("Unlogged_" + panel.columns().get(0).key() + "s", Kind.TEXT));
            row.add(unlogged(panel).stream().map(Object::toString).collect(Collectors.joining(" ")));
        }
        return new Panel("completeness", Picture.NONE, Optional.empty(), columns, List.of(row));
    }

    private static String word(boolean is) {
        return is ? "yes" : "no";
    }

    /** Whether the days add up to the month's figure, or there are none. */
    public boolean addsUp() {
        return total == figure || panels.get(0).isEmpty();
    }

    /** The days or hours of a panel of which no log has a line, as its first column has them: they have no figure, not even 0. */
    public static List<Object> unlogged(Panel panel) {
        List<Object> unlogged = new ArrayList<>();
        for (List<@Nullable Object> row : panel.rows()) {
            Object first = row.get(0);
            if (first != null && row.stream().skip(1).allMatch(Objects::isNull)) {
                unlogged.add(first);
            }
        }
        return unlogged;
    }

    private static List<MetricType> metrics(ReportingSite now, View view) {
        Set<MetricType> occurring = Overview.occurring(now.site().config());
        Set<MetricType> metrics = new LinkedHashSet<>(List.of(view.metric()));
        OverviewPanels.HEADLINE.stream()
                .filter(occurring::contains)
                .filter(view::counts)
                .forEach(metrics::add);
        return List.copyOf(metrics);
    }

    /** A day without a line in any log has no figure, not even 0. */
    private static Panel days(MonthCourse course, List<MetricType> metrics) {
        List<List<@Nullable Object>> cells = new ArrayList<>();
        boolean known = course.reason() == MonthCourse.Reason.NONE;
        for (int i = 1; known && i <= course.month().lengthOfMonth(); i++) {
            LocalDate day = course.month().atDay(i);
            List<@Nullable Object> row = new ArrayList<>(List.of(day));
            metrics.forEach(metric -> row.add(course.isLogged(day) ? (Object) course.count(day, metric) : null));
            cells.add(row);
        }
        return panel(
                "days",
                new Column("Day", Kind.DAY_OF_MONTH),
                metrics,
                cells,
                known ? "" : "note.days." + course.reason());
    }

    private static Panel hours(MonthCourse course, LocalDate day, List<MetricType> metrics) {
        List<List<@Nullable Object>> cells = new ArrayList<>();
        boolean known = course.reason() == MonthCourse.Reason.NONE;
        for (int i = 0; known && i < HOURS; i++) {
            int hour = i;
            List<@Nullable Object> row = new ArrayList<>(List.of(hour));
            metrics.forEach(
                    metric -> row.add(course.isLogged(day, hour) ? (Object) course.count(day, hour, metric) : null));
            cells.add(row);
        }
        return panel(
                "hours",
                new Column("Hour", Kind.HOUR_OF_DAY),
                metrics,
                cells,
                known ? "" : "note.days." + course.reason());
    }

    private static Panel panel(
            String id, Column first, List<MetricType> metrics, List<List<@Nullable Object>> cells, String note) {
        List<Column> columns = new ArrayList<>(List.of(first));
        metrics.forEach(metric -> columns.add(new Column(metric.code(), Kind.COUNT)));
        return new Panel(id, Picture.COLUMNS, Optional.empty(), columns, cells, note);
    }
}
