package fr.comptoir.server;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.operation.Site;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The right to serve a site: one program at a time. It ends with the program, however that ends. */
final class ServingLock implements AutoCloseable {
    private final FileChannel channel;

    private ServingLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes it at once, or says that another has it. */
    static ServingLock take(Site site) throws IOException, InputException {
        Path file = Files.createDirectories(site.data()).resolve("serving.lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isFree(channel)) {
            return new ServingLock(channel);
        }
        channel.close();
        throw new InputException(
                Problem.error(site.folder().toString(), 0, "", "is served by another comptoir already; stop it first"));
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // by this very program
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
