package fr.comptoir.operation.compare;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Compares what is written to it with a file, as it comes; nothing is kept. Not thread-safe. */
public final class SameBytes extends OutputStream {
    private final InputStream file;
    private boolean same = true;

    public SameBytes(Path file) throws IOException {
        this.file = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    @Override
    public void write(int b) throws IOException {
        same = same && file.read() == (b & 0xff);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (same) {
            byte[] read = file.readNBytes(length);
            same = Arrays.equals(read, 0, read.length, bytes, from, from + length);
        }
    }

    /** Whether all that was written is the file, to its end. To be asked once. */
    public boolean isWhole() throws IOException {
        return same && file.read() < 0;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
