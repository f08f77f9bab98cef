package fr.comptoir.server.months;

import fr.comptoir.customers.month.Anomaly;
import fr.comptoir.operation.DueMonths.Due;
import fr.comptoir.operation.Months;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.Panel.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Months and cases of unusual usage, as tables for programs. */
final class MonthPanels {
    private MonthPanels() {}

    /** The rows of the page; of a closed month nothing is due, and so there is no stage. */
    static Panel months(List<MonthsController.Row> months) {
        List<Column> columns = List.of(
                new Column("Month", Kind.MONTH),
                new Column("State", Kind.CODE),
                new Column("Stage", Kind.CODE),
                new Column("Complete", Kind.CODE),
                new Column("Gaps", Kind.COUNT),
                new Column("Due_On", Kind.DAY),
                new Column("Actions", Kind.COUNT),
                new Column("Double_Clicks", Kind.COUNT),
                new Column("Held", Kind.COUNT),
                new Column("Counted_At", Kind.MOMENT),
                new Column("Announced", Kind.CODE),
                new Column("Prepared", Kind.CODE));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (MonthsController.Row row : months) {
            Months.Month month = row.month();
            Due due = row.due();
            rows.add(Arrays.asList(
                    month.month(),
                    month.state(),
                    due == null ? null : word(due.stage()),
                    due == null ? null : word(due.isComplete()),
                    due == null ? null : (Object) (long) due.missing().size(),
                    due == null ? null : due.dueOn(),
                    month.linesCounted(),
                    month.doubleClicks(),
                    month.held(),
                    month.countedAt(),
                    word(row.announced()),
                    word(row.prepared())));
        }
        return new Panel("months", Picture.NONE, Optional.empty(), columns, rows);
    }

    static Panel anomalies(List<Anomaly> anomalies) {
        List<Column> columns = List.of(
                new Column("Anomaly", Kind.ID),
                new Column("Month", Kind.MONTH),
                new Column("Customer_ID", Kind.ID),
                new Column("Subject", Kind.CODE),
                new Column("Subject_ID", Kind.ID),
                new Column("Name", Kind.TEXT),
                new Column("Metric_Type", Kind.CODE),
                new Column("Value", Kind.COUNT),
                new Column("Mean_Before", Kind.BEFORE),
                new Column("Kind", Kind.CODE),
                new Column("State", Kind.CODE),
                new Column("Detected_At", Kind.MOMENT));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Anomaly one : anomalies) {
            rows.add(Arrays.asList(
                    one.id(),
                    one.month(),
                    one.customerId(),
                    one.subjectKind().toLowerCase(Locale.ROOT),
                    one.subject(),
                    one.name(),
                    one.metric(),
                    one.value(),
                    one.mean(),
                    word(one.kind()),
                    word(one.state()),
                    one.detectedAt()));
        }
        return new Panel("anomalies", Picture.NONE, Optional.empty(), columns, rows);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String word(boolean value) {
        return value ? "yes" : "no";
    }
}
