package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.WORLD;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Counting is a pure function of the lines, the catalogue, the institutions and the rules. Each law is tried on a made log; sites that
 * are compared share their secret, because it puts clicks of one second in order.
 */
class LawsTest {
    private static final long SEED = 407;
    private static final int LINES = 3_000;
    private static final String BEGIN = "2025-10";
    private static final String END = "2025-11";

    @TempDir
    private static Path folder;

    private static TestSite empty;
    private static List<String> lines;
    private static TestSite counted;
    private static Map<String, List<Map<String, String>>> figures;
    private static List<String> routes;
    private static JsonNode ledger;

    @BeforeAll
    static void countOnce() {
        System.out.println("LawsTest: seed " + SEED);
        empty = BetaLibrary.in(folder.resolve("empty"));
        lines = MadeLog.lines(SEED, LINES).stream().map(MadeLine::text).toList();
        counted = empty.copy(folder.resolve("counted"));
        ledger = counted.count(counted.log(lines));
        figures = figures(counted);
        routes = RouteLines.of(counted);
        assertThat(routes).hasSizeGreaterThan(100);
        assertThat(figures.get("TR 5.1 " + WORLD)).hasSizeGreaterThan(50);
    }

    private static Map<String, List<Map<String, String>>> figures(TestSite site) {
        return Figures.of(site, BEGIN, END, WORLD, "u1", "cons");
    }

    private static Map<String, List<Map<String, String>>> briefly(TestSite site) {
        return Figures.briefly(site, BEGIN, END, "u1", "cons");
    }

    @Test
    void eachLineEndsOnceAndTheSumsAgree() {
        assertThat(ledger.get("lines").asLong()).isEqualTo(lines.size());
        assertThat(sum(ledger)).isEqualTo(lines.size());
        counted.json("months")
                .get("months")
                .forEach(
                        month -> assertThat(month.get("lines_counted").asLong()).isPositive());
    }

