package fr.comptoir.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.benchmarks.LogGenerator.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogGeneratorTest {

    private static final Pattern COMBINED = Pattern.compile(
            "(\\S+) - - \\[([^]]+)] \"(GET|HEAD) (\\S+) HTTP/1\\.1\" (\\d{3}) (\\d+) \"([^\"]*)\" \"([^\"]+)\"");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);
    private static final Pattern ROBOT = Pattern.compile(
            "bot|spider|curl/|wget|python|scrapy|headlesschrome|http.?client|facebookexternalhit|libwww",
            Pattern.CASE_INSENSITIVE);

    @TempDir
    Path folder;

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        Path first = generate("first.log", 20_000, 7);
        Path again = generate("again.log", 20_000, 7);
        Path other = generate("other.log", 20_000, 8);

        assertThat(Files.mismatch(first, again)).isEqualTo(-1);
        assertThat(Files.mismatch(first, other)).isNotEqualTo(-1);
    }

    @Test
    void linesAreCombinedFormatInOrderOfTimeWithinTheMonth() throws IOException {
        List<Matcher> lines = read(generate("bench.log", 200_000, 1));

        List<ZonedDateTime> times = lines.stream()
                .map(line -> ZonedDateTime.parse(line.group(2), TIME))
                .toList();
        assertThat(times).isSorted();
        assertThat(times).allMatch(time -> YearMonth.from(time).equals(YearMonth.of(2026, 1)));
        assertThat(times.get(0).getDayOfMonth()).isEqualTo(1);
        assertThat(times.get(times.size() - 1).getDayOfMonth()).isEqualTo(31);
    }

    @Test
    void aLineHasAbout240BytesAndATenthOfTheLinesAreActions() throws IOException {
        Path log = folder.resolve("bench.log");
        Tally tally = LogGenerator.generate(new Options(200_000, log, 1, YearMonth.of(2026, 1)));

        assertThat(tally.lines()).isEqualTo(200_000);
        assertThat(Files.size(log) / 200_000.0).isBetween(225.0, 255.0);
        assertThat(number(tally.json(), "actions") / 200_000.0).isBetween(0.095, 0.115);
        assertThat(folder.resolve("bench.log.expected.json")).hasContent(tally.json());
    }

    @Test
    void everyAgentIsPlainlyARobotOrPlainlyNot() {
        assertThat(texts(Agents.browsers()))
                .hasSize(Agents.BROWSERS)
                .noneMatch(agent -> ROBOT.matcher(agent).find());
        assertThat(texts(Agents.robots()))
                .hasSize(Agents.ROBOTS)
                .allMatch(agent -> ROBOT.matcher(agent).find());
    }

    @Test
    void theCatalogueHoldsEveryItemOfTheLog() throws IOException {
        List<Matcher> lines = read(generate("bench.log", 50_000, 3));
        Set<String> known;
        try (Stream<String> rows = Files.lines(folder.resolve("catalogue.csv"), UTF_8)) {
            known = rows.skip(1).map(row -> row.substring(0, row.indexOf(','))).collect(Collectors.toSet());
        }

        assertThat(known).hasSize(BenchmarkSite.ITEMS + BenchmarkSite.JOURNALS + BenchmarkSite.BOOKS);
        Set<String> asked = lines.stream()
                .map(line -> line.group(4))
                .filter(path -> path.matches("/(article|chapter|book)/.*"))
                .map(path -> path.split("/", -1)[2].replace(".pdf", ""))
                .filter(item -> !item.startsWith("not-yet-"))
                .collect(Collectors.toSet());
        assertThat(asked).hasSizeGreaterThan(10_000);
        asked.removeAll(known);
        assertThat(asked).isEmpty();
    }

    @Test
    void thereAreFourHundredInstitutionsAndTheirConsortia() throws IOException {
        BenchmarkSite.write(folder);

        assertThat(Files.readAllLines(folder.resolve("institutions.csv"), UTF_8))
                .hasSize(1 + 400 + 2);
    }

    @Test
    void anOptionThatIsNotKnownIsSaid() {
        assertThatThrownBy(() -> Options.parse("--line", "5")).hasMessage("unknown option --line");
        assertThatThrownBy(() -> Options.parse("--lines")).hasMessage("--lines without a value");
    }

    private Path generate(String name, long lines, long seed) throws IOException {
        Path log = folder.resolve(name);
        LogGenerator.generate(new Options(lines, log, seed, YearMonth.of(2026, 1)));
        return log;
    }

    /** All lines but the few that are cut short on purpose. */
    private static List<Matcher> read(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log, UTF_8)) {
            return lines.map(COMBINED::matcher).filter(Matcher::matches).toList();
        }
    }

    private static Set<String> texts(byte[][] agents) {
        return Arrays.stream(agents)
                .map(agent -> new String(agent, UTF_8))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static long number(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\": (\\d+)").matcher(json);
        assertThat(matcher.find()).isTrue();
        return Long.parseLong(matcher.group(1));
    }
}
