package fr.comptoir.store.usage;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.disk.Disk;
import fr.comptoir.store.fact.FactFiles;
import fr.comptoir.store.query.CountedMonth;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;

/**
 * {@code usage/}: the usage of many in a month, summed over institutions and items, so that the next process has not to read all facts for
 * it. Each file is of one customer, one version of a month's figures and one of the catalogue; it can be deleted at any time, and is made
 * again when somebody asks. What was written for other figures of the same name, or was cut off, is as good as not there.
 */
public final class UsageFiles {
    /** Another order of the values by whose numbers attributes and figures are told is another format. */
    private static final String FORMAT = "comptoir-usage-1-"
            + Integer.toHexString(List.of(
                            names(DataType.values()),
                            names(AccessType.values()),
                            names(AccessMethod.values()),
                            names(AccessRoute.values()),
                            names(Attributes.Kind.values()),
                            DistinctCounts.COLUMNS)
                    .hashCode());

    private static final String END = ".usage";
    private static final int SUM_BYTES = Integer.BYTES;
    private static final int BUFFER = 1 << 16;
    /** How many this process has begun. */
    static final AtomicInteger WRITTEN = new AtomicInteger();

    private final DataFolder folder;

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    UsageFiles(DataFolder folder) {
        this.folder = folder;
    }

    /** How the names of all files begin that are of a version of a month's figures and one of the catalogue. */
    public static String prefix(YearMonth month, int facts, int catalogue) {
        return prefix(month.toString(), "v" + facts, "v" + catalogue);
    }

    private static String prefix(String month, String facts, String catalogue) {
        return month + "-" + facts + "-catalogue-" + catalogue + "-";
    }

    /** @param whose a word without letters that no file's name may have */
    Path file(CountedMonth month, Path catalogue, String whose, Split split) {
        return file(month, catalogue, whose, split.name().toLowerCase(Locale.ROOT));
    }

    /** @param what a word for it */
    Path file(CountedMonth month, Path catalogue, String whose, String what) {
        String prefix = prefix(month.month().toString(), name(month.facts()), name(folderOf(catalogue)));
        return folder.usage().resolve(prefix + whose + "-" + what + END);
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.getParent(), "the catalogue lies in a folder");
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** An id may have letters that no file's name may have. */
    static String hash(String customer) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(customer.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, Long.BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** What the content of a file is of: the customer, and the files it was made from. */
    static String origin(CountedMonth month, Path catalogue, String customer, Split split) throws IOException {
        return origin(month, catalogue, customer, split.name());
    }

    /** @param catalogue its rows; none are there where there is no catalogue */
    static String origin(CountedMonth month, Path catalogue, String whose, String what) throws IOException {
        Path items = month.facts().resolve(FactFiles.ITEMS);
        String titles = Files.exists(catalogue) ? Disk.stamp(catalogue) : "none";
        return String.join(" ", FORMAT, what, Disk.stamp(items), titles, whose);
    }

    /** Whether it is kept what a customer used in a month; that the file is whole is seen when it is read. */
    boolean has(CountedMonth month, Path catalogue, String customer, Split split) throws IOException {
        byte[] origin = new PackedBytes.Writer()
                .text(origin(month, catalogue, customer, split))
                .bytes();
        try (InputStream in = Files.newInputStream(file(month, catalogue, hash(customer), split))) {
            return Arrays.equals(in.readNBytes(origin.length), origin);
        } catch (FileSystemException e) {
            return false;
        }
    }

    /** What is kept of a customer in a month; none when it was not written, or of other figures. */
    Optional<MonthUsage> read(CountedMonth month, Path catalogue, String customer, Split split, TitleNumbers titles)
            throws IOException {
        byte[] content;
        try {
            content = Files.readAllBytes(file(month, catalogue, hash(customer), split));
        } catch (FileSystemException e) {
            return Optional.empty(); // not there, or not for this process
        }
        int size = content.length - SUM_BYTES;
        if (size < 0 || !Arrays.equals(sum(content, size), Arrays.copyOfRange(content, size, content.length))) {
            return Optional.empty();
        }
        PackedBytes.Reader bytes = new PackedBytes.Reader(content);
        return bytes.text().equals(origin(month, catalogue, customer, split))
                ? Optional.of(PackedUsage.read(bytes, split, titles))
                : Optional.empty();
    }

    /** Writes it: whole, or not at all. */
    void write(CountedMonth month, Path catalogue, String customer, Split split, MonthUsage usage, TitleNumbers titles)
            throws IOException {
        PackedBytes.Writer bytes = new PackedBytes.Writer();
        bytes.text(origin(month, catalogue, customer, split));
        PackedUsage.write(bytes, usage, split, titles);
        byte[] content = bytes.bytes();
        whole(file(month, catalogue, hash(customer), split), out -> {
            out.write(content);
            out.write(sum(content, content.length));
        });
    }

    /** Writes the content of a file. */
    @FunctionalInterface
    interface Content<E extends Exception> {
        void write(OutputStream out) throws IOException, E;
    }

    /** Writes a file whole, or not at all. */
    <E extends Exception> void whole(Path file, Content<E> content) throws IOException, E {
        Disk disk = new Disk();
        disk.makeFolder(folder.usage());
        Path unfinished = file.resolveSibling(name(file) + "."
                + ProcessHandle.current().pid() + "-" + WRITTEN.incrementAndGet() + DataFolder.UNFINISHED);
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), BUFFER)) {
                content.write(out);
            }
            disk.sync(unfinished);
            disk.rename(unfinished, file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** The sum of the first {@code size} bytes. */
    static byte[] sum(byte[] content, int size) {
        CRC32 crc = new CRC32();
        crc.update(content, 0, size);
        byte[] sum = new byte[SUM_BYTES];
        for (int i = 0; i < SUM_BYTES; i++) {
            sum[i] = (byte) (crc.getValue() >>> (Byte.SIZE * i));
        }
        return sum;
    }
}
