package fr.comptoir.model.site;

import fr.comptoir.model.text.Sentence;

/**
 * One thing that is wrong with an input, in one clear sentence.
 *
 * @param file the file as the user named it
 * @param line line in the file from 1, or 0 when the problem is of the file as a whole
 * @param field column, key or parameter; {@code ""} when it is of the line as a whole
 * @param sentence what is wrong and what was expected
 */
public record Problem(Severity severity, String file, int line, String field, Sentence sentence) {
    /** An error stops the operation; a warning is said and the operation goes on. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** An error that only a command line says. */
    public static Problem error(String file, int line, String field, String message) {
        return error(file, line, field, Sentence.inEnglish(message));
    }

    public static Problem error(String file, int line, String field, Sentence sentence) {
        return new Problem(Severity.ERROR, file, line, field, sentence);
    }

    /** A warning that only a command line says. */
    public static Problem warning(String file, int line, String field, String message) {
        return warning(file, line, field, Sentence.inEnglish(message));
    }

    public static Problem warning(String file, int line, String field, Sentence sentence) {
        return new Problem(Severity.WARNING, file, line, field, sentence);
    }

    /** The sentence in English. */
    public String message() {
        return sentence.toString();
    }

    /** {@code file:line: field: message}, without the parts that are absent. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        text.append(": ");
        if (!field.isEmpty()) {
            text.append(field).append(": ");
        }
        return text.append(sentence).toString();
    }
}
