package fr.comptoir.server.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days, months, moments and numbers as a language writes them, moments in the platform's time zone. What is absent is {@code ""}. Whatever a
 * person reads is written here; files and the {@code datetime} of an element have the machine's form. For one page or text, not for several
 * threads.
 */
public final class Written {
    private static final int DAY_LENGTH = 10;
    private static final int MONTHS = 12;
    private static final Pattern ISO =
            Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z?)?\\b");
    private static final String APART = "\u00a0";

    private final Locale locale;
    private final ZoneId zone;
    private final @Nullable String[] shortMonths = new String[MONTHS];
    private @Nullable NumberFormat whole;

    /** @param zone of the platform */
    public Written(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
    }

    /** {@code 1er nov. 2026}, {@code 1 Nov 2026}. */
    public String day(@Nullable LocalDate day) {
        return day == null ? "" : numberOf(day) + APART + month(YearMonth.from(day));
    }

    /** The first of a month is an ordinal in French, and no other day. */
    private String numberOf(LocalDate day) {
        return day.getDayOfMonth() == 1 && isFrench() ? "1er" : String.valueOf(day.getDayOfMonth());
    }

    private boolean isFrench() {
        return locale.getLanguage().equals(Locale.FRENCH.getLanguage());
    }

    /** {@code sept. 2026}, {@code Sep 2026}. */
    public String month(@Nullable YearMonth month) {
        return month == null ? "" : shortName(month.getMonth()) + APART + month.getYear();
    }

    private String shortName(Month month) {
        String name = shortMonths[month.ordinal()];
        if (name == null) {
            name = month.getDisplayName(TextStyle.SHORT, locale);
            shortMonths[month.ordinal()] = name;
        }
        return name;
    }

    /** {@code septembre 2026}. */
    public String longMonth(@Nullable YearMonth month) {
        return month == null ? "" : month.format(DateTimeFormatter.ofPattern("MMMM uuuu", locale));
    }

    /** {@code Septembre 2026}, as a heading begins. */
    public String heading(@Nullable YearMonth month) {
        String text = longMonth(month);
        return text.isEmpty() ? "" : text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    /** To the minute: {@code 1er nov. 2026, 03:12}. */
    public String minute(@Nullable Instant moment) {
        return moment == null ? "" : minute(moment.atZone(zone).toLocalDateTime());
    }

    /** The same of a time in the platform's zone. */
    public String minute(@Nullable LocalDateTime time) {
        return time == null ? "" : day(time.toLocalDate()) + ", " + clock("HH:mm", time);
    }

    /** An hour of a day: {@code 1er nov. 2026, 3 h}, {@code 1 Nov 2026, 03:00}. */
    public String hour(@Nullable LocalDateTime time) {
        if (time == null) {
            return "";
        }
        String hour = isFrench() ? time.getHour() + APART + "h" : clock("HH:mm", time);
        return day(time.toLocalDate()) + ", " + hour;
    }

    private static String clock(String pattern, LocalDateTime time) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time);
    }

    /** Any of them: moments to the minute. */
    public String time(@Nullable Temporal time) {
        if (time instanceof LocalDate day) {
            return day(day);
        } else if (time instanceof YearMonth month) {
            return month(month);
        } else if (time instanceof Instant moment) {
            return minute(moment);
        } else if (time instanceof OffsetDateTime moment) {
            return minute(moment.toInstant());
        } else if (time instanceof LocalDateTime local) {
            return minute(local);
        }
        return time == null ? "" : time.toString();
    }

    /** A text with each day and moment in it, written as in ISO 8601, as the language writes it. */
    public String inText(@Nullable String text) {
        return text == null ? "" : ISO.matcher(text).replaceAll(found -> Matcher.quoteReplacement(iso(found.group())));
    }

    private String iso(String text) {
        try {
            if (text.length() == DAY_LENGTH) {
                return day(LocalDate.parse(text));
            }
            return text.endsWith("Z") ? minute(Instant.parse(text)) : minute(LocalDateTime.parse(text));
        } catch (DateTimeParseException e) {
            return text; // it only looks like one
        }
    }

    /** To the second, from ISO 8601 with an offset, which is the platform's. */
    public String second(String iso) {
        try {
            LocalDateTime time = OffsetDateTime.parse(iso).toLocalDateTime();
            return day(time.toLocalDate()) + ", " + clock("HH:mm:ss", time);
        } catch (DateTimeParseException e) {
            return iso;
        }
    }

    /** What stands in {@code datetime}: ISO 8601, moments in universal time to the second. */
    public String machine(@Nullable Temporal time) {
        if (time instanceof Instant moment) {
            return moment.truncatedTo(ChronoUnit.SECONDS).toString();
        }
        return time == null ? "" : time.toString();
    }

    /** A whole number, in groups of three digits. */
    public String count(@Nullable Number number) {
        if (number == null) {
            return "";
        }
        NumberFormat format = whole;
        if (format == null) {
            format = NumberFormat.getIntegerInstance(locale);
            whole = format;
        }
        return format.format(number.longValue());
    }

    /** A change, with its sign. */
    public String difference(@Nullable Number number) {
        if (number == null) {
            return "";
        }
        long value = number.longValue();
        String sign = value < 0 ? "−" : value > 0 ? "+" : "";
        return sign + count(Math.abs(value));
    }

    /** With so many digits after the decimal sign, and no more than needed. */
    public String decimal(@Nullable Number number, int digits) {
        if (number == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(digits);
        return format.format(number.doubleValue());
    }

    /** An amount of money with its currency: {@code 1 200,50 EUR}. */
    public String amount(@Nullable Number amount, String currency) {
        if (amount == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(amount) + APART + currency;
    }

    /** A part of a whole, 0 to 1, in hundredths; small ones with a digit more. */
    public String share(@Nullable Number share) {
        if (share == null) {
            return "";
        }
        double part = share.doubleValue();
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(part > 0 && part < 0.1 ? 1 : 0);
        return format.format(part);
    }
}
