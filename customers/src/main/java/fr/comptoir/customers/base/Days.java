package fr.comptoir.customers.base;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The days on which something holds, both ends included, in the platform's time zone.
 *
 * @param from null when it has always held
 * @param to null when no end is known
 */
public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {
    public static final Days ALWAYS = new Days(null, null);

    public static Days from(LocalDate day) {
        return new Days(day, null);
    }

    public static Days until(LocalDate day) {
        return new Days(null, day);
    }

    public boolean isBackwards() {
        return from != null && to != null && from.isAfter(to);
    }

    public boolean holds(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    public boolean overlaps(Days other) {
        return (from == null || other.to == null || !from.isAfter(other.to))
                && (to == null || other.from == null || !other.from.isAfter(to));
    }

    /** The value with its days, as {@code institutions.csv} writes them: {@code value@2024-01-01..}; the bare value for always. */
    public String of(String value) {
        if (from == null && to == null) {
            return value;
        }
        return value + "@" + (from == null ? "" : from) + ".." + (to == null ? "" : to);
    }

    /** A value and its days. */
    public record Value(String value, Days days) {
        /**
         * Reads what {@link Days#of} writes.
         *
         * @throws IllegalArgumentException with what is wrong
         */
        public static Value parse(String text) {
            int at = text.lastIndexOf('@');
            int dots = text.indexOf("..", Math.max(at, 0));
            if (at < 0 || dots < 0) {
                return new Value(text.strip(), ALWAYS);
            }
            Days days = new Days(day(text, text.substring(at + 1, dots)), day(text, text.substring(dots + 2)));
            if (days.isBackwards()) {
                throw new IllegalArgumentException("'" + text + "' ends before it begins");
            }
            return new Value(text.substring(0, at).strip(), days);
        }

        private static @Nullable LocalDate day(String text, String day) {
            try {
                return day.isBlank() ? null : LocalDate.parse(day.strip());
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        "'" + text + "': '" + day.strip() + "' is no day written yyyy-mm-dd", e);
            }
        }
    }
}
