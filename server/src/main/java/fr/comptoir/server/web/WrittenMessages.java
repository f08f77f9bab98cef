package fr.comptoir.server.web;

import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Sentences from message files, in which days, months and moments stand as {@link Written} writes them, a month with its whole name. */
final class WrittenMessages extends ResourceBundleMessageSource {
    private final ZoneId zone;

    WrittenMessages(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    protected Object[] resolveArguments(@Nullable Object @Nullable [] arguments, Locale locale) {
        Object[] resolved = super.resolveArguments(arguments, locale);
        Object[] written = new Object[resolved.length];
        for (int i = 0; i < resolved.length; i++) {
            written[i] = resolved[i] instanceof Temporal time ? written(time, new Written(locale, zone)) : resolved[i];
        }
        return written;
    }

    private static String written(Temporal time, Written written) {
        return time instanceof YearMonth month ? written.longMonth(month) : written.time(time);
    }
}
