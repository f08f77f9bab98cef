package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One of {@code examples}, counted: the ledger of its {@code EXPECTED.md} and the figures of its {@code expected.csv} must come out. */
final class HandCountedSite {
    private static final Pattern LEDGER_ROW = Pattern.compile("\\| ([a-z ,:]+) \\| ([0-9]+) \\|[^|]*\\|");
    private static final DateTimeFormatter COLUMN = DateTimeFormatter.ofPattern("MMM-yyyy", Locale.ROOT);

    final TestSite site;
    private final Path example;
    private final JsonNode count;

    private HandCountedSite(TestSite site, Path example, JsonNode count) {
        this.site = site;
        this.example = example;
        this.count = count;
    }

    /** A copy in {@code folder} with everything imported and those logs counted. */
    static HandCountedSite count(String name, Path folder, String... logs) throws IOException {
        Path example = Path.of("..", "examples", name);
        TestSite site = new TestSite(
                        folder,
                        Files.readString(example.resolve("comptoir.yml")),
                        Files.readString(example.resolve("catalogue.csv")),
                        Files.readString(example.resolve("institutions.csv")))
                .imported();
        for (String log : logs) {
            site.write(log, Files.readString(example.resolve(log)));
        }
        return new HandCountedSite(
                site, example, site.count(Stream.of(logs).map(site::path).toArray(String[]::new)));
    }

    void assertLedger() throws IOException {
        Map<String, Long> expected = new TreeMap<>();
        Files.readAllLines(example.resolve("EXPECTED.md")).stream()
                .map(LEDGER_ROW::matcher)
                .filter(Matcher::matches)
                .forEach(row -> expected.put(row.group(1), Long.parseLong(row.group(2))));
        JsonNode excluded = count.get("excluded");
        assertThat(expected)
                .isEqualTo(Map.of(
                        "lines", count.get("lines").asLong(),
                        "malformed", count.get("malformed").asLong(),
                        "excluded: method", excluded.get("method").asLong(),
                        "excluded: not content", excluded.get("not_content").asLong(),
                        "excluded: status", excluded.get("status").asLong(),
                        "excluded: robot", excluded.get("robot").asLong(),
                        "held: unknown item",
                                count.get("held").get("unknown_item").asLong(),
                        "actions", count.get("actions").asLong(),
                        "of these, dropped as double clicks",
                                count.get("double_clicks").asLong()));
    }

    void assertFigures() throws IOException {
        Map<String, Long> expected = new TreeMap<>();
        TreeSet<String> reports = new TreeSet<>();
        TreeSet<YearMonth> months = new TreeSet<>();
        for (String line : Files.readAllLines(example.resolve("expected.csv")).stream()
                .skip(1)
                .toList()) {
            int comma = line.lastIndexOf(',');
            List<String> values = List.of(line.split(",", -1));
            expected.put(line.substring(0, comma), Long.parseLong(line.substring(comma + 1)));
            reports.add(String.join(",", values.subList(0, 3)));
            months.add(YearMonth.parse(values.get(values.size() - 2)));
        }
        Map<String, Long> figures = new TreeMap<>();
        for (String report : reports) {
            String[] parts = report.split(",", -1);
            figures.putAll(figures(parts[0], parts[1], parts[2], months));
        }
        Numbers.assertEqual(figures, expected, "figures by release, report, customer, title or item, ...");
    }

    private Map<String, Long> figures(String release, String report, String customer, SortedSet<YearMonth> months) {
        Table table = site.reportOver(
                report,
                customer,
                months.first().toString(),
                months.last().toString(),
                release,
                "--attributes-to-show",
                Figures.attributes(report, release));
        Map<String, Long> figures = new TreeMap<>();
        for (Map<String, String> row : table.rows()) {
            // Without the platform's namespace.
            String subject = row.getOrDefault("Proprietary_ID", "").replaceFirst("^[a-z]+:", "");
            String before = String.join(
                    ",",
                    release,
                    report,
                    customer,
                    subject,
                    row.get("Data_Type"),
                    row.getOrDefault("YOP", ""),
                    row.getOrDefault("Access_Type", ""),
                    row.get("Access_Method"),
                    row.get("Metric_Type"));
            for (YearMonth month : months) {
                long number = Long.parseLong(row.get(COLUMN.format(month)));
                if (number > 0) {
                    figures.merge(before + "," + month, number, Long::sum);
                }
            }
        }
        return figures;
    }
}
