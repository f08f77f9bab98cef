package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code examples/small}: logs of a real nginx and a real Apache; the ledger and every figure as they were worked out by hand. */
class SmallSiteTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "small");
    private static final Pattern LEDGER_ROW = Pattern.compile("\\| ([a-z ,:]+) \\| ([0-9]+) \\|.*");

    @TempDir
    private static Path folder;

    private static TestSite site;
    private static JsonNode count;

    @BeforeAll
    static void count() throws IOException {
        site = new TestSite(folder, text("comptoir.yml"), text("catalogue.csv"), text("institutions.csv")).imported();
        site.write("nginx-access.log", text("nginx-access.log"));
        site.write("apache-access.log", text("apache-access.log"));
        count = site.count(site.path("nginx-access.log"), site.path("apache-access.log"));
    }

    private static String text(String name) throws IOException {
        return Files.readString(EXAMPLE.resolve(name));
    }

    @Test
    void theLedgerIsTheOneWorkedOutByHand() throws IOException {
        Map<String, Long> expected = new TreeMap<>();
        text("EXPECTED.md")
                .lines()
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

    @Test
    void everyFigureIsTheOneWorkedOutByHand() throws IOException {
        Map<String, Long> expected = new TreeMap<>();
        TreeSet<String> reports = new TreeSet<>();
        for (String line : text("expected.csv").lines().skip(1).toList()) {
            int comma = line.lastIndexOf(',');
            expected.put(line.substring(0, comma), Long.parseLong(line.substring(comma + 1)));
            reports.add(String.join(",", List.of(line.split(",", -1)).subList(0, 3)));
        }
        Map<String, Long> figures = new TreeMap<>();
        for (String report : reports) {
            String[] parts = report.split(",", -1);
            figures.putAll(figures(parts[0], parts[1], parts[2]));
        }
        Numbers.assertEqual(figures, expected, "figures by release, report, customer, title or item, ...");
    }

    private static Map<String, Long> figures(String release, String report, String customer) {
        Table table = site.reportOver(
                report,
                customer,
                "2026-09",
                "2026-10",
                release,
                "--attributes-to-show",
                Figures.attributes(report, release));
        Map<String, Long> figures = new TreeMap<>();
        for (Map<String, String> row : table.rows()) {
            String subject = row.getOrDefault("Proprietary_ID", "").replaceFirst("^rivages:", "");
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
            Map.of("2026-09", "Sep-2026", "2026-10", "Oct-2026").forEach((month, column) -> {
                long number = Long.parseLong(row.get(column));
                if (number > 0) {
                    figures.merge(before + "," + month, number, Long::sum);
                }
            });
        }
        return figures;
    }
}
