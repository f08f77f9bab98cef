package fr.comptoir.ingest.format;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A time being put together from what a line says of it, in one field or in several. A time without zone is one of the platform's zone,
 * the earlier of two in autumn; one that spring leaves out is taken as if the clock had not been moved yet. Not thread-safe.
 */
final class Moment {
    private static final int UNKNOWN = Integer.MIN_VALUE;

    private final ZoneId zone;
    int year;
    int month;
    int day;
    int hour;
    int minute;
    int second;
    int milli;
    /** East of Greenwich, or unknown. */
    int offsetMillis;
    /** The whole time, when one field says it; {@link #milli} is added when it says whole seconds. */
    long epochMillis;

    private long zoneHour = Long.MIN_VALUE;
    private int zoneOffset;

    Moment(ZoneId zone) {
        this.zone = zone;
        clear();
    }

    void clear() {
        year = UNKNOWN;
        month = UNKNOWN;
        day = UNKNOWN;
        hour = 0;
        minute = 0;
        second = 0;
        milli = 0;
        offsetMillis = UNKNOWN;
        epochMillis = Calendar.NO_TIME;
    }

    /** Epoch milliseconds, or {@link Calendar#NO_TIME} when it is no time that exists or a part is missing. */
    long millis() {
        if (epochMillis != Calendar.NO_TIME) {
            return epochMillis % 1000 == 0 ? epochMillis + milli : epochMillis;
        }
        if (!Calendar.exists(year, month, day) || !Calendar.isTime(hour, minute, second)) {
            return Calendar.NO_TIME;
        }
        long hours = Calendar.epochDay(year, month, day) * 24 + hour;
        long local = hours * 3_600_000 + (minute * 60 + second) * 1000L + milli;
        if (offsetMillis != UNKNOWN) {
            return local - offsetMillis;
        }
        if (hours != zoneHour) {
            zoneOffset = offset(hours, 0);
            zoneHour = offset(hours, 59) == zoneOffset ? hours : Long.MIN_VALUE;
            if (zoneHour == Long.MIN_VALUE) {
                zoneOffset = offset(hours, minute);
            }
        }
        return local - zoneOffset;
    }

    private int offset(long hours, int minuteOfHour) {
        LocalDateTime local = LocalDateTime.ofEpochSecond(hours * 3600 + minuteOfHour * 60L, 0, ZoneOffset.UTC);
        return zone.getRules().getOffset(local).getTotalSeconds() * 1000;
    }
}
