package fr.comptoir.customers.month;

import fr.comptoir.customers.base.Language;
import java.time.Instant;
import java.time.YearMonth;

/**
 * What somebody wrote of a month, for who reads its figures.
 *
 * @param customerId whose readers see it; the customer of the whole platform for everybody
 * @param english {@code ""} when it is written in French only
 * @param french {@code ""} when it is written in English only
 * @param person who wrote it
 */
public record MonthNote(
        long id, String customerId, YearMonth month, String english, String french, String person, Instant enteredAt) {
    /** In a language, or in the one in which it is written. */
    public String text(Language language) {
        String own = language == Language.FR ? french : english;
        return own.isEmpty() ? english + french : own;
    }

    String change() {
        return month + ": " + (english.isEmpty() || french.isEmpty() ? english + french : english + " / " + french);
    }
}
