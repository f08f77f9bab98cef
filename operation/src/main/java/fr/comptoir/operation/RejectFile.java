package fr.comptoir.operation;

import fr.comptoir.ingest.read.RejectSink;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.disk.Disk;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The malformed lines of a run, gzip'd and readable by their owner only, for they are kept as they were sent: number of the input, line number and the line's bytes, parted by tabs. Made with the first such
 * line, synced when closed.
 */
final class RejectFile implements RejectSink, AutoCloseable {
    private final DataFolder folder;
    private final Path path;
    private final Disk disk;
    private @Nullable OutputStream out;

    RejectFile(DataFolder folder, int run, Disk disk) {
        this.folder = folder;
        this.path = folder.rejects(run);
        this.disk = disk;
    }

    @Override
    public void take(int input, int line, byte[] text) throws IOException {
        OutputStream open = out;
        if (open == null) {
            disk.makeFolder(folder.rejects());
            // It holds what people sent, addresses included: for the owner's eyes only.
            Files.deleteIfExists(path);
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            open = new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(path)));
            out = open;
        }
        try {
            open.write((input + "\t" + line + "\t").getBytes(StandardCharsets.US_ASCII));
            open.write(text);
            open.write('\n');
        } catch (IOException e) {
            throw Disk.named(path, e);
        }
    }

    /** The file, when there were malformed lines. */
    Optional<Path> file() {
        return Files.exists(path) ? Optional.of(path) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        OutputStream open = out;
        if (open != null) {
            out = null;
            try {
                open.close();
            } catch (IOException e) {
                throw Disk.named(path, e);
            }
            disk.sync(path);
            disk.sync(folder.rejects());
        }
    }
}
