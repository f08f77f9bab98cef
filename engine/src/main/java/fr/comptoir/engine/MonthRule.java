package fr.comptoir.engine;

import java.time.YearMonth;

/**
 * An action belongs to the month of its day in the platform's time zone. Rows of the first 30 seconds after the month can replace a click
 * of its last ones, and are not counted here.
 */
record MonthRule(int firstDay, int lastDay) {
    static MonthRule of(YearMonth month) {
        return new MonthRule(
                Math.toIntExact(month.atDay(1).toEpochDay()),
                Math.toIntExact(month.atEndOfMonth().toEpochDay()));
    }

    boolean counts(int day) {
        return firstDay <= day && day <= lastDay;
    }
}
