package fr.comptoir.operation.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    void otherTextsAndNumbersStay() {
        for (String text : List.of("", "Nature", "-12", "+3.5", "'tis", "a=b", "2024-01", "''")) {
            assertThat(SpreadsheetText.shielded(text)).isEqualTo(text);
            assertThat(SpreadsheetText.bare(text)).isEqualTo(text);
        }
    }
}
