package fr.comptoir.server.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days and moments in the platform's time zone, as the pages show them. */
public final class Today {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Clock clock;
    private final ZoneId zone;

    Today(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** The day it is. */
    public LocalDate get() {
        return LocalDate.now(clock.withZone(zone));
    }

    /** This moment. */
    public Instant now() {
        return clock.instant();
    }

    /** The end of a day: the first moment of the next. */
    Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** To the minute; {@code ""} for none. */
    public String minute(@Nullable Instant moment) {
        return moment == null ? "" : MINUTE.format(moment.atZone(zone));
    }
}
