package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.WORLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program killed, run twice at once, and out of disk: the last complete state stays, and the next run goes on by itself. */
class KillIT {
    private static final long SEED = 9;
    private static final int KILLS = 6;
    private static final int FILES = 4;
    private static final int LINES = 4_000;

    @TempDir
    private static Path folder;

    private static PackedProgram program;
    private static TestSite empty;
    private static List<String> logs;
    private static List<Table> figures;

    /** How long the latest run took that counted everything: the machine may have more to do now than it had then. */
    private static long wholeMilliseconds;

    @BeforeAll
    static void countUndisturbed() throws IOException, InterruptedException {
        System.out.println("KillIT: seed " + SEED);
        program = PackedProgram.released();
        empty = BetaLibrary.in(folder.resolve("empty"));
        TestSite undisturbed = empty.copy(folder.resolve("undisturbed"));
        logs = new ArrayList<>();
        for (int file = 0; file < FILES; file++) {
            logs.add(undisturbed.log(MadeLog.lines(SEED + file, LINES).stream()
                    .map(MadeLine::text)
                    .toList()));
        }
        program.start(empty, "warm", List.of("months")).finished().succeeded();
        long began = System.nanoTime();
        count(undisturbed, "count").finished().succeeded();
        wholeMilliseconds = millisecondsSince(began);
        figures = figures(undisturbed);
        figures.forEach(table -> assertThat(table.rows()).hasSizeGreaterThan(10));
    }

    private static long millisecondsSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    private static PackedProgram.Started count(TestSite site, String name) throws IOException {
        return program.start(site, name, arguments(logs));
    }

    private static List<String> arguments(List<String> files) {
        List<String> arguments = new ArrayList<>(List.of("count", "--json"));
        arguments.addAll(files);
        return arguments;
    }

    /** Enough to see any action lost or doubled: every item in one release, titles in the other, searches. */
    private static List<Table> figures(TestSite site) {
        return List.of(figures(site, "IR", "5.1"), figures(site, "TR", "5"), figures(site, "PR", "5.1"));
    }

    private static Table figures(TestSite site, String report, String release) {
        String attributes = Figures.attributes(report, release);
        Table table = site.reportOver(report, WORLD, "2025-10", "2025-11", release, "--attributes-to-show", attributes);
        return new Table(Map.of(), table.headings(), table.rows());
    }

    @Test
    void killedAtAnyMomentItFinishesToTheSameFigures() throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            double part = 0.15 + 0.85 * (kill + random.nextDouble()) / KILLS;
            TestSite site = killed("killed-" + kill, part);
            boolean committed = !site.state().equals(empty.state());
            long began = System.nanoTime();
            Run again = count(site, "again").finished().succeeded();
            wholeMilliseconds = committed ? wholeMilliseconds : millisecondsSince(began);
            assertThat(again.json().get("repeats").size())
                    .as("repeats after a kill at %s of a run", part)
                    .isEqualTo(committed ? FILES : 0);
            assertThat(figures(site)).as("killed at %s of a run", part).isEqualTo(figures);
            StoreFiles.assertNoLeftovers(site);
        }
    }

    /**
     * A site in which the count was killed about when that part of it was done. A run that came to its end before its kill says how long a
     * run takes now; the next is killed earlier, in a fresh site, until a kill hits.
     */
    private static TestSite killed(String name, double part) throws IOException, InterruptedException {
        double moment = part;
        for (int attempt = 0; true; attempt++, moment *= 0.8) {
            TestSite site = empty.copy(folder.resolve(name + "-" + attempt));
            PackedProgram.Started count = count(site, "killed");
            long began = System.nanoTime();
            if (count.killedAfter((long) (wholeMilliseconds * moment))) {
                return site;
            }
            wholeMilliseconds = millisecondsSince(began);
        }
    }

    @Test
    void ofTwoRunsAtOnceTheSecondWaitsOrSaysSo() throws IOException, InterruptedException {
        TestSite site = empty.copy(folder.resolve("two"));
        PackedProgram.Started first = program.start(site, "first", arguments(logs.subList(0, 2)));
        PackedProgram.Started second = program.start(site, "second", arguments(logs.subList(2, FILES)));
        List<Run> runs = List.of(first.finished(), second.finished());
        assertThat(runs).as("one of them at least").anyMatch(run -> run.status() == 0);
        for (int i = 0; i < 2; i++) {
            if (runs.get(i).status() != 0) {
                runs.get(i).saidInOneSentence("another");
                List<String> mine = i == 0 ? logs.subList(0, 2) : logs.subList(2, FILES);
                program.start(site, "again", arguments(mine)).finished().succeeded();
            }
        }
        assertThat(figures(site)).isEqualTo(figures);
        StoreFiles.assertNoLeftovers(site);
    }

    @Test
    void aFullDiskIsSaidAndLeavesTheLastState() throws IOException, InterruptedException {
        TestSite site = empty.copy(folder.resolve("full"));
        String before = site.state();
        for (int kibibytes : List.of(8, 24, 64)) {
            Run run = program.startAfter("ulimit -f " + kibibytes, site, "limited", arguments(logs))
                    .finished();
            assertThat(run.status()).as("%s KiB: %s", kibibytes, run.err()).isIn(1, 3);
            assertThat(run.err().strip().lines().count()).as(run.err()).isBetween(1L, 2L);
            assertThat(run.err()).doesNotContain("\tat ");
            assertThat(site.state()).isEqualTo(before);
        }
        count(site, "again").finished().succeeded();
        assertThat(figures(site)).isEqualTo(figures);
        StoreFiles.assertNoLeftovers(site);
    }
}
