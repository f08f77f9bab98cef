package fr.comptoir.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Against identifiers whose check digits others have computed. */
class CheckDigitsTest {

    @Test
    void issnOfHearingResearch() {
        assertThat(CheckDigits.issn(378_595)).isEqualTo("0378-5955");
    }

    @Test
    void issnMayEndInX() {
        assertThat(CheckDigits.issn(2_434_561)).isEqualTo("2434-561X");
    }

    @Test
    void isbnOfTheStandardsExample() {
        assertThat(CheckDigits.isbn(3, 1_614_841, 0).replace("-", "")).isEqualTo("9783161484100");
    }

    @Test
    void isbnIsHyphenated() {
        assertThat(CheckDigits.isbn(2, 9_999_900, 0)).isEqualTo("978-2-9999900-0-5");
    }

    @Test
    void orcidOfJosiahCarberry() {
        assertThat(CheckDigits.orcid(21_825_009L)).isEqualTo("0000-0002-1825-0097");
    }

    @Test
    void isniMayEndInX() {
        assertThat(CheckDigits.isni(12_146_438L)).isEqualTo("000000012146438X");
    }

    @Test
    void rorOfTheCnrs() {
        assertThat(CheckDigits.ror("2feahw")).isEqualTo("02feahw73");
    }
}
