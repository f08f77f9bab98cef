package fr.comptoir.ingest.read;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Says in which day and hour of the platform's time zone an instant lies. It remembers the hour of the last answer, which most lines of a
 * log share with the one before. Not thread-safe.
 */
final class LocalHours {
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;

    private final ZoneRules rules;
    private long from = 1;
    private long to;
    private int day;
    private int hour;

    LocalHours(ZoneId zone) {
        rules = zone.getRules();
    }

    /** @param time milliseconds since 1970 UTC */
    void locate(long time) {
        if (time < from || time >= to) {
            move(time);
        }
    }

    /** Days since 1970-01-01 of the instant last located. */
    int day() {
        return day;
    }

    /** The hour by its name, 0 to 23: the two that autumn has of one name are one. */
    int hour() {
        return hour;
    }

    private void move(long time) {
        Instant instant = Instant.ofEpochMilli(time);
        long offset = rules.getOffset(instant).getTotalSeconds() * 1000L;
        long local = time + offset;
        day = (int) Math.floorDiv(local, DAY);
        hour = (int) (Math.floorMod(local, DAY) / HOUR);
        from = Math.floorDiv(local, HOUR) * HOUR - offset;
        to = from + HOUR;
        ZoneOffsetTransition next = rules.nextTransition(instant);
        if (next != null) {
            to = Math.min(to, next.toEpochSecond() * 1000);
        }
        ZoneOffsetTransition before = rules.previousTransition(instant.plusMillis(1));
        if (before != null) {
            from = Math.max(from, before.toEpochSecond() * 1000);
        }
    }
}
