package fr.comptoir.validate.finding;

import fr.comptoir.model.text.Sentence;

/**
 * One thing that is wrong with a report.
 *
 * @param code what it is, for programs; see {@link Kind}
 * @param place where: {@code row 17, column YOP (F17)}, {@code row 3 (B3)}, a JSON pointer, or {@code file}
 * @param sentence what is wrong and what was expected
 * @param section the Code's section, as in {@code 5.1, 3.3.7}
 */
public record Finding(String code, Severity severity, String place, Sentence sentence, String section) {
    static final int MESSAGE_CHARS_MAX = 500;

    /** The sentence in English, cut where a report made it too long to be read. */
    public String message() {
        String message = sentence.toString();
        return message.length() <= MESSAGE_CHARS_MAX ? message : message.substring(0, MESSAGE_CHARS_MAX) + "...";
    }

    @Override
    public String toString() {
        return severity.label() + ": " + place + ": " + message() + " (CoP " + section + ") [" + code + "]";
    }
}
