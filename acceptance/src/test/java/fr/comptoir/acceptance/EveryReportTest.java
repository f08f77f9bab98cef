package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.WORLD;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import fr.comptoir.demo.DemoOptions;
import fr.comptoir.demo.DemoSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * All 32 reports of the small real site and of a small demonstration, in every format: JSON fits the official schema, and TSV, CSV and XLSX,
 * each read by a reader that knows nothing of the writers, have its cells.
 */
class EveryReportTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CounterSchemas SCHEMAS = new CounterSchemas();
    private static final List<String> REPORTS = List.of(
            "PR", "PR_P1", "DR", "DR_D1", "DR_D2", "TR", "TR_B1", "TR_B2", "TR_B3", "TR_J1", "TR_J2", "TR_J3", "TR_J4",
            "IR", "IR_A1", "IR_M1");

    @TempDir
    private static Path folder;

    private static TestSite small;
    private static TestSite demo;

    @BeforeAll
    static void count() throws IOException {
        Path example = Path.of("..", "examples", "small");
        small = new TestSite(
                        Files.createDirectory(folder.resolve("small")),
                        Files.readString(example.resolve("comptoir.yml")),
                        Files.readString(example.resolve("catalogue.csv")),
                        Files.readString(example.resolve("institutions.csv")))
                .imported();
        small.count(
                example.resolve("nginx-access.log").toString(),
                example.resolve("apache-access.log").toString());
        DemoSite.Written written = new DemoSite(
                        new DemoOptions(folder.resolve("demo"), 1, 1, YearMonth.of(2026, 9), 5_000))
                .write(lines -> {});
        demo = TestSite.at(folder.resolve("demo"));
        demo.run("import", "institutions", written.institutions().toString()).succeeded();
        demo.run("import", "catalogue", written.catalogue().toString()).succeeded();
        demo.count(written.logs().stream().map(Path::toString).toArray(String[]::new));
    }

    static Stream<Arguments> reports() {
        return Stream.of("small", "demo")
                .flatMap(site -> Stream.of("5", "5.1")
                        .flatMap(release -> REPORTS.stream().map(report -> Arguments.of(site, release, report))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("reports")
    void everyFormSaysTheSame(String site, String release, String report) throws IOException {
        String json = Files.readString(write(site, release, report, "json"));
        assertThat(SCHEMAS.errors(release, report, json)).isEmpty();
        Map<String, Long> figures = JsonCells.of(JSON.readTree(json));
        if (site.equals("demo") && !List.of("DR_D2", "TR_B2").contains(report)) {
            assertThat(figures).as("the demonstration has all that is reported").isNotEmpty();
        }
        for (String format : formats(site, release, report)) {
            List<List<String>> cells = cells(write(site, release, report, format), format);
            assertThat(cells.get(0).get(0)).isEqualTo("Report_Name");
            assertThat(figures(cells)).as(format).isEqualTo(figures);
        }
    }

    /** Of the demonstration one of the tabular forms in turn: each report takes its time, and the small site has them all. */
    private static List<String> formats(String site, String release, String report) {
        List<String> all = List.of("tsv", "csv", "xlsx");
        int turn = REPORTS.indexOf(report) + (release.equals("5") ? 0 : 1);
        return site.equals("small") ? all : List.of(all.get(turn % 3));
    }

    private static List<List<String>> cells(Path file, String format) throws IOException {
        return switch (format) {
            case "tsv" -> tsv(file);
            case "csv" -> csv(file);
            default -> xlsx(file);
        };
    }

    private static Path write(String name, String release, String report, String format) {
        TestSite site = name.equals("small") ? small : demo;
        Path file = folder.resolve(String.join("-", name, release, report) + "." + format);
        List<String> arguments = new ArrayList<>(List.of("report", report, "--release", release, "--customer", WORLD));
        arguments.addAll(List.of("--begin", "2026-09", "--end", name.equals("small") ? "2026-10" : "2026-09"));
        arguments.addAll(List.of("--output", file.toString()));
        if (!report.contains("_")) {
            arguments.add("--attributes-to-show");
            arguments.add((report.equals("IR") ? "Authors|Publication_Date|Article_Version|" : "")
                    + Figures.attributes(report, release));
        }
        if (report.equals("IR")) {
            arguments.add("--include-parent-details");
        }
        site.run(arguments.toArray(String[]::new)).succeeded();
        return file;
    }

    private static Map<String, Long> figures(List<List<String>> cells) {
        int headings = cells.indexOf(List.of()) + 1;
        int columns = cells.get(headings).size();
        List<List<String>> rows = cells.subList(headings + 1, cells.size()).stream()
                .map(row -> {
                    List<String> whole = new ArrayList<>(row);
                    whole.addAll(Collections.nCopies(columns - row.size(), ""));
                    return whole;
                })
                .toList();
        return JsonCells.of(cells.get(headings), rows);
    }

    private static String text(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(text).startsWith("\ufeff");
        return text.substring(1);
    }

    private static List<List<String>> tsv(Path file) throws IOException {
        return text(file)
                .lines()
                .map(line -> trimmed(Arrays.asList(line.split("\t", -1))))
                .toList();
    }

    private static List<List<String>> csv(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text(file))
                .forEach(row -> rows.add(trimmed(row.getFields())));
        return rows;
    }

    private static List<List<String>> xlsx(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            for (Row row : workbook.getFirstSheet().read()) {
                while (rows.size() < row.getRowNum() - 1) {
                    rows.add(List.of());
                }
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.getCellCount(); i++) {
                    Cell cell = row.getCell(i);
                    cells.add(cell == null ? "" : cell.getText());
                }
                rows.add(trimmed(cells));
            }
        }
        return rows;
    }

    private static List<String> trimmed(List<String> cells) {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).isEmpty()) {
            end--;
        }
        return List.copyOf(cells.subList(0, end));
    }
}
