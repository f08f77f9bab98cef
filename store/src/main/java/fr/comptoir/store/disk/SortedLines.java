package fr.comptoir.store.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file of lines, each with its LF, in the order of their bytes, unsigned. Found by bisection: of a file of any size some dozen lines are
 * looked at and none is kept. Not thread-safe.
 */
public final class SortedLines implements Closeable {
    /** As many bytes are read at once; most lines are shorter. */
    private static final int WINDOW = 4_096;

    private final FileChannel file;
    private final long size;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW);
    /** Where the next line begins. */
    private long at;

    private SortedLines(FileChannel file) throws IOException {
        this.file = file;
        size = file.size();
    }

    public static SortedLines open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new SortedLines(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Goes to the first line that is not before a text. */
    public void seek(byte[] text) throws IOException {
        long low = 0;
        long high = size;
        while (high - low > WINDOW) {
            at = low + (high - low) / 2;
            next(); // the rest of a line
            long middle = at;
            byte[] line = middle < high ? next() : null;
            if (line == null) {
                break; // lines longer than half of what is left
            }
            if (Arrays.compareUnsigned(line, text) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        at = low;
        long begin = at;
        for (byte[] line = next(); line != null && Arrays.compareUnsigned(line, text) < 0; line = next()) {
            begin = at;
        }
        at = begin;
    }

    /** The next line without its LF, or null after the last. */
    public byte @Nullable [] next() throws IOException {
        if (at >= size) {
            return null;
        }
        byte[] line = new byte[0];
        while (at < size) {
            window.clear();
            int read = file.read(window, at);
            if (read <= 0) {
                break;
            }
            int end = 0;
            while (end < read && window.get(end) != '\n') {
                end++;
            }
            int before = line.length;
            line = Arrays.copyOf(line, before + end);
            window.flip().get(line, before, end);
            at += end;
            if (end < read) {
                at++;
                break;
            }
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
