package fr.comptoir.server.months;

import fr.comptoir.customers.month.Anomaly;
import fr.comptoir.operation.DueMonths.Due;
import fr.comptoir.operation.MonthHistory;
import fr.comptoir.operation.Months;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.server.web.ListTable;
import fr.comptoir.store.unusual.Explained;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Months and cases of unusual usage, as tables for programs. */
final class MonthPanels {
    /** The rows of the page; of a closed month nothing is due, and so there is no stage and no gap that keeps it open. */
    private static final ListTable<MonthsController.Row> MONTHS = ListTable.<MonthsController.Row>of("months")
            .column("Month", Kind.MONTH, row -> row.month().month())
            .column("State", Kind.CODE, row -> row.month().state())
            .column("Stage", Kind.CODE, ofDue(Due::stage))
            .column("Complete", Kind.CODE, ofDue(Due::isComplete))
            .column("Gaps", Kind.COUNT, ofDue(due -> due.missing().size()))
            .column("Missing_Hours", Kind.COUNT, MonthsController.Row::hoursWithoutALine)
            .column("Due_On", Kind.DAY, ofDue(Due::dueOn))
            .column("Actions", Kind.COUNT, row -> row.month().linesCounted())
            .column("Double_Clicks", Kind.COUNT, row -> row.month().doubleClicks())
            .column("Held", Kind.COUNT, row -> row.month().held())
            .column("Counted_At", Kind.MOMENT, row -> row.month().countedAt())
            .column("Announced", Kind.CODE, MonthsController.Row::announced)
            .column("Prepared", Kind.CODE, MonthsController.Row::prepared);

    private static final ListTable<Months.Gap> GAPS = ListTable.<Months.Gap>of("missing")
            .column("From", Kind.HOUR, Months.Gap::from)
            .column("To", Kind.HOUR, Months.Gap::to)
            .column("Hours", Kind.COUNT, Months.Gap::hours);

    private static final ListTable<Map.Entry<String, Long>> LINES = ListTable.<Map.Entry<String, Long>>of("lines")
            .column("Outcome", Kind.CODE, Map.Entry::getKey)
            .column("Lines", Kind.COUNT, Map.Entry::getValue);

    private static final ListTable<MonthHistory.Event> HISTORY = ListTable.<MonthHistory.Event>of("history")
            .column("Run", Kind.COUNT, MonthHistory.Event::run)
            .column("At", Kind.MOMENT, MonthHistory.Event::at)
            .column("Operation", Kind.CODE, MonthHistory.Event::operation)
            .column("Arguments", Kind.TEXT, event -> String.join(" ", event.arguments()))
            .column("Lines", Kind.COUNT, MonthHistory.Event::lines)
            .column("Program", Kind.TEXT, MonthHistory.Event::program);

    private static final ListTable<Anomaly> ANOMALIES = ListTable.<Anomaly>of("anomalies")
            .column("Anomaly", Kind.ID, Anomaly::id)
            .column("Month", Kind.MONTH, Anomaly::month)
            .column("Customer_ID", Kind.ID, Anomaly::customerId)
            .column("Subject", Kind.CODE, one -> one.subjectKind().toLowerCase(Locale.ROOT))
            .column("Subject_ID", Kind.ID, Anomaly::subject)
            .column("Name", Kind.TEXT, Anomaly::name)
            .column("Metric_Type", Kind.CODE, Anomaly::metric)
            .column("Value", Kind.COUNT, Anomaly::value)
            .column("Mean_Before", Kind.BEFORE, Anomaly::mean)
            .column("Kind", Kind.CODE, Anomaly::kind)
            .column("Threshold", Kind.BEFORE, ofMeasure((one, measure) -> measure.limit(one)))
            .column("Own_Threshold", Kind.CODE, ofMeasure((one, measure) -> measure.isOwn()))
            .column("State", Kind.CODE, Anomaly::state)
            .column("Detected_At", Kind.MOMENT, Anomaly::detectedAt);

    private static ListTable<Explained> explained(Map<String, String> titles) {
        return ListTable.<Explained>of("explained")
                .column("What", Kind.CODE, Explained::what)
                .column("Value", Kind.TEXT, Explained::value)
                .column("Name", Kind.TEXT, one -> one.what() == Explained.What.TITLE ? titles.get(one.value()) : null)
                .column("Before", Kind.COUNT, Explained::before)
                .column("Now", Kind.COUNT, Explained::now)
                .column("Share", Kind.SHARE, Explained::share);
    }

    private static final ListTable<Anomaly.Note> NOTES = ListTable.<Anomaly.Note>of("notes")
            .column("At", Kind.MOMENT, Anomaly.Note::at)
            .column("Person", Kind.TEXT, Anomaly.Note::person)
            .column("State", Kind.CODE, Anomaly.Note::state)
            .column("Text", Kind.TEXT, Anomaly.Note::text);

    private MonthPanels() {}

    private static Function<MonthsController.Row, @Nullable Object> ofDue(Function<Due, Object> cell) {
        return row -> {
            Due due = row.due();
            return due == null ? null : cell.apply(due);
        };
    }

    private static Function<Anomaly, @Nullable Object> ofMeasure(BiFunction<Anomaly, AnomalyMeasure, Object> cell) {
        return one -> {
            AnomalyMeasure measure = AnomalyParts.of(one).measure();
            return measure == null ? null : cell.apply(one, measure);
        };
    }

    static Panel months(List<MonthsController.Row> months) {
        return MONTHS.panel(months);
    }

    /** All that the page of one month shows. */
    static List<Panel> month(MonthsController.Row row, MonthHistory history) {
        Due due = row.due();
        List<Map.Entry<String, Long>> lines = new ArrayList<>(history.lines().entrySet());
        lines.add(Map.entry("double_clicks", row.month().doubleClicks()));
        lines.add(Map.entry("counted", row.month().linesCounted()));
        return List.of(
                MONTHS.panel(List.of(row)),
                GAPS.panel(due == null ? List.of() : due.missing()),
                LINES.panel(lines),
                HISTORY.panel(history.events()),
                ListTable.<String>of("inputs")
                        .column("Input", Kind.TEXT, input -> input)
                        .panel(row.month().inputs()));
    }

    static Panel anomalies(List<Anomaly> anomalies) {
        return ANOMALIES.panel(anomalies);
    }

    /**
     * All that the page of one case shows.
     *
     * @param titles what the titles are called that explain it, by id
     */
    static List<Panel> anomaly(
            Anomaly anomaly, AnomalyParts parts, Map<String, String> titles, List<Anomaly.Note> notes) {
        return List.of(
                ANOMALIES.panel(List.of(anomaly)),
                explained(titles).panel(parts.explained()),
                ListTable.<String>of("missing_days")
                        .column("Day", Kind.DAY, day -> day)
                        .panel(parts.missingDays()),
                NOTES.panel(notes));
    }
}
