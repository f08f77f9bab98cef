package fr.comptoir.store.disk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of what a process puts aside for a while, a file or a folder. They have the number of the process, so that what a crashed one left
 * is told from what is in use.
 */
public final class PutAside {
    private static final Pattern OF_PROCESS = Pattern.compile("comptoir-(\\d{1,18})-\\d+");
    private static final AtomicInteger NAMED = new AtomicInteger();

    private PutAside() {}

    /**
     * A new name.
     *
     * @param parent where it is to be; the machine's own place for such things where that cannot be written in, as by a reader
     */
    public static Path in(Path parent) {
        Path place = Files.isWritable(parent) ? parent : Path.of(System.getProperty("java.io.tmpdir"));
        return place.resolve("comptoir-" + ProcessHandle.current().pid() + "-" + NAMED.incrementAndGet());
    }

    /** Whether the process that named it is alive. */
    public static boolean isInUse(Path path) {
        Matcher name = OF_PROCESS.matcher(path.getFileName().toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isPresent();
    }
}
