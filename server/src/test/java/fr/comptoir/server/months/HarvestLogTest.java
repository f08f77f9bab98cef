package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.harvest.Harvest;
import fr.comptoir.server.web.Browser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report's header tells stands in the log of harvests, which the customer reads. */
class HarvestLogTest {
    private static final String ASKED =
            "?customer_id=uni&requestor_id=uni-requestor&begin_date=2026-01&end_date=2026-01";

    @TempDir
    Path folder;

    @Test
    void exceptionsOfTheHeaderAreTakenDownHoweverTheReportWasServed() throws Exception {
        try (LivingSite site = LivingSite.in(folder, "2026-02-06T10:00:00Z", "")) {
            site.count(LivingSite.wholeMonth("2026-01"));
            site.work();
            for (int i = 0; i < 2; i++) {
                site.get("/r51/reports/tr_b1" + ASKED);
                site.get("/r51/reports/tr" + ASKED + "&attributes_to_show=Colour");
            }
            site.restart(); // what waits to be taken down is
            site.get("/r51/reports/tr_b1" + ASKED);
            site.restart();
            assertThat(site.database().harvests().of("uni", Page.first(9)).rows())
                    .extracting(harvest -> harvest.report() + " "
                            + harvest.exceptions().stream()
                                    .map(Harvest.Fault::code)
                                    .toList())
                    .containsExactly("tr_b1 [3030]", "tr [3062]", "tr_b1 [3030]", "tr [3062]", "tr_b1 [3030]");
            site.account("uni@x.example", Language.EN, Role.INSTITUTION_MANAGER, "uni");
            Browser browser = site.signedIn("uni@x.example");
            String page = browser.get("/space/uni/harvests").body();
            assertThat(page).contains("asked for TR (Release 5.1) with the unknown attribute “Colour” 2 times");
            assertThat(List.of(page.split("<h2", -1)).get(1))
                    .as("nothing is to be corrected where there is no usage")
                    .doesNotContain("TR_B1");
        }
    }
}
