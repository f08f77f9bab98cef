package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Language;
import fr.comptoir.server.web.Browser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Before its publication day no page and no file of a customer has anything of a month; from that day on all have. */
class PublicationTest {
    private static final String BOTH = "?from=2025-12&to=2026-01&compare=none";
    private static final String REPORT = "report=PR&release=5.1&format=tsv&begin_date=2025-12&end_date=2026-01";

    @TempDir
    Path folder;

    @Test
    void noPageShowsAMonthBeforeItsDay() throws Exception {
        try (LivingSite site = LivingSite.in(folder, "2026-02-04T10:00:00Z", "months: {closing: by_hand}\n")) {
            site.account("uni@x.example", Language.EN, Role.INSTITUTION_MANAGER, "uni");
            site.count(LivingSite.wholeMonth("2025-12"));
            site.count(LivingSite.wholeMonth("2026-01"));
            Browser uni = site.signedIn("uni@x.example");
            assertThat(body(uni, "overview.csv" + BOTH + "&panel=months")).contains("2026-01,,", "2025-12,0,248,");
            assertThat(body(uni, "titles.csv" + BOTH)).contains(",248,").doesNotContain(",496,");
            assertThat(body(uni, "rows.csv" + BOTH)).contains("2025-12").doesNotContain("2026-01");
            assertThat(body(uni, "reports/file?" + REPORT)).contains("\t248").doesNotContain("\t496");
            assertThat(body(uni, "reports?" + REPORT)).doesNotContain(">496<");
            assertThat(uni.get("/space/uni/reports/annual?year=2026&format=csv").statusCode())
                    .isEqualTo(400);
            assertThat(uni.get("/space/uni/explain?id=j1&month=2026-01").statusCode())
                    .isEqualTo(400);

            site.clock.set("2026-02-05T10:00:00Z");
            Browser later = site.signedIn("uni@x.example");
            assertThat(body(later, "overview.csv" + BOTH + "&panel=months")).contains("2026-01,0,248,");
            assertThat(body(later, "titles.csv" + BOTH)).contains(",496,");
            assertThat(body(later, "reports/file?" + REPORT)).contains("\t496");
        }
    }

    /** Who opens a link of somebody else must see by what rules its figures are counted. */
    @Test
    void aPageOfRelease5SaysSo() throws Exception {
        try (LivingSite site = LivingSite.in(folder, "2026-02-06T10:00:00Z", "")) {
            site.account("uni@x.example", Language.FR, Role.INSTITUTION_READER, "uni");
            site.count(LivingSite.wholeMonth("2026-01"));
            Browser uni = site.signedIn("uni@x.example");
            for (String page : List.of("overview", "titles", "packages", "routes")) {
                assertThat(body(uni, page + "?release=5&compare=none"))
                        .contains("<b>Release 5</b>", "href=\"/space/uni/" + page + "?compare=none\"");
                assertThat(body(uni, page)).doesNotContain("<b>Release 5</b>");
            }
        }
    }

    private static String body(Browser browser, String page) throws Exception {
        return browser.get("/space/uni/" + page).body();
    }
}
