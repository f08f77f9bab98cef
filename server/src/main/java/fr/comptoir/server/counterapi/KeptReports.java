package fr.comptoir.server.counterapi;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.MakeReport;
import fr.comptoir.server.counterapi.ApiRequestLog.Told;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * Reports that were made for the API, as files below {@code data/answers}: what was asked once is served at once the next time, after a
 * restart too. A file is there whole or not at all, and its name says all that it depends on, so that none is ever out of date. Safe for
 * many threads.
 */
final class KeptReports {
    private static final String REPORT = ".json.gz";
    private static final String FINGERPRINT = ".fingerprint";
    private static final int BUFFER = 1 << 16;
    private static final String PART = ".part";
    private static final int REMEMBERED = 10_000;
    /** Days are counted: that a report was asked for again within the hour says nothing more. */
    private static final Duration BEFORE_TOUCHED_AGAIN = Duration.ofHours(1);
    /** A report that nobody asked for in this time is made again when somebody does. */
    private static final Duration KEPT = Duration.ofDays(100);
    /** One that can no longer be asked for may still be written or sent. */
    private static final Duration STALE_KEPT = Duration.ofHours(1);

    private final Path folder;
    private final Clock clock;
    private final AtomicLong parts = new AtomicLong();
    /** Those that were asked for last, for a report that all ask for is not to be looked up in the file system each time. */
    private final Cache<String, KeptReport> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    /** When it was noted last that a report was asked for. */
    private final Cache<String, Instant> touched =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    KeptReports(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The report of a key, if it was made. */
    Optional<KeptReport> find(String key) throws IOException {
        KeptReport last = known.getIfPresent(key);
        if (last != null && Files.exists(last.gzip())) {
            return Optional.of(last);
        }
        Optional<KeptReport> read = read(key);
        read.ifPresent(report -> known.put(key, report));
        return read;
    }

    private Optional<KeptReport> read(String key) throws IOException {
        Path gzip = file(key, REPORT);
        Path fingerprint = file(key, FINGERPRINT);
        if (!Files.isRegularFile(gzip) || !Files.isRegularFile(fingerprint)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(fingerprint);
            return Optional.of(new KeptReport(key, lines.isEmpty() ? "" : lines.get(0), told(lines), gzip));
        } catch (NoSuchFileException swept) {
            return Optional.empty();
        }
    }

    /** What the header of the report tells, as the lines after the fingerprint have it: {@code code TAB data}. */
    private static List<Told> told(List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(line -> line.split("\t", 2))
                .map(parts -> new Told(Integer.parseInt(parts[0]), parts[1]))
                .toList();
    }

    private static String text(String fingerprint, List<Told> told) {
        return fingerprint
                + told.stream()
                        .map(one -> "\n" + one.code() + "\t" + one.data().replaceAll("\\p{Cntrl}", " "))
                        .collect(Collectors.joining());
    }

    /**
     * Makes a report and keeps it.
     *
     * @param level how hard it is compressed, as {@link java.util.zip.Deflater} counts
     */
    KeptReport make(MakeReport report, int level) throws IOException, InputException {
        String key = report.key();
        Path gzip = file(key, REPORT);
        Files.createDirectories(gzip.getParent());
        String fingerprint = report.fingerprint();
        List<Told> told = new ArrayList<>();
        write(gzip, out -> {
            GZIPOutputStream compressed = new LevelledGzip(out, BUFFER, level);
            report.write(compressed)
                    .forEach(exception -> told.add(new Told(exception.code().number(), exception.data())));
            compressed.finish();
        });
        // Last, for only with it is the report there.
        write(file(key, FINGERPRINT), out -> out.write(text(fingerprint, told).getBytes(StandardCharsets.UTF_8)));
        return new KeptReport(key, fingerprint, told, gzip);
    }

    /** Writes into a stream. */
    private interface Content {
        void write(OutputStream out) throws IOException, InputException;
    }

    private void write(Path file, Content content) throws IOException, InputException {
        Path part = file.resolveSibling(file.getFileName() + "." + parts.incrementAndGet() + PART);
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            content.write(Channels.newOutputStream(channel));
            channel.force(true);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Notes that a report was asked for. */
    void touch(KeptReport report) throws IOException {
        Instant before = touched.getIfPresent(report.key());
        if (before != null && before.plus(BEFORE_TOUCHED_AGAIN).isAfter(clock.instant())) {
            return;
        }
        touched.put(report.key(), clock.instant());
        FileTime now = FileTime.from(clock.instant());
        try {
            Files.setLastModifiedTime(report.gzip(), now);
            Files.setLastModifiedTime(file(report.key(), FINGERPRINT), now);
        } catch (NoSuchFileException swept) {
            return; // whoever has it open reads it to its end
        }
    }

    /** How many bytes of reports are kept. */
    long bytes() throws IOException {
        long[] bytes = {0};
        everyFile((file, attributes) -> bytes[0] += attributes.size());
        return bytes[0];
    }

    /**
     * Removes what nobody asked for in a long time, and what can no longer be asked for.
     *
     * @param family of the keys of today, see {@link MakeReport#family}
     */
    void sweep(String family) throws IOException {
        Instant now = clock.instant();
        everyFile((file, attributes) -> {
            Duration kept = folder.relativize(file).startsWith(family) ? KEPT : STALE_KEPT;
            if (attributes.lastModifiedTime().toInstant().isBefore(now.minus(kept))) {
                Files.deleteIfExists(file);
            }
        });
    }

    /** Does something with a file. */
    private interface Each {
        void take(Path file, BasicFileAttributes attributes) throws IOException;
    }

    /** Takes each file that is there; others may come and go meanwhile. */
    private void everyFile(Each each) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                each.take(file, attributes);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    /** Removes the parts of files that a killed service was writing; only while nothing is being made. */
    void removeParts() throws IOException {
        everyFile((file, attributes) -> {
            if (file.toString().endsWith(PART)) {
                Files.deleteIfExists(file);
            }
        });
    }

    private Path file(String key, String ending) {
        int family = MakeReport.FAMILY;
        return folder.resolve(key.substring(0, family))
                .resolve(key.substring(family, family + 2))
                .resolve(key + ending);
    }
}
