package fr.comptoir.ingest.page;

/** Undoes percent-encoding byte by byte. An escape that is not {@code %} and two hexadecimal digits stays as it is. */
final class PercentCoding {
    private PercentCoding() {}

    /**
     * Decodes {@code from[start..end)} into {@code to} at {@code at}, and gives where the result ends. It is never longer than its source.
     *
     * @param plus whether {@code +} is a blank, as in a query
     */
    static int decode(byte[] from, int start, int end, byte[] to, int at, boolean plus) {
        int out = at;
        for (int i = start; i < end; i++) {
            byte b = from[i];
            if (b == '%' && i + 2 < end && hex(from[i + 1]) >= 0 && hex(from[i + 2]) >= 0) {
                to[out++] = (byte) (hex(from[i + 1]) << 4 | hex(from[i + 2]));
                i += 2;
            } else {
                to[out++] = plus && b == '+' ? (byte) ' ' : b;
            }
        }
        return out;
    }

    private static int hex(byte digit) {
        return Character.digit(digit, 16);
    }
}
