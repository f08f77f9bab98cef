package fr.comptoir.registry;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * A value and the days on which it holds, written {@code value@2024-01-01..2024-06-30}; either side may be open, and without {@code @} it
 * always holds.
 *
 * @param from first day, days since 1970-01-01; {@link Integer#MIN_VALUE} when open
 * @param to last day, included; {@link Integer#MAX_VALUE} when open
 */
record Dated(String value, int from, int to) {
    /**
     * Reads the text.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static Dated parse(String text) {
        int at = text.lastIndexOf('@');
        int dots = text.indexOf("..", Math.max(at, 0));
        if (at < 0 || dots < 0) {
            return new Dated(text.strip(), Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        String first = text.substring(at + 1, dots).strip();
        String last = text.substring(dots + 2).strip();
        int from = first.isEmpty() ? Integer.MIN_VALUE : day(text, first);
        int to = last.isEmpty() ? Integer.MAX_VALUE : day(text, last);
        if (from > to) {
            throw new IllegalArgumentException("'" + text + "' ends before it begins");
        }
        return new Dated(text.substring(0, at).strip(), from, to);
    }

    private static int day(String text, String date) {
        try {
            return (int) LocalDate.parse(date).toEpochDay();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "': '" + date + "' is no day written yyyy-mm-dd", e);
        }
    }

    boolean holds(int day) {
        return from <= day && day <= to;
    }

    boolean overlaps(Dated other) {
        return from <= other.to && other.from <= to;
    }

    /** The same days of another value. */
    Dated with(String other) {
        return new Dated(other, from, to);
    }

    /** Canonical text, which {@link #parse} reads. */
    @Override
    public String toString() {
        if (from == Integer.MIN_VALUE && to == Integer.MAX_VALUE) {
            return value;
        }
        return value
                + "@"
                + (from == Integer.MIN_VALUE ? "" : LocalDate.ofEpochDay(from))
                + ".."
                + (to == Integer.MAX_VALUE ? "" : LocalDate.ofEpochDay(to));
    }
}
