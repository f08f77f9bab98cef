package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.CHROME;
import static fr.comptoir.acceptance.TestSite.WORLD;
import static fr.comptoir.acceptance.TestSite.get;
import static fr.comptoir.acceptance.TestSite.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code comptoir explain} lists each action behind a figure and each that was dropped; what it lists adds up to the figure. */
class ExplainTest {
    private static final long SEED = 31;

    @TempDir
    Path folder;

    private static Map<String, Long> sums(JsonNode answer) {
        Map<String, Long> sums = new TreeMap<>();
        for (JsonNode line : answer.get("lines")) {
            line.get("counts")
                    .properties()
                    .forEach(
                            count -> sums.merge(count.getKey(), count.getValue().asLong(), Long::sum));
        }
        return sums;
    }

    private static List<String> outcomes(JsonNode answer) {
        List<String> outcomes = new ArrayList<>();
        answer.get("lines")
                .forEach(line -> outcomes.add(line.get("time").stringValue().substring(11, 19) + " "
                        + line.get("outcome").stringValue()));
        return outcomes;
    }

    private static String rule(JsonNode answer, int line) {
        return answer.get("lines").get(line).get("rule").stringValue();
    }

    /** The law, on a made log: titles (books whole and in parts among them), items, databases and the platform; both releases. */
    @Test
    void whatIsListedAddsUpToTheFigure() {
        System.out.println("ExplainTest: seed " + SEED);
        TestSite site = BetaLibrary.in(folder);
        site.count(
                site.log(MadeLog.lines(SEED, 3_000).stream().map(MadeLine::text).toList()));
        int figures = 0;
        for (String release : Figures.RELEASES) {
            for (String customer : release.equals("5") ? List.of(WORLD) : List.of(WORLD, "u1")) {
                figures += agrees(site, "TR", "--title", "b1", "Book with segments", customer, release);
                figures += agrees(site, "TR", "--title", "b2", "Book in one piece", customer, release);
                figures += agrees(site, "TR", "--title", "rw1", "Reference work", customer, release);
                figures += agrees(site, "TR", "--title", "j1", "Journal one", customer, release);
                figures += agrees(site, "IR", "--item", "b1.c3", "Segment three", customer, release);
                figures += agrees(site, "IR", "--item", "b2", "Book in one piece", customer, release);
                figures += agrees(site, "IR", "--item", "10.5555/j1.a3", "Article three", customer, release);
                figures += agrees(site, "DR", "--database", "full", "Full base", customer, release);
                figures += agrees(site, "DR", "--database", "index", "Index base", customer, release);
                JsonNode platform = site.json(
                        "explain",
                        "PR",
                        "--no-raw",
                        "--month",
                        "2025-10",
                        "--customer",
                        customer,
                        "--release",
                        release);
                Map<String, Long> reported = site.metrics("PR", customer, "2025-10", release);
                assertThat(sums(platform)).as("PR %s %s", customer, release).isEqualTo(reported);
                figures += reported.size();
            }
        }
        assertThat(figures).isGreaterThan(100);
    }

    private static int agrees(
            TestSite site, String report, String option, String id, String name, String customer, String release) {
        String column = Map.of("TR", "Title", "IR", "Item", "DR", "Database").get(report);
        Map<String, Long> reported = new TreeMap<>();
        site.figures(report, customer, "2025-10", release, List.of(column)).forEach((key, count) -> {
            if (key.startsWith(name + "|")) {
                reported.put(key.substring(name.length() + 1), count);
            }
        });
        JsonNode answer = site.json(
                "explain",
                report,
                option,
                id,
                "--no-raw",
                "--month",
                "2025-10",
                "--customer",
                customer,
                "--release",
                release);
        String what = report + " " + id + " for " + customer + " in Release " + release;
        assertThat(sums(answer)).as(what).isEqualTo(reported);
        for (String part : List.of("sums", "figures")) {
            Map<String, Long> said = new TreeMap<>();
            answer.get(part)
                    .properties()
                    .forEach(entry -> said.put(entry.getKey(), entry.getValue().asLong()));
            said.values().removeIf(count -> count == 0);
            assertThat(said).as(what + ": " + part).isEqualTo(reported);
        }
        return reported.size();
    }

