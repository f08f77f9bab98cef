package fr.comptoir.model.action;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012) under the secret of the site: the only form in which addresses, agents, logins and cookies
 * outlive their line. 64 bits; 0 is never given, so that it can stand for "none". Immutable and safe for many threads; the secret is never
 * printed.
 */
public final class KeyedHash {
    /** Length of a secret in bytes. */
    public static final int SECRET_BYTES = 16;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long key0;
    private final long key1;

    public KeyedHash(byte[] secret) {
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException(
                    "a secret of " + SECRET_BYTES + " bytes was expected, not of " + secret.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(secret).order(ByteOrder.LITTLE_ENDIAN);
        key0 = buffer.getLong();
        key1 = buffer.getLong();
    }

    public long of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    public long of(byte[] bytes, int from, int to) {
        long v0 = key0 ^ 0x736f6d6570736575L;
        long v1 = key1 ^ 0x646f72616e646f6dL;
        long v2 = key0 ^ 0x6c7967656e657261L;
        long v3 = key1 ^ 0x7465646279746573L;
        int length = to - from;
        int at = from;
        for (int words = length >>> 3; words >= 0; words--) {
            long word = words > 0 ? littleEndian(bytes, at, 8) : littleEndian(bytes, at, to - at) | (long) length << 56;
            at += 8;
            v3 ^= word;
            for (int round = 0; round < 2; round++) {
                v0 += v1;
                v1 = Long.rotateLeft(v1, 13) ^ v0;
                v0 = Long.rotateLeft(v0, 32);
                v2 += v3;
                v3 = Long.rotateLeft(v3, 16) ^ v2;
                v0 += v3;
                v3 = Long.rotateLeft(v3, 21) ^ v0;
                v2 += v1;
                v1 = Long.rotateLeft(v1, 17) ^ v2;
                v2 = Long.rotateLeft(v2, 32);
            }
            v0 ^= word;
        }
        v2 ^= 0xff;
        for (int round = 0; round < 4; round++) {
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
        }
        long hash = v0 ^ v1 ^ v2 ^ v3;
        return hash == 0 ? 1 : hash;
    }

    /** The hash of two words, as of their 16 bytes in little-endian order. Makes no object. */
    public long of(long first, long second) {
        long v0 = key0 ^ 0x736f6d6570736575L;
        long v1 = key1 ^ 0x646f72616e646f6dL;
        long v2 = key0 ^ 0x6c7967656e657261L;
        long v3 = key1 ^ 0x7465646279746573L;
        for (int block = 0; block < 4; block++) {
            long word = block == 0 ? first : block == 1 ? second : block == 2 ? 16L << 56 : 0;
            if (block == 3) {
                v2 ^= 0xff;
            }
            v3 ^= word;
            for (int round = block < 3 ? 2 : 0; round < 4; round++) {
                v0 += v1;
                v1 = Long.rotateLeft(v1, 13) ^ v0;
                v0 = Long.rotateLeft(v0, 32);
                v2 += v3;
                v3 = Long.rotateLeft(v3, 16) ^ v2;
                v0 += v3;
                v3 = Long.rotateLeft(v3, 21) ^ v0;
                v2 += v1;
                v1 = Long.rotateLeft(v1, 17) ^ v2;
                v2 = Long.rotateLeft(v2, 32);
            }
            v0 ^= word;
        }
        long hash = v0 ^ v1 ^ v2 ^ v3;
        return hash == 0 ? 1 : hash;
    }

    /** The hash of an address in IPv6 form: what {@link Addresses} keeps. */
    public long ofAddress(long high, long low) {
        return of(high, low);
    }

    /** The hash of the first {@code bits} (48 or 64) of an IPv6 address: what {@link Addresses} keeps of its network. */
    public long ofNetwork(long high, int bits) {
        return of(high & (-1L << (64 - bits)), ~(long) bits);
    }

    private static long littleEndian(byte[] bytes, int from, int length) {
        if (length == 8) {
            return (long) LONG.get(bytes, from);
        }
        long word = 0;
        for (int i = 0; i < length; i++) {
            word |= (bytes[from + i] & 0xffL) << (8 * i);
        }
        return word;
    }

    @Override
    public String toString() {
        return "KeyedHash(secret not shown)";
    }
}
