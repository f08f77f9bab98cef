package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Language;
import fr.comptoir.server.web.Browser;
import fr.comptoir.server.web.Twins;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of what was read: a reason for a low month in two clicks, and other lists of robots. */
class IngestionPagesTest {
    private static final String MONTH = "/admin/months/2026-01/ingestion";

    @TempDir
    static Path folder;

    private static LivingSite site;
    private static Browser french;
    private static Browser english;

    @BeforeAll
    static void serve() throws Exception {
        site = LivingSite.in(folder, "2026-02-03T10:00:00Z", "");
        site.account("fr@x.example", Language.FR, Role.PLATFORM_ADMINISTRATOR, "");
        site.account("en@x.example", Language.EN, Role.PLATFORM_ADMINISTRATOR, "");
        List<String> lines = new ArrayList<>(LivingSite.wholeMonth("2026-01"));
        for (int i = 0; i < 1500; i++) {
            lines.add(LivingSite.click("192.0.2.9", "2026-01-20 10:10", "/article/lost" + i % 2));
        }
        lines.add(LivingSite.click("192.0.2.9", "2026-01-20 10:10", "/podcast/one?login=somebody"));
        lines.add("203.0.113.77 is no line");
        site.count(lines);
        french = site.signedIn("fr@x.example");
        english = site.signedIn("en@x.example");
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @Test
    void twoClicksLeadFromAMonthToTheReason() throws Exception {
        assertThat(french.get("/admin/months").body()).contains("href=\"/admin/months/2026-01\"");
        assertThat(french.get("/admin/months/2026-01").body()).contains("href=\"" + MONTH + "\"");
        String page = french.get(MONTH).body();
        assertThat(page)
                .contains("1\u202f500 lignes ont été mises en attente", "href=\"#held\"", "lost0", "/podcast/one")
                .contains("495 heures sont sans aucune ligne, la première le 1er\u00a0janv.\u00a02026")
                .contains("<time datetime=\"2026-01-20\">20\u00a0janv.\u00a02026</time>")
                .doesNotContain("203.0.113.77", "somebody", "192.0.2.9");
        assertThat(english.get(MONTH).body())
                .contains("1,500 lines were held when read", "the first is on 1\u00a0Jan\u00a02026")
                .contains("<time datetime=\"2026-01-20\">20\u00a0Jan\u00a02026</time>");
        assertThat(french.get("/admin/ingestion").body())
                .contains("href=\"" + MONTH + "\"")
                .containsPattern(
                        "href=\"" + MONTH + "#held\"><time datetime=\"2026-01\">janv\\.\u00a02026</time></a></th>"
                                + "<td class=\"number\">1\u202f500</td>")
                .doesNotContain("203.0.113.77");
        assertThat(french.get("/admin/months/2024-01/ingestion").statusCode()).isEqualTo(404);
        assertThat(french.get("/admin/months/soon/ingestion").statusCode()).isEqualTo(404);
        for (String of : List.of("soon", "2024-01")) {
            assertThat(french.get("/admin/robots?month=" + of).statusCode()).isEqualTo(400);
            assertThat(french.get("/admin/robots.csv?month=" + of).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void filesHaveTheSameFigures() throws Exception {
        HttpResponse<String> days = french.get(MONTH + ".csv?panel=days");
        assertThat(days.headers().firstValue("Content-Disposition").orElse("")).contains("ingestion_2026-01_days.csv");
        assertThat(days.body().lines().toList())
                .hasSize(32)
                .contains("2026-01-20,1509,8,1500,0,0,1,0,15,\"1–2, 4–5, 7–8, 11, 13–14, 16–17, 19–20, 22–23\"")
                .first()
                .asString()
                .endsWith("Day,Lines,Actions,Held_Unknown_Item,Excluded_Robot,Excluded_Status,Excluded_Not_Content,"
                        + "Excluded_Method,Missing_Hours,Hours_Without_A_Line");
        assertThat(french.get("/admin/ingestion.csv?panel=held").body()).contains("2026-01,1500");
        assertThat(french.get("/admin/ingestion").body()).contains("/admin/ingestion.csv?panel=held");
        for (String page : List.of(MONTH, "/admin/months/2026-01")) {
            assertThat(french.get(page).body())
                    .as("figures lead to their lines")
                    .contains("href=\"/space/0000000000000000/explain?month=2026-01\"", "#held\"", "#logs\"");
        }
        assertThat(french.get(MONTH + ".csv?panel=held").body()).contains("lost0,750,2026-01-20,2026-01-20");
        assertThat(french.get(MONTH + ".csv?panel=none").statusCode()).isEqualTo(400);
        assertThat(french.get(MONTH + ".json").body())
                .contains("\"ledger\":[{\"Outcome\":\"actions\",\"Lines\":248,")
                .contains("{\"Path\":\"/podcast/one\",\"Lines\":1}");
        assertThat(french.get("/admin/ingestion.csv").body()).contains("2026-01,1749,248,1500,0,0,1,0,495,1");
        assertThat(french.get("/admin/robots.json").body())
                .contains("{\"Month\":\"2026-01\",\"Lines_Of_Content\":1748,");
    }

    @Test
    void linesThatCouldNotBeReadAreToldByWhatIsWrong() throws Exception {
        assertThat(french.get(MONTH).body()).contains("La ligne s’arrête avant la fin d’une valeur", "<code>%u</code>");
        assertThat(english.get("/admin/ingestion").body())
                .contains(
                        "The line ends before a value does",
                        "<code>%u</code>",
                        "<th scope=\"col\" class=\"number\">First at line</th>");
        assertThat(french.get(MONTH + ".csv?panel=rejects").body())
                .contains("Log,Reason,Value,Lines,First_Line,Run,File")
                .contains(",end,%u,1,1751,");
        assertThat(french.get("/admin/ingestion.json").body())
                .contains("\"Reason\":\"end\",\"Value\":\"%u\",\"Lines\":1,\"First_Line\":1751");
    }

    @Test
    void aListThatIsTriedSaysWhatItWouldDrop() throws Exception {
        String list = "[{\"pattern\": \"Gecko/20100101\"}]";
        HttpResponse<String> asked =
                english.upload("/admin/robots", "file", "mine.json", bytes(list), "month", "2026-01");
        String place = Browser.location(asked);
        assertThat(place).startsWith("/admin/robots/comparison/");
        HttpResponse<String> answer = english.get(place);
        while (answer.headers().firstValue("Refresh").isPresent()) {
            answer = english.get(place);
        }
        assertThat(answer.body())
                .contains("In January 2026, this list would drop 1,748 lines more", "Gecko/20100101", "mine.json");
        assertThat(Twins.asOnThePage(english, place, "differences", "<table>"))
                .anySatisfy(one -> assertThat(one.get("Lines").asInt()).isEqualTo(1748));
        assertThat(Twins.rows(english, place, "comparison")
                        .get(0)
                        .get("Lines_Dropped")
                        .asInt())
                .isEqualTo(1748);
        assertThat(Twins.texts(Twins.rows(english, place, "lists"), "List")).containsExactly("in_force", "offered");
        assertThat(Twins.rows(english, place, "missing")).isEmpty();
        assertThat(english.get("/admin/robots").body())
                .as("nothing was taken")
                .contains("the list of COUNTER that comes with this version");
    }

    @Test
    void whatIsNoListIsSaidAndWhatIsTooLargeIsNotLookedAt() throws Exception {
        HttpResponse<String> asked =
                french.upload("/admin/robots", "file", "x.json", bytes("[{\"pattern\": \"(\"}]"), "month", "");
        assertThat(french.get(Browser.location(asked)).body())
                .contains("Entrée 1\u00a0: «\u00a0(\u00a0» n’est pas une expression régulière, car une parenthèse");
        HttpResponse<String> large =
                french.upload("/admin/robots", "file", "large.json", new byte[2_000_001], "month", "");
        assertThat(Browser.location(large)).isEqualTo("/admin/robots");
        assertThat(french.get("/admin/robots").body()).contains("large.json dépasse 2\u00a0Mo.");
        HttpResponse<String> never = french.upload("/admin/robots", "file", "x.json", bytes("[]"), "month", "2001-01");
        assertThat(french.get(Browser.location(never)).body()).contains("Le mois 2001-01 n’a jamais été compté");
    }

    @Test
    void anExpressionThatTakesForEverIsGivenUpForTheNextQuestion() throws Exception {
        String evil = "[{\"pattern\": \"(M)(.|.)+\\\\1[^ -~]\"}]";
        HttpResponse<String> first =
                french.upload("/admin/robots", "file", "evil.json", bytes(evil), "month", "2026-01");
        HttpResponse<String> second =
                french.upload("/admin/robots", "file", "good.json", bytes("[]"), "month", "2026-01");
        assertThat(french.get(Browser.location(first)).body()).contains("celle-ci a été abandonnée");
        String place = Browser.location(second);
        HttpResponse<String> answer = french.get(place);
        while (answer.headers().firstValue("Refresh").isPresent()) {
            answer = french.get(place);
        }
        Matcher same =
                Pattern.compile("les deux listes écartent les mêmes lignes").matcher(answer.body());
        assertThat(same.find()).isTrue();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
