package fr.comptoir.ingest.read;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds line ends eight bytes at a time. */
final class LineEnds {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long LINE_FEEDS = ONES * '\n';

    private LineEnds() {}

    /** Where the first LF of {@code bytes[from, to)} is, or -1. */
    static int next(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + 32 <= to; i += 32) {
            long feeds = feeds(bytes, i) | feeds(bytes, i + 8) | feeds(bytes, i + 16) | feeds(bytes, i + 24);
            if (feeds != 0) {
                break;
            }
        }
        for (; i + 8 <= to; i += 8) {
            long feeds = feeds(bytes, i);
            if (feeds != 0) {
                return i + (Long.numberOfTrailingZeros(feeds) >>> 3);
            }
        }
        for (; i < to; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Eight bytes, in which the lowest bit that is set is in the first byte that is LF. */
    private static long feeds(byte[] bytes, int at) {
        long zeroWhereFeed = (long) LONG.get(bytes, at) ^ LINE_FEEDS;
        return (zeroWhereFeed - ONES) & ~zeroWhereFeed & HIGH;
    }
}