    @Test
    void theOrderOfLinesChangesNothing() {
        List<String> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(SEED));
        TestSite site = empty.copy(folder.resolve("shuffled"));
        JsonNode count = site.count(site.log(shuffled));
        assertThat(count.get("double_clicks")).isEqualTo(ledger.get("double_clicks"));
        assertThat(figures(site)).isEqualTo(figures);
        assertThat(RouteLines.of(site)).isEqualTo(routes);
    }

    @Test
    void cuttingIntoFilesAndRunsChangesNothing() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<List<String>> pieces = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            pieces.add(new ArrayList<>());
        }
        lines.forEach(line -> pieces.get(random.nextInt(9)).add(line));
        TestSite site = empty.copy(folder.resolve("cut"));
        TreeMap<String, Long> sums = new TreeMap<>();
        for (int run = 0; run < 3; run++) {
            JsonNode count = site.count(
                    site.log(pieces.get(run * 3)),
                    site.log(pieces.get(run * 3 + 1)),
                    site.log(pieces.get(run * 3 + 2)));
            for (String number : List.of("lines", "malformed", "actions", "double_clicks")) {
                sums.merge(number, count.get(number).asLong(), Long::sum);
            }
        }
        for (Map.Entry<String, Long> number : sums.entrySet()) {
            assertThat(number.getValue())
                    .as(number.getKey())
                    .isEqualTo(ledger.get(number.getKey()).asLong());
        }
        assertThat(figures(site)).isEqualTo(figures);
        assertThat(RouteLines.of(site)).isEqualTo(routes);
    }

    @Test
    void aFileThatGrewLineByLineChangesNothing() throws IOException {
        TestSite site = empty.copy(folder.resolve("grown"));
        byte[] all = (String.join("\n", lines) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Path log = site.folder.resolve("grown.log");
        long counts = 0;
        for (int part = 1; part <= 3; part++) {
            Files.write(log, java.util.Arrays.copyOf(all, part < 3 ? all.length / 3 * part + 11 : all.length));
            counts += site.count(log.toString()).get("lines").asLong();
        }
        assertThat(counts).isEqualTo(lines.size());
        assertThat(figures).containsAllEntriesOf(briefly(site));
        assertThat(RouteLines.of(site)).isEqualTo(routes);
    }

    @Test
    void threadsAndPackingChangeNothing() throws IOException {
        Path plain = Path.of(counted.path("logs/1.log"));
        Path gzip = folder.resolve("packed.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            Files.copy(plain, out);
        }
        Path zstd = folder.resolve("packed.zst");
        try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(zstd))) {
            Files.copy(plain, out);
        }
        Map<String, Path> ways = Map.of("1", plain, "2", gzip, "3", zstd);
        for (Map.Entry<String, Path> way : ways.entrySet()) {
            TestSite site = empty.copy(folder.resolve("threads-" + way.getKey()));
            JsonNode count =
                    site.count("--threads", way.getKey(), way.getValue().toString());
            assertThat(count.get("double_clicks")).isEqualTo(ledger.get("double_clicks"));
            assertThat(figures)
                    .as("%s threads, %s", way.getKey(), way.getValue())
                    .containsAllEntriesOf(briefly(site));
            assertThat(RouteLines.of(site)).isEqualTo(routes);
        }
    }

    @Test
    void clicksOfRobotsChangeOneTallyAndNoFact() {
        List<String> more = new ArrayList<>();
        for (MadeLine line : MadeLog.lines(SEED, LINES)) {
            more.add(line.text());
            if (line.end().equals("actions") && line.text().contains(TestSite.FIREFOX)) {
                more.add(line.text().replace(TestSite.FIREFOX, "Googlebot/2.1"));
            }
        }
        assertThat(more).hasSizeGreaterThan(lines.size() + 50);
        TestSite site = empty.copy(folder.resolve("robots"));
        JsonNode count = site.count(site.log(more));
        assertThat(figures(site)).isEqualTo(figures);
        assertThat(RouteLines.of(site)).isEqualTo(routes);
        for (String same : List.of("malformed", "held", "actions", "double_clicks")) {
            assertThat(count.get(same)).isEqualTo(ledger.get(same));
        }
        assertThat(sum(count)).isEqualTo(more.size());
    }

    @Test
    void totalsDoNotDependOnTheColumnsShown() {
        for (String report : Figures.REPORTS) {
            for (String release : Figures.RELEASES) {
                for (String customer : List.of(WORLD, "u1")) {
                    Map<String, Long> whole = counted.reportOver(report, customer, BEGIN, END, release)
                            .totals(List.of());
                    String all = Figures.attributes(report, release);
                    List<String> choices = new ArrayList<>(List.of(all.split("\\|")));
                    choices.add(all);
                    for (String shown : choices) {
                        assertThat(counted.reportOver(
                                                report, customer, BEGIN, END, release, "--attributes-to-show", shown)
                                        .totals(List.of()))
                                .as("%s of Release %s for %s with %s", report, release, customer, shown)
                                .isEqualTo(whole);
                    }
                }
            }
        }
    }

    @Test
    void jsonAndTabularReportsHaveTheSameTotals() {
        Map<String, String> subjects = Map.of("PR", "Platform", "DR", "Database", "TR", "Title", "IR", "Item");
        subjects.forEach((report, subject) -> {
            for (String release : Figures.RELEASES) {
                String attributes = Figures.attributes(report, release);
                String json = counted.reportText(
                        "json", report, WORLD, BEGIN, END, release, "--attributes-to-show", attributes);
                JsonNode node = new Run(0, json, "").json();
                Table table =
                        counted.reportOver(report, WORLD, BEGIN, END, release, "--attributes-to-show", attributes);
                Map<String, Long> tabular = new TreeMap<>();
                table.monthly(List.of(subject), "Oct-2025").forEach((key, n) -> tabular.put(key + "|" + BEGIN, n));
                table.monthly(List.of(subject), "Nov-2025").forEach((key, n) -> tabular.put(key + "|" + END, n));
                Map<String, Long> totals =
                        release.equals("5") ? JsonTotals.ofR5(node, subject) : JsonTotals.ofR51(node, subject);
                assertThat(totals).as("%s of Release %s", report, release).isEqualTo(tabular);
            }
        });
    }

    /** A title's usage has the same Data_Type in PR and TR, and what has no title is in PR by its own (CoP 5.1, section 3.3). */
    @Test
    void thePlatformReportIsTheSumOfTheTitleReportForTypesOfTitles() {
        for (String release : Figures.RELEASES) {
            String shown = release.equals("5") ? "Data_Type" : "Access_Method";
            List<String> types = List.of("Data_Type");
            Map<String, Long> titles = counted.reportOver(
                            "TR", "cons", BEGIN, END, release, "--attributes-to-show", shown)
                    .totals(types);
            Map<String, Long> platform = counted.reportOver(
                            "PR", "cons", BEGIN, END, release, "--attributes-to-show", shown)
                    .totals(types);
            titles.keySet().removeIf(key -> key.contains("No_License") || key.contains("Limit_Exceeded"));
            platform.keySet().retainAll(titles.keySet());
            assertThat(platform)
                    .as("Release %s", release)
                    .hasSizeGreaterThan(10)
                    .isEqualTo(titles);
        }
    }

    @Test
    void metricsKeepTheirRelationsInEveryRow() {
        figures.forEach((name, rows) -> {
            for (String column : List.of("Oct-2025", "Nov-2025", "Reporting_Period_Total")) {
                MetricRelations.check(name, column, rows);
            }
        });
    }

    private static long sum(JsonNode count) {
        long sum = count.get("malformed").asLong() + count.get("actions").asLong();
        for (Map.Entry<String, JsonNode> entry : count.get("excluded").properties()) {
            sum += entry.getValue().asLong();
        }
        return sum + count.get("held").get("unknown_item").asLong();
    }
}
