package fr.comptoir.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code --output} means: a folder, in which the file gets a name that tells what is in it, or the file itself. */
final class Folders {
    private Folders() {}

    /** Whether a folder is there, or was meant to be. */
    static boolean isFolder(String output) {
        return output.endsWith("/") || Files.isDirectory(Path.of(output));
    }
}
