package fr.comptoir.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Days;
import fr.comptoir.customers.customer.AddressRange;
import fr.comptoir.customers.customer.DatedValue;
import fr.comptoir.customers.customer.FederationEntity;
import fr.comptoir.customers.harvest.Harvest;
import fr.comptoir.operation.CountLogs;
import fr.comptoir.operation.Import;
import fr.comptoir.operation.Site;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeping what belongs to customers, what other ranges do to the figures, and how harvests of theirs go. */
class DirectoryTest {
    @TempDir
    static Path folder;

    private static Served served;
    private static Browser admin;

    @BeforeAll
    static void serve() throws Exception {
        served = Served.in(folder);
        admin = served.signedIn("admin@test.example", new Grant(Role.PLATFORM_ADMINISTRATOR, null, null));
        Site site = Site.open(folder, Clock.systemUTC());
        Path catalogue = Files.writeString(folder.resolve("catalogue.csv"), """
                item_id,data_type,name,uri
                one,Article,One,
                two,Article,Two,https://localhost/two
                """);
        Import.catalogue(site, List.of(catalogue), true, "Comptoir test", (what, done, total) -> {}, line -> {});
        Path log = Files.writeString(
                folder.resolve("one.log"),
                line("192.0.2.7", "one")
                        + line("192.0.2.200", "two")
                        + line("198.51.100.9", "one")
                        + line("203.0.113.5", "two"));
        CountLogs.run(site, List.of(log.toString()), "Comptoir test", 1, (what, done, total) -> {}, text -> {});
    }

    private static String line(String address, String item) {
        return address + " - - [10/Mar/2024:10:00:00 +0100] \"GET /article/" + item
                + " HTTP/1.1\" 200 1000 \"-\" \"Mozilla/5.0 (X11; Linux x86_64) Firefox/120.0\"\n";
    }

    @AfterAll
    static void stop() throws Exception {
        served.close();
    }

    @Test
    void whatBelongsToACustomerIsKeptOneALineWithItsDays() throws Exception {
        String base = "/admin/customers/other/belongings";
        HttpResponse<String> wrong = admin.post(
                base + "/membership", "version", served.version("other"), "text", "cons@2024-13-01..\nnowhere");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("cons@2024-13-01..");
        assertThat(admin.post(base + "/membership", "version", served.version("other"), "text", "other")
                        .body())
                .contains("would close a circle");
        admin.post(base + "/membership", "version", served.version("other"), "text", "cons@2024-01-01..2024-12-31\n\n");
        assertThat(served.database.memberships().of("other"))
                .containsExactly(
                        new DatedValue("cons", new Days(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31))));
        admin.post(
                base + "/federation_entity",
                "version",
                served.version("other"),
                "text",
                "https://idp.example other.example");
        assertThat(served.database.federationEntities().of("other"))
                .containsExactly(new FederationEntity("https://idp.example", "other.example", Days.ALWAYS));
        assertThat(admin.get(base).body())
                .contains("Consortium", "1\u00a0Jan\u00a02024 to 31\u00a0Dec\u00a02024", "other.example");
        assertThat(admin.post(base + "/publisher_name", "version", served.version("other"), "text", "x")
                        .statusCode())
                .as("an institution has no publishers")
                .isEqualTo(404);
        assertThat(admin.post(base + "/parent_customer", "version", "0", "text", "uni")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void eachCustomerHasTheNameOfItsIndex() throws Exception {
        admin.post("/admin/new-customer", "customer_id", "Index/One", "kind", "INSTITUTION", "name", "Index");
        String page = "/admin/customers/" + CustomerPath.write("Index/One");
        assertThat(admin.get(page).body()).contains("Left empty it is index-one.");
        HttpResponse<String> wrong = named(page, "B One");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body())
                .contains("“B One” has not the expected form", "Of small letters, digits, “.”, “_” and “-”");
        assertThat(named(page, "b-one").statusCode()).isEqualTo(302);
        assertThat(admin.get("/admin/exchange/customers.csv").body()).contains(",index_name,", ",b-one,");
        assertThat(admin.get(page + "/history").body()).contains("Index or alias in other programs", "b-one");
    }

    private static HttpResponse<String> named(String page, String index) throws Exception {
        return admin.post(
                page,
                "version",
                served.version("Index/One"),
                "kind",
                "INSTITUTION",
                "name",
                "Index",
                "index_name",
                index);
    }

