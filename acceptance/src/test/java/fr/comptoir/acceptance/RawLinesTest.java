package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.CHROME;
import static fr.comptoir.acceptance.TestSite.WORLD;
import static fr.comptoir.acceptance.TestSite.get;
import static fr.comptoir.acceptance.TestSite.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Lines read again from raw logs, by {@code explain} and {@code robots}: after rotation, and after the rules have changed. */
class RawLinesTest {
    private static final String ARTICLE = "GET /article/a1/pdf HTTP/1.1";

    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void importSite() {
        site = TestSite.imported(folder);
    }

    private static String failed(String time) {
        return line("192.0.2.1", time, ARTICLE, 404, CHROME);
    }

    private static String robot(String time, String agent) {
        return line("192.0.2.1", time, ARTICLE, 200, agent);
    }

    private String access(String... lines) {
        return site.write("logs/access.log", String.join("\n", lines) + "\n").toString();
    }

    private JsonNode explain(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--month", "2026-01", "--customer", WORLD));
        arguments.addAll(List.of(more));
        return site.json("explain", arguments.toArray(String[]::new));
    }

    private static List<String> outcomes(JsonNode answer) {
        List<String> outcomes = new ArrayList<>();
        answer.get("lines")
                .forEach(line -> outcomes.add(line.get("time").stringValue().substring(8, 16) + " "
                        + line.get("outcome").stringValue()));
        return outcomes;
    }

    private Path rotate(String to) throws IOException {
        return Files.move(folder.resolve("logs/access.log"), folder.resolve("logs/" + to));
    }

    private void countTwoDaysAtOnePath() throws IOException {
        String log = access(
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/pdf"),
                failed("05/Jan/2026:10:01:00"),
                robot("05/Jan/2026:10:02:00", "Grazer/1.0"));
        site.count(log);
        rotate("access.log.1");
        access(get("192.0.2.1", "06/Jan/2026:10:00:00", "/article/a1/pdf"), failed("06/Jan/2026:10:01:00"));
        site.count(log);
    }

    @Test
    void aRotatedLogIsFoundBesideItsPathAndEachIsReadOnce() throws IOException {
        countTwoDaysAtOnePath();
        JsonNode answer = explain("IR", "--item", "a1");
        assertThat(outcomes(answer))
                .containsExactly(
                        "05T10:00 counted",
                        "05T10:01 excluded.status",
                        "05T10:02 counted",
                        "06T10:00 counted",
                        "06T10:01 excluded.status");
        assertThat(answer.get("notes")).isEmpty();
        Path list = site.write("other.json", "[{\"pattern\": \"^Mozilla\"}]");
        JsonNode robots = site.json("robots", list.toString());
        assertThat(robots.get("differences").get(0).get("lines").asLong()).isEqualTo(2);
    }

