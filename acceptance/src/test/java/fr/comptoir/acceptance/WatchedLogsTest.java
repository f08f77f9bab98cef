package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.WORLD;
import static fr.comptoir.acceptance.TestSite.get;
import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.operation.CountLogs;
import fr.comptoir.operation.Progress;
import fr.comptoir.operation.Site;
import fr.comptoir.operation.WatchedLogs;
import fr.comptoir.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that the service counts by itself: each once, whatever happens between. */
class WatchedLogsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock("2026-02-10T08:00:00Z");
    private TestSite site;
    private WatchedLogs logs;

    @BeforeEach
    void watch() throws Exception {
        site = new TestSite(
                        folder,
                        AlphaJournals.SITE + AlphaJournals.PAGES + "watch: [in, \"more/*.log\", data]\n",
                        AlphaJournals.CATALOGUE,
                        AlphaJournals.INSTITUTIONS)
                .imported();
        logs = started();
    }

    private WatchedLogs started() throws Exception {
        return new WatchedLogs(Site.open(folder, clock), "Comptoir test", 1);
    }

    private List<String> look() throws Exception {
        return logs.look(Progress.NONE, sentence -> {}).files().stream()
                .map(file -> Path.of(file).getFileName().toString())
                .toList();
    }

    private long investigations() {
        return site.metrics("PR", WORLD, "2026-01", "5.1").getOrDefault("Total_Item_Investigations", 0L);
    }

    private static String click(int minute) {
        return get("192.0.2.1", "05/Jan/2026:10:" + minute + ":00", "/article/a1") + "\n";
    }

    @Test
    void aFileIsCountedOnceItRestsAndNotOpenedAgain() throws Exception {
        site.write("in/1.log", click(10));
        site.write("more/2.log", click(12));
        site.write("more/3.txt", click(14));
        assertThat(look()).isEmpty();
        assertThat(logs.isBehind()).isTrue();
        clock.pass(MINUTE);
        assertThat(look()).containsExactly("1.log", "2.log");
        assertThat(logs.isBehind()).isFalse();
        assertThat(investigations()).isEqualTo(2);
        String state = site.state();
        clock.pass(MINUTE);
        logs = started();
        assertThat(look()).isEmpty();
        clock.pass(MINUTE);
        assertThat(look()).as("also by a service that was started again").isEmpty();
        assertThat(site.state()).isEqualTo(state);
    }

    @Test
    void aServiceThatWasKilledBeforeItTookNoteCountsNothingTwice() throws Exception {
        Path log = site.write("in/1.log", click(10));
        look();
        clock.pass(MINUTE);
        look();
        Files.delete(folder.resolve("data/watched.tsv"));
        Files.move(log, log.resolveSibling("1.log.1"));
        logs = started();
        look();
        clock.pass(MINUTE);
        assertThat(look()).containsExactly("1.log.1");
        assertThat(investigations()).isEqualTo(1);
    }

    @Test
    void aFileThatIsAlwaysWrittenToIsCountedEveryHourAsFarAsItGoes() throws Exception {
        Path log = site.write("in/access.log", click(10));
        for (int minute = 11; minute < 69; minute++) {
            assertThat(look()).as("minute %s", minute).isEmpty();
            clock.pass(MINUTE);
            if (minute % 2 == 0 && minute < 60) {
                append(log, click(minute));
            } else {
                append(log, "\n");
            }
        }
        clock.pass(Duration.ofMinutes(2));
        append(log, "\n");
        assertThat(look()).containsExactly("access.log");
        long counted = investigations();
        append(log, click(59));
        assertThat(look()).isEmpty();
        clock.pass(MINUTE);
        assertThat(look()).containsExactly("access.log");
        assertThat(investigations()).isEqualTo(counted + 1);
    }

    private static void append(Path log, String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.APPEND);
    }

    @Test
    void whatIsToldOfAWrongFormatHasNoLineOfTheLog() throws Exception {
        site.write("in/1.log", "203.0.113.77 told by another program\n".repeat(20));
        look();
        clock.pass(MINUTE);
        look();
        assertThat(logs.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.cause()).isEqualTo(WatchedLogs.Cause.WRONG_FORMAT);
            assertThat(failure.problem()).as("for the owner").contains("203.0.113.77");
            assertThat(failure.reason()).isEmpty();
        });
    }

    @Test
    void aFileThatCannotBeReadKeepsNobodyFromBeingCountedAndIsTriedAgainWhenItChanges() throws Exception {
        Path broken = site.write("in/1.log.gz", "\u001f\u008b no gzip");
        Files.write(broken, new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3});
        site.write("in/2.log", click(10));
        look();
        clock.pass(MINUTE);
        assertThat(look()).containsExactly("1.log.gz", "2.log");
        assertThat(investigations()).isEqualTo(1);
        assertThat(logs.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.file()).endsWith("1.log.gz");
            assertThat(failure.problem()).contains("1.log.gz");
            assertThat(failure.cause()).isEqualTo(WatchedLogs.Cause.UNREADABLE);
            assertThat(failure.reason().orElseThrow().toString())
                    .contains("gzip")
                    .doesNotContain("1.log.gz");
        });
        assertThat(logs.isBehind()).as("it may hold any month").isTrue();
        clock.pass(MINUTE);
        assertThat(look()).as("the same file is left alone for a while").isEmpty();
        assertThat(logs.isBehind()).isTrue();
        Files.writeString(broken, click(12));
        look();
        clock.pass(MINUTE);
        assertThat(look()).containsExactly("1.log.gz");
        assertThat(investigations()).isEqualTo(2);
        assertThat(logs.failures()).isEmpty();
        assertThat(logs.isBehind()).isFalse();
    }

    @Test
    void whatACommandCountedIsKnown() throws Exception {
        Path log = site.write("in/1.log", click(10));
        site.count(log.toString());
        look();
        clock.pass(MINUTE);
        CountLogs.Result result =
                logs.look(Progress.NONE, sentence -> {}).results().get(0);
        assertThat(result.repeats()).hasSize(1);
        assertThat(investigations()).isEqualTo(1);
    }

    @Test
    void whatTheSiteKeepsIsNoLogWhateverIsWatched() throws Exception {
        site.write("in/1.log", click(10));
        look();
        clock.pass(MINUTE);
        assertThat(look()).containsExactly("1.log");
        assertThat(folder.resolve("data/state.json")).exists();
        clock.pass(Duration.ofHours(2));
        assertThat(look()).isEmpty();
        assertThat(logs.isBehind()).isFalse();
    }

    @Test
    void aFolderThatIsNotThereYetIsEmpty() throws Exception {
        assertThat(look()).isEmpty();
        site.write("in/.hidden", click(10));
        look();
        clock.pass(MINUTE);
        assertThat(look()).isEmpty();
    }
}
