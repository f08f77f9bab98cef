package fr.comptoir.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.comptoir.validate.finding.Finding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot be written as a change of one text: encodings, workbooks, things that stand twice, extensions. */
class FormsTest {
    private static void found(List<Finding> findings, String code, String place) {
        assertThat(findings).extracting(Finding::code, Finding::place).contains(tuple(code, place));
    }

    @Test
    void jsonMustNotHaveAByteOrderMark() {
        found(Examples.check("\uFEFF" + Examples.example("TR-r51.json")), "bom-in-json", "file");
    }

    @Test
    void textMustBeUtf8() {
        String report = Examples.example("TR-r51.tsv");
        found(Examples.check(report.getBytes(StandardCharsets.UTF_16)), "encoding", "file");
        byte[] latin = Examples.edit(report, "Handbook of Samples", "Handbook fa\u00E7ade")
                .getBytes(StandardCharsets.UTF_8);
        String broken = new String(latin, StandardCharsets.ISO_8859_1).replace("\u00C3\u00A7", "\u00E7");
        assertThat(Examples.check(broken.getBytes(StandardCharsets.ISO_8859_1)))
                .extracting(Finding::code)
                .contains("encoding");
        String json = Examples.edit(Examples.example("TR-r51.json"), "Handbook", "Handb\u00F6\u00F6k");
        assertThat(Examples.check(json.getBytes(StandardCharsets.ISO_8859_1)))
                .extracting(Finding::code)
                .containsExactly("json-syntax");
    }

