package fr.comptoir.ingest.read;

import static fr.comptoir.ingest.read.Log.line;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.ingest.input.Input;
import fr.comptoir.ingest.input.KnownInputs;
import java.io.ByteArrayInputStream;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnmatchedPathsTest {
    private static final YearMonth MONTH = YearMonth.of(2024, 6);

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/img/logo.png, /img/logo.png",
        "/media/j0042-7/figure4.png, /media/*/*.png",
        "/paper/10.5555%2Fx/view, /paper/*/view",
        "/a/b/c/d/e/f, /a/b/c/d/...",
        "/a/a-very-long-segment-of-words.html, /a/*.html",
        "/x/12.verylongextension, /x/*",
        "*, *",
    })
    void pathsOfOneKindAreOne(String path, String kind) {
        assertThat(UnmatchedPaths.kind(path)).isEqualTo(kind);
    }

    /** Long paths, of which few fit in the room for them, and more kinds of path than are kept. */
    @Test
    void manyPathsAreCountedInBoundedRoom() throws Exception {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            log.append(line("GET /long/" + i + "x".repeat(600) + " HTTP/1.1", 200))
                    .append('\n');
        }
        log.append(line("GET /longer/1" + "x".repeat(2_000) + " HTTP/1.1", 200)).append('\n');
        for (int i = 0; i < UnmatchedPaths.KINDS_MAX + 10; i++) {
            log.append(line("GET /" + letters(i) + " HTTP/1.1", 200)).append('\n');
        }
        List<UnmatchedPaths.Kind> kinds = Log.read(
                        Site.combined().rules(),
                        IngestOptions.DEFAULT.withThreads(1).withUnmatchedPaths(),
                        List.of(Input.STANDARD_INPUT),
                        new KnownInputs(List.of()),
                        1,
                        new ByteArrayInputStream(log.toString().getBytes(UTF_8)))
                .result()
                .unmatched();

        assertThat(kinds.get(0)).isEqualTo(new UnmatchedPaths.Kind(MONTH, "/long/*", 10_000));
        assertThat(kinds).hasSize(50);
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int left = number + 1; left > 0; left /= 26) {
            letters.append((char) ('a' + left % 26));
        }
        return letters.toString();
    }

    /** Whatever the order of the lines. */
    @Test
    void theyAreOfTheMonthOfTheirLines() throws Exception {
        String june = line("GET /paper/12 HTTP/1.1", 200);
        String july = june.replace("15/Jun", "01/Jul");
        String other = line("GET /about HTTP/1.1", 200).replace("15/Jun", "31/May");
        List<UnmatchedPaths.Kind> kinds = Log.read(
                        Site.combined().rules(),
                        IngestOptions.DEFAULT.withThreads(1).withUnmatchedPaths(),
                        List.of(Input.STANDARD_INPUT),
                        new KnownInputs(List.of()),
                        1,
                        new ByteArrayInputStream(String.join("\n", june, july, june, other, july, june)
                                .getBytes(UTF_8)))
                .result()
                .unmatched();
        assertThat(kinds)
                .containsExactly(
                        new UnmatchedPaths.Kind(MONTH.minusMonths(1), "/about", 1),
                        new UnmatchedPaths.Kind(MONTH, "/paper/*", 3),
                        new UnmatchedPaths.Kind(MONTH.plusMonths(1), "/paper/*", 2));
    }

    @Test
    void onlyWhatPeopleGotAndNoRuleNamedIsCounted() throws Exception {
        String text = String.join(
                "\n",
                line("GET /paper/12 HTTP/1.1", 200),
                line("GET /paper/13?x=1 HTTP/1.1", 200),
                line("GET /about HTTP/1.1", 200),
                line("GET /gone HTTP/1.1", 404),
                line("POST /form HTTP/1.1", 200),
                line("GET /crawled HTTP/1.1", 200, "Googlebot"),
                line("GET /article/a1 HTTP/1.1", 200),
                line("GET /article/j1 HTTP/1.1", 200));

        Log.Read read = Log.read(
                Site.combined().rules(),
                IngestOptions.DEFAULT.withUnmatchedPaths(),
                List.of(Input.STANDARD_INPUT),
                new KnownInputs(List.of()),
                1,
                new ByteArrayInputStream(text.getBytes(UTF_8)));

        assertThat(read.result().unmatched())
                .containsExactly(
                        new UnmatchedPaths.Kind(MONTH, "/paper/*", 2), new UnmatchedPaths.Kind(MONTH, "/about", 1));
        assertThat(Log.readText(Site.combined(), text).result().unmatched()).isEmpty();
    }
}
