package fr.comptoir.ingest.format;

/** Percent-decoding; what is no escape stays as it is. */
final class Percents {
    private Percents() {}

    /** Decodes into {@code into} from {@code at} on, which may be the place of the source itself; gives one past the last byte. */
    static int decode(byte[] source, int from, int to, byte[] into, int at) {
        int end = at;
        int i = from;
        while (i < to) {
            byte b = source[i++];
            if (b == '%' && i + 1 < to) {
                int high = Hex.digit(source[i]);
                int low = Hex.digit(source[i + 1]);
                if ((high | low) >= 0) {
                    b = (byte) (high << 4 | low);
                    i += 2;
                }
            }
            into[end++] = b;
        }
        return end;
    }
}
