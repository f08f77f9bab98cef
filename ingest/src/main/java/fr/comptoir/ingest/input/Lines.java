package fr.comptoir.ingest.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Counts line ends, eight bytes at a time. */
final class Lines {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW = 0x7F7F7F7F7F7F7F7FL;

    private Lines() {}

    static long count(byte[] bytes, int from, int to) {
        long count = 0;
        int i = from;
        for (; i <= to - 8; i += 8) {
            long zeroWhereEqual = (long) LONG.get(bytes, i) ^ ONES * '\n';
            long other = (zeroWhereEqual & LOW) + LOW | zeroWhereEqual | LOW;
            count += Long.bitCount(~other);
        }
        for (; i < to; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        return count;
    }
}
