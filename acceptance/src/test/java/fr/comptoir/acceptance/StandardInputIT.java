package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program at the end of a pipe and at the beginning of one. */
class StandardInputIT {
    /** So many lines are more than the program takes at once. */
    private static final int MALFORMED = 40_000;

    @TempDir
    private Path folder;

    @Test
    void whatComesThroughAPipeCountsOnceHoweverItIsPackedAndNoBarIsDrawn() throws IOException, InterruptedException {
        PackedProgram program = PackedProgram.released();
        TestSite site = TestSite.imported(folder.resolve("site"));
        String log = site.log(
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/search?q=a"),
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/search?q=b"));
        List<String> count = List.of("count", "--json", "-");
        Run piped = program.startAfter("exec < <(cat " + log + ")", site, "piped", count)
                .finished()
                .succeeded();
        assertThat(piped.json().get("actions").asLong()).isEqualTo(2);
        assertThat(piped.err()).isEmpty();
        Run packed = program.startAfter("exec < <(gzip -c " + log + ")", site, "packed", count)
                .finished()
                .succeeded();
        assertThat(packed.json().get("repeats")).hasSize(1);
        assertThat(site.count(log).get("repeats")).hasSize(1);
        List<String> report = List.of(
                "report", "PR", "--customer", "u1", "--begin", "2026-01", "--end", "2026-01", "--format", "tsv");
        Run printed = program.start(site, "report", report).finished().succeeded();
        assertThat(Table.of(printed.out()).totals(List.of())).containsEntry("Searches_Platform", 2L);
        assertThat(printed.out()).startsWith("\ufeff");
    }

    /** It is interrupted while it waits for more lines: after it has written the first that are malformed, and before it can have ended. */
    @Test
    void ctrlCEndsACountAndLeavesNothingHalfDone() throws IOException, InterruptedException {
        PackedProgram program = PackedProgram.released();
        TestSite site = TestSite.imported(folder.resolve("site"));
        String malformed = ("no line of a log".repeat(8) + "\n").repeat(MALFORMED);
        String log = site.log(get("192.0.2.1", "05/Jan/2026:10:00:00", "/search?q=a"), malformed.strip());
        String before = site.state();
        Path rejects = site.folder.resolve("data/rejects");
        PackedProgram.Started count = program.startInForeground(site, "interrupted", List.of("count", "-"));
        try {
            count.process().getOutputStream().write(Files.readAllBytes(Path.of(log)));
            count.process().getOutputStream().flush();
            while (!Files.exists(rejects) && count.process().isAlive()) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            count.interrupt();
            Run interrupted = count.finished();
            assertThat(interrupted.status()).as(interrupted.err()).isEqualTo(130);
            assertThat(interrupted.err()).isEmpty();
        } finally {
            count.process().destroyForcibly();
        }
        assertThat(site.state()).isEqualTo(before);
        assertThat(rejects).as("it had begun").exists();
        assertThat(site.count(log).get("repeats")).as("nothing was counted").isEmpty();
        StoreFiles.assertNoLeftovers(site);
    }

    /** {@code comptoir months | head -1}: no complaint, and the status of a program that the signal of a closed pipe ended. */
    @Test
    void aReaderThatGoesAwayIsNoError() throws IOException, InterruptedException {
        PackedProgram program = PackedProgram.released();
        TestSite site = TestSite.imported(folder.resolve("site"));
        site.count(site.log(get("192.0.2.1", "05/Jan/2026:10:00:00", "/search?q=a")));
        List<String> report = List.of("report", "PR", "--customer", "u1", "--begin", "2026-01", "--end", "2026-01");
        for (List<String> command : List.of(List.of("months"), report)) {
            Run run = program.startAfter("exec > >(exec true) && wait $!", site, "unread", command)
                    .finished();
            assertThat(run.status()).as(run.err()).isEqualTo(141);
            assertThat(run.err()).isEmpty();
        }
        Run full = program.startAfter("exec > /dev/full", site, "full", List.of("months"))
                .finished();
        full.endedWith(3).said("standard output", "No space left on device");
    }
}
