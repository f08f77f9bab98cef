package fr.comptoir.validate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.validate.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, validating it ends, with findings or without. */
class MutationTest {
    private static final long SEED = 20_261_121L;
    private static final int ROUNDS = 400;
    private static final String[] PIECES = {
        "\t",
        "\n",
        ";",
        "|",
        ":",
        "=",
        "\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        "null",
        "-1",
        "1e9",
        "0",
        "9999",
        "\uFEFF",
        "\u0000",
        "\uD835\uDD18",
        "Report_Items",
        "Performance",
        "2025-13",
        "Begin_Date=9999-12-31",
        "true",
        "(",
        ")"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TR-r51.tsv",
                "TR-r51.json",
                "TR-r5.json",
                "IR-r51.json",
                "IR-r51.tsv",
                "IR-r5.json",
                "IR-components-r51.json",
                "DR-r51.json",
                "PR-r5.tsv",
                "TR-partial-r51.tsv"
            })
    void noMutationMakesItFail(String name) {
        byte[] good = Examples.example(name).getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < ROUNDS; round++) {
            long seed = SEED + round;
            byte[] mutant = mutate(good, new Random(seed));
            List<Finding> findings;
            try {
                findings = Examples.check(mutant);
            } catch (RuntimeException | StackOverflowError failure) {
                throw new AssertionError(name + " with seed " + seed, failure);
            }
            assertThat(findings).as("%s with seed %d", name, seed).allSatisfy(finding -> {
                assertThat(finding.place()).isNotBlank();
                assertThat(finding.message()).isNotBlank();
            });
        }
    }

    private static byte[] mutate(byte[] good, Random random) {
        byte[] bytes = good;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + random.nextInt(40));
            byte[] piece = switch (random.nextInt(4)) {
                case 0 -> new byte[0];
                case 1 -> PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
                case 2 -> Arrays.copyOfRange(bytes, from, to);
                default -> new byte[] {(byte) random.nextInt(256)};
            };
            int resume = random.nextBoolean() ? from : to;
            byte[] next = new byte[from + piece.length + bytes.length - resume];
            System.arraycopy(bytes, 0, next, 0, from);
            System.arraycopy(piece, 0, next, from, piece.length);
            System.arraycopy(bytes, resume, next, from + piece.length, bytes.length - resume);
            bytes = next.length == 0 ? good : next;
        }
        return bytes;
    }
}
