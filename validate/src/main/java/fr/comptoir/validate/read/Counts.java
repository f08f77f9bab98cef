package fr.comptoir.validate.read;

import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.UsageRow;
import fr.comptoir.validate.finding.Findings;
import java.util.function.Supplier;

/** Reads a count: a whole number, not negative (CoP 5.1, section 3.2.2). */
final class Counts {
    private static final int DIGITS_MAX = 18;

    private final Findings findings;

    Counts(Findings findings) {
        this.findings = findings;
    }

    /** The number; {@link UsageRow#ABSENT} with a finding when it is none. */
    long read(String text, Supplier<String> place) {
        long number = digits(text);
        if (number >= 0) {
            return number;
        }
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            findings.add(
                    Form.BLANK_COUNT,
                    place,
                    () -> Sentence.of("count-blank", "the count is blank; a month without usage is written 0"));
            return 0;
        }
        if (digits(stripped) >= 0) {
            findings.add(
                    Form.COUNT_NOT_NUMBER,
                    place,
                    () -> Sentence.of("count-not-a-number.blank", "there is a blank around the count {0}", stripped));
            return digits(stripped);
        }
        findings.add(
                Form.COUNT,
                place,
                () -> Sentence.of("count.text", "the count is \"{0}\"; it must be a whole number, not negative", text));
        return UsageRow.ABSENT;
    }

    /** The value of a text of digits, or -1. */
    static long digits(String text) {
        int length = text.length();
        if (length == 0 || length > DIGITS_MAX) {
            return -1;
        }
        long number = 0;
        for (int at = 0; at < length; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
