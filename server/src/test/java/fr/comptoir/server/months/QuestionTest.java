package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Language;
import fr.comptoir.server.web.Browser;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of a page of figures asks for what the page shows. */
class QuestionTest {
    @TempDir
    static Path folder;

    private static LivingSite site;
    private static Browser admin;

    @BeforeAll
    static void serve() throws Exception {
        site = LivingSite.in(folder, "2026-02-10T10:00:00Z", "");
        site.account("admin@x.example", Language.EN, Role.PLATFORM_ADMINISTRATOR, "");
        site.count(LivingSite.wholeMonth("2026-01"));
        admin = site.signedIn("admin@x.example");
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    /** Else the next question would be of another metric, and nobody would have chosen it. */
    @ParameterizedTest
    @ValueSource(strings = {"overview", "titles", "packages", "routes", "institutions", "days"})
    void theMetricThatIsShownIsChosen(String page) throws Exception {
        for (String metric : new String[] {"Limit_Exceeded", "Unique_Title_Investigations", "No_License"}) {
            assertThat(admin.get("/space/0000000000000000/" + page + "?metric=" + metric)
                            .body())
                    .as("%s %s", page, metric)
                    .containsOnlyOnce("<option value=\"" + metric + "\" selected")
                    .containsPattern("<select name=\"metric\"");
        }
    }

    /** Ways of arrival are not counted by open-access status: one sentence and two ways out, no page full of empty panels. */
    @ParameterizedTest
    @ValueSource(strings = {"overview", "titles", "packages", "routes"})
    void filtersThatHaveNoFiguresTogetherAreSaidOnce(String page) throws Exception {
        String space = "/space/0000000000000000/" + page;
        String shown = admin.get(space + "?arrival=direct&not_route=ip&oa_status=gold&to=2026-01&from=2026-01")
                .body();
        assertThat(shown)
                .containsOnlyOnce("No figures of these filters together")
                .containsPattern(
                        ">Without the filter:</span>\\s*<b>Way of arrival is Direct</b><b>Access is not IP address</b></a>")
                .containsPattern(">Without the filter:</span>\\s*<b>Open access is Gold</b></a>")
                .contains("<li><a href=\"" + space + "?from=2026-01&amp;to=2026-01&amp;oa_status=gold\">")
                .contains("<li><a href=\"" + space
                        + "?from=2026-01&amp;to=2026-01&amp;arrival=direct&amp;not_route=ip\">")
                .doesNotContain("take that filter away")
                .doesNotContain("id=\"panel-")
                .doesNotContain("compared with");
        assertThat(admin.get(space + "?oa_status=gold").body()).doesNotContain("title-apart");
    }
}
