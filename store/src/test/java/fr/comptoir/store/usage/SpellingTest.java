package fr.comptoir.store.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
    private static final Spelling SPELLING = new Spelling(List.of(
            "A Year of Plankton",
            "Campagnes. Annales d’histoire rurale",
            "L’École rurale",
            "Annales de limnologie appliquée",
            "Tidal Energy Review"));

    @ParameterizedTest
    @CsvSource({
        "plancton, Plankton",
        "planktno, Plankton",
        "year of planktom, year of Plankton",
        "champagnes, Campagnes",
        "ecoles rurale, École rurale",
        "limmologie apliquee, limnologie appliquée",
        "tydal, Tidal"
    })
    void aWordThatNoNameHasIsOneThatIsAlike(String typed, String meant) {
        assertThat(SPELLING.meant(typed)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plankton", "annal", "rural ecole", "xyz", "of", "9930-0125", "10.5555/nothing", "astronomie"})
    void whatIsKnownOrLikeNothingIsLeftAlone(String typed) {
        assertThat(SPELLING.meant(typed)).isEmpty();
    }

    @Test
    void ofTwoThatAreAsNearTheOneThatMoreNamesHaveIsMeant() {
        Spelling spelling = new Spelling(List.of("Marine", "Marins", "Marins d’Islande"));
        assertThat(spelling.meant("marinx")).contains("Marins");
        assertThat(Spelling.distance("abcd", "abdc")).isEqualTo(1);
        assertThat(Spelling.distance("", "abc")).isEqualTo(3);
    }
}
