package fr.comptoir.registry;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/** Reads what {@link IndexOutput} wrote, in the same order. Not thread-safe. */
final class IndexInput {
    private final FileChannel channel;
    private final ByteBuffer buffer =
            ByteBuffer.allocateDirect(IndexOutput.BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C checksum = new CRC32C();
    private final long size;
    private long read;

    IndexInput(FileChannel channel) throws IOException {
        this.channel = channel;
        size = channel.size();
        buffer.limit(0);
    }

    long getLong() throws IOException {
        need(8);
        return buffer.getLong();
    }

    private int length(int width) throws IOException {
        long length = getLong();
        if (length < 0 || length > (size - 8) / width || length > Integer.MAX_VALUE - 8) {
            throw new EOFException("a length of " + length);
        }
        return (int) length;
    }

    byte[] bytes() throws IOException {
        byte[] array = new byte[length(1)];
        for (int at = 0; at < array.length; ) {
            need(1);
            int count = Math.min(array.length - at, buffer.remaining());
            buffer.get(array, at, count);
            at += count;
        }
        return array;
    }

    short[] shorts() throws IOException {
        short[] array = new short[length(2)];
        for (int at = 0; at < array.length; ) {
            need(2);
            int count = Math.min(array.length - at, buffer.remaining() / 2);
            buffer.asShortBuffer().get(array, at, count);
            buffer.position(buffer.position() + count * 2);
            at += count;
        }
        return array;
    }

    int[] ints() throws IOException {
        int[] array = new int[length(4)];
        for (int at = 0; at < array.length; ) {
            need(4);
            int count = Math.min(array.length - at, buffer.remaining() / 4);
            buffer.asIntBuffer().get(array, at, count);
            buffer.position(buffer.position() + count * 4);
            at += count;
        }
        return array;
    }

    long[] longs() throws IOException {
        long[] array = new long[length(8)];
        for (int at = 0; at < array.length; ) {
            need(8);
            int count = Math.min(array.length - at, buffer.remaining() / 8);
            buffer.asLongBuffer().get(array, at, count);
            buffer.position(buffer.position() + count * 8);
            at += count;
        }
        return array;
    }

    /** After all arrays were read: whether the checksum at the end of the file is that of all before it. */
    boolean isChecksumRight() throws IOException {
        if (buffer.hasRemaining() || read != size - 8) {
            return false;
        }
        long computed = checksum.getValue();
        buffer.clear().limit(8);
        int count = 0;
        while (buffer.hasRemaining() && count >= 0) {
            count = channel.read(buffer);
        }
        return !buffer.hasRemaining() && buffer.getLong(0) == computed;
    }

    /** Fills the buffer from the channel, the checksum at the end of the file left out. */
    private void need(int bytes) throws IOException {
        if (buffer.remaining() >= bytes) {
            return;
        }
        buffer.compact();
        int fresh = buffer.position();
        buffer.limit((int) Math.min(buffer.capacity(), fresh + size - 8 - read));
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("the file became shorter");
            }
        }
        buffer.flip();
        read += buffer.limit() - fresh;
        buffer.position(fresh);
        checksum.update(buffer);
        buffer.position(0);
        if (buffer.remaining() < bytes) {
            throw new EOFException("the file ends too early");
        }
    }
}
