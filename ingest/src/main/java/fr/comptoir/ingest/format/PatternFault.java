package fr.comptoir.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Says which value of a pattern a line does not have as it should. */
final class PatternFault {
    private static final int SHOWN = 40;

    private PatternFault() {}

    /**
     * A value that is not as expected.
     *
     * @param written the value as the pattern writes it
     * @param last whether the pattern ends with it
     * @param from where the value should begin
     * @param to where it ends, or the line does
     */
    static String value(Step step, String written, boolean last, byte[] buffer, int from, int to) {
        String after = step.delimiter.length > 0
                ? " and then " + text(step.delimiter)
                : last ? " and then the end of the line" : "";
        return written + ": expected " + expected(step.meaning) + after + ", found " + found(buffer, from, to);
    }

    private static String expected(Meaning meaning) {
        return switch (meaning) {
            case NUMBER -> "a number or -";
            case TIME -> "a time as the format writes it";
            case ADDRESS -> "an address";
            case CHAIN -> "addresses with commas between them";
            case LIST -> "a list with commas or colons";
            case REQUEST -> "a request";
            case METHOD -> "a method";
            case TARGET, PATH -> "a path";
            case QUERY -> "a query";
            case STATUS -> "a status of three digits or -";
            case USER -> "one user name or -";
            case USER_AGENT -> "a user agent";
            case REFERER -> "a referrer";
            case HOST -> "a host";
            case COOKIES -> "cookies";
            case TEXT, OPAQUE -> "a value";
        };
    }

    /** What stands there, its beginning at the least, on one line. */
    static String found(byte[] buffer, int from, int to) {
        if (from >= to) {
            return "nothing";
        }
        String text = new String(buffer, from, Math.min(SHOWN, to - from), UTF_8);
        StringBuilder shown = new StringBuilder("\"");
        text.codePoints().forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c));
        return shown.append(to - from > SHOWN ? "..." : "").append('"').toString();
    }

    static String text(byte[] literal) {
        return found(literal, 0, literal.length);
    }
}
