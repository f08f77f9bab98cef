package fr.comptoir.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.operation.Provenance.Form;
import fr.comptoir.operation.Provenance.Month;
import fr.comptoir.operation.Provenance.Request;
import fr.comptoir.store.state.Versions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceTest {
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final Instant CREATED = Instant.parse("2026-02-03T04:05:06Z");
    private static final String HASH = "0123456789abcdef".repeat(4);

    private static Provenance provenance(String format, Instant created, int facts, String rules) {
        return new Provenance(
                new Request("TR", "5.1", "u1", JANUARY, JANUARY, new TreeMap<>()),
                new Form(format, "", false, ""),
                created,
                "Comptoir 1",
                new TreeMap<>(),
                "c",
                "i",
                List.of(new Month(JANUARY, facts, created, "1", 2, HASH, new Versions("c", "i", "r", rules))));
    }

    @Test
    void theFingerprintIsOfWhatCountsAndOfNothingElse() {
        String fingerprint = provenance("json", CREATED, 1, "rules").fingerprint();
        assertThat(fingerprint).hasSize(64);
        assertThat(provenance("pdf", CREATED.plusSeconds(1), 2, "rules").fingerprint())
                .isEqualTo(fingerprint);
        assertThat(provenance("json", CREATED, 1, "others").fingerprint()).isNotEqualTo(fingerprint);
    }

    /** Whoever computes it otherwise, as with jq, must get the same: a change of these bytes is a change of every fingerprint. */
    @Test
    void theFingerprintIsTheHashOfThisText() {
        String text =
                "{\"request\":{\"report\":\"TR\",\"release\":\"5.1\",\"customer\":\"u1\",\"begin\":\"2026-01\",\"end\":\"2026-01\","
                        + "\"parameters\":{}},\"program\":\"Comptoir 1\",\"platform\":{},\"catalogue\":\"c\",\"institutions\":\"i\","
                        + "\"months\":[{\"month\":\"2026-01\",\"program\":\"1\",\"inputs\":2,\"inputs_hash\":\"" + HASH
                        + "\",\"catalogue\":\"c\",\"institutions\":\"i\",\"robots\":\"r\",\"rules\":\"rules\"}]}";
        assertThat(provenance("json", CREATED, 1, "rules").fingerprint())
                .isEqualTo(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aSideFileIsReadAsItWasWritten(@TempDir Path folder) throws Exception {
        Path report = folder.resolve("é, \"a\\b\nc\".json");
        Provenance provenance = provenance("json", CREATED, 1, "rules");
        Files.write(SideFile.of(report), SideFile.bytes(report, HASH, provenance));
        assertThat(Files.readAllLines(SideFile.of(report)).get(0)).isEqualTo("\\" + HASH + "  é, \"a\\\\b\\nc\".json");
        assertThat(SideFile.read(report).orElseThrow().sha256()).isEqualTo(HASH);
        assertThat(SideFile.read(report).orElseThrow().provenance()).contains(provenance);
    }

    @Test
    void aCrashBeforeTheSideFileLeavesNoneOfAnotherReport(@TempDir Path folder) throws Exception {
        Path report = folder.resolve("tr.json");
        Provenance provenance = provenance("json", CREATED, 1, "rules");
        WholeFile.write(report, out -> out.write(1), () -> provenance);
        String side = Files.readString(SideFile.of(report));
        assertThatThrownBy(() -> WholeFile.write(
                        report,
                        out -> {
                            out.write(2);
                            throw new IOException("full");
                        },
                        () -> provenance))
                .hasMessage("full");
        assertThat(report).hasBinaryContent(new byte[] {1});
        assertThat(SideFile.of(report)).hasContent(side);
        // The side file cannot be put in its place: a folder stands there.
        Files.delete(SideFile.of(report));
        Files.createDirectories(SideFile.of(report).resolve("in the way"));
        assertThatThrownBy(() -> WholeFile.write(report, out -> out.write(3), () -> provenance))
                .isInstanceOf(IOException.class);
        assertThat(report).as("a report without a side file of its own").hasBinaryContent(new byte[] {1});
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder("tr.json", "tr.json.sha256");
        }
    }
}
