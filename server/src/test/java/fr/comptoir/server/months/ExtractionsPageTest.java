package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Language;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.server.web.Browser;
import fr.comptoir.server.web.Twins;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Archives of many documents, from the lines of a log to the page and its files: technical use beside what reports know. */
class ExtractionsPageTest {
    private static final String QUERY = "&from=2025-12&to=2026-01&compare=none";

    @TempDir
    private static Path folder;

    private static LivingSite living;
    private static Browser librarian;
    private static Browser administrator;

    @BeforeAll
    static void serve() throws Exception {
        living = LivingSite.in(folder, "2026-02-10T10:00:00Z", "");
        living.count(LivingSite.wholeMonth("2025-12"));
        List<String> lines = new ArrayList<>(LivingSite.wholeMonth("2026-01"));
        lines.add(LivingSite.click("192.0.2.1", "2026-01-10 10:00", "/archive?q=ocean&size=100"));
        lines.add(LivingSite.click("192.0.2.2", "2026-01-20 10:00", "/archive?q=ocean"));
        lines.add(LivingSite.click("198.51.100.1", "2026-01-20 10:00", "/archive?q=sea&size=7"));
        lines.add(LivingSite.click("203.0.113.1", "2026-01-20 10:00", "/archive?q=lake&size=1"));
        living.count(lines);
        living.account("uni@test.example", Language.FR, Role.INSTITUTION_READER, "uni");
        living.account("admin@test.example", Language.EN, Role.PLATFORM_ADMINISTRATOR, "");
        librarian = living.signedIn("uni@test.example");
        administrator = living.signedIn("admin@test.example");
    }

    @AfterAll
    static void stop() throws Exception {
        living.close();
    }

    private static List<String> rows(Browser who, String customer, String more) throws Exception {
        return Twins.rows(who, "/space/" + customer + "/routes", "extractions", QUERY + more).stream()
                .map(Object::toString)
                .toList();
    }

    private static String row(String month, String documents, String extractions, String assumed) {
        return "{\"Month\":\"" + month + "\",\"Extracted_Documents\":" + documents + ",\"Extractions\":" + extractions
                + ",\"Extractions_Assumed\":" + assumed + "}";
    }

    @Test
    void aLibrarianSeesThoseOfTheInstitution() throws Exception {
        assertThat(rows(librarian, "uni", ""))
                .containsExactly(row("2025-12", "null", "null", "null"), row("2026-01", "105", "2", "1"));
        assertThat(librarian.get("/space/uni/routes?" + QUERY).body())
                .contains(
                        "id=\"panel-extractions\"",
                        "Les archives de nombreux documents",
                        "On ne sait pas quels étaient")
                .doesNotContain("??");
    }

    @Test
    void anAdministratorSeesThoseOfAll() throws Exception {
        assertThat(rows(administrator, Institution.THE_WORLD, "")).endsWith(row("2026-01", "113", "4", "1"));
        assertThat(rows(administrator, "other", "")).endsWith(row("2026-01", "7", "1", "0"));
        assertThat(administrator
                        .get("/space/" + Institution.THE_WORLD + "/routes?" + QUERY)
                        .body())
                .contains("Archives of many documents", "counted as assumed");
    }

    @ParameterizedTest
    @CsvSource({"route=ip, 2", "route=token, 0", "not_route=ip, 0", "not_route=token, 2"})
    void aRouteOfAccessNarrowsThem(String filter, int extractions) throws Exception {
        assertThat(rows(librarian, "uni", "&" + filter))
                .isEqualTo(
                        extractions == 0
                                ? List.of()
                                : List.of(row("2025-12", "null", "null", "null"), row("2026-01", "105", "2", "1")));
    }

    @ParameterizedTest
    @CsvSource({"title=j1", "q=numbers", "access_method=TDM", "arrival=direct"})
    void whatTellsOfDocumentsIsNotKnownOfThem(String filter) throws Exception {
        assertThat(rows(librarian, "uni", "&" + filter)).isEmpty();
        assertThat(librarian.get("/space/uni/routes?" + QUERY + "&" + filter).body())
                .contains("seul le mode d’accès les restreint");
    }

    @Test
    void wherePeopleExtractedNothingTheyAreNotMentioned() throws Exception {
        for (String customer : new String[] {"uni", Institution.THE_WORLD}) {
            assertThat(administrator
                            .get("/space/" + customer + "/routes?from=2025-12&to=2025-12")
                            .body())
                    .contains("id=\"panel-technical\"")
                    .doesNotContain("xtraction");
        }
    }
}
