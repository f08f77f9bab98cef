package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.validate.ReportSet;
import fr.comptoir.validate.ValidationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A repository whose catalogue says Other_Free_To_Read of what is free and not gold (CoP 5.0.3, section 3.3.5): the Item Report shows it, and
 * for the Title Report and its views, which have no such Access_Type, it is Controlled.
 */
class RepositoryAccessTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "freemium");

    private static final String TITLES = "Data_Type|Section_Type|YOP|Access_Type|Access_Method";

    @TempDir
    private static Path folder;

    private static TestSite site;

    @BeforeAll
    static void count() throws IOException {
        String catalogue = Files.readString(EXAMPLE.resolve("catalogue.csv"))
                .replace("Controlled (in all formats)", "Other_Free_To_Read (in all formats)");
        site = new TestSite(
                        folder,
                        Files.readString(EXAMPLE.resolve("comptoir.yml")),
                        catalogue,
                        Files.readString(EXAMPLE.resolve("institutions.csv")))
                .imported();
        site.write("access.log", Files.readString(EXAMPLE.resolve("access.log")));
        site.count(site.path("access.log"));
    }

    @Test
    void theItemReportShowsIt() {
        assertThat(byAccessType("IR", "Access_Type")).containsOnlyKeys("Controlled", "OA_Gold", "Other_Free_To_Read");
    }

    @Test
    void titleReportsCountItAsControlled() {
        Map<String, Long> items = byAccessType("IR", "Access_Type");
        Map<String, Long> titles = byAccessType("TR", TITLES);
        assertThat(titles).containsOnlyKeys("Controlled", "OA_Gold");
        assertThat(titles)
                .containsEntry("OA_Gold", items.get("OA_Gold"))
                .containsEntry("Controlled", items.get("Controlled") + items.get("Other_Free_To_Read"));
        for (String type : titles.keySet()) {
            assertThat(requests(table("TR", "--access-type", type)).values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .as("only %s", type)
                    .isEqualTo(titles.get(type));
        }
        assertThat(requests(table("TR_J1"))).containsEntry("murs", byTitle("TR_J3", "murs", "Controlled"));
        assertThat(byTitle("TR_J3", "murs", "Controlled")).isPositive();
        assertThat(byTitle("TR_B3", "dunes", "Controlled")).isPositive();
    }

    @Test
    void theValidatorFindsNothingNorAContradictionBetweenThem() throws IOException {
        Path reports = Files.createDirectory(folder.resolve("reports"));
        List<Path> files = new ArrayList<>();
        for (String report : List.of("TR", "TR_B1", "TR_B2", "TR_B3", "TR_J1", "TR_J2", "TR_J3", "TR_J4", "IR")) {
            Path file = reports.resolve(report + ".tsv");
            files.add(file);
            Files.writeString(
                    file,
                    site.reportText("tsv", report, TestSite.WORLD, "2026-06", "2026-06", "5", attributes(report)));
        }
        assertThat(new ReportSet(ValidationOptions.standard()).validate(files))
                .hasSize(files.size())
                .allSatisfy(result ->
                        assertThat(result.findings()).as("%s", result.file()).isEmpty());
    }

    private static String[] attributes(String report) {
        return switch (report) {
            case "TR" -> new String[] {"--attributes-to-show", TITLES};
            case "IR" -> new String[] {"--attributes-to-show", "Access_Type"};
            default -> new String[0];
        };
    }

    private static Table table(String report, String... more) {
        return site.reportOver(report, TestSite.WORLD, "2026-06", "2026-06", "5", more);
    }

    private static Map<String, Long> byAccessType(String report, String attributes) {
        return table(report, "--attributes-to-show", attributes).rows().stream()
                .filter(row -> row.get("Metric_Type").equals("Total_Item_Requests"))
                .filter(row -> !row.getOrDefault("Title", "-").isEmpty())
                .collect(Collectors.groupingBy(
                        row -> row.get("Access_Type"),
                        Collectors.summingLong(row -> Long.parseLong(row.get("Jun-2026")))));
    }

    private static Map<String, Long> requests(Table table) {
        return table.rows().stream()
                .filter(row -> row.get("Metric_Type").equals("Total_Item_Requests"))
                .collect(Collectors.groupingBy(
                        row -> row.get("Proprietary_ID").replace("mole:", ""),
                        Collectors.summingLong(row -> Long.parseLong(row.get("Jun-2026")))));
    }

    private static long byTitle(String report, String title, String accessType) {
        List<Map<String, String>> rows = table(report).rows().stream()
                .filter(row -> row.get("Proprietary_ID").equals("mole:" + title))
                .filter(row -> row.get("Metric_Type").equals("Total_Item_Requests"))
                .toList();
        assertThat(rows).extracting(row -> row.get("Access_Type")).containsOnly(accessType);
        return rows.stream()
                .mapToLong(row -> Long.parseLong(row.get("Jun-2026")))
                .sum();
    }
}
