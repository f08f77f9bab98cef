package fr.comptoir.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.text.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private static final Sentence SENTENCE = Sentence.of(
            "robots.expected", "in line {0}, {1} was expected, not {2}", 3, Sentence.of("robots.end", "the end"), "x");

    @Test
    void aSentenceIsSaidWithItsPartsInTheLanguageOfTheReader() {
        assertThat(new Sentences(Locale.FRENCH).say(SENTENCE)).isEqualTo("en ligne 3, il faut la fin et non x");
        assertThat(new Sentences(Locale.ENGLISH).say(SENTENCE))
                .isEqualTo("in line 3, the end was expected, not x")
                .isEqualTo(SENTENCE.toString());
    }

    @Test
    void theFileOfEachModuleIsRead() throws IOException {
        Path modules = Path.of("").toAbsolutePath().getParent();
        try (Stream<Path> folders = Files.list(modules)) {
            List<String> withSentences = folders.map(
                            module -> module.getFileName().toString())
                    .filter(name -> Files.exists(modules.resolve(
                            name + "/src/main/resources/fr/comptoir/" + name + "/sentences_fr.properties")))
                    .map(name -> "fr.comptoir." + name)
                    .toList();
            assertThat(Sentences.PACKAGES).containsExactlyInAnyOrderElementsOf(withSentences);
        }
    }

    /** What a page has only in one language it would mark as such. */
    @Test
    void noTemplateHasAPartInOneLanguageOnly() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "resources", "templates"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(one -> !one.toString().contains("guide"))
                    .toList()) {
                assertThat(Files.readString(file)).as("%s", file).doesNotContain(" lang=\"");
            }
        }
    }
}
