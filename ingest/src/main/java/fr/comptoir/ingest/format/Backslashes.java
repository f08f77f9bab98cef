package fr.comptoir.ingest.format;

/**
 * Undoes backslash escapes: {@code \" \\ \/ \b \f \n \r \t \v}, {@code \xhh} (a byte) and <code>&#92;uhhhh</code> (UTF-16, written as
 * UTF-8; a lone surrogate becomes U+FFFD). What is none of these stays as it is.
 */
final class Backslashes {
    private Backslashes() {}

    static int decode(byte[] source, int from, int to, byte[] into, int at) {
        int end = at;
        int i = from;
        while (i < to) {
            byte b = source[i++];
            if (b != '\\' || i == to) {
                into[end++] = b;
                continue;
            }
            byte kind = source[i++];
            if (kind == 'x' && i + 2 <= to && (Hex.digit(source[i]) | Hex.digit(source[i + 1])) >= 0) {
                into[end++] = (byte) (Hex.digit(source[i]) << 4 | Hex.digit(source[i + 1]));
                i += 2;
            } else if (kind == 'u' && unit(source, i, to) >= 0) {
                int point = unit(source, i, to);
                i += 4;
                if (Character.isHighSurrogate((char) point)
                        && i + 6 <= to
                        && source[i] == '\\'
                        && source[i + 1] == 'u') {
                    int low = unit(source, i + 2, to);
                    if (low >= 0 && Character.isLowSurrogate((char) low)) {
                        point = Character.toCodePoint((char) point, (char) low);
                        i += 6;
                    }
                }
                end = utf8(point, into, end);
            } else {
                byte plain = single(kind);
                if (plain == 0) {
                    into[end++] = '\\';
                    plain = kind;
                }
                into[end++] = plain;
            }
        }
        return end;
    }

    private static byte single(byte kind) {
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 11;
            default -> 0;
        };
    }

    /** The UTF-16 unit of four hexadecimal digits, or -1. */
    private static int unit(byte[] source, int at, int to) {
        if (at + 4 > to) {
            return -1;
        }
        int value = 0;
        int bad = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = Hex.digit(source[i]);
            bad |= digit;
            value = value << 4 | digit;
        }
        return bad < 0 ? -1 : value;
    }

    private static int utf8(int codePoint, byte[] into, int at) {
        int point = codePoint >= 0xD800 && codePoint <= 0xDFFF ? 0xFFFD : codePoint;
        int end = at;
        if (point < 0x80) {
            into[end++] = (byte) point;
        } else if (point < 0x800) {
            into[end++] = (byte) (0xC0 | point >> 6);
            into[end++] = (byte) (0x80 | (point & 0x3F));
        } else if (point < 0x10000) {
            into[end++] = (byte) (0xE0 | point >> 12);
            into[end++] = (byte) (0x80 | (point >> 6 & 0x3F));
            into[end++] = (byte) (0x80 | (point & 0x3F));
        } else {
            into[end++] = (byte) (0xF0 | point >> 18);
            into[end++] = (byte) (0x80 | (point >> 12 & 0x3F));
            into[end++] = (byte) (0x80 | (point >> 6 & 0x3F));
            into[end++] = (byte) (0x80 | (point & 0x3F));
        }
        return end;
    }
}
