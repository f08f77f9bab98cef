package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Language;
import fr.comptoir.server.settings.Patience;
import fr.comptoir.server.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes longer than a moment is promised by its page and its files, and comes. */
class PromisedPagesTest {
    @TempDir
    Path folder;

    private LivingSite living;
    private Browser admin;

    @BeforeEach
    void serve() throws Exception {
        living = LivingSite.in(folder, "2026-02-10T10:00:00Z", "", Patience.NONE);
        living.count(LivingSite.wholeMonth("2026-01"));
        living.account("admin@test.example", Language.EN, Role.PLATFORM_ADMINISTRATOR, "");
        admin = living.signedIn("admin@test.example");
    }

    @AfterEach
    void stop() throws Exception {
        living.close();
    }

    private void isPromised(String page, String query, String promise, String content) throws Exception {
        HttpResponse<String> first = admin.get(page + query);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Refresh")).contains("4");
        assertThat(first.body()).contains(promise).doesNotContain(content);
        assertThat(LivingSite.made(admin, page + ".json" + query).body()).contains("Total_Item_Investigations");
        HttpResponse<String> later = admin.get(page + query);
        assertThat(later.headers().firstValue("Refresh")).isEmpty();
        assertThat(later.body()).contains(content).doesNotContain(promise);
    }

    @Test
    void theActionsOfAMonth() throws Exception {
        isPromised(
                "/space/0000000000000000/explain",
                "?month=2026-01",
                "are being looked at one by one",
                "id=\"title-figures\"");
    }

    @Test
    void aReportWithWhatItTakes() throws Exception {
        String page = "/space/0000000000000000/reports?report=TR&attributes_to_show=YOP";
        String begun = admin.get(page).body();
        assertThat(begun)
                .contains("Made out of one month with ", "It goes on in the background")
                .doesNotContain("Title</th>");
        String there = begun;
        while (!there.contains("Title</th>")) {
            TimeUnit.MILLISECONDS.sleep(20);
            there = admin.get(page).body();
        }
        assertThat(there)
                .contains("To judge by the last reports like it, the whole report takes ")
                .doesNotContain("It goes on in the background");
    }

    @Test
    void aReportInBothReleases() throws Exception {
        isPromised(
                "/space/uni/reports/releases",
                "?report=TR&release=5.1&begin_date=2026-01&end_date=2026-01",
                "is being made in both releases",
                "id=\"title-totals\"");
    }
}
