package fr.comptoir.site;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.site.LogFormat.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTemplateTest {
    @TempDir
    Path folder;

    @Test
    void theTemplateIsReadBackWithoutAnyProblem() throws Exception {
        SiteFile file = read("combined");
        assertThat(file.warnings()).isEmpty();
        assertThat(file.config().platform().id()).isEqualTo("alpha");
        assertThat(file.config().provider().name()).isEqualTo("Alpha: \"Journals\"");
        assertThat(file.config().log().kind()).isEqualTo(Kind.COMBINED);
        assertThat(file.config().pages()).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%h %l %u %t \"%r\" %>s\t%b \\", "$remote_addr - \"$request\" # x: y"})
    void aFormatStringSurvives(String format) throws Exception {
        assertThat(read(format).config().log().pattern()).isEqualTo(format);
    }

    @Test
    void everySettingIsInIt() {
        String text = SiteTemplate.text("alpha", "Alpha", "combined");
        assertThat(text)
                .contains(
                        "platform:",
                        "id:",
                        "name:",
                        "time_zone:",
                        "provider:",
                        "registry_record:",
                        "log:",
                        "format:",
                        "fields:")
                .contains(
                        "client_address:",
                        "trusted_proxies:",
                        "statuses:",
                        "robots:",
                        "user:",
                        "login:",
                        "user_cookie:")
                .contains(
                        "session_cookie:",
                        "organisation:",
                        "field:",
                        "attribution:",
                        "pages:",
                        "path",
                        "query",
                        "methods")
                .contains(
                        "action",
                        "item",
                        "format",
                        "access_method",
                        "on_status",
                        "access_type_r5",
                        "database",
                        "search");
    }

    @Test
    void itIsValidWithEveryCommentedSettingSwitchedOn() throws Exception {
        Files.writeString(folder.resolve("robots.json"), "[]");
        String text = SiteTemplate.text("alpha", "Alpha", "json")
                .replaceAll(
                        "(?m)^# ?((user|organisation|token|arrivals|titles|robots|server|months|watch|mail|  \\w+):)",
                        "$1")
                .replaceAll("(?m)^#(  +(- \\{?)?\\w+:( |$))", "$1")
                .replaceAll("(?m)^#(  fields:)", "$1");
        SiteFile file = SiteFile.parse("comptoir.yml", folder, text);
        assertThat(file.config().log().jsonFields()).containsEntry("address", "client.ip");
        assertThat(file.config().user().login()).isPresent();
        assertThat(file.config().organisation()).isPresent();
        assertThat(file.config().arrivals().token()).isPresent();
        assertThat(file.config().arrivals().hosts()).containsExactly("www.example.org");
        assertThat(file.config().arrivals().rules()).hasSize(2);
        assertThat(file.config().robots()).isPresent();
        assertThat(file.config().log().trustedProxies()).hasSize(2);
        assertThat(file.config().server().database()).isPresent();
        assertThat(file.config().watch()).hasSize(2);
        assertThat(file.config().mail()).isPresent();
    }

    private SiteFile read(String format) throws Exception {
        Files.writeString(folder.resolve(SiteFile.NAME), SiteTemplate.text("alpha", "Alpha: \"Journals\"", format));
        return SiteFile.read(folder);
    }
}
