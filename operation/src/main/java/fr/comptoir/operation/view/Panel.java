package fr.comptoir.operation.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One table of figures, of which the page's table and picture, its JSON, its CSV and its workbook are all made.
 *
 * @param id names it in addresses and messages
 * @param picture what is drawn of it
 * @param field by which a click on a row narrows, by the value of the first column; empty when it does not
 * @param rows a cell for each column: a {@link String}, {@link java.time.YearMonth} or another date or time,
 *     {@link Long} or {@link Double}; null where there is nothing to say
 * @param note names the sentence that a reader should know, as why there are no figures; blank for none
 */
public record Panel(
        String id,
        Picture picture,
        Optional<Field> field,
        List<Column> columns,
        List<List<@Nullable Object>> rows,
        String note) {
    /** How a panel is drawn: its first column against the figures. */
    public enum Picture {
        /** Nothing is drawn. */
        NONE,
        /** A line for each column of figures, over months. */
        LINES,
        /** A column for each month or year. */
        COLUMNS,
        /** A bar for each row, by the first column of figures. */
        BARS,
        /** Streams from the first column through the second to the third, as wide as the first column of figures. */
        FLOW
    }

    /** What a column holds. */
    public enum Kind {
        TEXT,
        /** The id of a title or item: for programs, and for links. */
        ID,
        /** A word of the Code or of the catalogue, which pages translate. */
        CODE,
        MONTH,
        /** A {@link java.time.LocalDate}. */
        DAY,
        /** The beginning of an hour in the platform's time zone, a {@link java.time.LocalDateTime}. */
        HOUR,
        /** An {@link java.time.Instant}. */
        MOMENT,
        /** A {@link java.time.LocalDate} among others of its month, shown with its weekday. */
        DAY_OF_MONTH,
        /** An hour of a day, 0 to 23. */
        HOUR_OF_DAY,
        /** A year of publication, {@code yyyy}: 0001 for what has none, 9999 for what is not published yet. */
        YEAR,
        COUNT,
        /** An amount of money. */
        AMOUNT,
        /** A part of the whole, 0 to 1. */
        SHARE,
        /** What was there before, by which a change is reckoned. */
        BEFORE,
        /** The change against before, 0 for none, 1 for twice as much; nothing when there was nothing before. */
        CHANGE
    }

    /**
     * A column.
     *
     * @param key its name in files, in the words of the Code where it has one
     */
    public record Column(String key, Kind kind) {
        /** Whether its cells are numbers that stand right. */
        public boolean isNumber() {
            return switch (kind) {
                case TEXT, ID, CODE, MONTH, DAY, HOUR, MOMENT, DAY_OF_MONTH, HOUR_OF_DAY -> false;
                case YEAR, COUNT, AMOUNT, SHARE, BEFORE, CHANGE -> true;
            };
        }
    }

    public Panel {
        columns = List.copyOf(columns);
        List<List<@Nullable Object>> copy = new ArrayList<>();
        rows.forEach(row -> copy.add(Collections.unmodifiableList(new ArrayList<>(row))));
        rows = Collections.unmodifiableList(copy);
    }

    /** A panel of which nothing more is to be said. */
    public Panel(
            String id,
            Picture picture,
            Optional<Field> field,
            List<Column> columns,
            List<List<@Nullable Object>> rows) {
        this(id, picture, field, columns, rows, "");
    }

    /** The same with another note. */
    Panel with(String other) {
        return new Panel(id, picture, field, columns, rows, other);
    }

    /** The same of which only so many rows are there, the first ones. */
    public Panel first(int count) {
        return new Panel(id, picture, field, columns, rows.subList(0, Math.min(count, rows.size())), note);
    }

    /** The place of a column; -1 for none. */
    public int column(String key) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The number of the last page of so many rows, from 1. */
    static int lastPage(long total, int rows) {
        return (int) Math.max(1, (total + rows - 1) / rows);
    }
}
