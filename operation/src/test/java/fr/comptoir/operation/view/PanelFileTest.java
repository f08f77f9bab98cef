package fr.comptoir.operation.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.Panel.Picture;
import java.io.ByteArrayOutputStream;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PanelFileTest {
    private static final Panel PANEL = new Panel(
            "institutions",
            Picture.NONE,
            Optional.empty(),
            List.of(
                    new Column("Institution", Kind.TEXT),
                    new Column("Month", Kind.MONTH),
                    new Column("Few", Kind.COUNT),
                    new Column("Part", Kind.COUNT),
                    new Column("Many", Kind.COUNT),
                    new Column("Share", Kind.SHARE),
                    new Column("Before", Kind.BEFORE)),
            List.of(Arrays.asList(
                    "=Alpha", YearMonth.of(2026, 3), Masked.under(5), Masked.atLeast(12), 1200L, 0.33333, null)));

    @Test
    void whatIsMaskedIsATextInAllFiles() throws Exception {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        PanelFile.writeJson(View.usual("alpha", YearMonth.of(2026, 3)), List.of(PANEL), json);
        assertThat(json.toString(UTF_8))
                .endsWith(
                        "\"panels\":{\"institutions\":[{\"Institution\":\"=Alpha\",\"Month\":\"2026-03\",\"Few\":\"<5\","
                                + "\"Part\":\"≥ 12\",\"Many\":1200,\"Share\":0.3333,\"Before\":null}]}}");
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        PanelFile.writeCsv(PANEL, csv);
        assertThat(csv.toString(UTF_8)).endsWith("\r\n'=Alpha,2026-03,<5,≥ 12,1200,0.3333,\r\n");
    }

    /** As that of ways of arrival where none was recorded. */
    @Test
    void aPanelOfNothingIsAnEmptyFile() throws Exception {
        Panel nothing = new Panel("arrivals", Picture.BARS, Optional.empty(), List.of(), List.of());
        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
        PanelFile.writeXlsx(nothing, xlsx);
        assertThat(xlsx.size()).isPositive();
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        PanelFile.writeCsv(nothing, csv);
        assertThat(csv.toString(UTF_8)).isEqualTo("\ufeff\r\n");
    }
}
