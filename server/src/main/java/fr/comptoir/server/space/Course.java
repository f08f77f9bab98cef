package fr.comptoir.server.space;

import fr.comptoir.server.web.Written;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.StringJoiner;

/** The course by month of what a row is about, drawn and said. */
final class Course {
    private final List<YearMonth> months;
    private final List<YearMonth> known;
    private final Set<YearMonth> counted;

    /**
     * What is alike for all rows of a table.
     *
     * @param asked the months that are looked at
     * @param counted those that have figures
     */
    Course(Set<YearMonth> asked, Set<YearMonth> counted) {
        this.months = List.copyOf(asked);
        this.counted = counted;
        this.known = months.stream().filter(counted::contains).toList();
    }

    /** A small line over the months asked, from 0 up, in a field of 100 by 20; a month without figures is a gap in it. */
    String path(SortedMap<YearMonth, Long> course) {
        long most = course.values().stream().mapToLong(Long::longValue).max().orElse(0);
        StringJoiner path = new StringJoiner(" ");
        boolean draws = false;
        for (int i = 0; i < months.size(); i++) {
            YearMonth month = months.get(i);
            if (!counted.contains(month)) {
                draws = false;
                continue;
            }
            double x = months.size() == 1 ? 50 : 100.0 * i / (months.size() - 1);
            double y = most == 0 ? 19 : 19 - 18.0 * course.getOrDefault(month, 0L) / most;
            String point = Math.round(x * 10) / 10.0 + "," + Math.round(y * 10) / 10.0;
            boolean alone = !draws && (i + 1 == months.size() || !counted.contains(months.get(i + 1)));
            path.add((draws ? "L" : "M") + point + (alone ? " h1" : ""));
            draws = true;
        }
        return path.toString();
    }

    /** The same in words: the most and the least of a month, and how many months have no figure. */
    String said(SortedMap<YearMonth, Long> course, PageTexts texts, Locale locale, Written written) {
        int missing = months.size() - known.size();
        String gaps = missing == 0 ? "" : texts.say(locale, "course.gaps", missing);
        if (known.isEmpty()) {
            return gaps;
        }
        Comparator<YearMonth> byCount = Comparator.comparing(month -> course.getOrDefault(month, 0L));
        YearMonth most = Collections.max(known, byCount);
        YearMonth least = Collections.min(known, byCount);
        String said = texts.say(
                locale,
                "course.said",
                written.count(course.getOrDefault(most, 0L)),
                written.month(most),
                written.count(course.getOrDefault(least, 0L)),
                written.month(least));
        return gaps.isEmpty() ? said : said + " " + gaps;
    }
}
