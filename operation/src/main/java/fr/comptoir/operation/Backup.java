package fr.comptoir.operation;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.store.Store;
import fr.comptoir.store.disk.Disk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a site into one file, from which {@link Restore} makes it again: {@code comptoir.yml} and {@code data/} with the customers'
 * database. Nobody writes to the store meanwhile, so that what is in the file belongs together; readers and the service go on.
 */
public final class Backup {
    /** Of the file; a program reads its own and all lower ones. */
    static final int FORMAT = 1;

    static final String ABOUT = "backup.json";
    static final String SETTINGS = "comptoir.yml";
    static final String DATA = "data/";
    static final String CUSTOMERS = "data/customers/customers.zip";
    /** What the store and the customers' database last agreed on: it tells, after a restore too, which of the two was changed since. */
    private static final String AGREED = "data/customers/agreed";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** What is made anew, or belongs to a program that runs. */
    private static final Set<String> LEFT_OUT = Set.of("answers", "customers", "lock", "serving.lock", "tmp", "usage");

    private final Path root;
    private final ZipOutputStream zip;
    private long files;
    private long bytes;

    private Backup(Path root, ZipOutputStream zip) {
        this.root = root;
        this.zip = zip;
    }

    /** How much is in the file, before it is compressed. */
    public record Result(long files, long bytes) {}

    /** Writes the customers' database into a file; gives false when it is one that is not ours to copy. */
    @FunctionalInterface
    public interface CustomersBackup {
        boolean write(Path file) throws IOException;
    }

    /**
     * Writes the file, for its owner's eyes only: it has the secrets of the site.
     *
     * @param program name and version, for who restores it
     * @throws InputException when the file is there already, or would stand among what goes into it
     */
    public static Result write(Site site, Path file, String program, CustomersBackup customers, Say say)
            throws InputException, IOException {
        if (Files.exists(file)) {
            throw new InputException(Problem.error(file.toString(), 0, "", "is there already; give another name"));
        }
        checkOutside(site, file);
        Path part = part(file);
        try (Store store = Stores.forWriting(site, say)) {
            Result result;
            try (OutputStream out = Files.newOutputStream(part);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.setLevel(Deflater.BEST_SPEED);
                result = new Backup(site.data(), zip).all(site, store.state().nextRun(), program, customers);
            }
            new Disk().sync(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return result;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void checkOutside(Site site, Path file) throws IOException, InputException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InputException(Problem.error(file.toString(), 0, "", "stands in no folder that is there"));
        }
        if (Files.isDirectory(site.data())
                && folder.toRealPath().startsWith(site.data().toRealPath())) {
            throw new InputException(Problem.error(
                    file.toString(),
                    0,
                    "",
                    "would stand in " + site.data() + ", which is copied; give another folder"));
        }
    }

    private static Path part(Path file) throws IOException, InputException {
        Path part = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(part);
        try {
            return isPosix()
                    ? Files.createFile(
                            part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                    : Files.createFile(part);
        } catch (FileAlreadyExistsException e) {
            throw new InputException(Problem.error(part.toString(), 0, "", "is written by another backup now"));
        }
    }

    static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private Result all(Site site, int nextRun, String program, CustomersBackup customers) throws IOException {
        Path copy = Files.createDirectories(root.resolve("customers")).resolve("backup-" + nextRun + ".zip");
        try {
            Files.deleteIfExists(copy);
            // Before the database: with a note that is newer than it, an older copy would pass for what people changed
            // since.
            byte[] agreed = agreed();
            boolean embedded = customers.write(copy);
            about(site, program, embedded);
            add(site.folder().resolve(SETTINGS), SETTINGS);
            try (Stream<Path> tops = Files.list(root)) {
                for (Path top : tops.sorted().toList()) {
                    if (!LEFT_OUT.contains(top.getFileName().toString())) {
                        tree(top);
                    }
                }
            }
            if (embedded) {
                add(copy, CUSTOMERS);
            }
            if (agreed.length > 0) {
                zip.putNextEntry(new ZipEntry(AGREED));
                zip.write(agreed);
                zip.closeEntry();
                bytes += agreed.length;
                files++;
            }
            return new Result(files, bytes);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private byte[] agreed() throws IOException {
        Path note = root.resolve(AGREED.substring(DATA.length()));
        return Files.exists(note) ? Files.readAllBytes(note) : new byte[0];
    }

    private void about(Site site, String program, boolean embedded) throws IOException {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("format", FORMAT);
        about.put("program", program);
        about.put("at", site.clock().instant().toString());
        about.put("platform", site.config().platform().id());
        about.put("customers", embedded ? "embedded" : "postgresql");
        zip.putNextEntry(new ZipEntry(ABOUT));
        zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(about));
        zip.closeEntry();
    }

    private void tree(Path top) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(top)) {
            all = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : all) {
            add(file, DATA + root.relativize(file).toString().replace('\\', '/'));
        }
    }

    private void add(Path file, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        bytes += Files.copy(file, zip);
        files++;
        zip.closeEntry();
    }
}
