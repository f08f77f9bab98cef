package fr.comptoir.store.usage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers in as few bytes as they need, seven bits in each: most are small. */
final class PackedBytes {
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private PackedBytes() {}

    /** Puts them one after another. */
    static final class Writer {
        private byte[] bytes = new byte[1 << 16];
        private int size;

        /** @param number not negative */
        Writer number(long number) {
            if (number < 0) {
                throw new IllegalArgumentException("a number is not negative, this is " + number);
            }
            if (size + Long.BYTES + 2 > bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
            long rest = number;
            while (rest >= MORE) {
                bytes[size++] = (byte) (rest | MORE);
                rest >>>= BITS;
            }
            bytes[size++] = (byte) rest;
            return this;
        }

        Writer text(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            number(utf8.length);
            for (byte each : utf8) {
                number(Byte.toUnsignedInt(each));
            }
            return this;
        }

        /** What another has. */
        Writer all(Writer other) {
            if (size + other.size > bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * (size + other.size));
            }
            System.arraycopy(other.bytes, 0, bytes, size, other.size);
            size += other.size;
            return this;
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, size);
        }

        /** Begins anew. */
        void clear() {
            size = 0;
        }
    }

    /** Takes them in the same order. What ends too early is an {@link ArrayIndexOutOfBoundsException}. */
    static final class Reader {
        private final byte[] bytes;
        private final int end;
        private int at;

        Reader(byte[] bytes) {
            this(bytes, bytes.length);
        }

        /** Of the first {@code end} bytes. */
        Reader(byte[] bytes, int end) {
            this.bytes = bytes;
            this.end = end;
        }

        int number() {
            int first = bytes[at++];
            return first >= 0 ? first : (int) rest(first);
        }

        long longNumber() {
            int first = bytes[at++];
            return first >= 0 ? first : rest(first);
        }

        private long rest(int first) {
            long number = first & (MORE - 1);
            for (int shift = BITS; ; shift += BITS) {
                int next = bytes[at++];
                number |= (long) (next & (MORE - 1)) << shift;
                if (next >= 0) {
                    return number;
                }
            }
        }

        String text() {
            byte[] utf8 = new byte[number()];
            for (int i = 0; i < utf8.length; i++) {
                utf8[i] = (byte) number();
            }
            return new String(utf8, StandardCharsets.UTF_8);
        }

        boolean isAtEnd() {
            return at >= end;
        }
    }
}
