package fr.comptoir.validate.finding;

/**
 * One thing that is wrong with a report.
 *
 * @param code what it is, for programs; see {@link Kind}
 * @param place where: {@code row 17, column YOP (F17)}, {@code row 3 (B3)}, a JSON pointer, or {@code file}
 * @param message what is wrong and what was expected, in one sentence
 * @param section the Code's section, as in {@code 5.1, 3.3.7}
 */
public record Finding(String code, Severity severity, String place, String message, String section) {
    @Override
    public String toString() {
        return severity.label() + ": " + place + ": " + message + " (CoP " + section + ") [" + code + "]";
    }
}
