package fr.comptoir.paper;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The two languages of documents, with how each writes numbers and dates. */
public enum Language {
    FRENCH(Locale.FRENCH, '\u202f'),
    ENGLISH(Locale.ENGLISH, ',');

    private final Locale locale;
    private final char thousands;

    Language(Locale locale, char thousands) {
        this.locale = locale;
        this.thousands = thousands;
    }

    /** The language of a code, {@code fr} or {@code en}. */
    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    /** {@code fr} or {@code en}. */
    public String code() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }

    /** {@code 1 234} with a narrow no-break space in French, {@code 1,234} in English. */
    public String number(long number) {
        StringBuilder text = new StringBuilder(Long.toString(number));
        for (int at = text.length() - 3; at > (number < 0 ? 1 : 0); at -= 3) {
            text.insert(at, thousands);
        }
        return text.toString();
    }

    /** {@code 1er mars 2026}, {@code 1 March 2026}. */
    public String date(LocalDate date) {
        String day = date.getDayOfMonth() == 1 && this == FRENCH ? "1er" : Integer.toString(date.getDayOfMonth());
        return day + DateTimeFormatter.ofPattern(" MMMM uuuu", locale).format(date);
    }

    /** {@code janvier 2026}, {@code January 2026}. */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL uuuu", locale).format(month);
    }

    /** {@code janv.}, {@code Jan}: without the year. */
    public String shortMonth(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLL", locale).format(month);
    }
}
