package fr.comptoir.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code platform.logo}: a file beside comptoir.yml. */
class LogoSettingTest {
    private static final String SITE = """
            platform:
              id: alpha
              name: Alpha
              logo: logo.png
            log:
              format: combined
            pages:
              - path: /x/{item}
                action: request
            """;

    @TempDir
    Path folder;

    @Test
    void aLogoIsAFileOfTheSite() throws Exception {
        Files.write(folder.resolve("logo.png"), new byte[] {1});
        SiteFile file = SiteFile.parse("comptoir.yml", folder, SITE);
        assertThat(file.config().platform().logo()).contains(folder.resolve("logo.png"));
        assertThat(file.warnings()).isEmpty();
    }

    @Test
    void aLogoThatIsNotThereIsAWarning() throws Exception {
        SiteFile file = SiteFile.parse("comptoir.yml", folder, SITE);
        assertThat(file.warnings())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains("platform.logo", "there is no file"));
    }

    @Test
    void withoutTheSettingThereIsNone() throws Exception {
        SiteFile file = SiteFile.parse("comptoir.yml", folder, SITE.replace("  logo: logo.png\n", ""));
        assertThat(file.config().platform().logo()).isEmpty();
    }
}
