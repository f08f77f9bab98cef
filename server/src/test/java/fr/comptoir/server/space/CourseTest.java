package fr.comptoir.server.space;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.operation.view.Preset.Period;
import fr.comptoir.operation.view.View;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** A small line over months: what was not counted is a gap in it and said so, what was not used is 0. */
class CourseTest {
    private static final YearMonth FIRST = YearMonth.of(2026, 1);
    private static final View VIEW =
            View.usual("uni", FIRST.plusMonths(2)).with(new Period(Optional.empty(), FIRST, FIRST.plusMonths(2)));
    private static final TreeMap<YearMonth, Long> COURSE = new TreeMap<>(Map.of(FIRST.plusMonths(1), 5L));

    static PageTexts texts() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("fr.comptoir.server.space.messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new PageTexts(messages, ZoneId.of("Europe/Paris"), name -> Optional.empty());
    }

    private static SortedSet<YearMonth> months(int... places) {
        SortedSet<YearMonth> months = new TreeSet<>();
        for (int place : places) {
            months.add(FIRST.plusMonths(place));
        }
        return months;
    }

    @Test
    void aMonthThatWasNotCountedIsAGap() {
        assertThat(texts().course(COURSE, VIEW, months(1, 2))).isEqualTo("M50.0,1.0 L100.0,19.0");
        assertThat(texts().course(COURSE, VIEW, months(0, 2))).isEqualTo("M0.0,19.0 h1 M100.0,19.0 h1");
    }

    @Test
    void theWordsSayTheMostTheLeastAndTheGaps() {
        assertThat(texts().courseSaid(COURSE, VIEW, months(1, 2), Locale.ENGLISH))
                .isEqualTo("At most 5 (Feb\u00a02026), at least 0 (Mar\u00a02026). One month without figures.");
        assertThat(texts().courseSaid(COURSE, VIEW, months(0, 1, 2), Locale.FRENCH))
                .isEqualTo("Au plus 5 (févr.\u00a02026), au moins 0 (janv.\u00a02026).");
        assertThat(texts().courseSaid(COURSE, VIEW, months(), Locale.ENGLISH)).isEqualTo("3 months without figures.");
    }
}
