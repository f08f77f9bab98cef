package fr.comptoir.benchmarks;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Lines being written, as bytes; handed on in blocks of about a mebibyte.
 *
 * <p>Nothing is checked per byte: a single line must stay below {@link #LINE_MAX_BYTES}.
 */
final class LineBuffer implements AutoCloseable {

    /** Room kept free for the line that is being written. */
    static final int LINE_MAX_BYTES = 8192;

    private final OutputStream out;
    private final byte[] bytes = new byte[1 << 20];
    private int size;

    LineBuffer(OutputStream out) {
        this.out = out;
    }

    LineBuffer add(byte[] text) {
        System.arraycopy(text, 0, bytes, size, text.length);
        size += text.length;
        return this;
    }

    LineBuffer add(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            bytes[size++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    LineBuffer add(char ascii) {
        bytes[size++] = (byte) ascii;
        return this;
    }

    /** A whole number of zero or more, as short as it can be. */
    LineBuffer add(int number) {
        int digits = 1;
        for (long power = 10; power <= number; power *= 10) {
            digits++;
        }
        return add(number, digits);
    }

    /** A whole number with exactly so many digits, zeros in front. */
    LineBuffer add(int number, int digits) {
        int rest = number;
        for (int at = size + digits - 1; at >= size; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
        return this;
    }

    /** Forgets the last bytes: the line ends early, as in a log that a crash cut short. */
    LineBuffer cut(int count) {
        size -= count;
        return this;
    }

    void endLine() throws IOException {
        bytes[size++] = '\n';
        if (size > bytes.length - LINE_MAX_BYTES) {
            flush();
        }
    }

    private void flush() throws IOException {
        out.write(bytes, 0, size);
        size = 0;
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}