    @Test
    void aDoubleClickNamesTheClickThatReplacedIt() {
        TestSite site = TestSite.imported(folder);
        site.count(site.log(
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/pdf"),
                get("192.0.2.1", "05/Jan/2026:10:00:20", "/article/a1/pdf"),
                get("192.0.2.1", "05/Jan/2026:10:00:45", "/article/a1/pdf"),
                get("192.0.2.1", "05/Jan/2026:10:05:00", "/article/a1/pdf"),
                get("192.0.2.1", "31/Jan/2026:23:59:50", "/article/a1/pdf"),
                get("192.0.2.1", "01/Feb/2026:00:00:10", "/article/a1/pdf")));
        JsonNode answer = site.json("explain", "IR", "--item", "a1", "--month", "2026-01", "--customer", "u1");
        assertThat(outcomes(answer))
                .containsExactly(
                        "10:00:00 double click",
                        "10:00:20 double click",
                        "10:00:45 counted",
                        "10:05:00 counted",
                        "23:59:50 double click");
        assertThat(rule(answer, 0)).contains("double click of 10:00:20");
        assertThat(rule(answer, 1)).contains("double click of 10:00:45");
        assertThat(rule(answer, 4)).contains("2026-02-01 00:00:10");
        assertThat(rule(answer, 3)).contains("Unique_Item_Requests not again", "10:00:45");
        assertThat(answer.get("lines").get(0).get("line").stringValue()).endsWith("1.log:1");
    }

    @Test
    void excludedLinesAreExplainedFromTheRawFilesAndMissedWhenTheyAreGone() throws IOException {
        TestSite site = TestSite.imported(folder);
        String log = site.log(
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/pdf"),
                line("192.0.2.1", "05/Jan/2026:10:01:00", "GET /article/a1/pdf HTTP/1.1", 404, CHROME),
                line("192.0.2.1", "05/Jan/2026:10:02:00", "GET /article/a1/pdf HTTP/1.1", 200, "Googlebot/2.1"),
                line("192.0.2.1", "05/Jan/2026:10:03:00", "HEAD /article/a1/pdf HTTP/1.1", 200, CHROME),
                line("192.0.2.1", "05/Jan/2026:10:04:00", "GET /article/a2/pdf HTTP/1.1", 404, CHROME),
                line("198.51.100.1", "05/Jan/2026:10:05:00", "GET /article/a1/pdf HTTP/1.1", 404, CHROME));
        site.count(log);
        String[] question = {"IR", "--item", "a1", "--month", "2026-01", "--customer", "u1"};
        JsonNode answer = site.json("explain", question);
        assertThat(outcomes(answer))
                .containsExactly(
                        "10:00:00 counted",
                        "10:01:00 excluded.status",
                        "10:02:00 excluded.robot",
                        "10:03:00 excluded.method");
        assertThat(rule(answer, 1)).contains("status 404");
        assertThat(rule(answer, 2)).contains("robot: pattern \"", "bot", "list of");
        assertThat(rule(answer, 3)).contains("HEAD");
        Files.delete(Path.of(log));
        JsonNode without = site.json("explain", question);
        assertThat(outcomes(without)).containsExactly("10:00:00 counted");
        assertThat(without.get("notes").toString()).contains(log, "no longer");
    }

    /** The list of the site changes; what it excluded then is still explained by what it was then. */
    @Test
    void robotsAreExplainedByTheListOfTheTime() throws IOException {
        TestSite site = new TestSite(folder);
        site.write("comptoir.yml", AlphaJournals.SITE + "robots: robots.json\n" + AlphaJournals.PAGES);
        site.write("robots.json", "[{\"pattern\": \"grazer\", \"last_changed\": \"2026-01-01\"}]");
        site.imported();
        site.count(site.log(
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/pdf"),
                line("192.0.2.1", "05/Jan/2026:10:01:00", "GET /article/a1/pdf HTTP/1.1", 200, "Grazer/1.0")));
        site.write("robots.json", "[{\"pattern\": \"muncher\", \"last_changed\": \"2026-02-01\"}]");
        site.count(site.log(
                line("192.0.2.1", "06/Jan/2026:10:02:00", "GET /article/a1/pdf HTTP/1.1", 200, "Grazer/1.0"),
                line("192.0.2.1", "06/Jan/2026:10:03:00", "GET /article/a1/pdf HTTP/1.1", 200, "Muncher/1.0")));
        Files.delete(folder.resolve("robots.json"));
        String[] question = {"IR", "--item", "a1", "--month", "2026-01", "--customer", "u1"};
        JsonNode answer = site.json("explain", question);
        assertThat(outcomes(answer))
                .containsExactly(
                        "10:00:00 counted", "10:01:00 excluded.robot", "10:02:00 counted", "10:03:00 excluded.robot");
        assertThat(rule(answer, 1)).isEqualTo("robot: pattern \"grazer\", list of 2026-01-01");
        assertThat(rule(answer, 3)).isEqualTo("robot: pattern \"muncher\", list of 2026-02-01");
        assertThat(answer.get("notes")).isEmpty();
        site.write("robots.json", "[]");
        site.run("recount", "2026-01", "--apply").succeeded();
        assertThat(outcomes(site.json("explain", question)))
                .as("by the list of the recount")
                .containsExactly("10:00:00 counted", "10:01:00 counted", "10:02:00 counted", "10:03:00 counted");
    }

