package fr.comptoir.ingest.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds bytes eight at a time. In a long of eight bytes, the first byte first, {@code (v - ONES) & ~v & HIGHS} has its lowest bit in the
 * first zero byte; false bits come only after it. A byte that is looked for becomes a zero byte by xor.
 */
public final class Words {
    static final long ONES = 0x0101010101010101L;
    static final long BLANKS = ONES * ' ';
    static final long QUOTES = ONES * '"';
    static final long BACKSLASHES = ONES * '\\';
    public static final long SLASHES = ONES * '/';
    public static final long PERCENTS = ONES * '%';
    public static final long QUESTION_MARKS = ONES * '?';
    public static final long HASHES = ONES * '#';

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGHS = ONES << 7;
    private static final long ZEROS = ONES * '0';
    private static final long ABOVE_NINE = ONES * (0x7F - 9);

    private Words() {}

    /** Bytes {@code at} to {@code at + 7}, the first in the lowest bits. */
    public static long get(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    /** Bytes {@code at} to {@code at + 3}, the first in the lowest bits. */
    static int getInt(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    static long repeat(int b) {
        return ONES * (b & 0xFF);
    }

    /** How many bytes of a word come before the first of the byte that {@code wanted} repeats; 8 when it has none. */
    public static int before(long word, long wanted) {
        long v = word ^ wanted;
        return Long.numberOfTrailingZeros((v - ONES) & ~v & HIGHS) >>> 3;
    }

    /** The first place in {@code [from, to)} of the byte that {@code wanted} repeats, else {@code to}. */
    static int find(byte[] bytes, int from, int to, long wanted) {
        int i = from;
        int whole = Math.min(to, bytes.length - 7);
        for (; i < whole; i += 8) {
            long v = get(bytes, i) ^ wanted;
            long found = (v - ONES) & ~v & HIGHS;
            if (found != 0) {
                return Math.min(to, i + (Long.numberOfTrailingZeros(found) >>> 3));
            }
        }
        byte one = (byte) wanted;
        while (i < to && bytes[i] != one) {
            i++;
        }
        return Math.min(i, to);
    }

    /** The first place in {@code [from, to)} of either byte, both of ASCII, else {@code to}. Takes two words at a time. */
    public static int findEither(byte[] bytes, int from, int to, long wanted, long orWanted) {
        int i = from;
        int whole = Math.min(to, bytes.length - 7);
        for (; i < whole - 8; i += 16) {
            long word = get(bytes, i);
            long next = get(bytes, i + 8);
            long found = either(word, wanted, orWanted);
            long foundNext = either(next, wanted, orWanted);
            if ((found | foundNext) != 0) {
                int place = found != 0 ? Long.numberOfTrailingZeros(found) : 64 + Long.numberOfTrailingZeros(foundNext);
                return Math.min(to, i + (place >>> 3));
            }
        }
        for (; i < whole; i += 8) {
            long word = get(bytes, i);
            long v = word ^ wanted;
            long w = word ^ orWanted;
            long found = (((v - ONES) & ~v) | ((w - ONES) & ~w)) & HIGHS;
            if (found != 0) {
                return Math.min(to, i + (Long.numberOfTrailingZeros(found) >>> 3));
            }
        }
        byte one = (byte) wanted;
        byte other = (byte) orWanted;
        while (i < to && bytes[i] != one && bytes[i] != other) {
            i++;
        }
        return Math.min(i, to);
    }

    /** The marks of both bytes: bytes above 127 are neither, and for the others the test of a zero byte needs no more. */
    private static long either(long word, long wanted, long orWanted) {
        return (((word ^ wanted) - ONES) | ((word ^ orWanted) - ONES)) & ~word & HIGHS;
    }

    /** The first place in {@code [from, to)} that is no digit, else {@code to}. */
    static int findNoDigit(byte[] bytes, int from, int to) {
        int i = from;
        int whole = Math.min(to, bytes.length - 7);
        for (; i < whole; i += 8) {
            long v = get(bytes, i) ^ ZEROS;
            long found = (v + ABOVE_NINE | v) & HIGHS;
            if (found != 0) {
                return Math.min(to, i + (Long.numberOfTrailingZeros(found) >>> 3));
            }
        }
        while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        return Math.min(i, to);
    }

    /** The first place of {@code wanted} in {@code [from, to)}, else -1. An empty one is found at {@code from}. */
    static int find(byte[] bytes, int from, int to, byte[] wanted) {
        if (wanted.length == 0) {
            return from;
        }
        long first = repeat(wanted[0]);
        int last = to - wanted.length;
        for (int i = find(bytes, from, to, first); i <= last; i = find(bytes, i + 1, to, first)) {
            if (startsWith(bytes, i, to, wanted)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether {@code bytes[at, to)} begins with {@code wanted}. */
    static boolean startsWith(byte[] bytes, int at, int to, byte[] wanted) {
        if (to - at < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** The unescaped quote that ends what stands at {@code from}, given that a backslash escapes the byte after it; else {@code to}. */
    static int closingQuote(byte[] bytes, int from, int to) {
        int i = findEither(bytes, from, to, QUOTES, BACKSLASHES);
        while (i < to && bytes[i] == '\\') {
            i = findEither(bytes, Math.min(to, i + 2), to, QUOTES, BACKSLASHES);
        }
        return i;
    }

    static boolean hasBackslash(byte[] bytes, int from, int to) {
        return find(bytes, from, to, BACKSLASHES) < to;
    }

    /** The value of {@code count} digits, or -1 when there is anything else or {@code to} comes before. */
    static int number(byte[] bytes, int at, int count, int to) {
        if (to - at < count) {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + count; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
