package fr.comptoir.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactRow;
import fr.comptoir.model.fact.FactRow.Described;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts and values at their limits, written in every form and read back by readers that know nothing of the writers. */
class RoundTripTest {
    private static final Map<String, String> ALL = Map.of(
            "attributes_to_show", "Authors|Publication_Date|Article_Version|YOP", "include_parent_details", "True");
    private static final List<ReportFormat> TABULAR = List.of(ReportFormat.TSV, ReportFormat.CSV, ReportFormat.XLSX);

    /** Catalogue text to the text of a cell, which has no tabs or line ends (CoP 5.1, section 3.2). */
    static Stream<Map.Entry<String, String>> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        for (String same : List.of(
                "Plain",
                "A \"quoted\" title, with comma; and semicolon",
                "\"Quoted\" first",
                "'apostrophe first",
                "Mathematical \uD835\uDD38 and \uD83D\uDE00 and \uD840\uDC00",
                "كتاب \u200Fعربي and עברית \u202Eoverride\u202C",
                " blank before and after ",
                "two  blanks   inside",
                "\u00a0no-break outside\u00a0",
                "=1+1",
                "+33 1 23",
                "-2 to 2",
                "@SUM(A1)",
                "é\u0301 = x'; <b>&amp;</b> \\ / {}[]",
                "1234-5679",
                "2024-05-02",
                "1e5",
                "007",
                "TRUE",
                "\ufeffmark first",
                "Ünïcödé ".repeat(625).strip() + ".")) {
            titles.put(same, same);
        }
        titles.put(
                "One\ttwo\nthree\r\nfour\u2028five\u0000six\u001fseven\u0085eight",
                "One two three four five six seven eight");
        titles.put("\n", " ");
        return titles.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("titles")
    void everyTextIsTheSameInEveryForm(Map.Entry<String, String> title) {
        Described item = Thing.of("x", DataType.ARTICLE)
                .name(title.getKey())
                .publisher(title.getKey(), "")
                .described();
        for (Release release : Release.values()) {
            assertThat(cell(release, item, 2024, "Item")).containsOnly(title.getValue());
            assertThat(cell(release, item, 2024, "Publisher")).containsOnly(title.getValue());
            assertThat(Json.object(json(release, item, 2024)).toString()).contains(title.getKey());
        }
    }

    @Test
    void yearsOfFourDigitsStayText() {
        Described item = Thing.of("x", DataType.ARTICLE).name("X").described();
        for (Release release : Release.values()) {
            assertThat(cell(release, item, 1, "YOP")).containsOnly("0001");
            assertThat(cell(release, item, 9999, "YOP")).containsOnly("9999");
            assertThat(json(release, item, 1)).contains("\"YOP\":\"0001\"");
        }
    }

    @Test
    void ofTwoHundredAuthorsThreeAreNamed() {
        String authors = IntStream.rangeClosed(1, 200)
                .mapToObj(i -> "Author Number" + i + " (ORCID:0000-0001-2345-6789)")
                .collect(Collectors.joining("; "));
        Described item =
                Thing.of("x", DataType.ARTICLE).name("X").authors(authors).described();
        for (Release release : Release.values()) {
            assertThat(cell(release, item, 2024, "Authors"))
                    .containsOnly("Author Number1 (ORCID:0000-0001-2345-6789);"
                            + " Author Number2 (ORCID:0000-0001-2345-6789);"
                            + " Author Number3 (ORCID:0000-0001-2345-6789)");
            assertThat(json(release, item, 2024)).contains("Author Number3\"").doesNotContain("Author Number4\"");
        }
    }

    @Test
    void noPublisherNoNameAndNoOtherIdentifierAreBlankCellsAndNoWords() {
        Described item = Thing.of("x", DataType.ARTICLE).described();
        for (Release release : Release.values()) {
            for (String column : List.of("Item", "Publisher", "Publisher_ID", "DOI", "ISBN", "URI", "Parent_Title")) {
                assertThat(cell(release, item, 2024, column)).as(column).containsOnly("");
            }
            assertThat(cell(release, item, 2024, "Proprietary_ID")).containsOnly("alpha:x");
            assertThat(json(release, item, 2024))
                    .contains("\"Item\":\"\",\"Publisher\":\"\",")
                    .doesNotContain("Publisher_ID", "DOI", "\"Authors\":", "Item_Contributors", "null", "unknown");
        }
    }

    @Test
    void halvesOfCharactersAreReplacedInEveryForm() {
        Described item = Thing.of("x", DataType.ARTICLE).name("a\uD835b\uffffc").described();
        assertThat(cell(Release.R5_1, item, 2024, "Item")).containsOnly("a\ufffdb\ufffdc");
    }

    /** One cell for each tabular form. */
    private static List<String> cell(Release release, Described item, int yop, String column) {
        return TABULAR.stream()
                .map(format -> {
                    List<List<String>> rows = ReadBack.cells(report(release), format, new Given.Facts(row(item, yop)));
                    int headings = rows.indexOf(List.of()) + 1;
                    int index = rows.get(headings).indexOf(column);
                    assertThat(index).as("%s in %s", column, rows.get(headings)).isNotNegative();
                    return rows.get(headings + 1).get(index);
                })
                .toList();
    }

    private static String json(Release release, Described item, int yop) {
        return Given.json(report(release), row(item, yop));
    }

    private static Report report(Release release) {
        return Given.report(release, "IR", ALL);
    }

    private static FactRow row(Described item, int yop) {
        return Row.of(item).is(DataType.ARTICLE).is(yop).items(3, 2, 2, 1).at("2025-02");
    }
}
