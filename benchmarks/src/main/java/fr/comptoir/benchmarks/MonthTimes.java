package fr.comptoir.benchmarks;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;

/** The times of a month's lines, in order, fuller by day and on working days; in UTC and as a log writes them. */
final class MonthTimes {

    /** How much of a working day's traffic each hour has, from midnight. */
    private static final int[] HOURS = {
        14, 9, 7, 6, 6, 8, 14, 28, 52, 70, 76, 74, 58, 66, 78, 80, 74, 64, 52, 46, 44, 40, 32, 22
    };

    private static final int WEEKEND_PERCENT = 45;

    private final YearMonth month;
    private final byte[] stamp;
    private int second = -1;

    MonthTimes(YearMonth month) {
        this.month = month;
        this.stamp = Ascii.of("[01/" + month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + "/"
                + month.getYear() + ":00:00:00 +0000]");
    }

    int hours() {
        return month.lengthOfMonth() * 24;
    }

    /** For each hour of the month, how many lines of the total come before it; one entry more for the end. */
    long[] linesBefore(long lines) {
        long[] weights = new long[hours() + 1];
        for (int hour = 0; hour < hours(); hour++) {
            weights[hour + 1] = weights[hour] + weight(hour);
        }
        long all = weights[hours()];
        long[] before = new long[hours() + 1];
        for (int hour = 0; hour <= hours(); hour++) {
            before[hour] = Math.multiplyExact(lines, weights[hour]) / all;
        }
        return before;
    }

    private int weight(int hour) {
        LocalDate day = month.atDay(hour / 24 + 1);
        boolean weekend = day.getDayOfWeek().getValue() >= 6;
        return HOURS[hour % 24] * (weekend ? WEEKEND_PERCENT : 100);
    }

    /** The time stamp of a second of the month, in brackets; valid until the next call. */
    byte[] stamp(int secondOfMonth) {
        if (secondOfMonth != second) {
            second = secondOfMonth;
            digits(1, second / 86_400 + 1);
            digits(13, second / 3_600 % 24);
            digits(16, second / 60 % 60);
            digits(19, second % 60);
        }
        return stamp;
    }

    private void digits(int at, int number) {
        stamp[at] = (byte) ('0' + number / 10);
        stamp[at + 1] = (byte) ('0' + number % 10);
    }
}
