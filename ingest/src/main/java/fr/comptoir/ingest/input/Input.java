package fr.comptoir.ingest.input;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One input of a run.
 *
 * @param name as the user named it, or the file's place under the folder the user named; {@code -} for standard input
 * @param path null for standard input
 */
public record Input(String name, @Nullable Path path) {
    public static final Input STANDARD_INPUT = new Input("-", null);

    public boolean isStandardInput() {
        return path == null;
    }

    /** Absolute path as text, {@code ""} for standard input. */
    public String absolutePath() {
        return path == null ? "" : path.toAbsolutePath().normalize().toString();
    }
}
