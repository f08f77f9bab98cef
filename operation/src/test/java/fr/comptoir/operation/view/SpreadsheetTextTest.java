package fr.comptoir.operation.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://evil.example\")", "+A1", "-A1", "@SUM(A1)", "\t=A1", "'=A1", "-1+1"})
    void whatBeginsLikeAFormulaIsShieldedAndComesBack(String text) {
        assertThat(SpreadsheetText.shielded(text)).isEqualTo("'" + text);
        assertThat(SpreadsheetText.bare(SpreadsheetText.shielded(text))).isEqualTo(text);
    }

    @Test
    void titlesInAFileForSpreadsheetsAreNoFormulasAndFallsStayNumbers() throws IOException {
        Panel panel = new Panel(
                "titles",
                Panel.Picture.NONE,
                Optional.empty(),
                List.of(new Panel.Column("Title", Panel.Kind.TEXT), new Panel.Column("Change", Panel.Kind.CHANGE)),
                List.of(List.of("=1+1", -0.5)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PanelFile.writeCsv(panel, out);
        assertThat(out.toString(UTF_8)).isEqualTo("\ufeffTitle,Change\r\n'=1+1,-0.5\r\n");
    }

    @Test
    void otherTextsAndNumbersStay() {
        for (String text : List.of("", "Nature", "-12", "+3.5", "'tis", "a=b", "2024-01", "''")) {
            assertThat(SpreadsheetText.shielded(text)).isEqualTo(text);
            assertThat(SpreadsheetText.bare(text)).isEqualTo(text);
        }
    }
}
