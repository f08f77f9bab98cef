package fr.comptoir.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactRow;
import fr.comptoir.model.fact.FactRow.Described;
import fr.comptoir.model.fact.FactSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcelSheetTest {
    @TempDir
    Path folder;

    private static final Map<String, String> ATTRIBUTES =
            Map.of("attributes_to_show", "Publication_Date|YOP", "include_parent_details", "True");

    private static final Described ARTICLE = Thing.of("joe.1", DataType.ARTICLE)
            .name("=1+1")
            .doi("10.9999/1")
            .published("2024-05-02", "VoR")
            .issn("1234-5679", "", "")
            .isbn("978-3-16-148410-0")
            .described();

    private static final FactRow USAGE = fr.comptoir.report.Row.of(ARTICLE)
            .is(DataType.ARTICLE)
            .is(2024)
            .items(12, 7, 5, 3)
            .at("2025-02");

    @Test
    void figuresAreNumbersAndAllElseIsText() {
        List<Row> rows = ReadBack.sheet(xlsx(ATTRIBUTES));
        Row headings = rows.get(13);
        Row first = rows.get(14);
        for (int i = 0; i < headings.getCellCount(); i++) {
            String heading = headings.getCellText(i);
            boolean figure = heading.equals("Reporting_Period_Total") || heading.endsWith("-2025");
            boolean blank = first.getCell(i) == null || first.getCellText(i).isEmpty();
            if (!blank) {
                assertThat(first.getCell(i).getType())
                        .as(heading)
                        .isEqualTo(figure ? CellType.NUMBER : CellType.STRING);
            }
        }
        assertThat(first.getCellText(0)).isEqualTo("=1+1");
        assertThat(first.getCellText(headings.getCellCount() - 2)).isEqualTo("12");
    }

    @Test
    void theRowsDownToTheHeadingsAreFrozenAndRepeatedInPrint() throws IOException {
        String r51 = part(xlsx(Map.of()), "xl/worksheets/sheet1.xml");
        assertThat(r51).contains("ySplit=\"15\"").contains("state=\"frozen\"");
        assertThat(part(
                        ReadBack.bytes(Given.report(Release.R5, "TR", Map.of()), ReportFormat.XLSX, facts()),
                        "xl/worksheets/sheet1.xml"))
                .contains("ySplit=\"14\"");
        assertThat(part(xlsx(Map.of()), "xl/workbook.xml")).contains("$15:$15").contains("name=\"IR\"");
    }

    @Test
    void aPrintedPageIsAsWideAsTheTable() throws IOException {
        String sheet = part(xlsx(Map.of()), "xl/worksheets/sheet1.xml");

        assertThat(sheet)
                .containsPattern("<pageSetUpPr[^>]*fitToPage=\"(1|true)\"")
                .contains("fitToWidth=\"1\"")
                .contains("fitToHeight=\"0\"")
                .contains("orientation=\"landscape\"");
    }

    /** On one page nobody could read it: below the first column it goes on beside. */
    @Test
    void aVeryWideTableIsPrintedOnSeveralPages() throws IOException {
        Map<String, String> all = Map.of(
                "attributes_to_show",
                "Authors|Publication_Date|Article_Version|YOP|Access_Type|Access_Method",
                "include_parent_details",
                "True");
        assertThat(part(xlsx(all), "xl/worksheets/sheet1.xml")).contains("fitToWidth=\"2\"");
        assertThat(part(xlsx(all), "xl/workbook.xml")).contains("$A:$A,").contains("$15:$15");
    }

    @Test
    void everyColumnHasAWidthThatHoldsItsHeading() throws IOException {
        byte[] bytes = xlsx(ATTRIBUTES);
        String sheet = part(bytes, "xl/worksheets/sheet1.xml");
        Row headings = ReadBack.sheet(bytes).get(13);
        for (int i = 0; i < headings.getCellCount(); i++) {
            String col = sheet.replaceFirst("(?s).*<col min=\"" + (i + 1) + "\"[^>]* width=\"([0-9.]+)\".*", "$1");
            assertThat(Double.parseDouble(col))
                    .as(headings.getCellText(i))
                    .isBetween(headings.getCellText(i).length() + 1.0, 60.0);
        }
    }

    @Test
    void aColumnIsAsWideAsItsTextsWithinBounds() throws IOException {
        String[] columns = {"Item", "DOI", "ISBN", "Parent_Title"};
        double[] narrow = widths(ARTICLE, columns);
        assertThat(narrow).containsExactly(22, 11, 19, 14);
        Described wide = Thing.of("x", DataType.ARTICLE)
                .name("A name that goes on and on ".repeat(20))
                .doi("10.9999/" + "x".repeat(200))
                .described();
        assertThat(widths(wide, columns)).containsExactly(60, 42, 6, 14);
        Described ideographs =
                Thing.of("y", DataType.ARTICLE).name("図書館".repeat(8)).described();
        assertThat(widths(ideographs, columns)[0]).isEqualTo(50);
    }

    private double[] widths(Described item, String... columns) throws IOException {
        FactRow row = fr.comptoir.report.Row.of(item)
                .is(DataType.ARTICLE)
                .is(2024)
                .items(12, 7, 5, 3)
                .at("2025-02");
        byte[] bytes =
                ReadBack.bytes(Given.report(Release.R5_1, "IR", ATTRIBUTES), ReportFormat.XLSX, new Given.Facts(row));
        String sheet = part(bytes, "xl/worksheets/sheet1.xml");
        List<String> headings = ReadBack.sheet(bytes).get(13).stream()
                .map(cell -> cell == null ? "" : cell.getText())
                .toList();
        return Arrays.stream(columns)
                .mapToDouble(column -> Double.parseDouble(sheet.replaceFirst(
                        "(?s).*<col min=\"" + (headings.indexOf(column) + 1) + "\"[^>]* width=\"([0-9.]+)\".*", "$1")))
                .map(Math::floor)
                .toArray();
    }

    @Test
    void wideTablesArePrintedOnLargePaper() throws IOException {
        assertThat(part(xlsx(ATTRIBUTES), "xl/worksheets/sheet1.xml")).contains("paperSize=\"8\"");
        byte[] narrow = ReadBack.bytes(Given.report(Release.R5_1, "PR", Map.of()), ReportFormat.XLSX, platform());
        assertThat(part(narrow, "xl/worksheets/sheet1.xml")).contains("paperSize=\"9\"");
    }

    private static FactSource platform() {
        return new Given.Facts(fr.comptoir.report.Row.of(null)
                .is(DataType.JOURNAL)
                .items(1, 0, 1, 0)
                .at("2025-01"));
    }

    /** A day 0 of a month 0, as a library writes it, makes some readers take the file for damaged. */
    @Test
    void whatIsInTheFileHasADate() throws IOException {
        Path file = Files.write(folder.resolve("dated.xlsx"), xlsx(ATTRIBUTES));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getTimeLocal))
                    .hasSizeGreaterThan(5)
                    .containsOnly(LocalDateTime.of(1980, 1, 1, 0, 0));
        }
        byte[] workbook = Files.readAllBytes(file);
        assertThat(workbook).as("the header of the first file in it").startsWith('P', 'K', 3, 4);
        assertThat(Arrays.copyOfRange(workbook, 10, 14)).containsExactly(0, 0, 33, 0);
    }

    @Test
    void aTextThatNoCellHoldsIsSaid() {
        Described item = Thing.of("x", DataType.ARTICLE)
                .name("x".repeat(ExcelSheet.CELL_MAX + 1))
                .described();
        FactRow row = fr.comptoir.report.Row.of(item)
                .is(DataType.ARTICLE)
                .items(1, 0, 1, 0)
                .at("2025-01");
        assertThatThrownBy(() -> Given.report(Release.R5_1, "IR", Map.of())
                        .write(new Given.Facts(row), ReportFormat.XLSX, OutputStream.nullOutputStream()))
                .isInstanceOf(FormatLimitException.class)
                .hasMessage("Row 16 has under Item 32768 characters, and a cell of Excel holds 32767; ask for tsv, csv"
                        + " or json.");
    }

    @Test
    void aTextOfJustTheLimitIsWhole() {
        String name = "\uD83D\uDE00".repeat(ExcelSheet.CELL_MAX / 2) + "x";
        Described item = Thing.of("x", DataType.ARTICLE).name(name).described();
        FactRow row = fr.comptoir.report.Row.of(item)
                .is(DataType.ARTICLE)
                .items(1, 0, 1, 0)
                .at("2025-01");
        assertThat(ReadBack.cells(Given.report(Release.R5_1, "IR", Map.of()), ReportFormat.XLSX, new Given.Facts(row))
                        .get(15)
                        .get(0))
                .isEqualTo(name);
    }

    @Test
    void moreRowsThanASheetHoldsAreSaidAndNeverCut() {
        FactSource many = (query, rows) -> {
            for (int i = 0; i < 600_000; i++) {
                Described item = Thing.of("i" + i, DataType.ARTICLE).described();
                rows.row(fr.comptoir.report.Row.of(item).items(1, 0, 1, 0).at("2025-01"));
            }
        };
        assertThatThrownBy(() -> Given.report(Release.R5_1, "IR_A1", Map.of("end_date", "2025-01"))
                        .write(requests(many), ReportFormat.XLSX, OutputStream.nullOutputStream()))
                .isInstanceOf(FormatLimitException.class)
                .hasMessageContaining("1048576")
                .hasMessageContaining("tsv, csv or json");
    }

    /** The same rows with requests. */
    private static FactSource requests(FactSource facts) {
        return (query, rows) -> facts.rows(query, row -> {
            row.counts()[fr.comptoir.model.code.MetricType.TOTAL_ITEM_REQUESTS.ordinal()] = 1;
            row.counts()[fr.comptoir.model.code.MetricType.UNIQUE_ITEM_REQUESTS.ordinal()] = 1;
            rows.row(row);
        });
    }

    private static FactSource facts() {
        return new Given.Facts(USAGE);
    }

    private static byte[] xlsx(Map<String, String> parameters) {
        return ReadBack.bytes(Given.report(Release.R5_1, "IR", parameters), ReportFormat.XLSX, facts());
    }

    private String part(byte[] workbook, String name) throws IOException {
        Path file = Files.write(folder.resolve("workbook.xlsx"), workbook);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
