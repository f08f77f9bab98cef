package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Language;
import fr.comptoir.server.settings.Patience;
import fr.comptoir.server.web.Browser;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A period of which some months have no figures is compared with none, and the pages say so. */
class GapsTest {
    @TempDir
    Path folder;

    private LivingSite living;
    private Browser admin;

    @BeforeEach
    void serve() throws Exception {
        living = LivingSite.in(folder, "2026-02-10T10:00:00Z", "", Patience.NONE);
        for (String month : new String[] {"2025-11", "2025-12", "2026-01"}) {
            living.count(LivingSite.wholeMonth(month));
        }
        living.account("admin@test.example", Language.EN, Role.PLATFORM_ADMINISTRATOR, "");
        admin = living.signedIn("admin@test.example");
    }

    @AfterEach
    void stop() throws Exception {
        living.close();
    }

    @Test
    void theYearThatIsNotOverIsNoDecline() throws Exception {
        for (String page : new String[] {"overview", "titles", "packages", "routes"}) {
            assertThat(admin.get("/space/uni/" + page + "?from=2026-01&to=2026-02&compare=previous")
                            .body())
                    .as(page)
                    .contains("Only one of the 2 months of Jan\u00a02026", "there is no fair comparison")
                    .contains(page + "?from=2026-01&amp;to=2026-01&amp;compare=previous\">Only Jan\u00a02026");
        }
        assertThat(admin.get("/space/uni/overview.json?from=2026-01&to=2026-02&compare=previous")
                        .body())
                .contains("{\"Metric_Type\":\"Total_Item_Requests\",\"Total\":")
                .doesNotContain("\"Metric_Type\":\"Total_Item_Requests\",\"Total\":0,\"Before\"");
        assertThat(admin.get("/space/uni/overview?from=2025-12&to=2026-01&compare=none")
                        .body())
                .doesNotContain("fair comparison", "no figures for");
    }

    @Test
    void whatReportsDoNotHaveIsSaidToReadersOfAPage() throws Exception {
        assertThat(admin.get("/space/uni/reports/annual?year=1999").body())
                .contains("year: “1999” is not known; expected is one of 2025, 2026.");
        assertThat(admin.get("/space/uni/reports?report=TR&begin_date=2026-01&end_date=2026-01&yop=x")
                        .body())
                .contains("The report has no such value", "2015-2020")
                .doesNotContain("harvester");
        assertThat(admin.get("/space/uni/reports?report=TR&begin_date=2026-12&end_date=2026-12")
                        .body())
                .contains("the last was counted");
    }

    @Test
    void monthsToComeHaveNoFigureNotEvenNought() throws Exception {
        assertThat(admin.get("/space/uni/overview?from=2027-01&to=2027-02").body())
                .contains("There are no figures for Jan\u00a02027", "<strong>–</strong>")
                .doesNotContain("<strong>0</strong>");
        assertThat(admin.get("/space/uni/overview.json?from=2027-01&to=2027-02").body())
                .contains("\"Metric_Type\":\"Total_Item_Requests\",\"Total\":null");
    }
}
