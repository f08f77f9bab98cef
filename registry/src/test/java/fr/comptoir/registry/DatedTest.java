package fr.comptoir.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.comptoir.model.code.Release;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.0/24",
                "192.0.2.0/24@2024-01-01..2024-06-30",
                "192.0.2.0/24@2024-01-01..",
                "192.0.2.0/24@..2024-06-30",
                "staff@example.org",
                "staff@example.org@2024-01-01..",
            })
    void textIsReadAndWrittenAgain(String text) {
        assertThat(Dated.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x@2024-06-30..2024-01-01", "x@2024..", "x@..2024-02-30"})
    void impossibleDaysAreSaid(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Dated.parse(text)).withMessageContaining(text);
    }

    @ParameterizedTest
    @CsvSource({
        "open, Open",
        "Controlled;2024-03-15:Open, Controlled;2024-03-15:Open",
        "controlled ; 2024-03-15 : open ;, Controlled;2024-03-15:Open",
        "2024-03-15:Open, ;2024-03-15:Open",
        ";2024-03-15:Open;2025-01-01:Free_To_Read, ;2024-03-15:Open;2025-01-01:Free_To_Read",
    })
    void accessHistoriesAreNormalised(String text, String canonical) {
        assertThat(AccessHistory.parse(text, Release.R5_1)).hasToString(canonical);
        assertThat(AccessHistory.parse(canonical, Release.R5_1)).hasToString(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "controlled (in all formats), Controlled (in all formats)",
        "Controlled(in all formats);2024-03-15: OA_Gold, Controlled (in all formats);2024-03-15:OA_Gold",
    })
    void release5MaySayThatATypeHoldsInAllFormats(String text, String canonical) {
        assertThat(AccessHistory.parse(text, Release.R5)).hasToString(canonical);
        assertThat(AccessHistory.parse(canonical, Release.R5)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OA_Gold",
                "Open (in all formats)",
                "Open;Controlled",
                "Open;2024-3-1:Controlled",
                "Open;2024-03-01:Blue",
                "Open;2024-03-01:Open;2024-03-01:Open"
            })
    void impossibleAccessHistoriesAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AccessHistory.parse(text, Release.R5_1));
    }
}
