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
}
