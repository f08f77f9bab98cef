package fr.comptoir.store.disk;

import fr.comptoir.model.action.KeyedHash;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The secret of the site: 16 random bytes in hex digits, made once, readable by its owner only, never printed. */
public final class SecretKey {
    private SecretKey() {}

    /**
     * Reads the secret.
     *
     * @throws InputException when it is missing or damaged
     */
    public static KeyedHash read(Path file) throws IOException, InputException {
        if (!Files.exists(file)) {
            throw problem(
                    file,
                    "the secret of the site is missing; without it, users and addresses counted before are not known again");
        }
        String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
        try {
            return new KeyedHash(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            throw problem(
                    file,
                    "the secret of the site is damaged: " + 2 * KeyedHash.SECRET_BYTES + " hex digits were expected");
        }
    }

    /** Makes a secret. */
    public static void make(Path file, Disk disk) throws IOException {
        byte[] secret = new byte[KeyedHash.SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        byte[] text = (HexFormat.of().formatHex(secret) + "\n").getBytes(StandardCharsets.US_ASCII);
        FileAttribute<?>[] owner =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        disk.writeWhole(file, text, owner);
    }

    private static InputException problem(Path file, String message) {
        return new InputException(Problem.error(file.toString(), 0, "", message));
    }
}
