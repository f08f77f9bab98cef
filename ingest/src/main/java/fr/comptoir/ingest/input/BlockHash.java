package fr.comptoir.ingest.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The hash of one block, in the making. Two families of four accumulators read the block as little-endian longs, one mixing by xor,
 * rotation and multiplication, the other by addition, another rotation and another multiplier. The last, incomplete long is padded with
 * zeros, and the length is mixed in. Not thread-safe.
 */
final class BlockHash {
    static final int STRIPE_BYTES = 32;
    static final long SEED = 0x27D4EB2F165667C5L;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long XOR_PRIME = 0x9E3779B185EBCA87L;
    private static final long ADD_PRIME = 0xC2B2AE3D27D4EB4FL;

    private long x0 = SEED;
    private long x1 = SEED + 1;
    private long x2 = SEED + 2;
    private long x3 = SEED + 3;
    private long y0 = ~SEED;
    private long y1 = ~SEED + 1;
    private long y2 = ~SEED + 2;
    private long y3 = ~SEED + 3;

    /** Takes whole stripes. */
    void take(byte[] bytes, int from, int to) {
        long a0 = x0;
        long a1 = x1;
        long a2 = x2;
        long a3 = x3;
        long b0 = y0;
        long b1 = y1;
        long b2 = y2;
        long b3 = y3;
        for (int i = from; i < to; i += STRIPE_BYTES) {
            long v0 = (long) LONG.get(bytes, i);
            long v1 = (long) LONG.get(bytes, i + 8);
            long v2 = (long) LONG.get(bytes, i + 16);
            long v3 = (long) LONG.get(bytes, i + 24);
            a0 = byXor(a0, v0);
            a1 = byXor(a1, v1);
            a2 = byXor(a2, v2);
            a3 = byXor(a3, v3);
            b0 = byAddition(b0, v0);
            b1 = byAddition(b1, v1);
            b2 = byAddition(b2, v2);
            b3 = byAddition(b3, v3);
        }
        x0 = a0;
        x1 = a1;
        x2 = a2;
        x3 = a3;
        y0 = b0;
        y1 = b1;
        y2 = b2;
        y3 = b3;
    }

    /**
     * Puts the hash of the block that ends with {@code bytes[from, to)}, less than a stripe, into {@code into[at]} and {@code into[at + 1]};
     * more stripes may still be taken instead.
     *
     * @param length of the whole block
     */
    void end(byte[] bytes, int from, int to, int length, long[] into, int at) {
        long a0 = x0;
        long b0 = y0;
        for (int i = from; i < to; i += 8) {
            long v = i <= to - 8 ? (long) LONG.get(bytes, i) : padded(bytes, i, to);
            a0 = byXor(a0, v);
            b0 = byAddition(b0, v);
        }
        into[at] = ContentHash.mix(ContentHash.mix(ContentHash.mix(ContentHash.mix(a0) ^ x1) ^ x2) ^ x3 ^ length);
        into[at + 1] = ContentHash.mix(ContentHash.mix(ContentHash.mix(ContentHash.mix(y3) + y2) + y1) + b0 + length);
    }

    private static long byXor(long state, long value) {
        return Long.rotateLeft(state ^ value, 29) * XOR_PRIME;
    }

    private static long byAddition(long state, long value) {
        return Long.rotateLeft(state + value, 37) * ADD_PRIME;
    }

    private static long padded(byte[] bytes, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value |= (bytes[i] & 0xFFL) << (8 * (i - from));
        }
        return value;
    }
}
