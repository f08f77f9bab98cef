package fr.comptoir.server.customers;

import fr.comptoir.operation.Site;
import fr.comptoir.store.disk.Disk;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The secret under which the customers' database seals what it must read again; a file of its own, for its owner's eyes only. */
public final class SiteSecret {
    private static final int BYTES = 32;

    private SiteSecret() {}

    /** The secret of a site; made when there is none yet. */
    public static byte[] of(Site site) throws IOException {
        Path folder = Files.createDirectories(site.data());
        Path file = folder.resolve("service.key");
        if (!Files.exists(file)) {
            make(file);
        }
        byte[] secret = HexFormat.of().parseHex(Files.readString(file).strip());
        if (secret.length != BYTES) {
            throw new IOException(file + " is damaged: " + 2 * BYTES + " hex digits were expected");
        }
        return secret;
    }

    private static void make(Path file) throws IOException {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        FileAttribute<?>[] owner =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Path part = Files.createTempFile(file.getParent(), "service", ".unfinished", owner);
        try {
            Files.writeString(part, HexFormat.of().formatHex(secret) + "\n");
            new Disk().sync(part);
            Files.createLink(file, part); // unlike a rename, it does not replace the one that another made meanwhile
        } catch (FileAlreadyExistsException e) {
            return; // another made it meanwhile, and that one is the secret
        } catch (FileSystemException e) {
            // A file system without hard links, as FAT: there, two that make it at once are not told apart.
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
