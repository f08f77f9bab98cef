package fr.comptoir.server.counterapi;

import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.MakeReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
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
    /** A report that nobody asked for in this time is made again when somebody does. */
    private static final Duration KEPT = Duration.ofDays(100);

    private final Path folder;
    private final Clock clock;
    private final AtomicLong parts = new AtomicLong();

    KeptReports(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The report of a key, if it was made. */
    Optional<KeptReport> find(String key) throws IOException {
        Path gzip = file(key, REPORT);
        if (!Files.isRegularFile(gzip)) {
            return Optional.empty();
        }
        return Optional.of(new KeptReport(key, Files.readString(file(key, FINGERPRINT)), gzip));
    }

    /** Makes a report and keeps it. */
    KeptReport make(MakeReport report) throws IOException, InputException {
        String key = report.key();
        Path gzip = file(key, REPORT);
        Files.createDirectories(gzip.getParent());
        String fingerprint = report.fingerprint();
        write(file(key, FINGERPRINT), out -> out.write(fingerprint.getBytes(StandardCharsets.UTF_8)));
        write(gzip, out -> {
            GZIPOutputStream compressed = new FastGzip(out, BUFFER);
            report.write(compressed);
            compressed.finish();
        });
        return new KeptReport(key, fingerprint, gzip);
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
        Files.setLastModifiedTime(report.gzip(), FileTime.from(clock.instant()));
    }

    /** How many bytes of reports are kept. */
    long bytes() throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        long bytes = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    /** Removes what a killed service left and what nobody asked for in a long time. */
    void sweep() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Instant old = clock.instant().minus(KEPT);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Removes the parts of files that a killed service was writing; only while nothing is being made. */
    void removeParts() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path part :
                    files.filter(file -> file.toString().endsWith(PART)).toList()) {
                Files.deleteIfExists(part);
            }
        }
    }

    private Path file(String key, String ending) {
        return folder.resolve(key.substring(0, 2)).resolve(key + ending);
    }
}
