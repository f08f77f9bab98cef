package fr.comptoir.store.state;

import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code robots/<sha256>.json}: each list of robots by which lines were read, as it was, so that what was excluded can be explained by the
 * list of the time. One that no run and no month names any more is removed by the next writer.
 */
public final class RobotsFiles {
    private final DataFolder folder;
    private final Disk disk;

    public RobotsFiles(DataFolder folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /**
     * Keeps a list, unless it is kept already.
     *
     * @param sha256 of {@code content}, 64 hex digits
     */
    public Path keep(String sha256, byte[] content) throws IOException {
        Path file = folder.robots(sha256);
        if (!Files.exists(file)) {
            disk.makeFolder(folder.robots());
            disk.writeWhole(file, content);
        }
        return file;
    }

    /** The list with that hash. */
    public Optional<Path> find(String sha256) {
        Path file = folder.robots(sha256);
        return sha256.isEmpty() || !Files.exists(file) ? Optional.empty() : Optional.of(file);
    }
}
