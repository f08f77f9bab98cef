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
            sumUp(site, 6);
        }
    }

    /** So many minutes later. */
    private void sumUp(LivingSite site, int minutes) throws Exception {
        minute += minutes;
        site.clock.set(String.format(Locale.ROOT, "2026-02-04T%02d:%02d:00Z", 10 + minute / 60, minute % 60));
        site.sumUp();
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
            sumUp(site, 2);
            assertThat(ofVersion(2)).as("ten minutes ago and more").isEmpty();
            sumUp(site);
            assertThat(ofVersion(2)).hasSize(FILES_OF_A_MONTH);
        }
    }

    /** Else the world would be read from all its facts every minute. */
    @Test
    void theFactsOfAMonthThatRestsAreLeftAlone() throws Exception {
        try (LivingSite site =
                LivingSite.in(folder, "2026-02-04T10:00:00Z", "months: {closing: by_hand, publication_day: 1}\n")) {
            site.count(LivingSite.wholeMonth("2026-01"));
            sumUp(site);
            site.count(List.of(LivingSite.click("192.0.2.77", "2026-01-20 10:01", "/article/a1/pdf")));
            sumUp(site);
            List<Path> ofOtherMonths = files().stream()
                    .filter(file -> !file.getFileName().toString().startsWith("2026-01"))
                    .toList();
            assertThat(ofOtherMonths).hasSize(FILES_OF_A_MONTH);
            site.count(List.of(LivingSite.click("192.0.2.77", "2026-01-20 10:02", "/article/a2/pdf")));
            for (Path file : ofOtherMonths) {
                Files.delete(file);
            }
            Path facts = folder.resolve("data/facts/2026-01");
            Path aside = Files.move(facts, folder.resolve("aside"));
            sumUp(site, 2);
            Files.move(aside, facts);
            assertThat(files()).as("all else was done").containsAll(ofOtherMonths);
        }
    }

    private List<Path> ofVersion(int version) throws IOException {
        return files().stream()
                .filter(file -> file.getFileName().toString().startsWith("2026-01-v" + version))
                .toList();
    }
}
