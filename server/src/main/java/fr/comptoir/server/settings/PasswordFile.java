package fr.comptoir.server.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file whose first line is a password; it is read when it is needed and never said. */
public final class PasswordFile {
    private PasswordFile() {}

    /** The password. */
    public static String read(Path file) {
        try {
            return Files.readAllLines(file).stream().findFirst().orElse("").strip();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
