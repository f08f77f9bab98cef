package fr.comptoir.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of documents: both languages say the same things. */
class MessageFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"about", "annual", "origin", "report"})
    void bothLanguagesHaveTheSameKeysAndTheSamePlaces(String name) throws IOException {
        Properties french = properties(name + "_fr");
        Properties english = properties(name + "_en");
        assertThat(french.stringPropertyNames())
                .isEqualTo(english.stringPropertyNames())
                .isNotEmpty();
        for (String key : french.stringPropertyNames()) {
            assertThat(places(french, key)).as(key).isEqualTo(places(english, key));
        }
    }

    /** Each term of the Code has one French word, whichever document it stands in. */
    @ParameterizedTest
    @ValueSource(strings = {"about", "annual", "origin", "report"})
    void frenchHasOneVocabulary(String name) throws IOException {
        Properties french = properties(name + "_fr");
        assertThat(String.join(
                        "\n", french.values().stream().map(Object::toString).toList()))
                .as("métrique, établissement, fourniture, Code de bonnes pratiques, Release")
                .doesNotContainPattern(
                        "[Mm]esure|[Ii]nstitution|[Ll]ivraison|code de bonnes|[Vv]ersions? 5|\\bdu code\\b");
    }

    private static int places(Properties words, String key) {
        String text = words.getProperty(key);
        assertThat(text).as("an apostrophe would quote what follows").doesNotContain("'");
        return new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    private static Properties properties(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = AnnualReport.class.getResourceAsStream(name + ".properties")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
