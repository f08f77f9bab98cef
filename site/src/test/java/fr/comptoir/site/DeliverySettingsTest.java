package fr.comptoir.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.MailConfig;
import fr.comptoir.model.site.MailConfig.Encryption;
import fr.comptoir.model.site.MonthsConfig;
import fr.comptoir.model.site.MonthsConfig.Closing;
import fr.comptoir.model.site.MonthsConfig.Publish;
import fr.comptoir.model.site.Problem;
import fr.comptoir.model.site.SiteConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code months}, {@code watch} and {@code mail}: what the service does by itself. */
class DeliverySettingsTest {
    private static final String SITE = """
            platform: {id: alpha, name: Alpha}
            log: {format: combined}
            pages: [{path: "/x/{item}", action: request}]
            """;

    @TempDir
    Path folder;

    private SiteFile read(String more) throws Exception {
        Files.writeString(folder.resolve("comptoir.yml"), SITE + more);
        return SiteFile.read(folder);
    }

    private SiteConfig config(String more) throws Exception {
        return read(more).config();
    }

    @Test
    void withoutTheSectionsNothingIsWatchedNorSent() throws Exception {
        SiteConfig config = config("");
        assertThat(config.months()).isEqualTo(MonthsConfig.DEFAULT);
        assertThat(config.watch()).isEmpty();
        assertThat(config.mail()).isEmpty();
    }

    @Test
    void everySettingIsRead() throws Exception {
        Files.writeString(folder.resolve("secret"), "x");
        SiteConfig config = config("""
                months: {publication_day: 10, closing: by_hand, publish: counted, longest_gap: 2h, years_shown: 3}
                watch: [/, "logs/*.gz", other]
                mail:
                  host: smtp.example.org
                  port: 2525
                  encryption: tls
                  user: me
                  password_file: secret
                  from: Statistics <stats@example.org>
                  reply_to: desk@example.org
                """);
        assertThat(config.months())
                .isEqualTo(new MonthsConfig(10, Closing.BY_HAND, Publish.COUNTED, Duration.ofHours(2), Optional.of(3)));
        assertThat(config.watch())
                .containsExactly(
                        "/",
                        folder.resolve("logs") + "/*.gz",
                        folder.resolve("other").toString());
        assertThat(config.mail())
                .contains(new MailConfig(
                        "smtp.example.org",
                        2525,
                        Encryption.TLS,
                        Optional.of("me"),
                        Optional.of(folder.resolve("secret")),
                        "Statistics <stats@example.org>",
                        Optional.of("desk@example.org")));
    }

    @Test
    void aServiceThatReadsItsLogsPublishesWhatIsComplete() throws Exception {
        assertThat(config("watch: logs\n").months().publish()).isEqualTo(Publish.CLOSED);
        assertThat(config("watch: logs\nmonths: {publish: counted}\n").months().publish())
                .isEqualTo(Publish.COUNTED);
    }

    @Test
    void thePortFollowsTheEncryption() throws Exception {
        for (Encryption encryption : Encryption.values()) {
            String section = "mail: {host: h, from: a@b.example, encryption: " + encryption.name() + "}\n";
            assertThat(config(section).mail().orElseThrow().port()).isEqualTo(encryption.port());
        }
    }

    @Test
    void whatIsNotThereYetIsAWarning() throws Exception {
        assertThat(read("watch: [logs]\nmail: {host: h, from: a@b.example, password_file: secret}\n")
                        .warnings())
                .extracting(Problem::field)
                .containsExactly("watch", "mail.password_file");
    }

    @Test
    void whatIsWrongIsSaidWithItsLine() {
        assertThatThrownBy(() -> config("""
                months: {publication_day: 29, closing: never, longest_gap: 0h, years_shown: 1}
                mail: {from: nobody, reply_to: "a@b, c@d", port: 65536}
                """))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll(
                        "'29' is no whole number from 1 to 28",
                        "'never' is not one of automatic, by_hand",
                        "'0h' is no number of hours such as 6h",
                        "the current year and 2 before it are the least",
                        "mail.host",
                        "'nobody' is no address",
                        "'a@b, c@d' is no address",
                        "'65536' is no whole number from 1 to 65535");
    }
}
