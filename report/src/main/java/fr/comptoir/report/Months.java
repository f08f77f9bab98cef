package fr.comptoir.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How months are read and written. */
final class Months {
    private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?");
    private static final DateTimeFormatter HEADING = DateTimeFormatter.ofPattern("MMM-yyyy", Locale.ENGLISH);

    private Months() {}

    /** The month of {@code yyyy-mm} or of the day {@code yyyy-mm-dd}; empty when it is neither or does not exist. */
    static Optional<YearMonth> parse(String text) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches() || matcher.group(1).equals("0000")) {
            return Optional.empty();
        }
        int day = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
        try {
            return Optional.of(YearMonth.from(
                    LocalDate.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static List<YearMonth> from(YearMonth begin, YearMonth end) {
        return begin.atDay(1)
                .datesUntil(end.plusMonths(1).atDay(1), java.time.Period.ofMonths(1))
                .map(YearMonth::from)
                .toList();
    }

    /** {@code yyyy-mm-dd} of the first day. */
    static String firstDay(YearMonth month) {
        return month.atDay(1).toString();
    }

    /** {@code yyyy-mm-dd} of the last day. */
    static String lastDay(YearMonth month) {
        return month.atEndOfMonth().toString();
    }

    /** {@code Mmm-yyyy}, the heading of a column. */
    static String heading(YearMonth month) {
        return HEADING.format(month);
    }
}
