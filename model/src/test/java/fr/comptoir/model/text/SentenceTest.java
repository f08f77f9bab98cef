package fr.comptoir.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class SentenceTest {
    @Test
    void valuesStandInTheirPlacesAndNothingElseIsAPlace() {
        assertThat(Sentence.of("known", "'{1}' is {0}, {0} [{\"pattern\": 1}, {a}]", "{1}$\\", 1200))
                .hasToString("'1200' is {1}$\\, {1}$\\ [{\"pattern\": 1}, {a}]");
    }

    @Test
    void whatOnlyACommandLineSaysIsSaidAsItStands() {
        Sentence sentence = Sentence.inEnglish("the form is {0}");
        assertThat(sentence).hasToString("the form is {0}");
        assertThat(sentence.hasCode()).isFalse();
    }

    @Test
    void textsOfPartsAreReplacedToo() {
        Sentence part = Sentence.of("part", "the {0}", "journal");
        Sentence whole = Sentence.of("whole", "{0} {1} of {2}", "a", part, 3);
        assertThat(whole.withTexts(text -> text.toUpperCase(Locale.ROOT))).hasToString("A the JOURNAL of 3");
    }
}