    @Test
    void aHeldLineSaysWhatItWaitsFor() {
        TestSite site = TestSite.imported(folder);
        site.count(site.log(
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/pdf"),
                get("192.0.2.1", "05/Jan/2026:10:01:00", "/article/new/pdf")));
        JsonNode answer = site.json("explain", "PR", "--month", "2026-01", "--customer", "u1");
        assertThat(outcomes(answer)).containsExactly("10:00:00 counted", "10:01:00 held");
        assertThat(rule(answer, 1)).contains("catalogue");
    }

    @Test
    void aWholeBookSaysItsSegments() {
        TestSite site = TestSite.imported(folder);
        site.count(site.log(get("192.0.2.1", "05/Jan/2026:10:00:00", "/book/b1.epub")));
        JsonNode answer = site.json(
                "explain",
                "TR",
                "--title",
                "b1",
                "--month",
                "2026-01",
                "--customer",
                "u1",
                "--metric-type",
                "Total_Item_Requests");
        assertThat(sums(answer)).isEqualTo(Map.of("Total_Item_Requests", 3L));
        assertThat(rule(answer, 0)).contains("whole book of 3 segments");
        String text = site.run("explain", "TR", "--title", "b1", "--month", "2026-01", "--customer", "u1")
                .succeeded()
                .out();
        assertThat(text).contains("whole book of 3 segments", "Total_Item_Requests");
    }

    /** Whoever has an item at hand need not know under which title or database a report shows it. */
    @Test
    void anItemIsExplainedInTheRowUnderWhichTheReportShowsIt() {
        TestSite site = TestSite.imported(folder);
        site.count(site.log(
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/pdf"),
                get("192.0.2.1", "05/Jan/2026:10:01:00", "/article/a2/pdf"),
                get("192.0.2.1", "05/Jan/2026:10:02:00", "/article/r1/pdf"),
                get("192.0.2.1", "05/Jan/2026:10:03:00", "/chapter/c1/pdf")));
        String[] more = {"--month", "2026-01", "--customer", "u1", "--metric-type", "Total_Item_Requests"};
        JsonNode title = explain(site, "TR", "--item", "a1", more);
        assertThat(sums(title)).isEqualTo(Map.of("Total_Item_Requests", 2L));
        assertThat(title.get("figures").toString()).isEqualTo("{\"Total_Item_Requests\":2}");
        assertThat(title.get("notes").toString()).contains("a1 under the title j1");
        JsonNode database = explain(site, "DR", "--item", "r1", more);
        assertThat(sums(database)).isEqualTo(Map.of("Total_Item_Requests", 1L));
        assertThat(database.get("notes").toString()).contains("r1 under the database db1");
        JsonNode items = explain(site, "IR", "--title", "j1", more);
        assertThat(sums(items)).isEqualTo(Map.of("Total_Item_Requests", 2L));
        assertThat(items.get("figures").toString()).isEqualTo("{\"Total_Item_Requests\":2}");
        JsonNode ofDatabase = explain(site, "IR", "--database", "db1", more);
        assertThat(sums(ofDatabase)).isEqualTo(Map.of("Total_Item_Requests", 1L));
        assertThat(ofDatabase.get("figures").toString()).isEqualTo("{\"Total_Item_Requests\":1}");
        JsonNode book = explain(site, "TR", "--title", "c1", more);
        assertThat(sums(book)).isEqualTo(Map.of("Total_Item_Requests", 1L));
    }

    private static JsonNode explain(TestSite site, String report, String option, String id, String... more) {
        List<String> arguments = new ArrayList<>(List.of(report, option, id));
        arguments.addAll(List.of(more));
        return site.json("explain", arguments.toArray(String[]::new));
    }

    @Test
    void whatIsAskedWronglyIsSaid() {
        TestSite site = TestSite.imported(folder);
        site.count(site.log(get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/pdf")));
        site.run("explain", "IR", "--item", "nowhere", "--month", "2026-01", "--customer", "u1")
                .saidInOneSentence("nowhere");
        site.run("explain", "TR", "--database", "db1", "--month", "2026-01", "--customer", "u1")
                .saidInOneSentence("--database", "DR");
        site.run("explain", "DR", "--item", "a1", "--month", "2026-01", "--customer", "u1")
                .saidInOneSentence("a1", "no database");
        site.run("explain", "PR", "--item", "a1", "--month", "2026-01", "--customer", "u1")
                .saidInOneSentence("--item", "PR");
        site.run("explain", "IR", "--item", "a1", "--title", "j1", "--month", "2026-01", "--customer", "u1")
                .saidInOneSentence("--title", "--item");
        site.run("explain", "IR", "--item", "a1", "--month", "2026-01", "--customer", "nobody")
                .saidInOneSentence("nobody");
    }
}
