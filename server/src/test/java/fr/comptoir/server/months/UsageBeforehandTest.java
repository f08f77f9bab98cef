package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the administrator looks at, a consortium and each institution is summed up when a month was counted. */
class UsageBeforehandTest {
    /** Of the world three, of the institutions two. */
    private static final int FILES_OF_A_MONTH = 5;

    @TempDir
    Path folder;

    private List<Path> files() throws IOException {
        Path usage = folder.resolve("data/usage");
        if (!Files.exists(usage)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(usage)) {
            return files.sorted().toList();
        }
    }

    @Test
    void itIsSummedUpOnceForEachVersionOfAMonth() throws Exception {
        try (LivingSite site = LivingSite.in(folder, "2026-02-04T10:00:00Z", "")) {
            site.sumUp();
            assertThat(files()).isEmpty();
            site.count(LivingSite.wholeMonth("2026-01"));
            site.clock.set("2026-02-04T10:01:00Z");
            site.sumUp();
            List<Path> january = files();
            assertThat(january)
                    .hasSize(2 * FILES_OF_A_MONTH)
                    .allMatch(file -> file.toString().endsWith(".usage"));
            Files.delete(january.get(0));
            site.clock.set("2026-02-04T10:02:00Z");
            site.sumUp();
            assertThat(files()).as("nothing has changed").hasSize(2 * FILES_OF_A_MONTH - 1);
            site.restart();
            site.sumUp();
            assertThat(files()).isEqualTo(january);
        }
    }
}
