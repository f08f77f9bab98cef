package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DifferencesCsvTest {
    @Test
    void aNameThatBeginsLikeAFormulaIsShownAndANumberIsANumber() {
        assertThat(DifferencesCsv.line("=A1,B1", -5L, "Uni")).isEqualTo("\"'=A1,B1\",-5,Uni\n");
    }
}
