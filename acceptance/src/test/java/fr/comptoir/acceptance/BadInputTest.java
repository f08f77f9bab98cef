package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Comptoir says of bad input: one clear sentence that names the place, and nothing half done. */
class BadInputTest {
    @TempDir
    Path folder;

    private TestSite site;
    private String good;
    private String before;

    @BeforeEach
    void countOneLog() {
        site = TestSite.imported(folder);
        good = site.log(get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/pdf"));
        site.count(good);
        before = site.state();
    }

    private Run refused(String... arguments) {
        Run run = site.run(arguments);
        assertThat(site.state()).as("the state after %s", List.of(arguments)).isEqualTo(before);
        return run;
    }

    @Test
    void aMissingLog() {
        String other = site.log(get("192.0.2.1", "06/Jan/2026:10:00:00", "/article/a1/pdf"));
        refused("count", other, site.path("nowhere.log")).saidInOneSentence("nowhere.log");
        assertThat(site.count(other).get("lines").asLong())
                .as("nothing of the good file was counted")
                .isEqualTo(1);
    }

    @Test
    void aGzipFileThatIsCutOff() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            lines.add(get("192.0.2." + i % 250, "05/Jan/2026:10:00:00", "/article/a1/pdf?" + i * 7_919));
        }
        Path whole = Path.of(site.log(lines));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            Files.copy(whole, out);
        }
        for (int missing : new int[] {1, 8, 1_000}) {
            Path cut = folder.resolve("cut.log.gz");
            Files.write(cut, Arrays.copyOf(packed.toByteArray(), packed.size() - missing));
            refused("count", cut.toString()).saidInOneSentence("cut.log.gz");
        }
        assertThat(site.count(whole.toString()).get("lines").asLong()).isEqualTo(5_000);
    }

    @Test
    void aLogInAnotherFormatStopsEarlyAndShowsThreeLinesAndTheFormat() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            lines.add("2026-01-05 10:00:00 GET /article/a1/pdf line" + i);
        }
        Run run = refused("count", site.log(lines));
        run.endedWith(1)
                .said("2.log", "line0", "line1", "line2", "%h %l %u %t", "in line 1, %u: expected one user name");
        assertThat(run.err()).doesNotContain("line3");
        assertThat(run.err().lines().count()).isLessThanOrEqualTo(6);
        assertThat(folder.resolve("data/rejects"))
                .satisfiesAnyOf(
                        rejects -> assertThat(rejects).doesNotExist(),
                        rejects -> assertThat(rejects).isEmptyDirectory());
    }

    @Test
    void aBadPageRule() {
        site.write(
                "comptoir.yml",
                (AlphaJournals.SITE + AlphaJournals.PAGES).replaceFirst("action: investigation", "action: inspection"));
        refused("count", good).saidInOneSentence("comptoir.yml:11", "action", "inspection", "investigation");
        refused("check").endedWith(1);
    }

    @Test
    void severalBadPageRulesAreSaidAtOnce() {
        site.write(
                "comptoir.yml",
                (AlphaJournals.SITE + AlphaJournals.PAGES)
                        .replaceFirst("action: investigation", "action: inspection")
                        .replaceFirst("no_license", "forbidden")
                        .replaceFirst("format: PDF", "formatt: PDF"));
        Run run = refused("count", good).endedWith(1);
        assertThat(run.err().lines()).hasSize(3).allMatch(line -> line.contains("comptoir.yml:"));
    }

    /** Only what reads logs needs the list: a site can be set up before it is there. */
    @Test
    void aMissingRobotsListStopsWhatReadsLogsAndNothingElse() {
        site.write("comptoir.yml", AlphaJournals.SITE + "robots: nowhere.json\n" + AlphaJournals.PAGES);
        refused("count", good).saidInOneSentence("comptoir.yml:9", "robots", "nowhere.json");
        refused("recount", "2026-01").saidInOneSentence("comptoir.yml:9", "nowhere.json");
        Run check = refused("check").endedWith(1);
        assertThat(check.out()).containsOnlyOnce("nowhere.json");
        refused("report", "TR", "--customer", "u1", "--begin", "2026-01", "--end", "2026-01")
                .succeeded();
        refused("months").succeeded();
        site.run("import", "catalogue", site.path("catalogue.csv")).succeeded();
        site.run("close", "2026-01").succeeded();
    }

    @Test
    void aMissingSiteFile() throws IOException {
        Files.delete(folder.resolve("comptoir.yml"));
        refused("count", good).saidInOneSentence("comptoir.yml", "comptoir init");
    }

    @Test
    void aCatalogueWithoutItemIds() {
        Path file = site.write("bad.csv", "identifier,data_type,name\nx1,Journal,A journal\n");
        refused("import", "catalogue", file.toString()).saidInOneSentence("bad.csv:1", "item_id");
    }

    @Test
    void anUnknownDataType() {
        Path file = site.write("bad.csv", "item_id,data_type,name\nx1,Journal,A journal\nx2,Magazine,A magazine\n");
        refused("import", "catalogue", file.toString()).saidInOneSentence("bad.csv:3", "data_type", "Magazine");
    }

    @Test
    void anItemIdTwice() {
        Path file = site.write(
                "bad.csv", "item_id,data_type,name\nx1,Journal,A journal\nx2,Journal,Another\nx1,Journal,Again\n");
        refused("import", "catalogue", file.toString()).saidInOneSentence("bad.csv:4", "item_id", "x1");
    }

    @Test
    void anAccessTypeAndAYearThatAreNone() {
        Path file = site.write(
                "bad.csv",
                "item_id,data_type,name,yop,access_type\nx1,Article,One,20x4,Controlled\nx2,Article,Two,2024,Closed\n");
        Run run = refused("import", "catalogue", file.toString())
                .endedWith(1)
                .said("bad.csv:2", "yop", "bad.csv:3", "access_type");
        assertThat(run.err().strip().lines()).hasSize(2);
    }

    @Test
    void aRangeThatCannotBeRead() {
        Path file = site.write("bad.csv", "customer_id,name,ip_ranges\nx1,One,192.0.2.0/24\nx2,Two,192.0.2.300\n");
        refused("import", "institutions", file.toString()).saidInOneSentence("bad.csv:3", "ip_ranges", "192.0.2.300");
    }

    @Test
    void rangesThatOverlapArePossibleAndSaid() {
        Path file =
                site.write("more.csv", "customer_id,name,ip_ranges\nx1,One,203.0.113.0/24\nx2,Two,203.0.113.128/25\n");
        Run run = site.run("import", "institutions", file.toString()).succeeded();
        assertThat(run.err()).contains("warning", "more.csv", "203.0.113.128/25", "x1");
    }

    @Test
    void aCustomerIdTwice() {
        Path file = site.write("bad.csv", "customer_id,name\nx1,One\nx1,Two\n");
        refused("import", "institutions", file.toString()).saidInOneSentence("bad.csv:3", "customer_id", "x1");
    }

    @Test
    void aStoreOfANewerVersion() {
        String newer = before.replaceFirst("\"format\"\\s*:\\s*1", "\"format\":99");
        site.write("data/state.json", newer);
        before = newer;
        for (String[] command : new String[][] {
            {"count", good},
            {"months"},
            {"recount", "2026-01"},
            {"import", "catalogue", site.path("catalogue.csv")},
            {"report", "TR", "--customer", "u1", "--begin", "2026-01", "--end", "2026-01"}
        }) {
            refused(command).saidInOneSentence("newer", "99");
        }
    }

    @Test
    void bytesThatAreNotUtf8() throws IOException {
        Path file = folder.resolve("bad.csv");
        Files.write(
                file,
                "item_id,data_type,name\nx1,Journal,Revue fran\u00e7aise\n".getBytes(StandardCharsets.ISO_8859_1));
        refused("import", "catalogue", file.toString()).saidInOneSentence("bad.csv", "UTF-8");
    }
}
