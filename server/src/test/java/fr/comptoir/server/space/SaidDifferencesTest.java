package fr.comptoir.server.space;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.Panel.Picture;
import fr.comptoir.operation.view.PanelFile;
import fr.comptoir.operation.view.ReleaseDifferences;
import fr.comptoir.operation.view.ReleaseDifferences.Difference;
import fr.comptoir.operation.view.ReleaseDifferences.Reason;
import fr.comptoir.operation.view.ReportReleases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The files of a report in both releases have the sentences of their page. */
class SaidDifferencesTest {
    private static final Panel TOTALS = new Panel(
            "releases",
            Picture.NONE,
            Optional.empty(),
            List.of(new Column("Metric_Type", Kind.CODE), new Column("R5", Kind.COUNT), new Column("R5_1", Kind.COUNT)),
            List.of(List.of("Total_Item_Requests", 1L, 10L), List.of("Unique_Item_Requests", 1L, 1L)));

    private static List<String> csv(ReportReleases releases, Locale locale) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PanelFile.writeCsv(SaidDifferences.of(releases, CourseTest.texts(), locale), out);
        return out.toString(StandardCharsets.UTF_8).substring(1).lines().toList();
    }

    @Test
    void eachDifferenceIsSaidInTheReadersLanguage() throws IOException {
        ReportReleases releases = new ReportReleases(
                TOTALS,
                Optional.empty(),
                new ReleaseDifferences(
                        List.of(new Difference(MetricType.TOTAL_ITEM_REQUESTS, 1, 10, Reason.WHOLE_BOOK)), List.of()));
        assertThat(csv(releases, Locale.ENGLISH))
                .containsExactly(
                        "Metric_Type,R5,R5_1,Difference",
                        "Total_Item_Requests,1,10,\"Requests: 1 in Release 5, 10 in Release 5.1. A whole book that is opened is one item in"
                                + " Release 5, and as many as it has chapters in Release 5.1.\"",
                        "Unique_Item_Requests,1,1,");
        assertThat(csv(releases, Locale.FRENCH).get(1)).contains("en Release 5.1. Un livre entier");
    }

    @Test
    void aReportOfOneReleaseSaysSo() throws IOException {
        ReportReleases one =
                new ReportReleases(TOTALS, Optional.of(Release.R5_1), new ReleaseDifferences(List.of(), List.of()));
        assertThat(csv(one, Locale.ENGLISH)).element(1).asString().endsWith("Only Release 5.1 has this report.");
    }
}
