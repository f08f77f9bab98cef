package fr.comptoir.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/** Writes arrays of primitives, each after its length, and at the end their CRC-32C. Not thread-safe. */
final class IndexOutput {
    static final int BUFFER = 1 << 20;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C checksum = new CRC32C();

    IndexOutput(FileChannel channel) {
        this.channel = channel;
    }

    void putLong(long value) throws IOException {
        room(8);
        buffer.putLong(value);
    }

    void put(byte[] array) throws IOException {
        putLong(array.length);
        for (int at = 0; at < array.length; ) {
            room(8);
            int count = Math.min(array.length - at, buffer.remaining());
            buffer.put(array, at, count);
            at += count;
        }
    }

    void put(short[] array) throws IOException {
        putLong(array.length);
        for (int at = 0; at < array.length; ) {
            room(8);
            int count = Math.min(array.length - at, buffer.remaining() / 2);
            buffer.asShortBuffer().put(array, at, count);
            buffer.position(buffer.position() + count * 2);
            at += count;
        }
    }

    void put(int[] array) throws IOException {
        putLong(array.length);
        for (int at = 0; at < array.length; ) {
            room(8);
            int count = Math.min(array.length - at, buffer.remaining() / 4);
            buffer.asIntBuffer().put(array, at, count);
            buffer.position(buffer.position() + count * 4);
            at += count;
        }
    }

    void put(long[] array) throws IOException {
        putLong(array.length);
        for (int at = 0; at < array.length; ) {
            room(8);
            int count = Math.min(array.length - at, buffer.remaining() / 8);
            buffer.asLongBuffer().put(array, at, count);
            buffer.position(buffer.position() + count * 8);
            at += count;
        }
    }

    void finish() throws IOException {
        flush();
        buffer.putLong(checksum.getValue());
        flush();
    }

    private void room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        checksum.update(buffer);
        buffer.rewind();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }
}
