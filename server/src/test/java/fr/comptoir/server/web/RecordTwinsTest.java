package fr.comptoir.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.customer.CustomerField;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is kept of a customer and of an account has its data at the address of its page, and no secret is among them. */
class RecordTwinsTest {
    @TempDir
    static Path folder;

    private static Served served;
    private static Browser admin;
    private static Browser auditor;
    private static Browser manager;

    @BeforeAll
    static void serve() throws Exception {
        served = Served.in(folder);
        admin = served.signedIn("admin@test.example", new Grant(Role.PLATFORM_ADMINISTRATOR, null, null));
        auditor = served.signedIn("auditor@test.example", new Grant(Role.AUDITOR, null, LocalDate.of(2999, 12, 31)));
        manager = served.signedIn("manager@test.example", new Grant(Role.INSTITUTION_MANAGER, "uni", null));
    }

    @AfterAll
    static void stop() throws Exception {
        served.close();
    }

    private static void paste(String customer, String text) throws Exception {
        String path = "/admin/customers/" + customer + "/ranges";
        assertThat(admin.post(path, "version", served.version(customer), "text", text)
                        .statusCode())
                .isEqualTo(302);
    }

    private static String field(List<JsonNode> fields, String key) {
        return fields.stream()
                .filter(one -> one.get("Field").asString().equals(key))
                .map(one -> one.get("Value").asString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRecordHasEveryFieldOfItsForm() throws Exception {
        String address = "/admin/customers/uni";
        assertThat(admin.get(address).body()).contains(address + ".csv?panel=fields", address + ".json");
        List<JsonNode> fields = Twins.rows(admin, address, "fields");
        for (CustomerField field : CustomerField.values()) {
            assertThat(field(fields, field.key()))
                    .isEqualTo(served.customer("uni").get(field));
        }
        assertThat(field(fields, "requestor_id")).isEqualTo("uni-requestor");
        assertThat(field(fields, "listed")).isEqualTo("true");
        assertThat(Twins.rows(admin, address, "customers").get(0).get("Kind").asString())
                .isEqualTo("institution");
        assertThat(field(Twins.rows(auditor, address, "fields"), "requestor_id"))
                .as("opens reports, and is no auditor’s")
                .isEmpty();
        assertThat(admin.get("/admin/customers/nobody.json").statusCode()).isEqualTo(404);
    }

    @Test
    void rangesAreATableBesideTheirListForOtherPrograms() throws Exception {
        paste("other", "198.51.100.0/24@2024-01-01..2024-12-31 # Campus | asked by letter");
        String address = "/admin/customers/other/ranges";
        assertThat(admin.get(address).body()).contains(address + ".csv", address + ".json");
        String row = "198.51.100.0/24,2024-01-01,2024-12-31,Campus";
        assertThat(admin.get(address + ".csv").body())
                .isEqualTo("\uFEFFRange,First_Day,Last_Day,Label,Note\r\n" + row + ",asked by letter\r\n");
        Browser other = served.signedIn("other@test.example", new Grant(Role.INSTITUTION_READER, "other", null));
        assertThat(other.get("/space/other.csv?panel=ranges").body())
                .as("without what was noted about it")
                .isEqualTo("\uFEFFRange,First_Day,Last_Day,Label\r\n" + row + "\r\n");
        paste("other", "198.51.100.0/24");
    }

    @Test
    void whatBelongsToACustomerForSomeDays() throws Exception {
        String address = "/admin/customers/uni/belongings";
        admin.post(address + "/organisation", "version", served.version("uni"), "text", "north@2025-01-01..\nsouth");
        assertThat(admin.get(address).body()).contains(address + ".csv?panel=belongings", address + ".json");
        List<JsonNode> all = Twins.rows(admin, address, "belongings");
        assertThat(Twins.texts(all, "List")).containsExactly("membership", "organisation", "organisation");
        assertThat(Twins.texts(all, "Value")).containsExactly("cons", "north", "south");
        assertThat(all.get(0).get("Name").asString()).isEqualTo("Consortium");
        assertThat(all.get(1).get("First_Day").asString()).isEqualTo("2025-01-01");
    }

    @Test
    void whoseAnAddressIs() throws Exception {
        String asked = "address=192.0.2.7&day=2026-02-01";
        String page = admin.get("/admin/whose?" + asked).body();
        assertThat(page)
                .contains(
                        "/admin/whose.csv?panel=owners&amp;address=192.0.2.7&amp;day=2026-02-01",
                        "/admin/whose.json?address=192.0.2.7&amp;day=2026-02-01");
        List<JsonNode> owners = Twins.rows(admin, "/admin/whose", "owners", "&" + asked);
        assertThat(Twins.rowsAfter(page, "<table>")).isEqualTo(owners.size());
        assertThat(Twins.texts(owners, "Name")).containsExactly("University of Uni");
        assertThat(Twins.texts(owners, "Range")).containsExactly("192.0.2.0/24");
        assertThat(Twins.rows(admin, "/admin/whose", "owners", "&address=203.0.113.9"))
                .isEmpty();
        HttpResponse<String> none = admin.get("/admin/whose.json?address=elsewhere");
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.body()).contains("elsewhere", "address");
    }

    @Test
    void theSpacesOfAPersonAndWhatACustomerSeesOfItself() throws Exception {
        Browser consortium = served.signedIn("cons@test.example", new Grant(Role.CONSORTIUM_MANAGER, "cons", null));
        assertThat(Twins.texts(Twins.asOnThePage(consortium, "/space", "customers", "<table>"), "Customer_ID"))
                .containsExactly("cons", "uni");
        assertThat(Twins.texts(Twins.asOnThePage(consortium, "/space/cons", "members", "<table>"), "Name"))
                .containsExactly("University of Uni");
        assertThat(Twins.texts(Twins.rows(manager, "/space/uni", "consortia"), "Name"))
                .containsExactly("Consortium");
        assertThat(Twins.rows(manager, "/space/uni", "ranges")).hasSize(1);
        assertThat(manager.get("/space/uni.json").body()).doesNotContain("uni-requestor");
        assertThat(manager.get("/space/other.json").statusCode()).isEqualTo(403);
    }

    @Test
    void keysByTheirFirstCharactersAndTheAddressesThatTheyOpen() throws Exception {
        String address = "/space/uni/credentials";
        HttpResponse<String> made = manager.post(address + "/keys", "name", "the library’s programme");
        String key = manager.get(Browser.location(made)).body().replaceAll("(?s).*class=\"secret\">([^<]+)<.*", "$1");
        JsonNode row = Twins.asOnThePage(manager, address, "keys", "<table>").get(0);
        assertThat(key).startsWith(row.get("Hint").asString()).hasSizeGreaterThan(20);
        assertThat(row.get("State").asString()).isEqualTo("valid");
        assertThat(row.get("Person").asString()).isEqualTo("manager@test.example");
        assertThat(manager.get(address + ".json").body()).doesNotContain(key);
        List<JsonNode> addresses = Twins.rows(manager, address, "addresses");
        assertThat(Twins.texts(addresses, "Release")).containsOnly("5", "5.1");
        assertThat(Twins.texts(addresses, "Address"))
                .anyMatch(one -> one.contains("/r51/reports/tr_j1?customer_id=uni&api_key="));
        assertThat(field(Twins.rows(manager, address, "fields"), "requestor_id"))
                .isEqualTo("uni-requestor");
    }

    @Test
    void ownAccountAndItsMails() throws Exception {
        assertThat(Twins.rows(manager, "/account", "accounts")
                        .get(0)
                        .get("Email")
                        .asString())
                .isEqualTo("manager@test.example");
        assertThat(Twins.texts(Twins.rows(manager, "/account", "roles"), "Role"))
                .containsExactly("institution_manager");
        assertThat(Twins.rows(manager, "/account", "identities")).isEmpty();
        List<JsonNode> mails = Twins.rows(manager, "/account/mails", "mails");
        assertThat(Twins.texts(mails, "Mail")).containsExactly("new_report", "restatement", "anomaly", "key_expires");
        assertThat(Twins.texts(mails, "Customer_ID")).containsOnly("uni");
        assertThat(Twins.rows(admin, "/account/mails", "mails")
                        .get(0)
                        .get("Name")
                        .isNull())
                .as("of the whole platform")
                .isTrue();
        assertThat(manager.get("/account").body()).contains("/account.csv?panel=accounts");
        assertThat(manager.get("/account/mails").body()).contains("/account/mails.csv?panel=mails");
    }

    @Test
    void thePublicListIsAsPublicAsItsPage() throws Exception {
        Browser anybody = served.browser();
        assertThat(Twins.texts(Twins.rows(anybody, "/partners", "partners"), "Name"))
                .contains("University of Uni");
        assertThat(Twins.rows(anybody, "/partners", "partners", "&q=zzz")).isEmpty();
        assertThat(anybody.get("/partners.json").body()).doesNotContain("uni-requestor", "192.0.2");
    }
}
