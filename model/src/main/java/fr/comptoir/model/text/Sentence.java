package fr.comptoir.model.text;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that is said to a person, in English, with what another language needs to say the same. Its French stands under its code in
 * {@code sentences_fr.properties} of the module that says it; the English stands in the code, once, for command lines and pages.
 *
 * @param code its name in message files, which stays when words change; {@code ""} when no other language needs to say it
 * @param english with {@code {0}}, {@code {1}} and so on in place of the values
 * @param values texts, numbers, and sentences that are a part of this one; a number that is a name, such as a code, is a text
 */
public record Sentence(String code, String english, List<Object> values) {
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

    public Sentence {
        values = List.copyOf(values);
    }

    public static Sentence of(String code, String english, Object... values) {
        return new Sentence(code, english, List.of(values));
    }

    /** A sentence that no page shows, or a part that is the same in all languages, as it stands. */
    public static Sentence inEnglish(String sentence) {
        return new Sentence("", "{0}", List.of(sentence));
    }

    /** Whether other languages can say it. */
    public boolean hasCode() {
        return !code.isEmpty();
    }

    /** The same sentence of other texts, those in its parts included. */
    public Sentence withTexts(UnaryOperator<String> text) {
        return new Sentence(
                code,
                english,
                values.stream()
                        .map(value -> value instanceof Sentence part
                                ? part.withTexts(text)
                                : value instanceof String old ? text.apply(old) : value)
                        .toList());
    }

    /** In English. */
    @Override
    public String toString() {
        return PLACE.matcher(english)
                .replaceAll(place ->
                        Matcher.quoteReplacement(String.valueOf(values.get(Integer.parseInt(place.group(1))))));
    }
}
