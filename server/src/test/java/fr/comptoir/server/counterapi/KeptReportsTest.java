package fr.comptoir.server.counterapi;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.operation.MakeReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptReportsTest {
    private static final Instant START = Instant.parse("2026-02-05T10:00:00Z");
    private static final String KEY = "0123456789abcdef".repeat(4);
    private static final String FAMILY = KEY.substring(0, MakeReport.FAMILY);

    @TempDir
    Path folder;

    private Path gzip;
    private Path fingerprint;

    @BeforeEach
    void aReportIsKept() throws IOException {
        Path place = Files.createDirectories(folder.resolve(FAMILY).resolve("89"));
        gzip = place.resolve(KEY + ".json.gz");
        fingerprint = place.resolve(KEY + ".fingerprint");
        for (Path file : new Path[] {gzip, fingerprint}) {
            Files.writeString(file, "x");
            Files.setLastModifiedTime(file, FileTime.from(START));
        }
    }

    private KeptReports after(Duration time) {
        return new KeptReports(folder, Clock.fixed(START.plus(time), ZoneOffset.UTC));
    }

    @Test
    void oneThatIsAskedForIsKeptWhole() throws IOException {
        KeptReports later = after(Duration.ofDays(60));
        later.touch(later.find(KEY).orElseThrow());
        after(Duration.ofDays(120)).sweep(FAMILY);
        assertThat(after(Duration.ofDays(120)).find(KEY)).isPresent();
    }

    @Test
    void oneThatNobodyAsksForGoesAfterAHundredDays() throws IOException {
        after(Duration.ofDays(99)).sweep(FAMILY);
        assertThat(after(Duration.ofDays(99)).bytes()).isEqualTo(2);
        after(Duration.ofDays(101)).sweep(FAMILY);
        assertThat(gzip).doesNotExist();
        assertThat(fingerprint).doesNotExist();
    }

    @Test
    void oneThatCanNoLongerBeAskedForGoesSoon() throws IOException {
        after(Duration.ofMinutes(30)).sweep("another0");
        assertThat(gzip).exists();
        after(Duration.ofMinutes(90)).sweep("another0");
        assertThat(gzip).doesNotExist();
    }

    @Test
    void halfAReportIsNone() throws IOException {
        Files.delete(fingerprint);
        assertThat(after(Duration.ZERO).find(KEY)).isEmpty();
    }

    @Test
    void oneWhoseFileIsGoneIsNotThereThoughItIsRemembered() throws IOException {
        KeptReports kept = after(Duration.ZERO);
        assertThat(kept.find(KEY)).isPresent();
        Files.delete(gzip);
        assertThat(kept.find(KEY)).isEmpty();
    }
}
