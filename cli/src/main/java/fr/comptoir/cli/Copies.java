package fr.comptoir.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Temporary files with what streams gave, removed when this is closed, whole or not. Not thread-safe. */
final class Copies implements AutoCloseable {
    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    Copies(Path folder) {
        this.folder = folder;
    }

    /** Reads a stream to its end, which leaves it open. */
    Path of(InputStream in) throws IOException {
        Path copy = Files.createTempFile(folder, "comptoir-", ".report");
        files.add(copy);
        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        return copy;
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
