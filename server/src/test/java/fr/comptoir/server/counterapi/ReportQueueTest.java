package fr.comptoir.server.counterapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.operation.MakeReport;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.Site;
import fr.comptoir.testkit.TestClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ReportQueueTest {
    private static final Duration LONG = Duration.ofHours(1);

    @TempDir
    Path folder;

    private ReportQueue queue() {
        return new ReportQueue(
                new KeptReports(folder.resolve("reports"), new TestClock("2026-02-04T10:00:00Z")),
                new ReportPace(() -> 0),
                1,
                10,
                LONG);
    }

    private MakeReport report() throws Exception {
        Files.writeString(folder.resolve("comptoir.yml"), """
                platform: {id: alpha, name: Alpha Journals}
                provider: {name: Alpha Publishing}
                log: {format: combined}
                pages: [{path: "/article/{item}", action: investigation}]
                """);
        Site site = Site.open(folder, new TestClock("2026-02-04T10:00:00Z"));
        Map<String, String> months = Map.of("--begin", "2026-01", "--end", "2026-01");
        return MakeReport.prepare(ReportingSite.read(site), "PR", Institution.THE_WORLD, "5.1", "json", months);
    }

    @Test
    @Timeout(60)
    void whoGivesWayGoesOnWhenNobodyWaitsAnyMore() throws Exception {
        MakeReport report = report();
        try (ReportQueue queue = queue()) {
            queue.giveWay(LONG);
            assertThat(queue.get(report).gzip()).exists();
            queue.giveWay(LONG);
        }
    }

    @Test
    void whoIsToStopDoesNot() throws Exception {
        try (ReportQueue queue = queue()) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> queue.giveWay(Duration.ZERO)).isInstanceOf(InterruptedException.class);
        }
    }
}
