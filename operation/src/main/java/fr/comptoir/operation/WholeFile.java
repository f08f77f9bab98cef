package fr.comptoir.operation;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.store.disk.Disk;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A file for the user that is there whole or not at all. Where a pipe or a device was named, it is written into that instead; a link stays,
 * and what it leads to is replaced.
 */
public final class WholeFile {
    private static final AtomicInteger PARTS = new AtomicInteger();

    private WholeFile() {}

    /** Writes to a stream. */
    interface Content {
        void write(OutputStream out) throws IOException, InputException;
    }

    /** Says what a report was made from, once its bytes are written. */
    interface Made {
        Provenance provenance() throws IOException;
    }

    /**
     * Writes a report and its {@link SideFile}. A crash leaves the report before with its side file or without, or the new one without or
     * with it; never a report with the side file of another. A pipe or a device has none.
     */
    static void write(Path file, Content content, Made made) throws IOException, InputException {
        if (isSpecial(file)) {
            write(file, content);
            return;
        }
        Path side = SideFile.of(file);
        Path part = part(side);
        Disk disk = new Disk();
        try {
            write(file, out -> {
                MessageDigest digest = Sha256.digest();
                content.write(new DigestOutputStream(out, digest));
                Files.write(part, SideFile.bytes(file, Sha256.text(digest), made.provenance()));
                disk.sync(part);
                Files.deleteIfExists(side);
            });
            disk.rename(part, side);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** A name of this run's own: two that write the same file do not write the same part. */
    private static Path part(Path file) {
        return file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + "-" + PARTS.incrementAndGet() + ".part");
    }

    private static boolean isSpecial(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }

    static void write(Path file, Content content) throws IOException, InputException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InputException(Problem.error("--output", 0, "", "the folder of " + file + " is not there"));
        }
        if (Files.isDirectory(file)) {
            throw new InputException(Problem.error("--output", 0, "", file + " is a folder; a file was expected"));
        }
        if (isSpecial(file)) {
            try (OutputStream out = Files.newOutputStream(file)) {
                content.write(out);
            }
            return;
        }
        Path target = Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file;
        Path part = part(target);
        Disk disk = new Disk();
        try {
            try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
                content.write(out);
            }
            disk.sync(part);
            disk.rename(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * A name of parts joined with underscores. What is no letter or digit of ASCII, dot, hyphen or underscore is written as in addresses,
     * {@code %2F}, so that no two customers share a name.
     */
    public static String name(String extension, String... parts) {
        String name = URLEncoder.encode(String.join("_", parts), StandardCharsets.UTF_8);
        return name.replace("+", "%20").replace("*", "%2A") + "." + extension;
    }
}
