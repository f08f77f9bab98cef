package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.server.web.Browser;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishers, packages and titles are narrowed to without scripts too: what is typed and not quite a name leads to the names that are meant. */
class TypedFiltersTest {
    @TempDir
    private static Path folder;

    private static LivingSite living;
    private static Browser admin;

    @BeforeAll
    static void serve() throws Exception {
        living = LivingSite.in(folder, "2026-02-10T10:00:00Z", "");
        living.count(LivingSite.wholeMonth("2026-01"));
        living.database()
                .customers()
                .add(Customer.create("press", CustomerKind.PUBLISHER, "Press"), LivingSite.TEST)
                .orThrow();
        living.account("admin@test.example", Language.EN, Role.PLATFORM_ADMINISTRATOR, "");
        admin = living.signedIn("admin@test.example");
    }

    @AfterAll
    static void stop() throws Exception {
        living.close();
    }

    private static String page(String path) throws Exception {
        return admin.get("/space/" + path).body();
    }

    @Test
    void theFormHasAFieldForEach() throws Exception {
        for (String name : new String[] {"publisher", "package", "title"}) {
            assertThat(page("uni/overview")).containsPattern("<noscript>.*<input[^>]* name=\"" + name + "\"");
        }
    }

    @Test
    void aPartOfANameLeadsToTheName() throws Exception {
        assertThat(page("uni/overview?publisher=example&not_access_type=Open"))
                .contains("No publisher of the catalogue is called “example”.")
                .contains("/space/uni/overview?not_access_type=Open&amp;publisher=Example+Press\">Example Press</a>");
        assertThat(page("uni/titles?title=journal&sort=Title"))
                .contains("No title of the catalogue has the id “journal”.")
                .contains("/space/uni/titles?title=j1&amp;sort=Title\">Journal of Examples (1234-5679)</a>");
        assertThat(page("uni/titles?not_title=1234-5679")).contains("not_title=j1\">Journal of Examples");
        assertThat(page("uni/packages?package=none"))
                .contains("No package of the catalogue is called “none”.")
                .doesNotContain("Perhaps you mean");
    }

    @Test
    void ofManyThatAreUnknownSomeAreDoubted() throws Exception {
        String five = "uni/overview?publisher=a1&publisher=b2&publisher=c3&package=d4&not_title=e5";
        assertThat(page(five)).contains("“a1”", "“d4”", "“e5”").doesNotContain("Other values of the filters");
        assertThat(page(five + "&not_title=f6"))
                .contains("“e5”", "Other values of the filters are not in the catalogue either.")
                .doesNotContain("“f6”.");
    }

    @Test
    void theOtherPagesHaveTheSameFiltersAndPeriod() throws Exception {
        String query = "from=2026-01&amp;to=2026-01&amp;access_type=Controlled&amp;publisher=Example+Press";
        String page = page("uni/overview?" + query.replace("&amp;", "&"));
        for (String other : new String[] {"overview", "titles", "packages", "routes"}) {
            assertThat(page).containsPattern("<a href=\"/space/uni/" + other + "\\?[^\"]*publisher=Example\\+Press");
        }
        assertThat(page).contains("<a href=\"/space/uni/titles?" + query + "\"");
        assertThat(page("uni")).as("a page without figures").contains("<a href=\"/space/uni/titles\"");
    }

    @Test
    void aNameIsNotDoubted() throws Exception {
        assertThat(page("uni/overview?publisher=Example+Press&title=j1")).doesNotContain("of the catalogue");
    }

    /** A publisher learns nothing of the catalogue but of its own titles. */
    @Test
    void whatIsOthersIsNotKnown() throws Exception {
        assertThat(page("press/overview?publisher=Example+Press"))
                .contains("No publisher of the catalogue is called “Example Press”.")
                .doesNotContain("Perhaps you mean");
    }
}