    @Test
    void nothingAndOtherFilesAreNoReports() {
        found(Examples.check(new byte[0]), "not-a-report", "file");
        found(Examples.check("Name\tAge\nAda\t36\n"), "not-a-report", "row 1 (A1)");
        found(Examples.check(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}), "not-a-report", "file");
        found(Examples.check(new byte[] {'P', 'K', 3, 4, 5, 6, 7}), "broken-file", "file");
        found(Examples.check("{}"), "not-a-report", "/Report_Header");
        found(Examples.check("{"), "json-syntax", "line 1, column 2");
    }

    @Test
    void monthsOutsideThePeriodAreOneFindingAndNothingFollowsFromThem() {
        String report = Examples.example("TR-r51.tsv")
                .replace("Begin_Date=2025-01-01; End_Date=2025-02-28", "Begin_Date=2025-02-01; End_Date=2025-02-28");
        String wider = report.replace("\tJan-2025\tFeb-2025", "\tDec-2024\tJan-2025\tFeb-2025")
                .replaceAll("(?m)(\t[0-9]+\t[0-9]+)$", "\t0$1");
        assertThat(Examples.check(wider))
                .extracting(Finding::code, Finding::message)
                .containsExactly(
                        tuple(
                                "month-outside-period",
                                "columns are of months outside the reporting period, Feb-2025 to Feb-2025: Dec-2024, Jan-2025"));
    }

    /** In a table an identifier stands in every row: wrong in one of them, it is one mistake and no missing metric. */
    @Test
    void aWrongIdentifierInOneRowMakesNoMetricMissing() {
        String report = Examples.example("TR-r51.tsv");
        String[] rows = report.split("\n", -1);
        for (String wrong : List.of("9876-543X", "98765434", "9876-5435")) {
            rows[16] = rows[16].replaceAll("9876-543.|98765434", wrong);
            assertThat(rows[16]).contains(wrong, "Total_Item_Requests");
            assertThat(Examples.check(String.join("\n", rows)))
                    .as(wrong)
                    .extracting(Finding::code)
                    .containsExactly(wrong.length() == 8 ? "identifier-form" : "check-digit");
        }
        rows[18] = "";
        assertThat(Examples.check(String.join("\n", rows)))
                .extracting(Finding::code)
                .contains("metric-missing", "check-digit");
    }

    /** What no report has and a parser would rather not read: the rest of such a file is not looked at. */
    @Test
    void hugeThingsInJsonAreSyntax() {
        String start = "{\"Report_Header\":";
        found(Examples.check(start + "[".repeat(200)), "json-syntax", "file");
        assertThat(Examples.check(start + "{\"Created_By\":\"" + "x".repeat(2 << 20) + "\"}}"))
                .extracting(Finding::code)
                .contains("json-syntax");
        List<Finding> number = Examples.check(start + "{\"Created_By\":" + "9".repeat(2_000) + "}}");
        assertThat(number).extracting(Finding::code).contains("json-syntax");
        assertThat(number).extracting(Finding::message).noneMatch(message -> message.contains("Source"));
    }

    @Test
    void hugeNumbersInAWorkbookAreNoFigures() throws IOException {
        String report = Examples.example("TR-r51.tsv");
        for (String number : List.of("1E2000000000", "1E-2000000000", "1E300", "9".repeat(400))) {
            byte[] workbook = Workbooks.edited(Workbooks.xlsx(report), "<v>29</v>", "<v>" + number + "</v>");
            assertThat(Examples.check(workbook)).extracting(Finding::code).isNotEmpty();
        }
    }

    @Test
    void cellsAreNotSeparatedBySemicolons() {
        String csv = new String(Workbooks.csv(Examples.example("PR-r51.tsv")), StandardCharsets.UTF_8);
        List<Finding> findings = Examples.check(csv.replace("; ", ", ").replace(',', ';'));
        found(findings, "separator", "row 1");
    }

    @Test
    void aWorkbookIsCheckedCellByCell() {
        String report = Examples.edit(Examples.example("TR-r51.tsv"), "29\t18\t11", "30\t18\t11");
        assertThat(Examples.check(Workbooks.xlsx(report)))
                .extracting(Finding::code, Finding::place)
                .containsExactly(tuple("reporting-period-total", "row 16, column Reporting_Period_Total (O16)"));
    }

    @Test
    void aWorkbookHasOneSheetAndItsMonthsAreText() {
        found(Examples.check(Workbooks.xlsx(Examples.example("TR-r51.tsv"), false, 2)), "several-sheets", "file");
        assertThat(Examples.check(Workbooks.xlsx(Examples.example("TR-r51.tsv"), true, 1)))
                .extracting(Finding::code, Finding::place)
                .containsExactly(tuple("column-date", "row 15"));
    }

    @Test
    void aBodyBeforeItsHeaderIsReadAllTheSame() {
        String json = Examples.example("TR-r51.json");
        int items = json.indexOf("\"Report_Items\"");
        String header = json.substring(json.indexOf("\"Report_Header\""), items).strip();
        String body = json.substring(items, json.lastIndexOf('}'));
        String turned = "{" + body + ", " + header.substring(0, header.length() - 1) + "}";
        assertThat(Examples.check(turned)).isEmpty();
        found(
                Examples.check(Examples.edit(turned, "9876-5434", "9876-5435")),
                "check-digit",
                "/Report_Items/0/Item_ID/Online_ISSN");
    }

    @Test
    void anItemAndAParentStandOnce() {
        String dr = Examples.example("DR-r51.json");
        String item = dr.substring(dr.indexOf("  {\n   \"Database\""), dr.lastIndexOf("\n ]"));
        found(Examples.check(Examples.edit(dr, item, item + ",\n" + item)), "item-repeated", "/Report_Items/1");

        String ir = Examples.example("IR-r51.json");
        String parent = ir.substring(ir.indexOf("  {\n   \"Title\""), ir.indexOf("  {\n   \"Items\""));
        String twice = Examples.edit(ir, parent, parent + parent);
        found(Examples.check(twice), "parent-repeated", "/Report_Items/1");
        found(Examples.check(twice), "item-repeated", "/Report_Items/1/Items/0");
        assertThat(Examples.check(twice))
                .as("a parent that stands twice is the same")
                .noneMatch(finding -> finding.code().equals("parent-differs"));
        found(
                Examples.check(twice.replaceFirst("demo:joe\"", "demo:other\"")),
                "parent-differs",
                "/Report_Items/1/Items/0/Attribute_Performance/0");
    }

    @Test
    void chaptersOfSeveralBooksMayHaveOneName() {
        String ir = Examples.example("IR-r51.tsv")
                .replace("10.9999/joe.1\tdemo:joe.1", "\t")
                .replaceAll("(?m)^On small numbers(.*)$", "On small numbers$1\nOn small numbers$1");
        StringBuilder report = new StringBuilder();
        String before = "";
        for (String line : ir.split("\n", -1)) {
            report.append(line.equals(before) ? line.replace("demo:joe\t", "demo:other\t") : line)
                    .append('\n');
            before = line;
        }
        assertThat(Examples.check(report.toString().strip()))
                .extracting(Finding::code)
                .containsOnly("identifier-missing");
    }

    @Test
    void extensionsHaveTheirForms() {
        String tsv = Examples.example("TR-r51.tsv")
                .replace(
                        "Attributes_To_Show=",
                        "Attributes_To_Show=Country_Code|Subdivision_Code|Book_Segment_Count|demo:shelf|")
                .replace("Title\tPublisher\t", "Country_Code\tSubdivision_Code\tTitle\tPublisher\t")
                .replace("\tMetric_Type\t", "\tBook_Segment_Count\tdemo:shelf\tMetric_Type\t")
                .replaceAll("(?m)^(Journal of|Handbook)", "FR\tFR-44\t$1")
                .replaceAll("\t(Total_Item|Unique_|No_Lic)", "\t12\tA\t$1");
        assertThat(Examples.check(tsv)).isEmpty();
        found(
                Examples.check(tsv.replaceFirst("FR\tFR-44", "France\tFR-44")),
                "country-code",
                "row 16, column Country_Code (A16)");
        found(
                Examples.check(tsv.replaceFirst("\t12\tA\t", "\t0\tA\t")),
                "book-segment-count",
                "row 16, column Book_Segment_Count (P16)");
    }

    @Test
    void formatIsOnlyForRequests() {
        String tsv = Examples.example("TR-r5.tsv")
                .replace("|Access_Type", "|Access_Type|Format")
                .replace("Access_Type\tMetric", "Access_Type\tFormat\tMetric")
                .replaceAll("\t(Total_Item_I|Unique_)", "\t\t$1")
                .replace("\tTotal_Item_Requests\t", "\tPDF\tTotal_Item_Requests\t");
        assertThat(Examples.check(tsv)).isEmpty();
        found(
                Examples.check(tsv.replaceFirst("\t\tTotal_Item_Inv", "\tHTML\tTotal_Item_Inv")),
                "format-of-metric",
                "row 15, column Format (O15)");
    }

    @Test
    void aFilterOnAnAuthorIsKept() {
        String json = Examples.edit(
                Examples.example("IR-r51.json"),
                "\"Begin_Date\"",
                "\"Author\": \"ORCID:0000-0002-1825-0097\", \"Begin_Date\"");
        assertThat(Examples.check(json))
                .as("an author without an identifier may be the one")
                .isEmpty();
        String identified = json.replace("\"Bo Test\"", "\"Bo Test\", \"ORCID\": \"0000-0002-1694-233X\"");
        found(Examples.check(identified), "filter-contradicted", "/Report_Items/0/Items/0/Authors/0");
    }

    @Test
    void longValuesAreShortenedInSentences() {
        String title = "Title\nwith a line end ".repeat(1000);
        String report = Examples.example("TR-r51.tsv")
                .replace("Handbook of Samples", '"' + title + '"')
                .replace("demo:hos\t978-3-16-148410-0", "\t");
        assertThat(Examples.check(report))
                .isNotEmpty()
                .allSatisfy(finding ->
                        assertThat(finding.message()).hasSizeLessThan(600).doesNotContain("\n"));
    }

    @Test
    void rorCheckDigitsAreWorkedOutWhenAskedFor() {
        byte[] report = Examples.example("TR-r51.tsv").getBytes(StandardCharsets.UTF_8);
        assertThat(Examples.check(report)).isEmpty();
        assertThat(Examples.check(report, ValidationOptions.standard().withRorCheckDigits()))
                .extracting(Finding::code)
                .containsOnly("check-digit");
    }

    @Test
    void ofOneKindOnlyTheFirstArePassedOn() throws IOException {
        byte[] broken =
                Examples.example("TR-r51.tsv").replace("\t2024\t", "\t20x4\t").getBytes(StandardCharsets.UTF_8);
        List<Finding> findings = new ArrayList<>();
        Verdict verdict = new ReportValidator(ValidationOptions.standard().withRepeatsMax(2))
                .validate(new ByteArrayInputStream(broken), findings::add);
        assertThat(findings).filteredOn(finding -> finding.code().equals("yop")).hasSize(2);
        assertThat(verdict.notShown()).containsEntry("yop", 3L);
        assertThat(verdict.hasErrors()).isTrue();
        assertThat(verdict.reportId()).isEqualTo("TR");
        assertThat(verdict.release()).isEqualTo("5.1");
        assertThat(verdict.period()).isEqualTo("2025-01 to 2025-02");
        assertThat(verdict.institution()).isEqualTo("Example University");
        assertThat(verdict.rows()).isEqualTo(15);
    }
}
