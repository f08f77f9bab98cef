package fr.comptoir.operation;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.store.disk.Disk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file for the user that is there whole or not at all. */
final class WholeFile {
    private WholeFile() {}

    /** Writes to a stream. */
    interface Content {
        void write(OutputStream out) throws IOException, InputException;
    }

    static void write(Path file, Content content) throws IOException, InputException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InputException(Problem.error("annual", 0, "--output", "the folder of " + file + " is not there"));
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Disk disk = new Disk();
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                content.write(out);
            }
            disk.sync(part);
            disk.rename(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
