package fr.comptoir.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;

/** Dates and numbers as each language writes them; blanks in them do not break. */
class WrittenTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Written FRENCH = new Written(Locale.FRENCH, PARIS);
    private static final Written ENGLISH = new Written(Locale.ENGLISH, PARIS);

    @Test
    void daysAndMonths() {
        LocalDate first = LocalDate.of(2026, 9, 1);
        assertThat(FRENCH.day(first)).isEqualTo("1er\u00a0sept.\u00a02026");
        assertThat(ENGLISH.day(first)).isEqualTo("1\u00a0Sep\u00a02026");
        assertThat(FRENCH.day(first.plusDays(1))).isEqualTo("2\u00a0sept.\u00a02026");
        assertThat(FRENCH.day(null)).isEmpty();
        assertThat(FRENCH.longMonth(YearMonth.of(2026, 8))).isEqualTo("août 2026");
        assertThat(FRENCH.heading(YearMonth.of(2026, 8))).isEqualTo("Août 2026");
        assertThat(ENGLISH.heading(YearMonth.of(2026, 8))).isEqualTo("August 2026");
    }

    @Test
    void momentsAreThoseOfThePlatform() {
        Instant moment = Instant.parse("2026-06-30T22:05:09.123456Z");
        assertThat(FRENCH.minute(moment)).isEqualTo("1er\u00a0juil.\u00a02026, 00:05");
        assertThat(ENGLISH.time(moment)).isEqualTo("1\u00a0Jul\u00a02026, 00:05");
        assertThat(FRENCH.machine(moment)).isEqualTo("2026-06-30T22:05:09Z");
        LocalDateTime hour = LocalDateTime.of(2026, 3, 2, 7, 0);
        assertThat(FRENCH.hour(hour)).isEqualTo("2\u00a0mars\u00a02026, 7\u00a0h");
        assertThat(ENGLISH.hour(hour)).isEqualTo("2\u00a0Mar\u00a02026, 07:00");
        assertThat(FRENCH.second("2026-03-02T07:08:09.5+01:00")).isEqualTo("2\u00a0mars\u00a02026, 07:08:09");
        assertThat(FRENCH.second("never")).isEqualTo("never");
    }

    @Test
    void numbersHaveTheGroupsOfTheLanguage() {
        assertThat(FRENCH.count(1_234_567)).isEqualTo("1\u202f234\u202f567");
        assertThat(ENGLISH.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(FRENCH.decimal(1234.56, 1)).isEqualTo("1\u202f234,6");
        assertThat(FRENCH.share(0.0512)).isEqualTo("5,1\u00a0%");
        assertThat(ENGLISH.share(0.5)).isEqualTo("50%");
        assertThat(FRENCH.difference(-1200)).isEqualTo("−1\u202f200");
        assertThat(FRENCH.difference(3)).isEqualTo("+3");
        assertThat(FRENCH.difference(0)).isEqualTo("0");
    }

    @Test
    void daysWithinATextAreWrittenToo() {
        assertThat(FRENCH.inText("192.0.2.0/24 @2024-01-01..2024-12-31, seen 2024-05-01T10:00:00Z"))
                .isEqualTo("192.0.2.0/24 @1er\u00a0janv.\u00a02024..31\u00a0déc.\u00a02024,"
                        + " seen 1er\u00a0mai\u00a02024, 12:00");
        assertThat(FRENCH.inText("2024-13-45, 10.1234/2024-01-012, 12024-01-01"))
                .isEqualTo("2024-13-45, 10.1234/2024-01-012, 12024-01-01");
    }

    @Test
    void sentencesHaveThemAndTheirVowels() {
        MessageSource messages = WebSetup.messages(ZoneOffset.UTC);
        Object[] october = {YearMonth.of(2026, 10)};
        assertThat(messages.getMessage("restatement.title", october, Locale.FRENCH))
                .isEqualTo("Correction d’octobre 2026");
        assertThat(messages.getMessage("restatement.title", october, Locale.ENGLISH))
                .isEqualTo("Correction of October 2026");
        assertThat(messages.getMessage("restatement.title", new Object[] {YearMonth.of(2026, 5)}, Locale.FRENCH))
                .isEqualTo("Correction de mai 2026");
        Object[] days = {LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31)};
        assertThat(messages.getMessage("days.both", days, Locale.FRENCH))
                .isEqualTo("du 1er\u00a0janv.\u00a02026 au 31\u00a0janv.\u00a02026");
    }
}
