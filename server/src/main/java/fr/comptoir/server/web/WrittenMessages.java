package fr.comptoir.server.web;

import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Sentences from message files, in which days, months and moments stand as {@link Written} writes them, a month with its whole name, and
 * names in their own reading order.
 */
final class WrittenMessages extends ResourceBundleMessageSource {
    private static final Pattern BEFORE_VOWEL = Pattern.compile("\\b([Dd]|[Qq]u)e ((?:avril|août|octobre) \\d{4})");

    private final ZoneId zone;
    private final Map<Locale, Map<String, String>> bare = new ConcurrentHashMap<>();

    WrittenMessages(ZoneId zone) {
        this.zone = zone;
    }

    /** What has no values to put in is made once: files of words do not change while the program runs. */
    @Override
    protected @Nullable String getMessageInternal(
            @Nullable String code, @Nullable Object @Nullable [] arguments, @Nullable Locale locale) {
        if (code == null || locale == null || (arguments != null && arguments.length > 0)) {
            return made(code, arguments, locale);
        }
        Map<String, String> known = bare.computeIfAbsent(locale, one -> new ConcurrentHashMap<>());
        String text = known.get(code);
        if (text == null) {
            text = made(code, arguments, locale);
            if (text != null) {
                known.put(code, text);
            }
        }
        return text;
    }

    /** In French {@code de} and the like lose their vowel before April, August and October, and what belongs together is not parted. */
    private @Nullable String made(
            @Nullable String code, @Nullable Object @Nullable [] arguments, @Nullable Locale locale) {
        String text = super.getMessageInternal(code, arguments, locale);
        boolean isFrench = locale != null && locale.getLanguage().equals(Locale.FRENCH.getLanguage());
        return text == null || !isFrench
                ? text
                : FrenchSpaces.kept(BEFORE_VOWEL.matcher(text).replaceAll("$1’$2"));
    }

    @Override
    protected Object[] resolveArguments(@Nullable Object @Nullable [] arguments, @Nullable Locale locale) {
        Object[] resolved = super.resolveArguments(arguments, locale);
        Written writing = new Written(locale == null ? Locale.ENGLISH : locale, zone);
        Object[] written = new Object[resolved.length];
        for (int i = 0; i < resolved.length; i++) {
            written[i] = written(resolved[i], writing);
        }
        return written;
    }

    private static Object written(Object argument, Written written) {
        if (argument instanceof Temporal time) {
            return written(time, written);
        }
        return argument instanceof String text ? ReadingOrder.isolated(text) : argument;
    }

    private static String written(Temporal time, Written written) {
        return time instanceof YearMonth month ? written.longMonth(month) : written.time(time);
    }
}
