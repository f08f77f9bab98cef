package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.customer.CustomerField;
import fr.comptoir.customers.customer.Customers;
import fr.comptoir.operation.Import;
import fr.comptoir.operation.Site;
import fr.comptoir.server.web.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that are read from right to left stand apart from what is around them, on every page that shows any. */
class ReadingOrderTest {
    private static final String INSTITUTION = "האוניברסיטה (1918)";
    private static final String TITLE = "כתב עת: 2.0";
    private static final String PACKAGE = "חבילה 1";
    private static final Pattern PARTS = Pattern.compile("<(/?)([a-zA-Z0-9]+)[^>]*>|([^<]+)");
    private static final Pattern HEBREW = Pattern.compile("\\p{IsHebrew}");
    /** Between isolating marks, as sentences have their values. */
    private static final Pattern MARKED = Pattern.compile("\u2068[^\u2069]*\u2069");

    private static final Set<String> TEXT_ONLY = Set.of("title", "option", "textarea", "script");

    @TempDir
    Path folder;

    private LivingSite living() throws Exception {
        LivingSite living = LivingSite.in(folder, "2026-02-10T10:00:00Z", "");
        Customers customers = living.database().customers();
        customers
                .update(customers.find("uni").orElseThrow().with(CustomerField.NAME, INSTITUTION), LivingSite.TEST)
                .orThrow();
        Path catalogue = Files.writeString(
                folder.resolve("catalogue.csv"),
                "item_id,parent_id,data_type,name,publisher,yop,access_type,packages\n"
                        + "j1,,Journal," + TITLE + ",הוצאה לאור [א],,," + PACKAGE + "\n"
                        + "a1,j1,Article,מאמר 1 (ב),הוצאה לאור [א],2024,Controlled,\n");
        Site site = Site.open(folder, living.clock);
        Import.catalogue(site, List.of(catalogue), true, "Comptoir test", (what, done, total) -> {}, line -> {});
        living.count(LivingSite.wholeMonth("2026-01"));
        return living;
    }

    /** The Hebrew texts of a page that are neither in an element of their own nor between marks. */
    private static List<String> exposed(String page) {
        List<String> exposed = new ArrayList<>();
        int isolated = 0;
        boolean textOnly = false;
        Matcher parts = PARTS.matcher(page);
        while (parts.find()) {
            String element = parts.group(2);
            if (element != null) {
                boolean ends = parts.group(1).equals("/");
                isolated += element.equals("bdi") ? (ends ? -1 : 1) : 0;
                textOnly = TEXT_ONLY.contains(element) ? !ends : textOnly;
            } else if (isolated == 0 && !textOnly) {
                String text = MARKED.matcher(parts.group(3)).replaceAll("");
                if (HEBREW.matcher(text).find()) {
                    exposed.add(text.strip());
                }
            }
        }
        return exposed;
    }

    @Test
    void everyNameStandsApart() throws Exception {
        try (LivingSite living = living()) {
            living.account("admin@test.example", Language.EN, Role.PLATFORM_ADMINISTRATOR, "");
            Browser admin = living.signedIn("admin@test.example");
            for (String path : List.of(
                    "/space/uni",
                    "/space/uni/overview?from=2026-01&to=2026-01",
                    "/space/uni/overview?title=j1",
                    "/space/uni/titles?publisher=%D7%94%D7%95%D7%A6%D7%90%D7%94%20%D7%9C%D7%90%D7%95%D7%A8%20%5B%D7%90%5D",
                    "/space/uni/titles",
                    "/space/uni/title?id=j1",
                    "/space/uni/packages",
                    "/space/uni/package?id=%D7%97%D7%91%D7%99%D7%9C%D7%94%201",
                    "/space/uni/explain?id=j1&month=2026-01",
                    "/space/0000000000000000/institutions",
                    "/space/uni/credentials",
                    "/admin/customers",
                    "/admin/customers/uni",
                    "/admin/customers/uni/ranges",
                    "/admin/customers/uni/history",
                    "/admin/statistics")) {
                String page = admin.get(path).body();
                assertThat(page).as(path).containsPattern(HEBREW);
                assertThat(exposed(page)).as(path).isEmpty();
            }
            assertThat(admin.get("/space/uni/title?id=j1").body())
                    .contains("<bdi>" + TITLE + "</bdi>")
                    .contains("<title>" + TITLE + " · ");
            assertThat(admin.get("/space/uni/titles").body()).doesNotContain("<bdi>1234");
            for (String path : List.of("packages", "package?id=%D7%97%D7%91%D7%99%D7%9C%D7%94%201")) {
                assertThat(admin.get("/space/uni/" + path).body()).contains("<bdi>" + PACKAGE + "</bdi>");
            }
        }
    }
}