    @Test
    void aLogoIsAPictureAndNothingElse() throws Exception {
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"9\" height=\"9\"/></svg>";
        String path = "/admin/customers/uni/logo";
        admin.upload(
                path,
                "logo",
                "logo.png",
                "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8),
                "version",
                served.version("uni"));
        admin.upload(
                path,
                "logo",
                "a.svg",
                svg.replace("<rect", "<script/><rect").getBytes(StandardCharsets.UTF_8),
                "version",
                served.version("uni"));
        admin.upload(path, "logo", "a.svg", new byte[300_000], "version", served.version("uni"));
        assertThat(served.database.logos().of("uni")).isEmpty();
        admin.upload(
                path, "logo", "../../a.svg", svg.getBytes(StandardCharsets.UTF_8), "version", served.version("uni"));
        HttpResponse<String> shown = admin.get("/space/uni/logo");
        assertThat(shown.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
        assertThat(shown.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
        assertThat(shown.body()).isEqualTo(svg);
        assertThat(admin.get("/space/uni").body()).contains("/space/uni/logo");
        assertThat(served.browser().get("/partners/uni/logo").statusCode()).isEqualTo(200);
        assertThat(served.browser().get("/partners/uni/join").body()).contains("src=\"/partners/uni/logo\"");
    }

    @Test
    void aMillionRangesAreRefusedWithASentence() throws Exception {
        String path = "/admin/customers/cons/ranges/check";
        HttpResponse<String> many =
                admin.post(path, "version", served.version("cons"), "text", "192.0.2.1\n".repeat(25_000));
        assertThat(many.statusCode()).isEqualTo(400);
        assertThat(many.body()).contains("more than 20,000 lines");
        HttpResponse<String> million =
                admin.post(path, "version", served.version("cons"), "text", "192.0.2.1\n".repeat(1_000_000));
        assertThat(million.statusCode()).isEqualTo(413);
        HttpResponse<String> word = admin.post(path, "version", served.version("cons"), "text", "1".repeat(100_000));
        assertThat(word.statusCode()).isEqualTo(200);
        HttpResponse<String> name = admin.post(
                "/admin/customers/cons",
                "version",
                served.version("cons"),
                "kind",
                "CONSORTIUM",
                "name",
                "n".repeat(100_000));
        assertThat(name.statusCode()).isEqualTo(400);
        assertThat(name.body()).contains("longer than 300 characters");
    }

    @Test
    void rangesGoOutAndComeBackAsJson() throws Exception {
        String json = "{\"ips\":[{\"ip\":\"203.0.113.7\",\"_comment\":\"proxy | new\"}],\"ipRanges\":"
                + "[{\"from\":\"203.0.113.64\",\"to\":\"203.0.113.127\",\"valid_from\":\"2024-01-01\"}]}";
        admin.post("/admin/new-customer", "customer_id", "json", "kind", "INSTITUTION", "name", "Json");
        String path = "/admin/customers/json/ranges";
        assertThat(admin.post(path, "version", served.version("json"), "text", json)
                        .statusCode())
                .isEqualTo(302);
        List<AddressRange> kept = served.database.addressRanges().of("json");
        assertThat(kept)
                .extracting(range -> range.days().of(range.range() + "|" + range.label() + "|" + range.note()))
                .containsExactly("203.0.113.7|proxy|new", "203.0.113.64/26||@2024-01-01..");
        String out = admin.get(path + ".json", "Accept", "application/json").body();
        assertThat(PastedRanges.read(out).entries()).isEqualTo(kept);
    }

    @Test
    void whoTakesTheRangeOfItsParentOrOfAnotherIsToldThatBothCountIt() throws Exception {
        for (String id : List.of("x", "x-school")) {
            admin.post("/admin/new-customer", "customer_id", id, "kind", "INSTITUTION", "name", "The " + id);
        }
        String range = "2001:db8:77::/48";
        assertThat(review("x", range)).doesNotContain("counts for both");
        admin.post("/admin/customers/x/ranges", "version", served.version("x"), "text", range);
        assertThat(review("x-school", range))
                .contains("2001:db8:77::/48 is a range of The x as well: usage from there counts for both.");
        admin.post(
                "/admin/customers/x-school/belongings/parent_customer",
                "version",
                served.version("x-school"),
                "text",
                "x");
        assertThat(review("x-school", range + "\n2001:db8:78::/48"))
                .contains("2001:db8:77::/48 is a range of The x as well, of which this customer is a part:")
                .contains("If it should count for The x only, leave it out of this list.");
        assertThat(review("x-school", "2001:db8:77:8000::/49"))
                .as("a part of the range counts for the smaller alone")
                .contains("overlaps 2001:db8:77::/48")
                .doesNotContain("counts for both");
        admin.post("/admin/customers/x-school/ranges", "version", served.version("x-school"), "text", range);
        assertThat(review("x", range)).contains("take it out of the list of The x-school.");
    }

    @Test
    void aRangeThatStandsTwiceIsSaidWithItsReview() throws Exception {
        assertThat(review("cons", "2001:db8:79::/48\n2001:db8:79::/48@..2020-12-31"))
                .contains("“2001:db8:79::/48@..2020-12-31” stands twice on the same days.")
                .contains("Ranges: 2;");
    }

    private static String review(String customer, String ranges) throws Exception {
        HttpResponse<String> answer = admin.post(
                "/admin/customers/" + customer + "/ranges/check", "version", served.version(customer), "text", ranges);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void theEffectOnTheFiguresIsShownBeforeAnythingIsKept() throws Exception {
        HttpResponse<String> review = admin.post(
                "/admin/customers/other/ranges/check",
                "version",
                served.version("other"),
                "text",
                "198.51.100.0/24\n192.0.2.128/25\n203.0.113.0/26");
        String page = review.body();
        for (int i = 0; i < 200 && page.contains("is being worked out"); i++) {
            String question = page.replaceFirst("(?s).*?(/admin/customers/other/ranges/effect/[0-9a-f-]+).*", "$1");
            page = admin.get(question).body(); // the page says itself when it is done
        }
        String text = page.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
        assertThat(text)
                .contains("Other Institute Mar\u00a02024 Total_Item_Investigations 1 3 +2")
                .contains("University of Uni Mar\u00a02024 Total_Item_Investigations 2 1 −1")
                .doesNotContain("all customers together");
        assertThat(served.database.addressRanges().of("other")).hasSize(1);
    }

    @Test
    void aHarvestIsTriedWithTheRightOfAKey() throws Exception {
        long key = served.database
                .keys()
                .make("uni", "trial", null, Served.TEST)
                .orThrow()
                .key()
                .id();
        String path = "/space/uni/credentials/try";
        String[] good = {"key", String.valueOf(key), "report", "5.1 PR", "month", "2024-03"};
        assertThat(Browser.location(admin.post(path, good))).isEqualTo("/space/uni/credentials#try");
        assertThat(admin.get("/space/uni/credentials").body())
                .contains("The harvester gets the report.", "The report follows the Code of Practice.", "HTTP 200")
                .contains("PR, Release 5.1, March 2024");
        admin.post(path, "key", String.valueOf(key), "report", "5 TR_J1", "month", "1999-01");
        assertThat(admin.get("/space/uni/credentials").body())
                .containsPattern("<strong>30[0-9]{2}</strong>")
                .doesNotContain("errors of form");
        assertThat(admin.post("/space/other/credentials/try", good).statusCode())
                .as("the key of another customer")
                .isEqualTo(404);
        assertThat(admin.post(path, "key", String.valueOf(key), "report", "5.1 ../PR", "month", "2024-03")
                        .statusCode())
                .isEqualTo(404);
        served.database.keys().withdraw(key, Served.TEST).orThrow();
        admin.post(path, good);
        assertThat(admin.get("/space/uni/credentials").body()).contains("The key is no longer valid");
    }

    @Test
    void whatIsWrongWithAReportIsSaidInTheLanguageOfThePage() throws Exception {
        long key = served.database
                .keys()
                .make("uni", "validated", null, Served.TEST)
                .orThrow()
                .key()
                .id();
        String page = "/space/uni/credentials";
        String[] items = {"key", String.valueOf(key), "report", "5.1 IR", "month", "2024-03"};
        admin.post(page + "/try", items);
        assertThat(admin.get(page).body())
                .contains("the URI is &quot;https://localhost/two&quot;; it must be a URL with a scheme and a host");
        admin.post("/language", "language", "fr");
        admin.post(page + "/try", items);
        assertThat(admin.get(page).body())
                .contains(
                        "l’URI est «\u00a0https://localhost/two\u00a0»\u00a0; il faut une URL avec son schéma et son hôte");
        admin.post("/language", "language", "en");
    }

    @Test
    void whatAHarvesterDoesWrongIsSaidInASentence() throws Exception {
        Harvest wrong = new Harvest(
                Clock.systemUTC().instant().minusSeconds(60),
                "other",
                Harvest.Credential.KEY,
                1L,
                "tr",
                "5.1",
                "customer_id=other",
                200,
                5,
                100,
                "Celus",
                List.of(new Harvest.Fault(3062, "attributes_to_show=Data_type")));
        served.database.harvests().add(Collections.nCopies(14, wrong));
        assertThat(admin.get("/space/other/harvests").body())
                .contains("Celus asked for TR (Release 5.1) with the unknown attribute “Data_type” 14 times");
    }
}
