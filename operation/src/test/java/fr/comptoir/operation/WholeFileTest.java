package fr.comptoir.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.model.site.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    private static WholeFile.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private String[] names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toArray(String[]::new);
        }
    }

    @Test
    void whatIsThereStaysUntilTheNewIsWhole() throws Exception {
        Path file = Files.writeString(folder.resolve("report"), "before");
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write('x');
                    throw new IOException("the disk is full");
                }))
                .isInstanceOf(IOException.class);
        assertThat(file).hasContent("before");
        WholeFile.write(file, text("after"));
        assertThat(file).hasContent("after");
        assertThat(names()).containsExactly("report");
    }

    /** Each of two runs writes a part of its own; the last to end has the file. */
    @Test
    void twoAtOnceDoNotMeet() throws Exception {
        Path file = folder.resolve("report");
        WholeFile.write(file, out -> {
            out.write('a');
            try {
                WholeFile.write(file, text("bb"));
            } catch (InputException e) {
                throw new IOException(e);
            }
            out.write('a');
        });
        assertThat(file).hasContent("aa");
        assertThat(names()).containsExactly("report");
    }

    @Test
    void aUsersOwnPartIsLeftAlone() throws Exception {
        Path own = Files.writeString(folder.resolve("report.part"), "mine");
        WholeFile.write(folder.resolve("report"), text("new"));
        assertThat(own).hasContent("mine");
    }

    @Test
    void aLinkStaysALink() throws Exception {
        Path target = Files.writeString(folder.resolve("target"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        WholeFile.write(link, text("after"));
        assertThat(link).isSymbolicLink();
        assertThat(target).hasContent("after");
    }

    @Test
    void aPipeIsWrittenInto() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(pipe);
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        });
        WholeFile.write(pipe, text("through"));
        assertThat(read.get()).isEqualTo("through");
        assertThat(names()).containsExactly("pipe");
    }

    @Test
    void aFolderIsNoFile() {
        assertThatThrownBy(() -> WholeFile.write(folder, text("x")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(folder + " is a folder; a file was expected");
    }
}
