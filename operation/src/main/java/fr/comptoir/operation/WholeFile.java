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
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** A file for the user that is there whole or not at all. */
final class WholeFile {
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
     * with it; never a report with the side file of another.
     */
    static void write(Path file, Content content, Made made) throws IOException, InputException {
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

    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    static void write(Path file, Content content) throws IOException, InputException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InputException(Problem.error("--output", 0, "", "the folder of " + file + " is not there"));
        }
        Path part = part(file);
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

    /**
     * A name of parts joined with underscores. What is no letter or digit of ASCII, dot, hyphen or underscore is written as in addresses,
     * {@code %2F}, so that no two customers share a name.
     */
    static String name(String extension, String... parts) {
        String name = URLEncoder.encode(String.join("_", parts), StandardCharsets.UTF_8);
        return name.replace("+", "%20").replace("*", "%2A") + "." + extension;
    }
}
