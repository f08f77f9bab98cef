package fr.comptoir.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "Annales d’histoire, annales d'histoire",
                "L‘École, l'ecole",
                "L´Hôpital, l'hopital",
                "Cœur & œuvre, coeur & oeuvre",
                "Ærø, aero",
                "Straße, strasse",
                "1914–1918, 1914-1918",
                "\"plankton\", plankton",
                "« plankton », | plankton |",
                "plankton*, plankton",
                "ISTANBUL, istanbul"
            })
    void whatOneTypesIsWhatIsPrinted(String printed, String typed) {
        assertThat(SearchText.folded(printed).strip()).isEqualTo(typed.strip());
        assertThat(SearchText.folded(typed)).isEqualTo(typed);
    }

    /** Beside an accent everything is read in another way, with the same outcome. */
    @Test
    void anySignIsTheSameWithAnAccentBesideIt() {
        for (char sign = 0; sign < 0x80; sign++) {
            assertThat(SearchText.folded(sign + "B é")).as("%d", (int) sign).isEqualTo(SearchText.folded(sign + "B e"));
        }
    }

    @Test
    void signsStandForOneAnotherOneByOne() {
        assertThat(SearchText.PRINTED).hasSameSizeAs(SearchText.TYPED);
    }

    @Test
    void aNumberIsOneWithItsHyphensOrWithout() {
        assertThat(SearchText.bareNumber("9930-029x")).isEqualTo("9930029x");
        assertThat(SearchText.bareNumber("978-1-9999900-9-1")).isEqualTo("9781999990091");
        assertThat(SearchText.bareNumber("10.5555/a-1")).isEqualTo("10.5555/a-1");
        assertThat(SearchText.bareNumber("x-ray")).isEqualTo("x-ray");
    }
}
