package fr.comptoir.ingest.format;

/**
 * Finds a cookie in a Cookie header ({@code a=1; b=2}). The blank after the semicolon may be missing or be written {@code +},
 * {@code %20} or {@code %2520}.
 */
final class Cookies {
    private static final long SEMICOLONS = Words.repeat(';');
    private static final byte[] ENCODED_BLANK = {'%', '2', '0'};
    private static final byte[] TWICE_ENCODED_BLANK = {'%', '2', '5', '2', '0'};

    private Cookies() {}

    /** Where the value of the first cookie of that name begins, or -1. */
    static int find(byte[] bytes, int from, int to, byte[] name) {
        int at = from;
        while (at < to) {
            int begin = skipBlanks(bytes, at, to);
            int value = begin + name.length + 1;
            if (value <= to && bytes[value - 1] == '=' && Words.startsWith(bytes, begin, to, name)) {
                return value;
            }
            at = end(bytes, at, to) + 1;
        }
        return -1;
    }

    /** One past the end of a value. */
    static int end(byte[] bytes, int value, int to) {
        return Words.find(bytes, value, to, SEMICOLONS);
    }

    private static int skipBlanks(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] == ' ' || bytes[at] == '+')) {
            at++;
        }
        if (Words.startsWith(bytes, at, to, ENCODED_BLANK)) {
            return at + ENCODED_BLANK.length;
        }
        return Words.startsWith(bytes, at, to, TWICE_ENCODED_BLANK) ? at + TWICE_ENCODED_BLANK.length : at;
    }
}
