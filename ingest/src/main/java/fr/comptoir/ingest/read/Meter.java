package fr.comptoir.ingest.read;

import fr.comptoir.ingest.input.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Adds up how far reading is, for {@link Progress}. Not thread-safe. */
final class Meter {
    private final Progress progress;
    private final long total;
    private long finished;

    Meter(List<Input> inputs, Progress progress) throws IOException {
        this.progress = progress;
        long bytes = 0;
        for (Input input : inputs) {
            bytes += size(input);
        }
        total = bytes;
    }

    void finished(OpenInput input) throws IOException {
        finished += input.pieces.fileBytesRead();
    }

    void say(List<OpenInput> open) {
        progress.read(read(open), total);
    }

    /** Which part of all bytes is read, above 0 to 1; a guess where the length of an input is not known. */
    double part(List<OpenInput> open) {
        return total == 0 ? 1 : Math.min(1, Math.max(1, read(open)) / (double) total);
    }

    private long read(List<OpenInput> open) {
        long read = finished;
        for (OpenInput input : open) {
            read += input.pieces.fileBytesRead();
        }
        return read;
    }

    private static long size(Input input) throws IOException {
        Path path = input.path();
        return path == null || input.isStream() ? 0 : Files.size(path);
    }
}
