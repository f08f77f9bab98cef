package fr.comptoir.store.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes that last. Every change of the data folder goes through the few steps here, so that a test can stop before any of them. A file
 * that was not synced may be empty after a power cut, even when its name is there; a name whose folder was not synced may be missing.
 */
public class Disk {
    /** What is about to be done to a path. */
    public enum Step {
        WRITE,
        SYNC,
        RENAME,
        DELETE
    }

    /** Called before each step; a test's own disk fails here. */
    protected void before(Step step, Path path) throws IOException {}

    /** Makes {@code target} hold {@code content}, or leaves it as it was: a temporary file, synced, renamed, and the folder synced. */
    public final void writeWhole(Path target, byte[] content, FileAttribute<?>... attributes) throws IOException {
        Path temporary = target.resolveSibling(target.getFileName() + DataFolder.UNFINISHED);
        before(Step.DELETE, temporary);
        Files.deleteIfExists(temporary);
        before(Step.WRITE, temporary);
        Files.createFile(temporary, attributes);
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw named(target, e);
        }
        sync(temporary);
        rename(temporary, target);
    }

    /** Waits until the content of a file, or the names in a folder, are on the disk. */
    public final void sync(Path path) throws IOException {
        before(Step.SYNC, path);
        // A folder can be opened for reading only.
        StandardOpenOption option = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        } catch (IOException e) {
            throw named(path, e);
        }
    }

    /** A failure of writing with the name of the file, which the system does not say of one that is open. */
    public static IOException named(Path file, IOException failure) {
        if (failure instanceof FileSystemException) {
            return failure;
        }
        FileSystemException named = new FileSystemException(file.toString(), null, failure.getMessage());
        named.initCause(failure);
        return named;
    }

    /** Tells a file from another that had its name before: when it was written, in milliseconds since 1970, and its size in bytes. */
    public static String stamp(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.lastModifiedTime().toMillis() + " " + attributes.size();
    }

    /** Tells a file from all others and from those that had its name before. */
    public static String identity(Path file) throws IOException {
        return file + " " + stamp(file);
    }

    /** Syncs a file that was written elsewhere, and its name. */
    public final void syncNew(Path file) throws IOException {
        sync(file);
        sync(parent(file));
    }

    /** The folder that a path lies in. */
    static Path parent(Path path) {
        return Objects.requireNonNull(path.toAbsolutePath().getParent(), "a path below the root");
    }

    /** Syncs every file of a folder, and the folder. */
    public final void syncAll(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                sync(file);
            }
        }
        sync(folder);
    }

    /** Renames at once and for good: afterwards there is the one or the other, never half of it. */
    public final void rename(Path from, Path to) throws IOException {
        before(Step.RENAME, to);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        sync(parent(to));
    }

    /** Makes a folder and those above it; the names of new ones are synced. */
    public final Path makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = parent(folder);
            makeFolder(parent);
            before(Step.WRITE, folder);
            Files.createDirectory(folder);
            sync(parent);
        }
        return folder;
    }

    /** Deletes a file, or a folder with all that is in it; nothing when it is not there. */
    public final void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        before(Step.DELETE, path);
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
