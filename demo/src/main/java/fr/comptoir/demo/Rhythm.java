package fr.comptoir.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;

/** When French readers read: by hour, by weekday, around public holidays and university vacations. */
final class Rhythm {

    /** Readers in each hour of a day, from midnight. */
    private static final int[] HOURS = {
        6, 3, 2, 1, 1, 2, 6, 16, 38, 62, 74, 70, 46, 52, 76, 80, 74, 60, 44, 36, 38, 36, 26, 14
    };

    private static final int HOURS_SUM = Arrays.stream(HOURS).sum();

    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 8),
            MonthDay.of(7, 14),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(11, 11),
            MonthDay.of(12, 25));

    private Rhythm() {}

    /** How much of a full working day's readers come on that day, in percent. */
    static int percent(LocalDate day) {
        int week = isHoliday(day) ? 25 : weekday(day.getDayOfWeek());
        return week * season(day) / 100;
    }

    private static int weekday(DayOfWeek day) {
        return switch (day) {
            case MONDAY, TUESDAY, THURSDAY -> 100;
            case WEDNESDAY -> 94;
            case FRIDAY -> 82;
            case SATURDAY -> 36;
            case SUNDAY -> 46;
        };
    }

    private static int season(LocalDate day) {
        return switch (day.getMonth()) {
            case JULY -> 60;
            case AUGUST -> 42;
            case SEPTEMBER -> 84;
            case DECEMBER -> day.getDayOfMonth() > 20 ? 40 : 100;
            case JANUARY -> day.getDayOfMonth() < 5 ? 45 : 100;
            default -> 100;
        };
    }

    private static boolean isHoliday(LocalDate day) {
        LocalDate easter = easter(day.getYear());
        return HOLIDAYS.contains(MonthDay.from(day))
                || day.equals(easter.plusDays(1))
                || day.equals(easter.plusDays(39))
                || day.equals(easter.plusDays(50));
    }

    /** Easter Sunday of the Gregorian calendar (Butcher's computation). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }

    /** A second of the day, from 0, as often as its hour is read in. */
    static int second(SplittableRandom random) {
        int rest = random.nextInt(HOURS_SUM);
        int hour = 0;
        while (rest >= HOURS[hour]) {
            rest -= HOURS[hour++];
        }
        return hour * 3_600 + random.nextInt(3_600);
    }
}
