package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.CHROME;
import static fr.comptoir.acceptance.TestSite.WORLD;
import static fr.comptoir.acceptance.TestSite.get;
import static fr.comptoir.acceptance.TestSite.line;
import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.Site;
import fr.comptoir.testkit.TestClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Archives of many documents are no content, in no report, and tallied beside them by the laws by which actions are. */
class ExtractionsTest {
    private static final String RULE =
            "  - {path: /archive, action: ignore, documents: {count: \"{query.size}\", default: 5, at_most: 1000}}\n";
    private static final String TEN = get("192.0.2.1", "10/Jan/2026:10:00:00", "/archive?size=10");
    private static final String THREE = get("198.51.100.1", "20/Jan/2026:10:00:00", "/archive?size=3");
    private static final String READ = get("192.0.2.1", "10/Jan/2026:11:00:00", "/article/a1/pdf");

    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void makeSite() {
        site = siteIn("site", AlphaJournals.PAGES + RULE);
    }

    private TestSite siteIn(String name, String pages) {
        return new TestSite(
                        folder.resolve(name),
                        AlphaJournals.SITE + pages,
                        AlphaJournals.CATALOGUE,
                        AlphaJournals.INSTITUTIONS)
                .imported();
    }

    /** Extractions, documents and how many of the extractions are assumed. */
    private static String tally(TestSite of, String customer, String month) {
        try {
            ReportingSite reporting = ReportingSite.read(Site.open(of.folder, new TestClock("2026-03-05T10:00:00Z")));
            YearMonth wanted = YearMonth.parse(month);
            long[] sums = new long[3];
            reporting
                    .extractions(customer, new TreeSet<>(List.of(wanted)))
                    .getOrDefault(wanted, List.of())
                    .forEach(sum -> {
                        sums[0] += sum.extractions();
                        sums[1] += sum.documents();
                        sums[2] += sum.assumed();
                    });
            return sums[0] + " " + sums[1] + " " + sums[2];
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String tally(String customer) {
        return tally(site, customer, "2026-01");
    }

    @Test
    void theyAreNoContentAndNoActionAndTheLedgerIsWhatItWas() {
        TestSite without = siteIn("without", AlphaJournals.PAGES + "  - {path: /archive, action: ignore}\n");
        String[] lines = {TEN, THREE, READ};
        JsonNode counted = site.count(site.log(lines));
        assertThat(counted).isEqualTo(without.count(without.log(lines)));
        assertThat(counted.get("excluded").get("not_content").asLong()).isEqualTo(2);
        assertThat(counted.get("actions").asLong()).isEqualTo(1);
        for (String report : List.of("PR", "TR", "IR")) {
            assertThat(site.metrics(report, WORLD, "2026-01", "5.1"))
                    .isEqualTo(without.metrics(report, WORLD, "2026-01", "5.1"));
        }
        assertThat(tally("u1")).isEqualTo("1 10 0");
        assertThat(tally(WORLD)).isEqualTo("2 13 0");
        assertThat(tally("cons")).as("u1, and both who share the other range").isEqualTo("2 13 0");
        assertThat(tally("u3")).isEqualTo("0 0 0");
        assertThat(tally(without, WORLD, "2026-01")).isEqualTo("0 0 0");
        assertThat(without.folder.resolve("data/extractions")).doesNotExist();
    }

    @Test
    void theRunSaysThem() {
        assertThat(site.run("count", site.log(TEN, THREE)).succeeded().out())
                .contains("extractions among what is no content: 2, with 13 documents");
        assertThat(site.run("count", site.log(READ)).succeeded().out()).doesNotContain("extraction");
    }

    @Test
    void theListOfMonthsHasThem() {
        String february = READ.replace("/Jan/", "/Feb/");
        site.count(site.log(TEN, THREE, get("192.0.2.1", "10/Jan/2026:10:00:00", "/archive"), february));
        assertThat(site.run("months").succeeded().out())
                .contains("2026-01: 3 extractions, 18 documents in no report")
                .doesNotContain("2026-02: 0 extractions");
        JsonNode months = site.json("months").get("months");
        assertThat(months.get(0).get("extracted").toString())
                .contains("\"extractions\":3", "\"documents\":18", "\"assumed\":1");
        assertThat(months.get(1).has("extracted")).isFalse();
    }

    @Test
    void onlyWhatWasDeliveredToPeopleCounts() {
        site.count(site.log(
                line("192.0.2.1", "10/Jan/2026:10:00:00", "GET /archive?size=10 HTTP/1.1", 500, CHROME),
                line("192.0.2.1", "10/Jan/2026:10:00:01", "GET /archive?size=10 HTTP/1.1", 404, CHROME),
                line("192.0.2.1", "10/Jan/2026:10:00:02", "POST /archive?size=10 HTTP/1.1", 200, CHROME),
                line("192.0.2.1", "10/Jan/2026:10:00:03", "GET /archive?size=10 HTTP/1.1", 200, "Googlebot/2.1"),
                line("192.0.2.1", "10/Jan/2026:10:00:04", "GET /archive?size=10 HTTP/1.1", 304, CHROME)));
        assertThat(tally(WORLD)).isEqualTo("1 10 0");
    }

    @Test
    void aSizeThatIsNoneIsAssumedAndNoneIsTooLarge() {
        List<String> lines = new ArrayList<>();
        for (String query : List.of("size=7", "size=0", "size=99999999999999999999999", "size=-3", "size=abc", "q=a")) {
            lines.add(get("192.0.2.1", "10/Jan/2026:10:00:00", "/archive?" + query));
        }
        site.count(site.log(lines));
        assertThat(tally(WORLD)).isEqualTo("6 " + (7 + 1000 + 3 * 5) + " 4");
    }

    @Test
    void orderCuttingAndRepeatsChangeNothing() throws Exception {
        SplittableRandom random = new SplittableRandom(2026);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String time = String.format("%02d/Jan/2026:%02d:00:00", 1 + random.nextInt(31), random.nextInt(24));
            String address = (random.nextBoolean() ? "192.0.2." : "198.51.100.") + random.nextInt(200);
            lines.add(get(address, time, random.nextInt(3) == 0 ? "/article/a1" : "/archive?size=" + i));
        }
        String log = site.log(lines);
        site.count(log);
        List<String> expected = tallies(site);
        site.count(log);
        assertThat(tallies(site)).as("a repeat").isEqualTo(expected);
        Collections.shuffle(lines, new Random(2026));
        TestSite cut = siteIn("cut", AlphaJournals.PAGES + RULE);
        cut.count(cut.log(lines.subList(0, 100)), cut.log(lines.subList(100, 150)));
        cut.run("count", "--threads", "1", cut.log(lines.subList(150, 400))).succeeded();
        assertThat(tallies(cut)).as("shuffled and cut").isEqualTo(expected);
    }

    private static List<String> tallies(TestSite of) {
        return List.of(WORLD, "u1", "u2", "u3", "cons").stream()
                .map(customer -> tally(of, customer, "2026-01"))
                .toList();
    }

    /** The last line is read before it is whole: what it becomes counts, once. */
    @Test
    void ofAFileThatGrowsTheNewPartCountsAndALineThatWasCutCountsOnce() throws Exception {
        Path log = folder.resolve("growing.log");
        Files.writeString(log, READ + "\n" + TEN);
        site.count(log.toString());
        assertThat(tally(WORLD)).isEqualTo("1 10 0");
        Files.writeString(log, "\n" + THREE + "\n", StandardOpenOption.APPEND);
        site.count(log.toString());
        assertThat(tally(WORLD)).isEqualTo("2 13 0");
        assertThat(tally("u1")).isEqualTo("1 10 0");
        site.count(log.toString());
        assertThat(tally(WORLD)).isEqualTo("2 13 0");
    }

    @Test
    void aMonthIsMadeAgainByTheRulesOfToday() {
        TestSite later = siteIn("later", AlphaJournals.PAGES);
        String log = later.log(TEN, THREE, READ);
        later.count(log);
        assertThat(tally(later, WORLD, "2026-01")).isEqualTo("0 0 0");
        later.write("comptoir.yml", AlphaJournals.SITE + AlphaJournals.PAGES + RULE);
        later.run("recount", "2026-01", "--apply").succeeded();
        assertThat(tally(later, WORLD, "2026-01")).isEqualTo("2 13 0");
        later.run("recount", "2026-01", "--apply").succeeded();
        assertThat(tally(later, "u1", "2026-01")).isEqualTo("1 10 0");
        later.write(
                "comptoir.yml", AlphaJournals.SITE + AlphaJournals.PAGES + RULE.replace("default: 5", "default: 6"));
        later.count(later.log(get("192.0.2.1", "11/Jan/2026:10:00:00", "/archive")));
        assertThat(tally(later, WORLD, "2026-01")).isEqualTo("3 19 1");
    }

    @Test
    void theyBelongToWhomActionsDo() {
        site.count(site.log(TEN, get("203.0.113.9", "10/Jan/2026:10:00:00", "/archive?size=20")));
        assertThat(tally("u2")).isEqualTo("0 0 0");
        Path institutions = site.write(
                "changed.csv", "customer_id,name,ip_ranges\nu2,University Two,198.51.100.0/24;203.0.113.0/24\n");
        site.run("import", "institutions", institutions.toString()).succeeded();
        assertThat(tally("u2")).isEqualTo("1 20 0");
        assertThat(tally("u1")).isEqualTo("1 10 0");
        assertThat(tally(WORLD)).isEqualTo("2 30 0");
    }

    @Test
    void aClosedMonthStaysWhatItWas() {
        site.count(site.log(TEN, READ));
        site.run("close", "2026-01").succeeded();
        site.count(site.log(THREE));
        assertThat(tally(WORLD)).isEqualTo("1 10 0");
        site.run("recount", "2026-01", "--apply", "--reason", "a late log").succeeded();
        assertThat(tally(WORLD)).isEqualTo("2 13 0");
    }

    @Test
    void twoMonthsAreToldApart() {
        site.count(site.log(TEN, get("192.0.2.1", "01/Feb/2026:00:00:10", "/archive?size=2")));
        assertThat(tally("u1")).isEqualTo("1 10 0");
        assertThat(tally(site, "u1", "2026-02")).isEqualTo("1 2 0");
    }

    @Test
    void checkSaysWhatALineExtracts() {
        String log = site.log(TEN, get("192.0.2.1", "10/Jan/2026:10:00:00", "/archive"), READ);
        String said = site.run("check", log).succeeded().out();
        assertThat(said).contains("10 documents", "5 documents (assumed)", "excluded.not_content");
        JsonNode lines = site.json("check", log).findValue("lines");
        assertThat(lines).hasSize(3);
        assertThat(lines.toString()).containsOnlyOnce("\"10 documents\"");
    }
}
