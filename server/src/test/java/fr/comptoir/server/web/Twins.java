package fr.comptoir.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tables of a page as its twins have them, beside those that the page shows. */
public final class Twins {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ROW = Pattern.compile("<tr[ >]");

    private Twins() {}

    /** The rows of a table, which are the same in JSON and in CSV. */
    public static List<JsonNode> rows(Browser browser, String page, String panel) throws Exception {
        return rows(browser, page, panel, "");
    }

    /**
     * The same of a page with a query.
     *
     * @param more of the query, which begins with an ampersand
     */
    public static List<JsonNode> rows(Browser browser, String page, String panel, String more) throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        json(browser, page + ".json?" + more, panel).forEach(row -> {
            rows.add(row);
            List<String> cells = new ArrayList<>();
            row.forEach(cell ->
                    cells.add(cell.isNull() ? "" : cell.isString() ? quoted(cell.asString()) : cell.toString()));
            lines.add(String.join(",", cells));
        });
        String csv = browser.get(page + ".csv?panel=" + panel + more).body();
        assertThat(csv.lines().skip(1)).as(page).containsExactlyElementsOf(lines);
        return rows;
    }

    /** A table of one answer as JSON. */
    public static JsonNode json(Browser browser, String address, String panel) throws Exception {
        return JSON.readTree(browser.get(address).body()).get("panels").get(panel);
    }

    private static String quoted(String text) {
        return text.isEmpty() || text.matches("[^,\"\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    public static List<String> texts(List<JsonNode> rows, String column) {
        return rows.stream().map(row -> row.get(column).asString()).toList();
    }

    /** How many rows the first table has that follows some text of a page. */
    public static long rowsAfter(String page, String text) {
        assertThat(page).contains(text);
        String table = page.substring(page.indexOf(text));
        return ROW.matcher(table.substring(table.indexOf("<tbody>"), table.indexOf("</tbody>")))
                .results()
                .count();
    }

    /** Rows of a twin, of which the page that leads to it has as many. */
    public static List<JsonNode> asOnThePage(Browser browser, String address, String panel, String before)
            throws Exception {
        String page = browser.get(address).body();
        List<JsonNode> rows = rows(browser, address, panel);
        assertThat(rows).isNotEmpty();
        assertThat(rowsAfter(page, before)).isEqualTo(rows.size());
        assertThat(page).contains(address + ".csv?panel=" + panel, address + ".json");
        return rows;
    }
}
