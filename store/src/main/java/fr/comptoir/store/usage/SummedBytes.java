package fr.comptoir.store.usage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Optional;

/** Parts of a file with a sum each, the last of which says where the others are; after it stands its own size. */
final class SummedBytes {
    private static final int SUM_BYTES = Integer.BYTES;

    private SummedBytes() {}

    /** Writes a part; gives how much it is with its sum. */
    static int write(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes);
        out.write(UsageFiles.sum(bytes, bytes.length));
        return bytes.length + SUM_BYTES;
    }

    /** Writes the last part. */
    static void writeLast(OutputStream out, byte[] bytes) throws IOException {
        int size = write(out, bytes);
        out.write(ByteBuffer.allocate(Integer.BYTES).putInt(size).array());
    }

    /**
     * Reads a part; none where it is not as it was written.
     *
     * @param size with its sum
     */
    static Optional<PackedBytes.Reader> read(FileChannel in, long from, int size) throws IOException {
        return whole(bytes(in, from, size));
    }

    /**
     * Reads the last part.
     *
     * @param atOnce more than it mostly is, in bytes
     */
    static Optional<PackedBytes.Reader> readLast(FileChannel in, int atOnce) throws IOException {
        long size = in.size();
        int tail = (int) Math.min(size, atOnce);
        if (tail < SUM_BYTES + Integer.BYTES) {
            return Optional.empty();
        }
        byte[] read = bytes(in, size - tail, tail);
        int end = tail - Integer.BYTES;
        int length = ByteBuffer.wrap(read).getInt(end);
        if (length < SUM_BYTES || length > size - Integer.BYTES) {
            return Optional.empty();
        }
        return length <= end
                ? whole(Arrays.copyOfRange(read, end - length, end))
                : read(in, size - Integer.BYTES - length, length);
    }

    private static byte[] bytes(FileChannel in, long from, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size);
        while (bytes.hasRemaining() && in.read(bytes, from + bytes.position()) >= 0) {
            // a read may give less than was asked for
        }
        return bytes.array();
    }

    /** Without the sum at its end; none where that is another. */
    private static Optional<PackedBytes.Reader> whole(byte[] bytes) {
        int size = bytes.length - SUM_BYTES;
        return size >= 0 && Arrays.equals(UsageFiles.sum(bytes, size), Arrays.copyOfRange(bytes, size, bytes.length))
                ? Optional.of(new PackedBytes.Reader(bytes, size))
                : Optional.empty();
    }
}
