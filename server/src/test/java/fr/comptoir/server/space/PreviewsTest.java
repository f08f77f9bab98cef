package fr.comptoir.server.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.operation.MakeReport;
import fr.comptoir.operation.ReportPreview;
import fr.comptoir.operation.Site;
import fr.comptoir.server.web.Served;
import fr.comptoir.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewsTest {
    private static final ReportPreview SEEN = new ReportPreview(List.of("Title"), List.of(), 0, true, 5);

    @TempDir
    Path folder;

    private MakeReport report(String id) throws Exception {
        Files.writeString(folder.resolve("comptoir.yml"), Served.SETTINGS);
        Site site = Site.open(folder, new TestClock("2026-02-06T10:00:00Z"));
        Map<String, String> months = Map.of("begin_date", "2026-01", "end_date", "2026-01");
        return MakeReport.prepare(site, id, "0000000000000000", "5.1", "tsv", months);
    }

    @Test
    void whatTakesLongIsThereWhenItIsAskedForAgain() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        AtomicInteger looks = new AtomicInteger();
        Previews.Look look = any -> {
            looks.incrementAndGet();
            try {
                slow.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return SEEN;
        };
        try (Previews previews = new Previews(Duration.ofMillis(1), look)) {
            assertThat(previews.of(report("TR"))).isEmpty();
            assertThat(previews.of(report("TR"))).isEmpty();
            slow.countDown();
            while (previews.of(report("TR")).isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(previews.of(report("TR"))).contains(SEEN);
            assertThat(looks).as("however many ask").hasValue(1);
        }
    }

    @Test
    void eachReportIsLookedAtForItself() throws Exception {
        try (Previews previews = new Previews(
                Duration.ofMinutes(1),
                report -> new ReportPreview(List.of(report.fileName()), List.of(), 0, true, 0))) {
            assertThat(previews.of(report("TR")).orElseThrow().headings().get(0))
                    .contains("_TR_");
            assertThat(previews.of(report("PR")).orElseThrow().headings().get(0))
                    .contains("_PR_");
        }
    }

    @Test
    void whatFailedIsTriedAgain() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        Previews.Look look = any -> {
            if (looks.incrementAndGet() == 1) {
                throw new IOException("the disk is away");
            }
            return SEEN;
        };
        try (Previews previews = new Previews(Duration.ofMinutes(1), look)) {
            assertThatThrownBy(() -> previews.of(report("TR")))
                    .hasMessage("the report could not be looked at")
                    .hasRootCauseMessage("the disk is away");
            assertThat(previews.of(report("TR"))).contains(SEEN);
        }
    }
}
