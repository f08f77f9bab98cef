package fr.comptoir.server.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.Site;
import fr.comptoir.server.web.Served;
import fr.comptoir.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks for hours that are not counted is told so in time, and finds them later; each month is counted once. */
class HourCountingTest {
    private static final YearMonth MONTH = YearMonth.of(2026, 1);
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private ReportingSite site;

    @BeforeEach
    void read() throws Exception {
        Files.writeString(folder.resolve("comptoir.yml"), Served.SETTINGS);
        site = ReportingSite.read(Site.open(folder, new TestClock("2026-02-05T10:00:00Z")));
    }

    @Test
    void whatIsQuickIsWaitedFor() throws Exception {
        try (HourCounting counting = new HourCounting(LONG, (of, month) -> {})) {
            assertThat(counting.isCounted(site, MONTH)).isTrue();
        }
    }

    @Test
    void whatTakesLongerIsBegunOnce() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        HourCounting.Count slow = (of, month) -> {
            begun.incrementAndGet();
            await(go);
            end.countDown();
        };
        try (HourCounting counting = new HourCounting(Duration.ZERO, slow)) {
            assertThat(counting.isCounted(site, MONTH)).isFalse();
            assertThat(counting.isCounted(site, MONTH)).isFalse();
            go.countDown();
            await(end);
            assertThat(begun).hasValue(1);
        }
    }

    @Test
    void whatFailsIsSaidAndTriedAgain() throws Exception {
        AtomicInteger begun = new AtomicInteger();
        HourCounting.Count failing = (of, month) -> {
            if (begun.incrementAndGet() == 1) {
                throw new IOException("disk on fire");
            }
        };
        try (HourCounting counting = new HourCounting(LONG, failing)) {
            assertThatThrownBy(() -> counting.isCounted(site, MONTH))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("2026-01")
                    .hasRootCauseMessage("disk on fire");
            assertThat(counting.isCounted(site, MONTH)).isTrue();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
