package fr.comptoir.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.operation.Site;
import fr.comptoir.testkit.TestClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachedReportsTest {
    private static final YearMonth MONTH = YearMonth.of(2026, 1);

    @TempDir
    Path folder;

    @Test
    void whatIsTooLargeForAMailIsNamed() throws Exception {
        Files.writeString(folder.resolve("comptoir.yml"), """
                platform: {id: alpha, name: Alpha Journals, time_zone: Europe/Paris}
                provider: {name: Alpha Publishing}
                log: {format: combined}
                pages:
                  - {path: "/article/{item}", action: investigation}
                """);
        Site site = Site.open(folder, new TestClock("2026-02-06T10:00:00Z"));
        List<String> wanted = List.of("TR_J1", "PR_P1");
        AttachedReports.Attached all = new AttachedReports(site).of("0000000000000000", MONTH, wanted);
        assertThat(all.files()).hasSize(2);
        assertThat(all.leftOut()).isEmpty();

        int room = all.files().get(0).content().length + 10;
        AttachedReports.Attached some = new AttachedReports(site, room).of("0000000000000000", MONTH, wanted);
        assertThat(some.files()).hasSize(1);
        assertThat(some.leftOut()).hasSize(1);
    }
}
