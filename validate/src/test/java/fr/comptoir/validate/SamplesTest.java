package fr.comptoir.validate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.validate.finding.Finding;
import fr.comptoir.validate.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** COUNTER's own sample reports of Release 5.1: sound one by one, though three of them contradict their master reports. */
class SamplesTest {
    private static final List<String> TSV = List.of(
            "PR", "PRP1", "DR", "DRD1", "DRD2", "TR", "TRB1", "TRB2", "TRB3", "TRJ1", "TRJ2", "TRJ3", "TRJ4", "IR",
            "IRA1", "IRM1");
    private static final List<String> JSON =
            List.of("TR", "TRJ1", "TRB1", "DR", "DRD1", "DRD2", "PRP1", "IRA1", "IRM1");

    @TempDir
    Path folder;

    static Stream<String> samples() {
        return Stream.concat(
                TSV.stream().map(name -> name + "_sample_r51.tsv"),
                JSON.stream().map(name -> name + "_sample_r51.json"));
    }

    /** Their identifiers are made up, which is why the check digits are wrong; some usage is Unspecified on purpose. */
    @ParameterizedTest
    @MethodSource("samples")
    void haveNoError(String name) {
        assertThat(Examples.check(Examples.bytes("samples-r51/" + name)))
                .extracting(Finding::code)
                .isNotEmpty()
                .isSubsetOf("check-digit", "institution-id-check-digit", "data-type-unspecified", "parent-missing");
    }

    @Test
    void threeViewsContradictTheirMasters() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : samples().toList()) {
            files.add(Files.write(folder.resolve(name), Examples.bytes("samples-r51/" + name)));
        }
        Map<String, List<Finding>> found = new LinkedHashMap<>();
        Map<String, Long> more = new TreeMap<>();
        for (ReportSet.Result result : new ReportSet(ValidationOptions.standard()).validate(files)) {
            List<Finding> contradictions = result.findings().stream()
                    .filter(finding -> finding.code().equals("view-contradicts-master"))
                    .toList();
            if (!contradictions.isEmpty()) {
                found.put(result.file().getFileName().toString(), contradictions);
                more.merge(
                        result.verdict().reportId(),
                        result.notShown().getOrDefault("view-contradicts-master", 0L),
                        Long::max);
            }
        }
        assertThat(new TreeSet<>(found.keySet()))
                .containsExactly(
                        "DRD1_sample_r51.json",
                        "DRD1_sample_r51.tsv",
                        "DRD2_sample_r51.json",
                        "DRD2_sample_r51.tsv",
                        "TRJ1_sample_r51.json",
                        "TRJ1_sample_r51.tsv");
        assertThat(more).as("told only by their number").isEqualTo(Map.of("DR_D1", 9L, "DR_D2", 0L, "TR_J1", 0L));
        Finding first = found.get("TRJ1_sample_r51.tsv").get(0);
        assertThat(first.place()).isEqualTo("row 16");
        assertThat(first.severity()).isEqualTo(Severity.ERROR);
        assertThat(first.message())
                .isEqualTo("Total_Item_Requests of \"Title 3\" is 226 more in 2022-01 than in TR_sample_r51.tsv");
    }
}