    @Test
    void aPackedOneIsFoundTooAndOneThatIsGoneIsNamed() throws IOException {
        countTwoDaysAtOnePath();
        byte[] second = Files.readAllBytes(rotate("access.log-20260106"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("logs/access.log.2.gz")))) {
            out.write(second);
        }
        Files.delete(folder.resolve("logs/access.log-20260106"));
        Files.delete(folder.resolve("logs/access.log.1"));
        access(get("192.0.2.1", "07/Jan/2026:10:00:00", "/article/a1/pdf"), failed("07/Jan/2026:10:01:00"));
        JsonNode answer = explain("IR", "--item", "a1");
        assertThat(outcomes(answer))
                .containsExactly(
                        "05T10:00 counted", "05T10:02 counted", "06T10:00 counted", "06T10:01 excluded.status");
        assertThat(answer.get("notes")).hasSize(1);
        assertThat(answer.get("notes").get(0).stringValue())
                .contains("access.log (2026-01-05)", "no longer at hand, or no longer what was counted");
        Path list = site.write("other.json", "[{\"pattern\": \"^Mozilla\"}]");
        JsonNode robots = site.json("robots", list.toString());
        assertThat(robots.get("differences").get(0).get("lines").asLong()).isEqualTo(1);
        assertThat(robots.get("notes").toString()).contains("access.log (2026-01-05)", "without it");
    }

    @Test
    void ofALogThatGrewOnlyWhatWasCountedIsRead() throws IOException {
        String first = get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/pdf");
        String second = failed("05/Jan/2026:10:01:00");
        String third = failed("06/Jan/2026:10:01:00");
        site.count(access(first, second));
        access(first, second, third);
        assertThat(outcomes(explain("IR", "--item", "a1")))
                .containsExactly("05T10:00 counted", "05T10:01 excluded.status");
        site.count(folder.resolve("logs/access.log").toString());
        access(first, second, third, failed("07/Jan/2026:10:01:00"));
        assertThat(outcomes(explain("IR", "--item", "a1")))
                .containsExactly("05T10:00 counted", "05T10:01 excluded.status", "06T10:01 excluded.status");
    }

    @Test
    void aLineThatWasCountedIsNotListedAsExcludedByTheRulesOfToday() {
        site.count(access(
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/pdf"),
                robot("05/Jan/2026:10:02:00", "Grazer/1.0"),
                failed("05/Jan/2026:10:03:00")));
        assertThat(explain("IR", "--item", "a1").get("notes")).isEmpty();
        Path list = site.write("other.json", "[{\"pattern\": \"grazer\"}]");
        site.run("robots", list.toString(), "--apply").succeeded();
        JsonNode answer = explain("IR", "--item", "a1");
        assertThat(outcomes(answer))
                .containsExactly("05T10:00 counted", "05T10:02 counted", "05T10:03 excluded.status");
        assertThat(answer.get("notes"))
                .as("excluded lines are listed by the list of the time")
                .isEmpty();
        site.run("recount", "2026-01", "--apply").succeeded();
        JsonNode recounted = explain("IR", "--item", "a1");
        assertThat(outcomes(recounted))
                .containsExactly("05T10:00 counted", "05T10:02 excluded.robot", "05T10:03 excluded.status");
        assertThat(recounted.get("notes").toString()).doesNotContain("have changed since");
    }

    @Test
    void excludedSearchesOfADatabaseAndDenialsAreListed() {
        site.count(access(
                line("192.0.2.1", "05/Jan/2026:10:00:00", "GET /search?q=x&db=db1 HTTP/1.1", 200, CHROME),
                line("192.0.2.1", "05/Jan/2026:10:01:00", "GET /search?q=x&db=db1 HTTP/1.1", 200, "Googlebot/2.1"),
                line("192.0.2.1", "05/Jan/2026:10:02:00", "GET /search?q=x&db=db2 HTTP/1.1", 200, "Googlebot/2.1"),
                line("192.0.2.1", "05/Jan/2026:10:03:00", "GET /search?q=x&db=db1 HTTP/1.1", 500, CHROME),
                line("192.0.2.1", "05/Jan/2026:10:04:00", ARTICLE, 403, "Googlebot/2.1"),
                line("192.0.2.1", "05/Jan/2026:10:05:00", ARTICLE, 200, "Googlebot/2.1")));
        assertThat(outcomes(explain("DR", "--database", "db1", "--metric-type", "Searches_Regular")))
                .containsExactly("05T10:00 counted", "05T10:01 excluded.robot", "05T10:03 excluded.status");
        assertThat(outcomes(explain("IR", "--item", "a1", "--metric-type", "No_License")))
                .containsExactly("05T10:04 excluded.robot");
        assertThat(outcomes(explain("IR", "--item", "a1", "--metric-type", "Total_Item_Requests")))
                .containsExactly("05T10:05 excluded.robot");
    }

    @Test
    void robotsIsToldWhatItNeeds() {
        site.count(access(get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/pdf")));
        Path list = site.write("other.json", "[{\"pattern\": \"grazer\"}]");
        String before = site.state();
        site.run("robots", "--apply").endedWith(2).said("--apply needs FILE");
        site.run("robots", site.path("nowhere.json")).saidInOneSentence("nowhere.json", "there is no such file");
        site.run("robots", list.toString(), "--month", "2024-03", "--apply")
                .saidInOneSentence("--month", "2024-03 was never counted");
        assertThat(site.state()).isEqualTo(before);
    }
}
