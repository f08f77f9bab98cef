package fr.comptoir.operation.ingestion;

import fr.comptoir.model.action.Ledger;
import fr.comptoir.model.action.LineOutcome;
import fr.comptoir.operation.ingestion.Ingestion.Frequent;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.Panel.Picture;
import fr.comptoir.store.action.HeldItems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was read as tables, of which pages and files are made alike. */
public final class IngestionPanels {
    private static final int HASH_SHOWN = 12;
    /** The reason of lines that an earlier program read. */
    private static final String NOT_NOTED = "not_noted";

    /** Where a dated line can end, what counts first. */
    private static final List<LineOutcome> OUTCOMES = List.of(
            LineOutcome.ACTION,
            LineOutcome.HELD_UNKNOWN_ITEM,
            LineOutcome.EXCLUDED_ROBOT,
            LineOutcome.EXCLUDED_STATUS,
            LineOutcome.EXCLUDED_NOT_CONTENT,
            LineOutcome.EXCLUDED_METHOD);

    private IngestionPanels() {}

    /** Where the lines of a month ended, beside those of the month before; the rows add up to the lines. */
    public static Panel ledger(MonthLedger month, MonthLedger before) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (LineOutcome outcome : OUTCOMES) {
            rows.add(row(outcome.code(), month.lines(), before.lines(), outcome));
        }
        rows.add(row("lines", month.lines(), before.lines(), null));
        return panel(
                "ledger",
                List.of(
                        new Column("Outcome", Kind.CODE),
                        count("Lines"),
                        new Column("Share", Kind.SHARE),
                        count("Lines_Month_Before"),
                        new Column("Share_Month_Before", Kind.SHARE),
                        new Column("Change", Kind.CHANGE)),
                rows);
    }

    /** @param outcome null for all of them */
    private static List<@Nullable Object> row(String name, Ledger lines, Ledger before, @Nullable LineOutcome outcome) {
        long now = outcome == null ? lines.lines() : lines.count(outcome);
        long then = outcome == null ? before.lines() : before.count(outcome);
        List<@Nullable Object> row = new ArrayList<>();
        row.add(name);
        row.add(now);
        row.add(share(now, lines.lines()));
        row.add(then);
        row.add(share(then, before.lines()));
        row.add(then == 0 ? null : (double) (now - then) / then);
        return row;
    }

    private static @Nullable Double share(long part, long of) {
        return of == 0 ? null : (double) part / of;
    }

    /** All months, the latest first. */
    public static Panel months(List<MonthLedger> months) {
        List<Column> columns = new ArrayList<>(List.of(new Column("Month", Kind.MONTH)));
        columns.addAll(outcomes());
        columns.add(count("Missing_Hours"));
        columns.add(count("Logs"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        months.stream()
                .sorted(Comparator.comparing(MonthLedger::month).reversed())
                .forEach(month -> {
                    List<@Nullable Object> row = new ArrayList<>();
                    row.add(month.month());
                    addOutcomes(month.lines(), row);
                    row.add(month.missingHours());
                    row.add((long) month.logs().size());
                    rows.add(row);
                });
        return panel("months", columns, rows);
    }

    /** The days of a month. */
    public static Panel days(MonthLedger month) {
        List<Column> columns = new ArrayList<>(List.of(new Column("Day", Kind.DAY)));
        columns.addAll(outcomes());
        columns.add(count("Missing_Hours"));
        columns.add(new Column("Hours_Without_A_Line", Kind.TEXT));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (MonthLedger.Day day : month.days().values()) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(day.day());
            addOutcomes(day.lines(), row);
            row.add((long) day.missing().size());
            row.add(hours(day.missing()));
            rows.add(row);
        }
        return panel("days", columns, rows);
    }

    /** {@code 3–5, 11}. */
    static String hours(List<Integer> hours) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < hours.size(); i++) {
            int from = i;
            while (i + 1 < hours.size() && hours.get(i + 1) == hours.get(i) + 1) {
                i++;
            }
            text.append(text.isEmpty() ? "" : ", ").append(hours.get(from));
            if (i > from) {
                text.append('–').append(hours.get(i));
            }
        }
        return text.toString();
    }

    /** The logs with lines of a month. */
    public static Panel logs(MonthLedger month) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("Log", Kind.TEXT),
                new Column("Hash", Kind.ID),
                count("Bytes"),
                count("From_Line"),
                new Column("First_Hour", Kind.HOUR),
                new Column("Last_Hour", Kind.HOUR)));
        columns.addAll(outcomes());
        columns.add(count("Malformed"));
        columns.add(count("Lines_Of_All_Months"));
        columns.add(count("Run"));
        columns.add(new Column("Counted_At", Kind.MOMENT));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (MonthLedger.Log log : month.logs()) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(shortened(log.input().name()));
            row.add(log.input().contentHash().substring(0, HASH_SHOWN));
            row.add(log.input().bytes());
            row.add((long) log.input().firstLine());
            row.add(log.first().orElse(null));
            row.add(log.last().orElse(null));
            addOutcomes(log.lines(), row);
            row.add(log.whole().count(LineOutcome.MALFORMED));
            row.add(log.whole().lines());
            row.add((long) log.run());
            row.add(log.at());
            rows.add(row);
        }
        return panel("logs", columns, rows);
    }

    /** Kinds of path that no page rule matched. */
    public static Panel unmatched(List<Frequent> paths) {
        return frequent("unmatched", "Path", paths);
    }

    /** Entries of lists of robots. */
    public static Panel patterns(List<Frequent> patterns) {
        return frequent("patterns", "Pattern", patterns);
    }

    private static Panel frequent(String id, String what, List<Frequent> all) {
        return panel(
                id,
                List.of(new Column(what, Kind.TEXT), count("Lines")),
                all.stream().map(one -> row(one.text(), one.lines())).toList());
    }

    /** Items that the catalogue does not know. */
    public static Panel held(HeldItems items) {
        return panel(
                "held",
                List.of(
                        new Column("Item_ID", Kind.TEXT),
                        count("Lines"),
                        new Column("First_Day", Kind.DAY),
                        new Column("Last_Day", Kind.DAY)),
                items.most().stream()
                        .map(item -> row(item.id(), item.lines(), item.first(), item.last()))
                        .toList());
    }

    /**
     * Logs with lines that could not be read, a row for each reason, and the files below {@code data/rejects/} that have these; never the lines
     * themselves.
     */
    public static Panel rejects(List<Ingestion.Rejects> logs) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Ingestion.Rejects log : logs) {
            for (Ingestion.Reason reason : log.reasons()) {
                rows.add(row(
                        shortened(log.log()),
                        reason.kind(),
                        reason.part(),
                        reason.lines(),
                        (long) reason.first(),
                        (long) log.run(),
                        name(log.file())));
            }
            if (log.reasons().isEmpty()) {
                List<@Nullable Object> row =
                        row(shortened(log.log()), NOT_NOTED, "", log.lines(), "", (long) log.run(), name(log.file()));
                row.set(4, null);
                rows.add(row);
            }
        }
        return panel(
                "rejects",
                List.of(
                        new Column("Log", Kind.TEXT),
                        new Column("Reason", Kind.CODE),
                        new Column("Value", Kind.TEXT),
                        count("Lines"),
                        count("First_Line"),
                        count("Run"),
                        new Column("File", Kind.ID)),
                rows);
    }

    /** With the folder in which it lies, but no more of its path: that is nobody else's business. */
    static String shortened(String log) {
        int slash = log.lastIndexOf('/');
        int folder = slash < 0 ? -1 : log.lastIndexOf('/', slash - 1);
        return log.substring(folder + 1);
    }

    private static String name(Optional<Path> file) {
        return file.map(path -> String.valueOf(path.getFileName())).orElse("");
    }

    /** What the lists of robots dropped of the content lines of each month, the latest first. */
    public static Panel robots(List<MonthLedger> months) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        months.stream()
                .sorted(Comparator.comparing(MonthLedger::month).reversed())
                .forEach(month -> {
                    long robots = month.lines().count(LineOutcome.EXCLUDED_ROBOT);
                    long content = robots
                            + month.lines().count(LineOutcome.HELD_UNKNOWN_ITEM)
                            + month.lines().count(LineOutcome.ACTION);
                    List<@Nullable Object> row = new ArrayList<>();
                    row.add(month.month());
                    row.add(content);
                    row.add(robots);
                    row.add(share(robots, content));
                    rows.add(row);
                });
        return panel(
                "robots",
                List.of(
                        new Column("Month", Kind.MONTH),
                        count("Lines_Of_Content"),
                        count("Excluded_Robot"),
                        new Column("Share", Kind.SHARE)),
                rows);
    }

    private static List<Column> outcomes() {
        return List.of(
                count("Lines"),
                count("Actions"),
                count("Held_Unknown_Item"),
                count("Excluded_Robot"),
                count("Excluded_Status"),
                count("Excluded_Not_Content"),
                count("Excluded_Method"));
    }

    private static void addOutcomes(Ledger lines, List<@Nullable Object> row) {
        row.add(lines.lines());
        OUTCOMES.forEach(outcome -> row.add(lines.count(outcome)));
    }

    private static Column count(String key) {
        return new Column(key, Kind.COUNT);
    }

    private static List<@Nullable Object> row(Object... cells) {
        List<@Nullable Object> row = new ArrayList<>();
        Collections.addAll(row, cells);
        return row;
    }

    private static Panel panel(String id, List<Column> columns, List<List<@Nullable Object>> rows) {
        return new Panel(id, Picture.NONE, Optional.empty(), columns, rows);
    }
}
