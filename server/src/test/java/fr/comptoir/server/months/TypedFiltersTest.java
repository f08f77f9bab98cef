package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.operation.Import;
import fr.comptoir.operation.Site;
import fr.comptoir.server.web.Browser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Publishers, packages and titles are narrowed to without scripts too: what is typed and not quite a name leads to the names that are meant. */
class TypedFiltersTest {
    @TempDir
    private static Path folder;

    private static LivingSite living;
    private static Browser admin;

    @BeforeAll
    static void serve() throws Exception {
        living = LivingSite.in(folder, "2026-02-10T10:00:00Z", "");
        Path items = Files.writeString(folder.resolve("items.csv"), """
                item_id,parent_id,data_type,name,publisher,yop,access_type,doi
                a1,j1,Article,On small numbers,Example Press,2024,Controlled,10.5555/small
                """);
        Site site = Site.open(folder, living.clock);
        Import.catalogue(site, List.of(items), false, "Comptoir test", (what, done, total) -> {}, line -> {});
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
    void aPackageThatNobodyKnowsIsNoPageWithoutFigures() throws Exception {
        assertThat(admin.get("/space/uni/package?id=nonesuch").statusCode()).isEqualTo(404);
        assertThat(page("uni/package?id=nonesuch"))
                .contains("has a package of this name", "href=\"/space/uni/packages\"")
                .doesNotContain("id=\"question\"");
        for (String twin : List.of("package.json", "package.csv", "package.xlsx")) {
            assertThat(admin.get("/space/uni/" + twin + "?id=nonesuch").statusCode())
                    .as(twin)
                    .isEqualTo(404);
        }
    }

    /** The page of one report has the report itself beside it, not the list of all. */
    @Test
    void theTwinOfAReportIsItsFile() throws Exception {
        String query = "?report=TR_J1&release=5.1&begin_date=2026-01&end_date=2026-01";
        for (String format : List.of("json", "csv")) {
            assertThat(page("uni/reports." + format + query))
                    .contains("TR_J1")
                    .isEqualTo(page("uni/reports/file" + query + "&format=" + format));
        }
    }

    /** What is listed is called by its name, with its id. */
    @Test
    void theActionsOfATitleAreUnderItsName() throws Exception {
        assertThat(page("uni/explain?id=j1&month=2026-01"))
                .containsPattern("class=\"hint\">Journal of Examples · January 2026")
                .contains(">j1</a>");
        assertThat(page("uni/explain?id=j1&item=a1&month=2026-01")).contains(">Journal of Examples</a>", "<code>a1<");
        for (String month : List.of("", "id=j1&")) {
            String query = "?" + month + "month=2026-01";
            assertThat(page("uni/explain" + query)).contains("<span>On small numbers</span> <code>a1</code>");
            assertThat(page("uni/explain.json" + query)).contains("\"item\":\"a1\",\"name\":\"On small numbers\"");
        }
    }

    /** Nothing is offered that would be refused again. */
    @Test
    void whatIsMissingIsNotMissedAgain() throws Exception {
        assertThat(page("uni/reports/releases")).contains("report is missing").doesNotContain("This page without it");
    }

    @Test
    void aTitleThatNobodyKnowsIsNoPageWithoutFigures() throws Exception {
        for (String unknown : new String[] {"uni/title?id=nonesuch", "press/title?id=j1"}) {
            assertThat(admin.get("/space/" + unknown).statusCode()).as(unknown).isEqualTo(404);
        }
        assertThat(page("uni/title?id=nonesuch"))
                .contains("There is no such title", "“nonesuch”", "href=\"/space/uni/titles\"");
        assertThat(admin.get("/space/uni/title.json?id=nonesuch").statusCode()).isEqualTo(404);
        for (String known : new String[] {"other/title", "uni/title", "other/title.json"}) {
            assertThat(admin.get("/space/" + known + "?id=j1&from=2026-01&to=2026-01")
                            .statusCode())
                    .as(known)
                    .isEqualTo(200);
        }
        assertThat(page("other/title?id=j1")).contains("was not used in these months");
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

    /** As it is copied from anywhere: an article's DOI is searched for, and leads to the title that it is in. */
    @ParameterizedTest
    @ValueSource(strings = {"10.5555/SMALL", "https://doi.org/10.5555/small", "doi:10.5555/small"})
    void theDoiOfAnArticleMeansItsTitle(String doi) throws Exception {
        String query = URLEncoder.encode(doi, StandardCharsets.UTF_8);
        assertThat(page("uni/titles?q=" + query))
                .contains("Journal of Examples", "not_title=j1", "href=\"/space/uni/titles\"")
                .doesNotContain("of the catalogue");
        assertThat(page("uni/titles.csv?q=" + query)).contains("Journal of Examples,");
        assertThat(page("uni/titles?title=" + query))
                .contains("Perhaps you mean")
                .contains("title=j1\">On small numbers (10.5555/small · Journal of Examples)</a>");
        assertThat(page("uni/titles?has_DOI=" + query)).containsPattern("name=\"has_DOI\"[^>]* value=\"10\\.5555/");
        assertThat(page("uni/title?id=" + query)).contains("<code>j1</code>");
        assertThat(page("press/title?id=" + query)).doesNotContain("<code>j1</code>");
        assertThat(page("press/titles?q=" + query)).doesNotContain("title=j1", "Journal of Examples");
    }

    @Test
    void aDoiThatNobodyHasIsSearchedForAsAnyText() throws Exception {
        assertThat(page("uni/titles?q=https%3A%2F%2Fdoi.org%2F10.5555%2Fnone"))
                .contains("value=\"10.5555/none\"")
                .doesNotContain("Journal of Examples");
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

    /** No database takes a text with it. */
    @Test
    void theCharacter0IsUnknownLikeAnyOther() throws Exception {
        for (String path : new String[] {
            "overview?q=%00",
            "titles?publisher=a%00b&has_Title=%00",
            "packages?package=%00",
            "routes?arrival=%00",
            "title?id=%00",
            "explain?id=j1%00&month=2026-01",
            "overview?%00=1",
            "overview.json?title=%00",
            "rows.csv?not_publisher=%00",
            "days?month=2026-01&title=%00",
            "reports?report=TR&release=5.1&begin_date=%00"
        }) {
            assertThat(admin.get("/space/uni/" + path).statusCode()).as(path).isIn(200, 400, 404);
        }
        assertThat(page("uni/overview?publisher=%00")).contains("No publisher of the catalogue is called “\uFFFD”.");
        String key = living.database()
                .keys()
                .make("uni", "nul", null, LivingSite.TEST)
                .orThrow()
                .text();
        String asked = "/r51/reports/dr?customer_id=uni&api_key=" + key + "&begin_date=2026-01&end_date=2026-01";
        assertThat(admin.get(asked + "&database=%00").statusCode()).isEqualTo(200);
        assertThat(admin.post("/sign-in", "email", "a\0b@test.example", "password", "\0")
                        .statusCode())
                .isEqualTo(400);
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

    /** Cells are in the reader's language, links go to readers of another one. */
    @ParameterizedTest
    @ValueSource(strings = {"Journals", "journ", "Revues", "REVUE", "Journal", "Newspaper_or"})
    void aKindOfTitleIsFoundByAnyWordForIt(String word) throws Exception {
        String found = page("uni/titles?has_Data_Type=" + word);
        assertThat(found).containsPattern("name=\"has_Data_Type\"[^>]* value=\"" + word + "\"");
        assertThat(found.contains("title?id=j1")).isEqualTo(!word.equals("Newspaper_or"));
        assertThat(page("uni/titles.csv?has_Data_Type=" + word).contains("Journal of Examples"))
                .isEqualTo(!word.equals("Newspaper_or"));
    }

    @Test
    void packagesHaveTheRowsThatTheyAreSumsOf() throws Exception {
        assertThat(page("uni/packages?access_type=Controlled"))
                .contains("href=\"/space/uni/rows.csv?access_type=Controlled\"")
                .contains("href=\"/space/uni/rows.xlsx?access_type=Controlled\"");
    }

    /** What a column of a table without texts in quotation marks adds up to. */
    private static long sum(String csv, String column) {
        int at = List.of(csv.substring(1).lines().findFirst().orElseThrow().split(","))
                .indexOf(column);
        return csv.lines()
                .skip(1)
                .map(row -> row.split(",", -1)[at])
                .filter(cell -> !cell.isEmpty())
                .mapToLong(Long::parseLong)
                .sum();
    }

    @Test
    void aTitleAndItsItemsHaveTheRowsThatTheyAreSumsOf() throws Exception {
        assertThat(page("uni/title?id=j1"))
                .contains("href=\"/space/uni/rows.csv?title=j1\"", "href=\"/space/uni/rows.csv?title=j1&amp;by=item\"")
                .doesNotContain("href=\"/space/uni/rows.csv\"");
        String metric = "Total_Item_Investigations";
        long ofTitle = sum(page("uni/rows.csv?title=j1"), metric);
        assertThat(ofTitle)
                .isPositive()
                .isLessThan(sum(page("uni/rows.csv"), metric) + 1)
                .isEqualTo(sum(page("uni/title.csv?id=j1&panel=title-months"), metric));
        String items = page("uni/rows.csv?title=j1&by=item");
        assertThat(items).startsWith("\uFEFFItem,Item_ID,Publisher,").contains("On small numbers,a1,");
        assertThat(sum(items, metric)).isEqualTo(sum(page("uni/title.csv?id=j1&panel=items"), metric));
        assertThat(page("uni/rows.csv?by=year")).contains("title, item");
    }

    @Test
    void aKindThatIsNoneIsSaid() throws Exception {
        assertThat(page("uni/titles?has_Data_Type=zebra")).contains("“zebra” is not known", "Journals", "Books");
        assertThat(page("uni/package?id=x&has_Data_Type=zebra")).contains("“zebra” is not known");
    }

    @ParameterizedTest
    @CsvSource({"2024, true", "2019-2024, true", "2024 – 2026, true", "2023, false", "2025-2030, false"})
    void titlesAreNarrowedByTheirYears(String years, boolean found) throws Exception {
        String query = URLEncoder.encode(years, StandardCharsets.UTF_8);
        assertThat(page("uni/titles?has_YOP=" + query).contains("title?id=j1")).isEqualTo(found);
        assertThat(page("uni/titles.csv?has_YOP=" + query).contains("Journal of Examples"))
                .isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "2021-2019", "19", "2019-"})
    void whatIsNoYearIsSaid(String years) throws Exception {
        assertThat(page("uni/titles?has_YOP=" + years)).contains("“" + years + "” is no year; expected is yyyy");
    }
}
