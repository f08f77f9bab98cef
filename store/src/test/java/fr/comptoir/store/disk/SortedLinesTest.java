package fr.comptoir.store.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedLinesTest {
    private static final long SEED = 8;

    @TempDir
    Path folder;

    private static String text(byte @Nullable [] line) {
        return line == null ? "none" : new String(line, UTF_8);
    }

    private Path file(List<String> lines) throws Exception {
        String all = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
        return Files.writeString(folder.resolve("lines"), all, UTF_8);
    }

    private static int compare(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    /** Against looking at them all: short and very long lines, equal ones, letters of several bytes. */
    @Test
    void theFirstThatIsNotBeforeATextIsFound() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 30; round++) {
            List<String> lines = new ArrayList<>();
            int count = random.nextInt(1 << random.nextInt(1, 11));
            for (int i = 0; i < count; i++) {
                lines.add(word(random) + (random.nextInt(50) == 0 ? "y".repeat(random.nextInt(20_000)) : ""));
            }
            lines.sort(SortedLinesTest::compare);
            try (SortedLines sorted = SortedLines.open(file(lines))) {
                for (int i = 0; i < 40; i++) {
                    String text = i == 0 ? "" : word(random);
                    List<String> expected = lines.stream()
                            .filter(line -> compare(line, text) >= 0)
                            .toList();
                    sorted.seek(text.getBytes(UTF_8));
                    for (int j = 0; j < 3; j++) {
                        assertThat(text(sorted.next()))
                                .as("seed " + SEED + " round " + round + " " + text)
                                .isEqualTo(j < expected.size() ? expected.get(j) : "none");
                    }
                }
            }
        }
    }

    private static String word(SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            word.append("10.5/aé\u4e2d".charAt(random.nextInt(8)));
        }
        return word.toString();
    }
}
