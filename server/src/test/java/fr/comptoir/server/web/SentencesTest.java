package fr.comptoir.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.text.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
    void inFrenchQuotationMarksStayWithWhatTheyQuote() {
        Sentence quoting = Sentence.of("kbart.access", "'{0}' is neither F nor P", "a : b");
        assertThat(new Sentences(Locale.FRENCH).say(quoting)).isEqualTo("«\u00a0a : b\u00a0» n’est ni F ni P");
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

    /** What stands on a page in English alone is quoted: the Code's own names, what the COUNTER API answers, and what a mail server says. */
    @Test
    void onlyWhatIsQuotedStandsInOneLanguage() throws IOException {
        Pattern english = Pattern.compile("<[^>]* (?:th:)?lang=\"(?:en|[^\"]*'en')\"[^>]* th:text=\"([^\"]*)\"");
        Set<String> quoted = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "resources", "templates"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                english.matcher(Files.readString(file)).results().forEach(found -> quoted.add(found.group(1)));
            }
        }
        assertThat(quoted)
                .containsExactlyInAnyOrder(
                        "${one.kind() == 'report'} ? ${one.name()} : #{|apidoc.${one.kind()}|}",
                        "${one.message()}",
                        "${report.id() + ' · ' + report.name() + ' · Release ' + report.release().code()}",
                        "${one.data()}",
                        "${fault.code() + ' ' + fault.data()}",
                        "${one.lastError()}",
                        "${note.english()}"); // what somebody wrote in English
    }
}
