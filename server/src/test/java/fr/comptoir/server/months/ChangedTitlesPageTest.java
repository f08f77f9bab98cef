package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Language;
import fr.comptoir.operation.Import;
import fr.comptoir.operation.Site;
import fr.comptoir.server.web.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the Title Report has usage under another title than the pages, the pages say so (the site's {@code titles.changes}). */
class ChangedTitlesPageTest {
    private static final String RELEASE_5 =
            "Title Report of Release 5 has all usage of a month under the title of that time";
    private static final String REPORT =
            "href=\"/space/uni/reports?report=TR&amp;release=5&amp;begin_date=2026-01&amp;end_date=2026-01\"";

    @TempDir
    Path folder;

    @Test
    void thePagesOfTitlesSayUnderWhichOneUsageIs() throws Exception {
        try (LivingSite living = LivingSite.in(folder, "2026-02-10T10:00:00Z", """
                titles:
                  changes: [{from: old, to: new, month: 2026-01}]
                """)) {
            Path catalogue = Files.writeString(folder.resolve("catalogue.csv"), """
                    item_id,parent_id,data_type,name,publisher,yop,access_type
                    old,,Journal,Journal of Before,Press,,
                    new,,Journal,Journal of After,Press,,
                    else,,Journal,Journal of Else,Press,,
                    a1,old,Article,Article,Press,2024,Controlled
                    a2,else,Article,Article,Press,2024,Controlled
                    """);
            Site site = Site.open(folder, living.clock);
            Import.catalogue(site, List.of(catalogue), true, "Comptoir test", (what, done, total) -> {}, line -> {});
            living.count(LivingSite.wholeMonth("2026-01"));
            living.count(List.of(LivingSite.click("192.0.2.1", "2026-01-15 12:40", "/article/a2")));
            living.account("admin@test.example", Language.EN, Role.PLATFORM_ADMINISTRATOR, "");
            Browser admin = living.signedIn("admin@test.example");
            String month = "from=2026-01&to=2026-01";

            String newer = admin.get("/space/uni/titles?" + month).body();
            assertThat(newer).contains("Journal of Before").doesNotContain(RELEASE_5);
            String older = admin.get("/space/uni/titles?release=5&" + month).body();
            assertThat(older)
                    .contains(RELEASE_5, REPORT, "Journal of Before", "Journal of After", "from January 2026 on");

            String one = admin.get("/space/uni/title?id=old&" + month).body();
            assertThat(one).contains(RELEASE_5, REPORT, "Journal of After");
            assertThat(admin.get("/space/uni/title?id=else&" + month).body())
                    .contains("Journal of Else")
                    .doesNotContain(RELEASE_5);

            living.account("french@test.example", Language.FR, Role.PLATFORM_ADMINISTRATOR, "");
            assertThat(living.signedIn("french@test.example")
                            .get("/space/uni/titles?release=5&" + month)
                            .body())
                    .contains("Le rapport par titre de la Release 5 donne tout l’usage d’un mois", "dès janvier 2026");
        }
    }
}
