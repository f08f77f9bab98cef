package fr.comptoir.ingest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.model.site.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        for (String name : List.of(
                "b.log", "a.log.gz", "sub/c.log", "sub/deep/a.log", "sub/.hidden", ".git/x.log", "odd[1].log")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
        Files.createDirectories(folder.resolve("empty"));
    }

    @Test
    void filesStandForThemselvesInTheirOrder() throws Exception {
        assertThat(names(folder + "/b.log", "-", folder + "/a.log.gz", folder + "/b.log"))
                .containsExactly("b.log", "-", "a.log.gz", "b.log");
    }

    @Test
    void folderStandsForAllBelowInTheOrderOfTheirPaths() throws Exception {
        assertThat(names(folder.toString()))
                .containsExactly("a.log.gz", "b.log", "odd[1].log", "sub/c.log", "sub/deep/a.log");
    }

    @Test
    void patterns() throws Exception {
        assertThat(names(folder + "/*.log")).containsExactly("b.log", "odd[1].log");
        assertThat(names(folder + "/**.log")).containsExactly("b.log", "odd[1].log", "sub/c.log", "sub/deep/a.log");
        assertThat(names(folder + "/sub/?.log")).containsExactly("sub/c.log");
        assertThat(names(folder + "/{a,b}.log*")).containsExactly("a.log.gz", "b.log");
        assertThat(names(folder + "/odd[1].log")).containsExactly("odd[1].log");
    }

    @Test
    void whatIsNotThereIsSaidAtOnce() {
        assertThatThrownBy(() -> names("no.log", folder + "/x*", folder + "/empty", folder + "/none/*.log", "-", "-"))
                .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.problems()).hasSize(5))
                .hasMessageContaining("no.log: no such file")
                .hasMessageContaining("x*: no file fits the pattern")
                .hasMessageContaining("empty: there is no file in this folder")
                .hasMessageContaining("standard input can be given only once");
    }

    @Test
    void aLinkThatLeadsInACircleIsSaid() throws Exception {
        Files.createSymbolicLink(folder.resolve("sub/circle"), folder);
        assertThatThrownBy(() -> names(folder.toString()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("circle");
    }

    @Test
    void kindsOfInput() {
        assertThat(new Input("a", folder.resolve("b.log")).isStream()).isFalse();
        assertThat(Input.STANDARD_INPUT.isStream()).isTrue();
        assertThat(Input.STANDARD_INPUT.absolutePath()).isEmpty();
        assertThat(new Input("./-", Path.of("./-")).isStandardInput()).isFalse();
        assertThat(new Input("x", folder.resolve("sub/../b.log")).absolutePath())
                .isEqualTo(folder.toAbsolutePath() + "/b.log");
    }

    private List<String> names(String... arguments) throws IOException, InputException {
        return Inputs.expand(List.of(arguments)).stream()
                .map(input -> input.name().replace(folder + "/", ""))
                .toList();
    }
}
