package fr.comptoir.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.key.SharedLink;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only those do who keep a space, and what they show to others: prices, notes on months, shared links. */
class SpaceKeepersTest {
    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() throws Exception {
        served = Served.in(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        served.close();
    }

    @Test
    void onlyWhoKeepsASpaceEntersPrices() throws Exception {
        Browser reader = served.signedIn("r2@test.example", new Grant(Role.INSTITUTION_READER, "uni", null));
        Browser manager = served.signedIn("m2@test.example", new Grant(Role.INSTITUTION_MANAGER, "uni", null));
        String[] price = {"id", "Sciences", "year", "2026", "amount", "1\u202f200,50", "currency", "eur"};
        assertThat(reader.post("/space/uni/package/price", price).statusCode()).isEqualTo(403);
        assertThat(manager.post("/space/other/package/price", price).statusCode())
                .isEqualTo(403);
        assertThat(served.database.packagePrices().of("uni")).isEmpty();
        assertThat(manager.post("/space/uni/package/price", price).statusCode()).isEqualTo(302);
        assertThat(served.database.packagePrices().of("uni"))
                .extracting(one -> one.amount() + " " + one.currency() + " " + one.person())
                .containsExactly("1200.50 EUR m2@test.example");
        for (String written : new String[] {"12,345.60", "12.345,60", "12 345,6", "12345.60"}) {
            assertThat(manager.post(
                                    "/space/uni/package/price",
                                    "id",
                                    written,
                                    "year",
                                    "2026",
                                    "amount",
                                    written,
                                    "currency",
                                    "EUR")
                            .statusCode())
                    .isEqualTo(302);
            assertThat(served.database.packagePrices().of("uni"))
                    .as(written)
                    .anyMatch(one -> one.packageName().equals(written)
                            && one.amount().compareTo(new java.math.BigDecimal("12345.6")) == 0);
        }
        assertThat(served.database.packagePrices().of("other")).isEmpty();
    }

    @Test
    void aSharedLinkShowsFiguresUntilItIsWithdrawn() throws Exception {
        Browser manager = served.signedIn("m4@test.example", new Grant(Role.INSTITUTION_MANAGER, "uni", null));
        Browser guest = served.guest("uni");
        String page = guest.get("/space/uni/overview").body();
        assertThat(page)
                .contains("/space/uni/titles")
                .doesNotContain("/space/uni/reports", "/space/uni/packages", "/space/uni/explain", "/space/uni/notes")
                .doesNotContain("/space/uni/harvests", "/space/uni/links");
        assertThat(guest.post("/space/uni/notes", "month", "2026-01", "text_en", "x")
                        .statusCode())
                .isEqualTo(302);
        assertThat(served.database.monthNotes().seenBy("uni", "uni")).isEmpty();
        assertThat(served.browser().get("/shared/unknown").statusCode()).isEqualTo(404);
        manager.post("/space/uni/links", "name", "a colleague", "view", "", "last_day", "2027-01-31");
        String secret = Arrays.stream(manager.get("/space/uni/links").body().split("[<>]"))
                .filter(part -> part.contains("/shared/"))
                .findFirst()
                .orElseThrow()
                .replaceFirst(".*/shared/", "");
        assertThat(manager.get("/space/uni/links").body()).doesNotContain(secret);
        assertThat(served.browser().get("/shared/" + secret).statusCode()).isEqualTo(302);
        for (SharedLink link : served.database.sharedLinks().of("uni")) {
            manager.post("/space/uni/links/" + link.id() + "/withdraw");
        }
        assertThat(Browser.location(guest.get("/space/uni/overview"))).startsWith("/sign-in");
        assertThat(served.browser().get("/shared/" + secret).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyWhoKeepsASpaceWritesNotes() throws Exception {
        Browser reader = served.signedIn("r3@test.example", new Grant(Role.INSTITUTION_READER, "uni", null));
        Browser manager = served.signedIn("m3@test.example", new Grant(Role.INSTITUTION_MANAGER, "uni", null));
        String[] note = {"month", "2026-01", "text_en", "New portal <b>", "text_fr", ""};
        assertThat(reader.post("/space/uni/notes", note).statusCode()).isEqualTo(403);
        assertThat(manager.post("/space/other/notes", note).statusCode()).isEqualTo(403);
        assertThat(manager.post("/space/0000000000000000/notes", note).statusCode())
                .isEqualTo(403);
        assertThat(manager.post("/space/uni/notes", note).statusCode()).isEqualTo(302);
        assertThat(reader.get("/space/uni/notes").body())
                .contains("New portal &lt;b&gt;")
                .doesNotContain("m3@test.example");
        assertThat(reader.get("/space/uni/notes.json").body()).contains("New portal <b>");
        long id = served.database
                .monthNotes()
                .seenBy("uni", "0000000000000000")
                .get(0)
                .id();
        assertThat(reader.post("/space/uni/notes/" + id + "/remove").statusCode())
                .isEqualTo(403);
        assertThat(manager.post("/space/uni/notes/" + id + "/remove").statusCode())
                .isEqualTo(302);
        assertThat(reader.get("/space/uni/notes").body()).doesNotContain("New portal");
        manager.post("/space/uni/notes", "month", "2026-13", "text_en", "x");
        assertThat(served.database.monthNotes().seenBy("uni", "0000000000000000"))
                .isEmpty();
    }
}
