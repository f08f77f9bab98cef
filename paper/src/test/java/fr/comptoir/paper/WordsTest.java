package fr.comptoir.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters, numbers and lines. */
class WordsTest {
    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(properties("fr").keySet())
                .isEqualTo(properties("en").keySet())
                .isNotEmpty();
    }

    private static Properties properties(String language) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream("messages_" + language + ".properties")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    @Test
    void numbersAreGroupedByThree() {
        assertThat(Language.FRENCH.number(0)).isEqualTo("0");
        assertThat(Language.FRENCH.number(999)).isEqualTo("999");
        assertThat(Language.FRENCH.number(1000)).isEqualTo("1\u202f000");
        assertThat(Language.ENGLISH.number(1_234_567)).isEqualTo("1,234,567");
        assertThat(Language.ENGLISH.number(-123)).isEqualTo("-123");
    }

    @Test
    void datesAreWrittenOut() {
        assertThat(Language.FRENCH.date(LocalDate.of(2026, 3, 1))).isEqualTo("1er mars 2026");
        assertThat(Language.ENGLISH.date(LocalDate.of(2026, 3, 1))).isEqualTo("1 March 2026");
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "4,1", "5,2", "12,5", "90,25", "90781,25000", "100001,50000", "200001,100000"})
    void theScaleHasRoundSteps(long largest, long step) {
        assertThat(ChartDrawing.step(largest)).isEqualTo(step);
    }

    @Test
    void lettersFromRightToLeftAreTurned() {
        assertThat(VisualOrder.of("abc (1)")).isEqualTo("abc (1)");
        assertThat(VisualOrder.of("\u05d0\u05d1\u05d2")).isEqualTo("\u05d2\u05d1\u05d0");
        assertThat(VisualOrder.of("x \u05d0(\u05d1)")).isEqualTo("x (\u05d1)\u05d0");
    }

    /** Beh, alef, beh: the first begins, alef ends the join, the last stands alone. */
    @Test
    void arabicLettersAreJoined() {
        assertThat(ArabicForms.joined("\u0628\u0627\u0628")).isEqualTo("\ufe91\ufe8e\ufe8f");
        assertThat(ArabicForms.joined("\u0628\u0628\u0628")).isEqualTo("\ufe91\ufe92\ufe90");
    }
}
