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
    /** The column of the name, by report. */
    private static final Map<String, String> NAMES = Map.of("IR", "Item", "TR", "Title", "DR", "Database");

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
        for (String report : List.of("IR", "TR", "DR")) {
            Described item = Thing.of("x", type(report))
                    .name(title.getKey())
                    .publisher(title.getKey(), "")
                    .described();
            for (Release release : Release.values()) {
                assertThat(cell(report, release, item, 2024, NAMES.get(report))).containsOnly(title.getValue());
                assertThat(cell(report, release, item, 2024, "Publisher")).containsOnly(title.getValue());
                assertThat(Json.object(json(report, release, item, 2024)).toString())
                        .contains(title.getKey());
            }
        }
    }

    /** What a Platform Report says of the platform and its institution is text from the site's owner, too. */
    @ParameterizedTest
    @MethodSource("titles")
    void everyNameOfAPlatformIsTheSameInEveryForm(Map.Entry<String, String> name) {
        for (Release release : Release.values()) {
            ReportContext own = Given.context();
            ReportContext context = new ReportContext(
                    own.platformId(),
                    name.getKey(),
                    name.getKey(),
                    own.registryRecord(),
                    own.institution(),
                    own.created(),
                    own.members());
            Report report = Report.of(Given.request(release, "PR", Map.of()), context, Given.availability());
            FactRow row = Row.of(null).is(DataType.JOURNAL).items(3, 2, 2, 1).at("2025-02");
            for (ReportFormat format : TABULAR) {
                List<List<String>> rows = ReadBack.cells(report, format, new Given.Facts(row));
                int headings = rows.indexOf(List.of()) + 1;
                assertThat(rows.get(headings + 1).get(0)).isEqualTo(name.getValue());
                assertThat(rows).contains(List.of("Created_By", name.getValue()));
            }
            String json = Given.json(report, row);
            assertThat(Json.object(json).toString()).contains(name.getKey());
        }
    }

    @Test
    void yearsOfFourDigitsStayText() {
        for (String report : List.of("IR", "TR")) {
            Described item = Thing.of("x", type(report)).name("X").described();
            for (Release release : Release.values()) {
                assertThat(cell(report, release, item, 1, "YOP")).containsOnly("0001");
                assertThat(cell(report, release, item, 9999, "YOP")).containsOnly("9999");
                assertThat(json(report, release, item, 1)).contains("\"YOP\":\"0001\"");
            }
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
            assertThat(cell("IR", release, item, 2024, "Authors"))
                    .containsOnly("Author Number1 (ORCID:0000-0001-2345-6789);"
                            + " Author Number2 (ORCID:0000-0001-2345-6789);"
                            + " Author Number3 (ORCID:0000-0001-2345-6789)");
            assertThat(json("IR", release, item, 2024))
                    .contains("Author Number3\"")
                    .doesNotContain("Author Number4\"");
        }
    }

    @Test
    void noPublisherNoNameAndNoOtherIdentifierAreBlankCellsAndNoWords() {
        Map<String, List<String>> blank = Map.of(
                "IR", List.of("Item", "Publisher", "Publisher_ID", "DOI", "ISBN", "URI", "Parent_Title"),
                "TR", List.of("Title", "Publisher", "Publisher_ID", "DOI", "ISBN", "Print_ISSN", "Online_ISSN", "URI"),
                "DR", List.of("Database", "Publisher", "Publisher_ID"));
        blank.forEach((report, columns) -> {
            Described item = Thing.of("x", type(report)).described();
            for (Release release : Release.values()) {
                for (String column : columns) {
                    assertThat(cell(report, release, item, 2024, column))
                            .as(column)
                            .containsOnly("");
                }
                assertThat(cell(report, release, item, 2024, "Proprietary_ID")).containsOnly("alpha:x");
                assertThat(json(report, release, item, 2024))
                        .contains("\"" + NAMES.get(report) + "\":\"\",\"Publisher\":\"\",")
                        .doesNotContain("Publisher_ID", "DOI", "\"Authors\":", "Item_Contributors", "null", "unknown");
            }
        });
    }

    @Test
    void halvesOfCharactersAreReplacedInEveryForm() {
        Described item = Thing.of("x", DataType.ARTICLE).name("a\uD835b\uffffc").described();
        assertThat(cell("IR", Release.R5_1, item, 2024, "Item")).containsOnly("a\ufffdb\ufffdc");
    }

    /** One cell for each tabular form. */
    private static List<String> cell(String report, Release release, Described item, int yop, String column) {
        return TABULAR.stream()
                .map(format -> {
                    List<List<String>> rows =
                            ReadBack.cells(report(report, release), format, new Given.Facts(row(report, item, yop)));
                    int headings = rows.indexOf(List.of()) + 1;
                    int index = rows.get(headings).indexOf(column);
                    assertThat(index).as("%s in %s", column, rows.get(headings)).isNotNegative();
                    return rows.get(headings + 1).get(index);
                })
                .toList();
    }

    private static String json(String report, Release release, Described item, int yop) {
        return Given.json(report(report, release), row(report, item, yop));
    }

    private static Report report(String report, Release release) {
        return Given.report(
                release,
                report,
                switch (report) {
                    case "IR" -> ALL;
                    case "TR" -> Map.of("attributes_to_show", "YOP");
                    default -> Map.of();
                });
    }

    private static DataType type(String report) {
        return switch (report) {
            case "IR" -> DataType.ARTICLE;
            case "TR" -> DataType.BOOK;
            default -> DataType.DATABASE_FULL;
        };
    }

    private static FactRow row(String report, Described item, int yop) {
        Row row = Row.of(item).is(type(report));
        return (report.equals("DR") ? row : row.is(yop)).items(3, 2, 2, 1).at("2025-02");
    }
}
