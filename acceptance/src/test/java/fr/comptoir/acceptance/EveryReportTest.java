package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.WORLD;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import fr.comptoir.model.code.Release;
import fr.comptoir.report.Report;
import fr.comptoir.report.ReportDeclaration;
import fr.comptoir.report.ReportFormat;
import fr.comptoir.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * All 32 reports of the small real site and of a small demonstration, of an institution, a consortium and the world, in every format: JSON
 * fits the official schema, and TSV, CSV and XLSX, each read by a reader that knows nothing of the writers, have its cells.
 */
class EveryReportTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CounterSchemas SCHEMAS = new CounterSchemas();
    private static final Pattern ITEM_FIGURE =
            Pattern.compile("[{ ](Data_Type=\\w+).*( (?:Total|Unique)_Item_\\w+ \\w{3}-\\d{4})$");

    @RegisterExtension
    static final ExampleSites SITES = new ExampleSites();

    @TempDir
    private static Path folder;

    static Stream<Arguments> reports() {
        return ExampleSites.NAMES.stream()
                .flatMap(site -> Stream.of(Release.values())
                        .flatMap(release -> Reports.of(release).stream().map(report -> Arguments.of(site, report))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("reports")
    void everyFormSaysTheSame(String site, ReportDeclaration declaration) throws IOException {
        for (String customer : customers(site)) {
            everyFormSaysTheSame(site, declaration, customer);
        }
    }

    private static List<String> customers(String site) {
        return SITES.customers(site).subList(0, 3);
    }

    private static void everyFormSaysTheSame(String site, ReportDeclaration declaration, String customer)
            throws IOException {
        Report report = SITES.reports(site)
                .report(
                        declaration.id(),
                        declaration.release(),
                        customer,
                        SiteReports.everything(declaration, customer));
        String json = Files.readString(write(site, report, ReportFormat.JSON));
        assertThat(SCHEMAS.errors(declaration.release().code(), declaration.id(), json))
                .as(customer)
                .isEmpty();
        Map<String, Long> figures = JsonCells.of(JSON.readTree(json));
        boolean all = site.equals("demo") && customer.equals(WORLD);
        if (all && !List.of("DR_D2", "TR_B2").contains(declaration.id())) {
            assertThat(figures).as("the demonstration has all that is reported").isNotEmpty();
        }
        for (ReportFormat format : List.of(ReportFormat.TSV, ReportFormat.CSV, ReportFormat.XLSX)) {
            List<List<String>> cells = cells(write(site, report, format), format);
            assertThat(cells.get(0).get(0)).isEqualTo("Report_Name");
            assertThat(figures(cells)).as("%s of %s", format, customer).isEqualTo(figures);
        }
    }

    static Stream<Arguments> sites() {
        return ExampleSites.NAMES.stream()
                .flatMap(site -> Stream.of(Release.values()).map(release -> Arguments.of(site, release)));
    }

    /** Each month's usage of items is in the Platform Report, by the Data_Type of its title, and in the Item Report. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("sites")
    void theFourReportsShowTheSameUsage(String site, Release release) throws IOException {
        for (String customer : customers(site)) {
            SortedMap<String, Long> platform = sums(site, release, customer, "PR", true);
            SortedMap<String, Long> titles = sums(site, release, customer, "TR", true);
            assertThat(titles).as(customer).isNotEmpty();
            titles.forEach(
                    (key, sum) -> assertThat(platform).as("TR of %s", customer).containsEntry(key, sum));
            sums(site, release, customer, "DR", true)
                    .forEach((key, sum) -> assertThat(platform.getOrDefault(key, 0L))
                            .as("DR of %s, %s", customer, key)
                            .isGreaterThanOrEqualTo(sum));
            assertThat(sums(site, release, customer, "IR", false))
                    .as(customer)
                    .isEqualTo(sums(site, release, customer, "PR", false));
        }
    }

    /** The two parts of the world's usage add up to all of it, in each report. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("sites")
    void whatIsSomebodysAndWhatIsNobodysAddUp(String site, Release release) throws IOException {
        for (String id : List.of("PR", "DR", "TR", "IR")) {
            long all = total(site, release, id, Map.of());
            assertThat(total(site, release, id, Map.of("attributes_to_show", "Attributed")))
                    .isEqualTo(all);
            if (release == Release.R5_1) {
                long nobody = total(site, release, id, Map.of("attributed", "No"));
                assertThat(total(site, release, id, Map.of("attributed", "Yes")) + nobody)
                        .isEqualTo(all);
                assertThat(nobody).as(id).isBetween(id.equals("DR") ? 0L : 1L, all);
            }
        }
    }

    private static long total(String site, Release release, String id, Map<String, String> parameters)
            throws IOException {
        Report report = SITES.reports(site).report(id, release, WORLD, parameters);
        return JsonCells.of(JSON.readTree(Files.readString(write(site, report, ReportFormat.JSON)))).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Sums of the metrics of items by month, and by Data_Type where that is wanted. */
    private static SortedMap<String, Long> sums(
            String site, Release release, String customer, String id, boolean byType) throws IOException {
        ReportDeclaration master = Reports.find(release, id).orElseThrow();
        Report report = SITES.reports(site).report(id, release, customer, SiteReports.everything(master, customer));
        SortedMap<String, Long> sums = new TreeMap<>();
        JsonCells.of(JSON.readTree(Files.readString(write(site, report, ReportFormat.JSON))))
                .forEach((cells, count) -> {
                    Matcher figure = ITEM_FIGURE.matcher(cells);
                    if (figure.find()) {
                        sums.merge((byType ? figure.group(1) : "") + figure.group(2), count, Long::sum);
                    }
                });
        return sums;
    }

    private static Path write(String site, Report report, ReportFormat format) throws IOException {
        Path file = folder.resolve("report." + format.extension());
        SITES.reports(site).write(report, format, file);
        return file;
    }

    private static List<List<String>> cells(Path file, ReportFormat format) throws IOException {
        return switch (format) {
            case TSV -> tsv(file);
            case CSV -> csv(file);
            case XLSX -> xlsx(file);
            case JSON -> throw new IllegalArgumentException("JSON has no cells");
        };
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
