package fr.comptoir.ingest.input;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One input of a run.
 *
 * @param name as the user named it, or the file's place under the folder the user named; {@code -} for standard input
 * @param path where to read it; null for standard input that was not copied to a file
 */
public record Input(String name, @Nullable Path path) {
    public static final String STANDARD_INPUT_NAME = "-";
    public static final Input STANDARD_INPUT = new Input(STANDARD_INPUT_NAME, null);

    public boolean isStandardInput() {
        return name.equals(STANDARD_INPUT_NAME);
    }

    /** Whether it can be read only once: standard input, a pipe, a device. */
    public boolean isStream() {
        return path == null || !Files.isRegularFile(path);
    }

    /** Absolute path as text, {@code ""} for standard input. */
    public String absolutePath() {
        return path == null || isStandardInput()
                ? ""
                : path.toAbsolutePath().normalize().toString();
    }
}
