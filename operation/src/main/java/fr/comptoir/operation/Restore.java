package fr.comptoir.operation;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.store.disk.Disk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes a site again from what {@link Backup} wrote, in a folder that is empty. {@code comptoir.yml} comes last: without it there is no site. */
public final class Restore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DATABASE = "customers.mv.db";

    private final Path file;
    private final Path folder;
    private final Disk disk = new Disk();
    private long files;
    private long bytes;

    private Restore(Path file, Path folder) {
        this.file = file;
        this.folder = folder;
    }

    /**
     * What was restored.
     *
     * @param at when the backup was made, as it says
     * @param program that made it
     * @param embedded whether the customers' database was in it
     */
    public record Result(String at, String program, long files, long bytes, boolean embedded) {}

    /**
     * Restores.
     *
     * @throws InputException when the folder is not empty, or the file is no backup, was cut off, or is a newer program's
     */
    public static Result run(Path file, Path folder) throws InputException, IOException {
        return new Restore(file, folder).run();
    }

    private Result run() throws InputException, IOException {
        if (!Files.isRegularFile(file)) {
            throw refused(file, "is not there");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            JsonNode about = about(zip);
            checkFolder();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.getName().equals(Backup.ABOUT) && !entry.getName().equals(Backup.SETTINGS)) {
                    take(zip, entry);
                }
            }
            take(zip, settings(zip));
            return new Result(
                    about.path("at").asString(""),
                    about.path("program").asString(""),
                    files,
                    bytes,
                    zip.getEntry(Backup.CUSTOMERS) != null);
        } catch (ZipException e) {
            throw refused(file, "is no backup of Comptoir, or was cut off");
        }
    }

    private static InputException refused(Path what, String why) {
        return new InputException(Problem.error(what.toString(), 0, "", why));
    }

    private JsonNode about(ZipFile zip) throws InputException, IOException {
        ZipEntry entry = zip.getEntry(Backup.ABOUT);
        if (entry == null) {
            throw refused(file, "is no backup of Comptoir");
        }
        JsonNode about;
        try (InputStream in = zip.getInputStream(entry)) {
            about = JSON.readTree(in);
        } catch (JacksonException e) {
            throw refused(file, "is no backup of Comptoir");
        }
        int format = about.path("format").asInt(0);
        if (format > Backup.FORMAT) {
            throw refused(
                    file,
                    "has format " + format + " of " + about.path("program").asString("a newer program")
                            + "; this program reads up to " + Backup.FORMAT + ": restore it with that one");
        }
        if (format < 1) {
            throw refused(file, "is no backup of Comptoir");
        }
        settings(zip);
        return about;
    }

    private ZipEntry settings(ZipFile zip) throws InputException {
        ZipEntry settings = zip.getEntry(Backup.SETTINGS);
        if (settings == null) {
            throw refused(file, "has no comptoir.yml");
        }
        return settings;
    }

    private void checkFolder() throws InputException, IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw refused(folder, "is no folder");
        }
        Files.createDirectories(folder);
        try (var there = Files.list(folder)) {
            if (there.findAny().isPresent()) {
                throw refused(folder, "is not empty; a backup is restored into a folder of its own");
            }
        }
    }

    private void take(ZipFile zip, ZipEntry entry) throws InputException, IOException {
        Path target = target(entry.getName());
        Files.createDirectories(target.toAbsolutePath().getParent());
        if (entry.getName().equals(Backup.CUSTOMERS)) {
            try (ZipInputStream inner = new ZipInputStream(zip.getInputStream(entry))) {
                database(inner, target.resolveSibling(DATABASE));
            }
            return;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            bytes += Files.copy(in, target);
        }
        if (target.getFileName().toString().endsWith(".key")) {
            protect(target, "rw-------");
        }
        disk.sync(target);
        files++;
    }

    /** Inside the folder and among what a backup has, whatever the file says. */
    private Path target(String name) throws InputException {
        Path root = folder.toAbsolutePath().normalize();
        Path target = root.resolve(name).normalize();
        boolean known = name.equals(Backup.SETTINGS) || (name.startsWith(Backup.DATA) && !name.endsWith("/"));
        boolean inside =
                target.startsWith(root) && !List.of(name.split("/", -1)).contains("..") && name.indexOf('\\') < 0;
        if (!known || !inside) {
            throw refused(file, "has '" + name + "', which no backup has");
        }
        return target;
    }

    /** The embedded database writes its own copy as an archive with one file. */
    private void database(ZipInputStream inner, Path target) throws InputException, IOException {
        for (ZipEntry entry = inner.getNextEntry(); entry != null; entry = inner.getNextEntry()) {
            if (entry.getName().equals(DATABASE)) {
                protect(target.toAbsolutePath().resolveSibling(""), "rwx------");
                bytes += Files.copy(inner, target);
                protect(target, "rw-------");
                disk.sync(target);
                files++;
                return;
            }
        }
        throw refused(file, "has no customers' database where it says that there is one");
    }

    private static void protect(Path path, String mode) throws IOException {
        if (Backup.isPosix()) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        }
    }
}
