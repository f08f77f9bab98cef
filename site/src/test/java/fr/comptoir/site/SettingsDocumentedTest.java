package fr.comptoir.site;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.site.ArrivalRule;
import fr.comptoir.model.site.DocumentsRule;
import fr.comptoir.model.site.LogFormat;
import fr.comptoir.model.site.MailConfig;
import fr.comptoir.model.site.MonthsConfig;
import fr.comptoir.model.site.PageRule;
import fr.comptoir.model.site.ServerConfig;
import fr.comptoir.model.site.SignInConfig;
import fr.comptoir.model.site.SiteConfig;
import fr.comptoir.model.site.TitleChanges;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each setting that the program knows stands in the template of a new site and in the reference, under the name a user writes. */
class SettingsDocumentedTest {
    /** Records whose components are the settings of one section. */
    private static final List<Class<?>> SECTIONS = List.of(
            SiteConfig.class,
            SiteConfig.Platform.class,
            SiteConfig.Provider.class,
            SiteConfig.Audit.class,
            SiteConfig.UserFields.class,
            LogFormat.class,
            ArrivalRule.class,
            PageRule.class,
            DocumentsRule.class,
            ServerConfig.class,
            ServerConfig.Tls.class,
            ServerConfig.Database.class,
            MonthsConfig.class,
            TitleChanges.class,
            MailConfig.class,
            SignInConfig.class,
            SignInConfig.Oidc.class,
            SignInConfig.Federation.class);
    /** Components that are written otherwise than their names say, or come from another setting. */
    private static final Map<String, String> WRITTEN = Map.of(
            "attributionEvery", "attribution",
            "kind", "format",
            "pattern", "format",
            "jsonFields", "fields",
            "databases", "database",
            "french", "fr",
            "otherwise", "default",
            "referrers", "referrer");
    /** Where something stands, not what a user says. */
    private static final Set<String> NO_SETTINGS = Set.of("line");

    static List<String> settings() {
        List<String> settings = new ArrayList<>(List.of("field", "hosts", "kind", "en"));
        for (Class<?> section : SECTIONS) {
            for (RecordComponent component : section.getRecordComponents()) {
                String name = component.getName();
                if (!NO_SETTINGS.contains(name)) {
                    settings.add(WRITTEN.getOrDefault(
                            name, name.replaceAll("([A-Z0-9]+)", "_$1").toLowerCase(Locale.ROOT)));
                }
            }
        }
        return settings.stream().distinct().map(SettingsDocumentedTest::r5).toList();
    }

    private static String r5(String name) {
        return name.replace("_r_5", "_r5");
    }

    @Test
    void theSettingsAreThoseThatTheFileIsAskedFor() {
        assertThat(settings())
                .contains(
                        "time_zone", "registry_record", "client_address", "on_status", "access_type_r5", "attribution")
                .hasSizeGreaterThan(25);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void itStandsInTheTemplate(String setting) {
        assertThat(SiteTemplate.text("alpha", "Alpha", "combined")).containsPattern("(?m)^[# -]*" + setting + "(:|  )");
    }

    @ParameterizedTest
    @MethodSource("settings")
    void itStandsInTheReference(String setting) throws IOException {
        assertThat(reference()).containsPattern("\\| `([a-z]+\\.)?" + setting + "(\\.[a-z_]+)?`");
    }

    /** The reference names nothing that is not there. */
    @Test
    void theReferenceNamesNothingElse() throws IOException {
        assertThat(reference()
                        .lines()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.replaceAll("^\\| `([a-z_.0-9]+)`.*", "$1"))
                        .map(name -> name.substring(name.lastIndexOf('.') + 1)))
                .isSubsetOf(settings());
    }

    private static String reference() throws IOException {
        String text = Files.readString(Path.of("..", "docs", "reference", "site-folder.md"));
        int end = text.indexOf("## catalogue.csv");
        assertThat(end).isPositive();
        return text.substring(0, end);
    }
}
