package fr.comptoir.server.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day and the moment it is, in the platform's time zone. */
public final class Today {
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
}
