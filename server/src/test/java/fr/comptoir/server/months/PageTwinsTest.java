package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Language;
import fr.comptoir.server.web.Browser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tables that are no figures of usage have twins at the address of their page, which say the same. */
class PageTwinsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ASKED =
            "?customer_id=uni&requestor_id=uni-requestor&begin_date=2026-01&end_date=2026-01";
    private static final Pattern ROW = Pattern.compile("<tr>");

    @TempDir
    Path folder;

    private LivingSite site;
    private Browser admin;
    private Browser uni;

    @BeforeEach
    void count() throws Exception {
        site = LivingSite.in(folder, "2026-02-06T10:00:00Z", "");
        site.count(LivingSite.wholeMonth("2025-12"));
        site.count(LivingSite.wholeMonth("2026-01"));
        site.work();
        site.account("admin@x.example", Language.EN, Role.PLATFORM_ADMINISTRATOR, "");
        site.account("uni@x.example", Language.FR, Role.INSTITUTION_READER, "uni");
        admin = site.signedIn("admin@x.example");
        uni = site.signedIn("uni@x.example");
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
    }

    /** The rows of a table, which are the same in JSON and in CSV. */
    private static List<JsonNode> rows(Browser browser, String page, String panel) throws Exception {
        JsonNode table =
                JSON.readTree(browser.get(page + ".json").body()).get("panels").get(panel);
        List<JsonNode> rows = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        table.forEach(row -> {
            rows.add(row);
            List<String> cells = new ArrayList<>();
            row.forEach(cell ->
                    cells.add(cell.isNull() ? "" : cell.isString() ? quoted(cell.asString()) : cell.toString()));
            lines.add(String.join(",", cells));
        });
        String csv = browser.get(page + ".csv?panel=" + panel).body();
        assertThat(csv.lines().skip(1)).as(page).containsExactlyElementsOf(lines);
        return rows;
    }

    private static String quoted(String text) {
        return text.isEmpty() || text.matches("[^,\"\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static List<String> texts(List<JsonNode> rows, String column) {
        return rows.stream().map(row -> row.get(column).asString()).toList();
    }

    /** How many rows the first table has that follows some text of a page. */
    private static long rowsAfter(String page, String text) {
        String table = page.substring(page.indexOf(text));
        return ROW.matcher(table.substring(table.indexOf("<tbody>"), table.indexOf("</tbody>")))
                .results()
                .count();
    }

    @Test
    void harvests() throws Exception {
        for (int i = 0; i < 2; i++) {
            site.get("/r51/reports/tr_b1" + ASKED);
            site.get("/r51/reports/tr" + ASKED + "&attributes_to_show=Colour");
        }
        site.restart(); // what waits to be taken down is
        Browser reader = site.signedIn("uni@x.example");
        List<JsonNode> harvests = rows(reader, "/space/uni/harvests", "harvests");
        assertThat(texts(harvests, "Report_ID")).containsExactly("TR", "TR_B1", "TR", "TR_B1");
        assertThat(texts(harvests, "Exceptions").get(0)).startsWith("3062 ");
        assertThat(texts(harvests, "Query")).allMatch(query -> query.contains("requestor_id=***"));
        String page = reader.get("/space/uni/harvests").body();
        assertThat(rowsAfter(page, "<table>")).isEqualTo(harvests.size());
        assertThat(page)
                .contains("/space/uni/harvests.csv?panel=harvests", "/space/uni/harvests.csv?panel=corrections");
        assertThat(rows(reader, "/space/uni/harvests", "corrections"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.get("Exception").asInt()).isEqualTo(3062);
                    assertThat(one.get("Times").asInt()).isEqualTo(2);
                });
        assertThat(JSON.readTree(reader.get("/space/uni/harvests.json?from=3").body())
                        .get("panels")
                        .get("harvests"))
                .hasSize(1);
    }

    @Test
    void months() throws Exception {
        List<JsonNode> months = rows(admin, "/admin/months", "months");
        assertThat(texts(months, "Month"))
                .contains("2026-01", "2025-12")
                .isSortedAccordingTo(Comparator.reverseOrder());
        String page = admin.get("/admin/months").body();
        assertThat(rowsAfter(page, "<table>")).isEqualTo(months.size());
        assertThat(page).contains("/admin/months.csv?panel=months", "/admin/months.json");
        months.forEach(
                month -> assertThat(page).contains(">" + month.get("Actions").asInt() + "<"));
        assertThat(uni.get("/admin/months.json").statusCode()).isEqualTo(403);
    }

    @Test
    void reportsThatThereAre() throws Exception {
        List<JsonNode> reports = rows(uni, "/space/uni/reports", "reports");
        assertThat(reports).hasSize(32);
        String page = uni.get("/space/uni/reports").body();
        assertThat(page).contains("/space/uni/reports.csv?panel=reports", "/space/uni/reports.json");
        reports.forEach(report -> assertThat(page)
                .contains("release=" + report.get("Release").asString() + "&amp;report="
                        + report.get("Report_ID").asString() + "\""));
    }

    @Test
    void freshness() throws Exception {
        String asked = "/space/uni/overview";
        List<JsonNode> months = rows(uni, asked, "freshness");
        assertThat(texts(months, "Month")).contains("2025-12", "2026-01");
        String page = uni.get(asked).body();
        assertThat(rowsAfter(page, "id=\"panel-freshness\"")).isEqualTo(months.size());
        assertThat(page).contains("overview.csv?panel=freshness");
        assertThat(months.stream().filter(month -> !month.get("Counted_At").isNull()))
                .hasSize(2)
                .allSatisfy(month ->
                        assertThat(page).contains(month.get("Counted_At").asString()));
    }
}
