package fr.comptoir.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.demo.DemoSite.Written;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoSiteTest {

    private static final Pattern LINE = Pattern.compile("(\\S+) - (\\S+) \\[([^]]+)] \"([^\"]*)\" (\\d{3}) (\\d+|-)"
            + " \"([^\"]*)\" \"([^\"]+)\" \"([0-9a-f]+|-)\" \"([a-z-]+)\"");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    @TempDir
    static Path folder;

    private static Written site;

    @BeforeAll
    static void write() throws IOException {
        site = new DemoSite(new DemoOptions(folder.resolve("site"), 1, 2, OCTOBER, 20_000)).write();
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        Path again = folder.resolve("again");
        new DemoSite(new DemoOptions(again, 1, 2, OCTOBER, 20_000)).write();

        for (Path file : files(folder.resolve("site"))) {
            Path twin = again.resolve(folder.resolve("site").relativize(file));
            assertThat(Files.mismatch(file, twin)).as(file.toString()).isEqualTo(-1);
        }
        assertThat(files(again)).hasSameSizeAs(files(folder.resolve("site")));
    }

    @Test
    void anotherSeedGivesAnotherSite() throws IOException {
        Path other = folder.resolve("other");
        new DemoSite(new DemoOptions(other, 2, 1, OCTOBER, 20_000)).write();

        assertThat(Files.mismatch(site.catalogue(), other.resolve("catalogue.csv")))
                .isNotEqualTo(-1);
        Path log = site.logs().get(40);
        assertThat(Files.mismatch(log, other.resolve("logs").resolve(log.getFileName())))
                .isNotEqualTo(-1);
    }

    @Test
    void thereIsALogForEachDayAndNothingHalfWritten() throws IOException {
        assertThat(site.logs()).hasSize(30 + 31);
        assertThat(site.logs().get(0)).hasFileName("access-2026-09-01.log.gz");
        assertThat(site.logs().get(60)).hasFileName("access-2026-10-31.log.gz");
        assertThat(files(folder.resolve("site")))
                .hasSize(3 + 61)
                .noneMatch(file -> file.toString().endsWith(".part"));
    }

    @Test
    void allButAFewLinesFitTheFormatOfTheConfiguration() throws IOException {
        List<String> broken = new ArrayList<>();
        for (String line : lines()) {
            if (!LINE.matcher(line).matches()) {
                broken.add(line);
            }
        }
        assertThat(site.lines()).isEqualTo(lines().size()).isBetween(35_000L, 55_000L);
        assertThat(broken).hasSizeBetween(5, 61);
        assertThat(Files.readString(site.configuration(), UTF_8))
                .contains("'%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\" \"%{sid}C\" \"%{X-Org}i\"'");
    }

    @Test
    void aDaysLogHoldsThatDayInOrderByTheClockInParis() throws IOException {
        for (Path log : site.logs()) {
            LocalDate day = LocalDate.parse(
                    log.getFileName().toString().substring("access-".length(), "access-".length() + 10));
            List<ZonedDateTime> times = matches(read(log))
                    .map(line -> ZonedDateTime.parse(line.group(3), TIME))
                    .toList();
            assertThat(times).isSorted().isNotEmpty();
            assertThat(times).allMatch(time -> time.toLocalDate().equals(day));
        }
        assertThat(read(site.logs().get(60)).get(5)).contains("+0100]");
        assertThat(read(site.logs().get(30)).get(5)).contains("+0200]");
    }

    @Test
    void nightsAndSundaysAreQuieter() throws IOException {
        assertThat(readers(LocalDate.of(2026, 10, 13))).isGreaterThan(readers(LocalDate.of(2026, 10, 11)) * 3 / 2);
        long night = matches(lines())
                .filter(line -> !isMachine(line))
                .filter(line -> line.group(3).contains("2026:03:"))
                .count();
        long afternoon = matches(lines())
                .filter(line -> !isMachine(line))
                .filter(line -> line.group(3).contains("2026:15:"))
                .count();
        assertThat(afternoon).isGreaterThan(night * 10);
    }

    @Test
    void everyHourHasALineButThoseOfOneNight() throws IOException {
        Set<String> hours = new HashSet<>();
        matches(lines()).forEach(line -> hours.add(line.group(3).substring(0, "01/Oct/2026:00".length())));

        assertThat(hours).hasSize(61 * 24 - 3);
        assertThat(hours)
                .contains("12/Oct/2026:01", "12/Oct/2026:05")
                .doesNotContain("12/Oct/2026:02", "12/Oct/2026:03", "12/Oct/2026:04");
    }

    @Test
    void everyKindOfLineIsThere() throws IOException {
        List<Matcher> lines = matches(lines()).toList();
        assertThat(lines.stream().map(line -> line.group(5))).contains("200", "206", "302", "304", "403", "404");
        assertThat(lines.stream().map(line -> line.group(4).split(" ", -1)[0])).contains("GET", "HEAD", "POST");
        assertThat(lines.stream().map(line -> line.group(10))).contains("univ-valmont", "bm-grandchamp");
        assertThat(lines.stream().map(line -> line.group(4).replaceAll("^\\w+ (/[a-z]*).*", "$1")))
                .contains(
                        "/revue",
                        "/livre",
                        "/chapitre",
                        "/dictionnaire",
                        "/colloque",
                        "/document",
                        "/donnees",
                        "/image")
                .contains("/recherche", "/decouverte", "/sru", "/api", "/static");
        double robots = lines.stream().filter(DemoSiteTest::isMachine).count() / (double) lines.size();
        assertThat(robots).isBetween(0.3, 0.5);
    }

    @Test
    void theCatalogueNamesEachItemOnceAndEachParent() throws IOException {
        Set<String> items = new HashSet<>();
        List<String[]> rows = catalogue();
        for (String[] row : rows) {
            assertThat(items.add(row[0])).as(row[0]).isTrue();
        }
        assertThat(rows).allMatch(row -> row[1].isEmpty() || items.contains(row[1]));
        assertThat(rows).allMatch(row -> row.length == 21);
        assertThat(rows.stream().map(row -> row[2]))
                .contains(
                        "Journal",
                        "Article",
                        "Book",
                        "Book_Segment",
                        "Reference_Work",
                        "Reference_Item",
                        "Conference",
                        "Conference_Item")
                .contains(
                        "Report",
                        "Thesis_or_Dissertation",
                        "Dataset",
                        "Image",
                        "Database_AI",
                        "Database_Aggregated",
                        "Database_Full");
        assertThat(rows.stream().map(row -> row[10]))
                .anyMatch(access -> access.contains(";"))
                .contains("Open", "Free_To_Read");
    }

    @Test
    void whatReadersAskForIsInTheCatalogueExceptTheNewest() throws IOException {
        Set<String> items = new HashSet<>();
        catalogue().forEach(row -> items.add(row[0]));
        Pattern article = Pattern.compile("GET /revue/([a-z-]+)/([0-9a-z-]+)/(\\d+)(/.*)? HTTP/1.1");
        long known = 0;
        long unknown = 0;
        for (Matcher line : matches(lines()).toList()) {
            Matcher path = article.matcher(line.group(4));
            if (path.matches() && line.group(5).equals("200")) {
                String item = path.group(1) + "." + path.group(2) + "." + path.group(3);
                known += items.contains(item) ? 1 : 0;
                unknown += items.contains(item) ? 0 : 1;
            }
        }
        assertThat(known).isGreaterThan(5_000);
        assertThat(unknown).isBetween(1L, 60L);
    }

    @Test
    void progressCountsEveryLine() throws IOException {
        AtomicLong sum = new AtomicLong();
        DemoSite small = new DemoSite(new DemoOptions(folder.resolve("small"), 3, 1, OCTOBER, 1_000));
        Written written = small.write(sum::addAndGet);

        assertThat(sum).hasValue(written.lines());
        assertThat(small.linesExpected()).isEqualTo(1_000);
    }

    @Test
    void theLastMonthIsTheLastWholeOne() {
        Clock firstOfMarch = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
        DemoOptions options = DemoOptions.in(folder, firstOfMarch);

        assertThat(options.lastMonth()).isEqualTo(YearMonth.of(2026, 2));
        assertThat(options.firstMonth()).isEqualTo(YearMonth.of(2024, 1));
        assertThatThrownBy(() -> options.withMonths(0)).hasMessageContaining("not 0");
    }

    @Test
    void overAYearThereIsMoreToTell() throws IOException {
        Written year = new DemoSite(new DemoOptions(folder.resolve("year"), 1, 13, OCTOBER, 1_000)).write();

        List<String> night = read(year.logs().stream()
                .filter(log -> log.endsWith("access-2026-10-20.log.gz"))
                .findFirst()
                .orElseThrow());
        assertThat(night)
                .filteredOn(line -> line.startsWith("192.0.2.41 ") && line.contains("/revue/soil-letters/"))
                .hasSizeGreaterThanOrEqualTo(75);
        Library library = new Library(Catalogue.of(1, OCTOBER), new SplittableRandom(1));
        Stories stories = new Stories(new DemoOptions(folder, 1, 13, OCTOBER, 1_000), library, new Lines());
        assertThat(stories.readers(LocalDate.of(2025, 10, 31))).isEqualTo(76);
        assertThat(stories.readers(LocalDate.of(2026, 10, 1))).isEqualTo(100);
        assertThat(Files.readString(year.catalogue(), UTF_8)).contains("Mathématiques");
        for (Path log : year.logs()) {
            assertThat(read(log)).noneMatch(line -> line.contains("/revue/topologie"));
        }
    }

    @Test
    void easterMondayIsAHoliday() {
        assertThat(Rhythm.easter(2026)).isEqualTo(LocalDate.of(2026, 4, 5));
        assertThat(Rhythm.easter(2025)).isEqualTo(LocalDate.of(2025, 4, 20));
        assertThat(Rhythm.percent(LocalDate.of(2026, 4, 6))).isEqualTo(25);
    }

    private static long readers(LocalDate day) throws IOException {
        Path log = site.logs().stream()
                .filter(file -> file.toString().contains(day.toString()))
                .findFirst()
                .orElseThrow();
        return matches(read(log)).filter(line -> !isMachine(line)).count();
    }

    private static boolean isMachine(Matcher line) {
        String agent = line.group(8);
        return !agent.startsWith("Mozilla/5.0 (") || agent.contains("compatible");
    }

    private static List<String> lines() throws IOException {
        List<String> out = new ArrayList<>();
        for (Path log : site.logs()) {
            out.addAll(read(log));
        }
        return out;
    }

    private static Stream<Matcher> matches(List<String> lines) {
        return lines.stream().map(LINE::matcher).filter(Matcher::matches);
    }

    private static List<String> read(Path log) throws IOException {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(log)), UTF_8))) {
            return in.lines().toList();
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** Rows by column; no cell of this catalogue holds a quote. */
    private static List<String[]> catalogue() throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String row : Files.readAllLines(site.catalogue(), UTF_8)) {
            rows.add(row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1));
        }
        return rows.subList(1, rows.size());
    }
}
