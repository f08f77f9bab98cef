package fr.comptoir.ingest.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compiles the patterns of strftime(3) that Apache's {@code %{...}t} takes, with English names. */
final class Strftime {
    private final List<TimeForm> parts = new ArrayList<>();
    private String unknown = "";

    private Strftime() {}

    /** The conversion of a pattern that cannot be read ({@code %c}), if there is one. */
    static Optional<String> unknown(String pattern) {
        Strftime compiler = new Strftime();
        compiler.compile(pattern);
        return compiler.unknown.isEmpty() ? Optional.empty() : Optional.of(compiler.unknown);
    }

    /** A reader of the pattern, which has no unknown conversion. */
    static TimeForm reader(String pattern) {
        Strftime compiler = new Strftime();
        compiler.compile(pattern);
        TimeForm[] parts = compiler.parts.toArray(TimeForm[]::new);
        return (bytes, at, to, moment) -> {
            int next = at;
            for (TimeForm part : parts) {
                next = part.read(bytes, next, to, moment);
                if (next < 0) {
                    return -1;
                }
            }
            return next;
        };
    }

    private void compile(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c != '%') {
                literal(String.valueOf(c));
            } else if (++i < pattern.length()) {
                while (i + 1 < pattern.length() && "EO-_0^".indexOf(pattern.charAt(i)) >= 0) {
                    i++;
                }
                conversion(pattern.charAt(i));
            } else {
                unknown = "%";
            }
        }
    }

    private void conversion(char c) {
        switch (c) {
            case 'D' -> compile("%m/%d/%y");
            case 'F' -> compile("%Y-%m-%d");
            case 'R' -> compile("%H:%M");
            case 'T' -> compile("%H:%M:%S");
            case 'r' -> compile("%I:%M:%S %p");
            case 'n', 't' -> literal(c == 'n' ? "\n" : "\t");
            case '%' -> literal("%");
            default -> {
                TimeForm form = number(c);
                if (form == null) {
                    form = word(c);
                }
                if (form == null) {
                    unknown = "%" + c;
                } else {
                    parts.add(form);
                }
            }
        }
    }

    private void literal(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        parts.add((bytes, at, to, moment) -> Words.startsWith(bytes, at, to, wanted) ? at + wanted.length : -1);
    }

    private static @Nullable TimeForm number(char c) {
        return switch (c) {
            case 'Y' -> digits(4, (moment, value) -> moment.year = value);
            case 'y' -> digits(2, (moment, value) -> moment.year = 2000 + value);
            case 'm' -> digits(2, (moment, value) -> moment.month = value);
            case 'd', 'e' -> digits(2, (moment, value) -> moment.day = value);
            case 'H', 'k' -> digits(2, (moment, value) -> moment.hour = value);
            case 'I', 'l' -> digits(2, (moment, value) -> moment.hour = value >= 1 && value <= 12 ? value % 12 : -1);
            case 'M' -> digits(2, (moment, value) -> moment.minute = value);
            case 'S' -> digits(2, (moment, value) -> moment.second = value);
            case 'L' -> digits(3, (moment, value) -> moment.milli = value);
            case 'u', 'w' -> digits(1, (moment, value) -> {});
            case 'j' -> digits(3, (moment, value) -> {});
            case 's' -> EpochTime::readWholeSeconds;
            default -> null;
        };
    }

    private static @Nullable TimeForm word(char c) {
        return switch (c) {
            case 'b', 'h' -> Strftime::month;
            case 'B' ->
                (bytes, at, to, moment) -> {
                    int end = month(bytes, at, to, moment);
                    return end < 0 ? -1 : letters(bytes, end, to);
                };
            case 'a', 'A' ->
                (bytes, at, to, moment) -> {
                    int end = letters(bytes, at, to);
                    return end > at ? end : -1;
                };
            case 'p', 'P' -> Strftime::half;
            case 'z' -> Strftime::offset;
            case 'Z' -> Strftime::zone;
            default -> null;
        };
    }

    /** Takes the value of a part. */
    private interface Setter {
        void set(Moment moment, int value);
    }

    /** Digits; a blank may stand for a leading zero. */
    private static TimeForm digits(int count, Setter setter) {
        return (bytes, at, to, moment) -> {
            boolean padded = count == 2 && at < to && bytes[at] == ' ';
            int value = padded ? Words.number(bytes, at + 1, 1, to) : Words.number(bytes, at, count, to);
            if (value < 0) {
                return -1;
            }
            setter.set(moment, value);
            return at + count;
        };
    }

    private static int month(byte[] bytes, int at, int to, Moment moment) {
        moment.month = Calendar.month(bytes, at, to);
        return moment.month < 0 ? -1 : at + 3;
    }

    private static int letters(byte[] bytes, int at, int to) {
        int end = at;
        while (end < to && ((bytes[end] | 0x20) >= 'a' && (bytes[end] | 0x20) <= 'z')) {
            end++;
        }
        return end;
    }

    /** AM or PM, after the hour. */
    private static int half(byte[] bytes, int at, int to, Moment moment) {
        if (to - at < 2 || (bytes[at + 1] | 0x20) != 'm') {
            return -1;
        }
        int half = bytes[at] | 0x20;
        moment.hour += half == 'p' ? 12 : 0;
        return half == 'p' || half == 'a' ? at + 2 : -1;
    }

    private static int offset(byte[] bytes, int at, int to, Moment moment) {
        if (to - at < 5) {
            return -1;
        }
        int minutesAt = bytes[at + 3] == ':' ? at + 4 : at + 3;
        moment.offsetMillis = Calendar.offsetMillis(
                bytes[at], Words.number(bytes, at + 1, 2, to), Words.number(bytes, minutesAt, 2, to));
        return moment.offsetMillis == Integer.MIN_VALUE ? -1 : minutesAt + 2;
    }

    /** A zone's name: UTC, GMT and Z are known, any other is taken for the platform's. */
    private static int zone(byte[] bytes, int at, int to, Moment moment) {
        int end = letters(bytes, at, to);
        String name = new String(bytes, at, end - at, StandardCharsets.US_ASCII).toUpperCase(Locale.ROOT);
        if (name.equals("UTC") || name.equals("GMT") || name.equals("Z")) {
            moment.offsetMillis = 0;
        }
        return end > at ? end : -1;
    }
}
