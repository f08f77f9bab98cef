package fr.comptoir.customers.base;

import java.util.Locale;

/**
 * One thing wrong with what was to be kept.
 *
 * @param field the field's name, as in the record of changes
 * @param kind what is wrong; pages have a sentence for each in their languages
 * @param value the value, or what the sentence has to name
 */
public record Fault(String field, Kind kind, String value) {
    /** What can be wrong, with the sentence in English; {@code %s} is the value. */
    public enum Kind {
        BLANK("is blank"),
        TOO_LONG("is longer than %s characters"),
        CONTROL_CHARACTER("has a control character"),
        FORM("'%s' has not the form of this field"),
        CHECK_DIGIT("'%s' has a wrong check digit"),
        TAKEN("'%s' is there already"),
        UNKNOWN("'%s' is not known"),
        RESERVED("'%s' is reserved"),
        IMMUTABLE("cannot be changed once it is there; it is '%s'"),
        KIND("'%s' is of another kind"),
        CIRCLE("'%s' would close a circle"),
        DAYS("'%s' ends before it begins"),
        TWICE("'%s' stands twice on the same days"),
        TOO_MANY("has more than %s entries"),
        TOO_LARGE("is larger than %s bytes"),
        IMAGE("is no PNG, JPEG or SVG image"),
        SCRIPT("is an SVG image with scripts or outside references: '%s'"),
        TOO_SHORT("is shorter than %s characters"),
        GUESSABLE("is easily guessed: %s"),
        LAST_ADMINISTRATOR("'%s' is the last platform administrator"),
        UNPROVEN("'%s' is of an account that never proved it by an invitation"),
        STATE("'%s' does not allow this"),
        WRONG("is wrong");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }

    /** The sentence in English. */
    public String message() {
        return field + " " + String.format(Locale.ROOT, kind.sentence, value);
    }
}
