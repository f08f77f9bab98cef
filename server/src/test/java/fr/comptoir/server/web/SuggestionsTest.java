package fr.comptoir.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Days;
import fr.comptoir.customers.customer.DatedValue;
import fr.comptoir.operation.Import;
import fr.comptoir.operation.Site;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The search field suggests names of the catalogue; to a publisher those of its titles alone. */
class SuggestionsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() throws Exception {
        served = Served.in(folder);
        Path catalogue = Files.writeString(folder.resolve("catalogue.csv"), """
                item_id,data_type,name,publisher,online_issn,packages,doi
                own,Journal,Annals of Presses,Press & Sons,1234-5679,Common,
                theirs,Journal,Annals of Others,Other Press,,Common; Secret annals,10.1234/Theirs
                """);
        Path items = Files.writeString(folder.resolve("items.csv"), """
                item_id,parent_id,data_type,name,publisher,doi
                a1,own,Article,An article,Press & Sons,10.1234/art.1
                a2,theirs,Article,Another article,Other Press,10.1234/art.2
                """);
        Site site = Site.open(folder, Clock.systemUTC());
        Import.catalogue(site, List.of(catalogue, items), true, "Comptoir test", (what, done, total) -> {}, line -> {});
        served.database
                .publisherNames()
                .save(
                        "press",
                        served.database.customers().find("press").orElseThrow().version(),
                        List.of(new DatedValue("Press & Sons", Days.ALWAYS)),
                        Served.TEST)
                .orThrow();
    }

    @AfterAll
    static void stop() throws Exception {
        served.close();
    }

    private static List<String> suggested(Browser browser, String path) throws Exception {
        JsonNode suggestions = JSON.readTree(browser.get(path).body()).get("suggestions");
        return suggestions
                .valueStream()
                .map(one -> one.get("field").asString() + " " + one.get("value").asString())
                .toList();
    }

    @Test
    void aReaderFindsWhatTheCatalogueHas() throws Exception {
        Browser reader = served.signedIn("r@test.example", new Grant(Role.INSTITUTION_READER, "uni", null));
        assertThat(suggested(reader, "/space/uni/suggestions.json?q=annals"))
                .containsExactly("package Secret annals", "title theirs", "title own");
        assertThat(suggested(reader, "/space/uni/suggestions.json?q=12345679")).containsExactly("title own");
        assertThat(suggested(reader, "/space/uni/suggestions.json?q=1234-5679")).containsExactly("title own");
        assertThat(suggested(reader, "/space/uni/suggestions.json?q=10.1234/THEIRS"))
                .containsExactly("title theirs");
        assertThat(suggested(reader, "/space/uni/suggestions.json")).isEmpty();
    }

    /** A DOI is pasted as people copy it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1234/art.2",
                "https://doi.org/10.1234/art.2",
                "http://dx.doi.org/10.1234/Art.2",
                "doi:10.1234/art.2"
            })
    void anArticleIsFoundByItsDoiAndStandsForItsTitle(String doi) throws Exception {
        Browser reader =
                served.signedIn(doi.hashCode() + "@test.example", new Grant(Role.INSTITUTION_READER, "uni", null));
        String query = URLEncoder.encode(doi, StandardCharsets.UTF_8);
        assertThat(JSON.readTree(reader.get("/space/uni/suggestions.json?q=" + query)
                                .body())
                        .at("/suggestions/0")
                        .toString())
                .isEqualTo("{\"kind\":\"item\",\"field\":\"title\",\"value\":\"theirs\",\"name\":\"Another article\","
                        + "\"said\":\"10.1234/art.2 · Annals of Others\"}");
        Browser press =
                served.signedIn("press" + doi.hashCode() + "@test.example", new Grant(Role.PUBLISHER, "press", null));
        assertThat(suggested(press, "/space/press/suggestions.json?q=" + query)).isEmpty();
        assertThat(suggested(press, "/space/press/suggestions.json?q=10.1234/art.1"))
                .containsExactly("title own");
    }

    @Test
    void aPublisherFindsItsOwnAlone() throws Exception {
        Browser press = served.signedIn("p@test.example", new Grant(Role.PUBLISHER, "press", null));
        assertThat(suggested(press, "/space/press/suggestions.json?q=annals")).containsExactly("title own");
        assertThat(suggested(press, "/space/press/suggestions.json?q=press"))
                .containsExactly("publisher Press & Sons", "title own");
        assertThat(suggested(press, "/space/press/suggestions.json?q=common")).containsExactly("package Common");
        assertThat(suggested(press, "/space/press/suggestions.json?q=theirs")).isEmpty();
    }

    @Test
    void whatIsNoQuestionIsSaid() throws Exception {
        Browser reader = served.signedIn("r2@test.example", new Grant(Role.INSTITUTION_READER, "uni", null));
        assertThat(reader.get("/space/uni/suggestions.json?q=" + "x".repeat(301))
                        .statusCode())
                .isEqualTo(400);
        assertThat(reader.get("/space/uni/suggestions.json?colour=red").statusCode())
                .isEqualTo(400);
    }
}
