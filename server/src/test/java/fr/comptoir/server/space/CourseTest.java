package fr.comptoir.server.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** A small line over months: what was not counted is a gap in it and said so, what was not used is 0. */
class CourseTest {
    private static final YearMonth FIRST = YearMonth.of(2026, 1);
    private static final TreeMap<YearMonth, Long> COURSE = new TreeMap<>(Map.of(FIRST.plusMonths(1), 5L));

    static PageTexts texts() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("fr.comptoir.server.space.messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new PageTexts(messages, ZoneId.of("Europe/Paris"), name -> Optional.empty());
    }

    /** Of three months, of which some are counted. */
    private static Course course(int... counted) {
        return new Course(months(0, 1, 2), months(counted));
    }

    private static Set<YearMonth> months(int... places) {
        return IntStream.of(places).mapToObj(FIRST::plusMonths).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String said(Locale locale, int... counted) {
        return course(counted).said(COURSE, texts(), locale, texts().written(locale));
    }

    @Test
    void aMonthThatWasNotCountedIsAGap() {
        assertThat(course(1, 2).path(COURSE)).isEqualTo("M50.0,1.0 L100.0,19.0");
        assertThat(course(0, 2).path(COURSE)).isEqualTo("M0.0,19.0 h1 M100.0,19.0 h1");
    }

    @Test
    void theWordsSayTheMostTheLeastAndTheGaps() {
        assertThat(said(Locale.ENGLISH, 1, 2))
                .isEqualTo("At most 5 (Feb\u00a02026), at least 0 (Mar\u00a02026). One month without figures.");
        assertThat(said(Locale.FRENCH, 0, 1, 2))
                .isEqualTo("Au plus 5 (févr.\u00a02026), au moins 0 (janv.\u00a02026).");
        assertThat(said(Locale.ENGLISH)).isEqualTo("3 months without figures.");
    }
}
