package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the administrator looks at, a consortium and each institution is summed up when a month was counted, and its hours are counted. */
class UsageBeforehandTest {
    /** Of the world three, of the institutions two, of the hours one. */
    private static final int FILES_OF_A_MONTH = 6;

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

    private int minute;

    /** Three times in 18 minutes. */
    private void sumUp(LivingSite site) throws Exception {
        for (int i = 0; i < 3; i++) {
            minute += 6;
            site.clock.set(String.format(Locale.ROOT, "2026-02-04T%02d:%02d:00Z", 10 + minute / 60, minute % 60));
            site.sumUp();
        }
    }

    @Test
    void itIsSummedUpOnceForEachVersionOfAMonth() throws Exception {
        try (LivingSite site = LivingSite.in(folder, "2026-02-04T10:00:00Z", "")) {
            sumUp(site);
            assertThat(files()).isEmpty();
            site.count(LivingSite.wholeMonth("2026-01"));
            sumUp(site);
            List<Path> january = files();
            assertThat(january)
                    .hasSize(2 * FILES_OF_A_MONTH)
                    .allMatch(file -> file.toString().endsWith(".usage"));
            sumUp(site);
            Files.delete(january.get(0));
            sumUp(site);
            assertThat(files()).as("nothing has changed").hasSize(2 * FILES_OF_A_MONTH - 1);
            site.restart();
            sumUp(site);
            assertThat(files()).isEqualTo(january);
        }
    }

    @Test
    void aMonthThatChangesAllTheTimeIsSummedUpFourTimesAnHour() throws Exception {
        try (LivingSite site = LivingSite.in(folder, "2026-02-04T10:00:00Z", "")) {
            site.count(LivingSite.wholeMonth("2026-01"));
            sumUp(site);
            site.count(List.of(LivingSite.click("192.0.2.77", "2026-01-20 10:01", "/article/a1/pdf")));
            site.sumUp();
            assertThat(ofVersion(2)).as("ten minutes ago and more").isEmpty();
            sumUp(site);
            assertThat(ofVersion(2)).hasSize(FILES_OF_A_MONTH);
        }
    }

    private List<Path> ofVersion(int version) throws IOException {
        return files().stream()
                .filter(file -> file.getFileName().toString().startsWith("2026-01-v" + version))
                .toList();
    }
}
