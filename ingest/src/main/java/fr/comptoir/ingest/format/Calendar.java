package fr.comptoir.ingest.format;

/** Days of the Gregorian calendar. */
final class Calendar {
    static final long DAY_MILLIS = 86_400_000;
    static final long NO_TIME = Long.MIN_VALUE;

    private static final byte[] MONTH_DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private Calendar() {}

    static boolean exists(int year, int month, int day) {
        if (year < 1970 || year > 9999 || month < 1 || month > 12 || day < 1) {
            return false;
        }
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return day <= (leap && month == 2 ? 29 : MONTH_DAYS[month - 1]);
    }

    /** Days since 1970-01-01 of a day that exists. */
    static long epochDay(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        int era = y / 400;
        int yearOfEra = y - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return era * 146_097L + yearOfEra * 365L + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    }

    /** Month 1 to 12 of its English name's first three letters in any case, or -1. */
    static int month(byte[] bytes, int at, int to) {
        if (to - at < 3) {
            return -1;
        }
        for (int month = 0; month < 12; month++) {
            if ((bytes[at] | 0x20) == MONTHS.charAt(3 * month)
                    && (bytes[at + 1] | 0x20) == MONTHS.charAt(3 * month + 1)
                    && (bytes[at + 2] | 0x20) == MONTHS.charAt(3 * month + 2)) {
                return month + 1;
            }
        }
        return -1;
    }

    static boolean isTime(int hour, int minute, int second) {
        return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
    }

    /** Milliseconds east of Greenwich of {@code +hhmm}, or {@link Integer#MIN_VALUE} when it is none. */
    static int offsetMillis(byte sign, int hours, int minutes) {
        if ((sign != '+' && sign != '-') || hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        int millis = (hours * 60 + minutes) * 60_000;
        return sign == '-' ? -millis : millis;
    }
}
