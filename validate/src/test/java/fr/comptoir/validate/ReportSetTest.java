package fr.comptoir.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportSetTest {
    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    /** The master shows no Access_Method, but its filter says Regular; the view cannot be made from what another filter left. */
    @Test
    void aMasterThatLacksWhatTheViewIsMadeFromIsNotCompared() throws IOException {
        List<ReportSet.Result> results = new ReportSet(ValidationOptions.standard())
                .validate(List.of(
                        file("tr.tsv", Examples.example("TR-r51.tsv")),
                        file("view.tsv", Examples.example("TR_J1-r51.tsv").replace("16\t10\t6", "17\t11\t6"))));
        assertThat(results)
                .hasSize(2)
                .allSatisfy(result -> assertThat(result.findings()).isEmpty());
    }

    @Test
    void aViewIsComparedWithItsMaster() throws IOException {
        String master = Examples.example("TR-r51.tsv")
                .replace("Access_Method=Regular", "")
                .replace("YOP|Access_Type", "YOP|Access_Type|Access_Method")
                .replace("Access_Type\tMetric", "Access_Type\tAccess_Method\tMetric")
                .replaceAll("\t(Controlled|Open)\t", "\t$1\tRegular\t");
        Path tr = file("tr.tsv", master);
        Path good = file("good.tsv", Examples.example("TR_J1-r51.tsv"));
        Path bad = file("bad.tsv", Examples.example("TR_J1-r51.tsv").replace("16\t10\t6", "17\t11\t6"));
        List<ReportSet.Result> results = new ReportSet(ValidationOptions.standard()).validate(List.of(good, bad, tr));
        assertThat(results.get(0).findings()).isEmpty();
        assertThat(results.get(1).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("view-contradicts-master");
            assertThat(finding.message())
                    .isEqualTo("Total_Item_Requests of \"Journal of Examples\" is 1 more in 2025-01 than in tr.tsv");
        });
        assertThat(results.get(1).hasErrors()).isTrue();
        assertThat(results.get(2).hasErrors()).isFalse();
    }
}
