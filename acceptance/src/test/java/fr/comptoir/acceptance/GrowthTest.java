package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.WORLD;
import static fr.comptoir.acceptance.TestSite.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Logs that grow between two counts, in every way: each line counts once in the end. The lines are searches, which have no double clicks. */
class GrowthTest {
    private static final String JANUARY = get("192.0.2.1", "31/Jan/2026:10:00:00", "/search?q=a");
    private static final String FEBRUARY = get("192.0.2.1", "01/Feb/2026:10:00:00", "/search?q=a");
    private static final String ANOTHER_RULE = "  - path: /elsewhere/{item}\n    action: request\n    format: HTML\n";

    @TempDir
    Path folder;

    private TestSite site;
    private Path log;

    @BeforeEach
    void makeSite() {
        site = TestSite.imported(folder);
        log = folder.resolve("growing.log");
    }

    private JsonNode countAfter(String more) throws IOException {
        Files.writeString(log, more, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return site.count(log.toString());
    }

    private long searches(String month) {
        return site.metrics("PR", WORLD, month, "5.1").getOrDefault("Searches_Platform", 0L);
    }

    private void addARule() {
        site.write("comptoir.yml", AlphaJournals.SITE + AlphaJournals.PAGES + ANOTHER_RULE);
    }

    @Test
    void aFileAndItsBeginningInOneRunCountOnce() throws IOException {
        Path beginning = site.write("beginning.log", JANUARY + "\n");
        Path whole = site.write("whole.log", JANUARY + "\n" + FEBRUARY + "\n");
        Path packed = folder.resolve("again.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(whole, out);
        }
        JsonNode count = site.count(whole.toString(), packed.toString(), beginning.toString(), whole.toString());
        assertThat(count.get("lines").asLong()).isEqualTo(2);
        assertThat(count.get("actions").asLong()).isEqualTo(2);
        assertThat(searches("2026-01")).isEqualTo(1);
        assertThat(searches("2026-02")).isEqualTo(1);
        assertThat(site.count(beginning.toString()).get("lines").asLong()).isZero();
    }

    /** A backup of yesterday is given after the log of today: all of its lines are counted, in whatever way it is packed. */
    @Test
    void anOlderCopyOfALogThatGrewIsARepeatAsLongAsTheLogIsAtHand() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            lines.append(JANUARY.replace("q=a", "q=" + i)).append('\n');
        }
        String all = lines.toString();
        Files.writeString(log, all);
        site.count(log.toString());
        assertThat(searches("2026-01")).isEqualTo(2_000);
        Path packed = folder.resolve("yesterday.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(all.substring(0, all.length() / 2).getBytes(StandardCharsets.UTF_8));
        }
        JsonNode older = site.count(packed.toString());
        assertThat(older.get("repeats").get(0).stringValue()).isEqualTo(packed.toString());
        assertThat(older.get("lines").asLong()).isZero();
        assertThat(searches("2026-01")).isEqualTo(2_000);
        Path other = site.write("other.log", all.substring(0, all.length() / 2) + "\n" + FEBRUARY + "\n");
        assertThat(site.count(other.toString()).get("lines").asLong())
                .as("begins alike and goes on otherwise")
                .isGreaterThan(1_000);
        Files.delete(log);
        Files.delete(other);
        Path copy = site.write("copy.log", all.substring(0, all.length() / 3));
        Run untold = site.run("count", "--json", copy.toString()).succeeded();
        assertThat(untold.err()).contains("copy.log begins as", log.toString(), "no longer at hand");
        assertThat(untold.json().get("lines").asLong()).isPositive();
    }

    @Test
    void aLastLineThatIsCompletedLaterCountsOnceAsWhatItIsInTheEnd() throws IOException {
        site.write("comptoir.yml", (AlphaJournals.SITE + AlphaJournals.PAGES).replace("combined", "common"));
        String line = "192.0.2.1 - - [31/Jan/2026:10:00:00 +0100] \"GET /search?q=a HTTP/1.1\" 200 5";
        assertThat(countAfter(line).get("actions").asLong()).isEqualTo(1);
        JsonNode grown = countAfter("12\n" + line.replace("31/Jan", "01/Feb") + "\n");
        assertThat(grown.get("lines").asLong()).isEqualTo(1);
        assertThat(grown.get("actions").asLong()).isEqualTo(1);
        assertThat(searches("2026-01")).isEqualTo(1);
        assertThat(searches("2026-02")).isEqualTo(1);
    }

    @Test
    void aLastLineThatWasMalformedBecomesAnAction() throws IOException {
        assertThat(countAfter(JANUARY.substring(0, 60)).get("malformed").asLong())
                .isEqualTo(1);
        JsonNode grown = countAfter(JANUARY.substring(60) + "\n");
        assertThat(grown.get("malformed").asLong()).isEqualTo(-1);
        assertThat(grown.get("actions").asLong()).isEqualTo(1);
        assertThat(searches("2026-01")).isEqualTo(1);
    }

    @Test
    void aLogThatGrewAndWasPackedCountsItsNewPart() throws IOException {
        countAfter(JANUARY + "\n");
        Files.writeString(log, FEBRUARY + "\n", StandardOpenOption.APPEND);
        Path packed = folder.resolve("rotated.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(log, out);
        }
        Files.delete(log);
        assertThat(site.count(packed.toString()).get("lines").asLong()).isEqualTo(1);
        assertThat(searches("2026-01")).isEqualTo(1);
        assertThat(searches("2026-02")).isEqualTo(1);
    }

    @Test
    void whatWasAddedSinceIsNotLostByARecountFromTheRawLog() throws IOException {
        countAfter(JANUARY + "\n");
        Files.writeString(log, FEBRUARY + "\n", StandardOpenOption.APPEND);
        addARule();
        Run recount = site.run("recount", "2026-01", "--apply").succeeded();
        assertThat(recount.out()).contains("from the raw logs (1 file)");
        assertThat(searches("2026-01")).isEqualTo(1);
        assertThat(site.count(log.toString()).get("lines").asLong()).isEqualTo(1);
        assertThat(searches("2026-01")).isEqualTo(1);
        assertThat(searches("2026-02")).isEqualTo(1);
    }

    /** Rotation renames and packs a log; a recount finds it by its content. */
    @Test
    void aRecountFindsALogThatWasRotatedAndPackedAndHasGoneOnSince() throws IOException {
        countAfter(JANUARY + "\n");
        countAfter(FEBRUARY + "\n");
        Files.writeString(log, FEBRUARY.replace("10:00:00", "11:00:00") + "\n", StandardOpenOption.APPEND);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("growing.log.2.gz")))) {
            Files.copy(log, out);
        }
        Files.writeString(log, "another log\n");
        site.write("comptoir.yml", AlphaJournals.SITE + AlphaJournals.PAGES.replace("{q: \"*\"}", "{q: nothing}"));
        Run recount = site.run("recount", "2026-01", "2026-02", "--apply").succeeded();
        assertThat(recount.out()).contains("from the raw logs (1 file)").doesNotContain("no longer");
        assertThat(searches("2026-01")).isZero();
        assertThat(searches("2026-02")).isZero();
        Files.delete(folder.resolve("growing.log.2.gz"));
        addARule();
        assertThat(site.run("recount", "2026-01").succeeded().out())
                .contains("1 of 1 inputs are no longer at hand", "page rules and robots stay");
    }

    @Test
    void aLastLineIsTakenBackThoughItsMonthWasRecounted() throws IOException {
        countAfter(JANUARY);
        addARule();
        site.run("recount", "2026-01", "--apply").succeeded();
        assertThat(searches("2026-01")).isEqualTo(1);
        countAfter("\n" + FEBRUARY + "\n");
        assertThat(searches("2026-01")).isEqualTo(1);
        assertThat(searches("2026-02")).isEqualTo(1);
    }

    @Test
    void aLastLineIsTakenBackThoughAnotherMonthOfItsFileWasRecounted() throws IOException {
        countAfter(JANUARY + "\n" + FEBRUARY);
        addARule();
        site.run("recount", "2026-01", "--apply").succeeded();
        countAfter("\n" + FEBRUARY.replace("10:00:00", "11:00:00") + "\n");
        assertThat(searches("2026-01")).isEqualTo(1);
        assertThat(searches("2026-02")).isEqualTo(2);
    }

    @Test
    void aRecountFromTheRawLogOfAMonthWhoseFileGrewKeepsEachLineOnce() throws IOException {
        countAfter(JANUARY);
        countAfter("\n" + JANUARY.replace("10:00:00", "11:00:00") + "\n" + FEBRUARY);
        countAfter("\n");
        addARule();
        site.run("recount", "2026-01", "2026-02", "--apply").succeeded();
        assertThat(searches("2026-01")).isEqualTo(2);
        assertThat(searches("2026-02")).isEqualTo(1);
        assertThat(site.count(log.toString()).get("repeats")).hasSize(1);
    }

    /** The logs may lie in the site folder: what else lies there is not read as logs, and that is said. */
    @Test
    void theSiteFolderItselfCanBeCounted() {
        site.write("access.log", JANUARY + "\n");
        site.write("deep/catalogue.csv", FEBRUARY + "\n");
        site.write("titles.csv", "item_id,data_type,name\nj9,Journal,Nine\n");
        site.run("import", "catalogue", site.path("titles.csv")).succeeded();
        Run run = site.run("count", "--json", folder.toString()).succeeded();
        assertThat(run.json().get("lines").asLong()).isEqualTo(2);
        assertThat(run.json().get("malformed").asLong()).isZero();
        assertThat(run.err())
                .contains(
                        "not read as logs", "data/", "comptoir.yml", "catalogue.csv", "institutions.csv", "titles.csv")
                .hasLineCount(1);
        site.run("count", site.path("data")).saidInOneSentence("no log", "data/");
    }

    @Test
    void aFolderAndAPatternStandForTheirFiles() throws IOException {
        site.write("in/one.log", JANUARY + "\n");
        site.write("in/deep/two.log", FEBRUARY + "\n");
        assertThat(site.count(site.path("in")).get("lines").asLong()).isEqualTo(2);
        assertThat(site.count(site.path("in") + "/*.log").get("repeats")).hasSize(1);
    }
}
