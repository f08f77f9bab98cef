package fr.comptoir.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactQuery.Attribute;
import fr.comptoir.model.fact.FactRow;
import fr.comptoir.model.fact.FactRow.Described;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows at their limits: strange texts, missing values, gaps. */
class ReportRowsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "A \"quoted\" title, with comma",
                "\"Quoted\" first",
                "Mathematical \uD835\uDD38 and \uD83D\uDE00",
                "كتاب \u200Fعربي and עברית",
                " blank before and after ",
                "é\u0301 = x'; <b>&amp;</b> \\ / {}[]",
            })
    void textsComeThrough(String title) {
        assertThat(titleInJson(title)).isEqualTo(title);
        assertThat(titleInTsv(title)).isEqualTo(title);
        assertThat(titleInCsv(title)).isEqualTo(title);
    }

    @Test
    void fiveThousandCharactersComeThrough() {
        String title = "Ünïcödé ".repeat(625).strip() + ".";
        assertThat(titleInJson(title)).isEqualTo(title);
        assertThat(titleInTsv(title)).isEqualTo(title);
    }

    @Test
    void aCellNeverHoldsATabOrANewline() {
        String title = "One\ttwo\nthree\r\nfour\u2028five\u0000";
        assertThat(titleInTsv(title)).isEqualTo("One two three four five ");
        assertThat(titleInCsv(title)).isEqualTo("One two three four five ");
        assertThat(titleInJson(title)).isEqualTo(title);
    }

    @Test
    void aCsvCellIsQuotedWhenItMustBe() {
        assertThat(csv("a, \"b\"")).contains("\n\"a, \"\"b\"\"\",,,Alpha Journals,");
        assertThat(csv("plain")).contains("\nplain,,,Alpha Journals,");
    }

    @Test
    void textHasAByteOrderMarkAndJsonHasNone() {
        Report report = Given.report(Release.R5_1, "TR", Map.of());
        assertThat(Given.tsv(report)).startsWith("\ufeffReport_Name\tTitle Report\nReport_ID\tTR\nRelease\t5.1\n");
        assertThat(Given.write(report, ReportFormat.CSV)).startsWith("\ufeffReport_Name,Title Report\n");
        assertThat(Given.json(report)).startsWith("{\"Report_Header\":{\"Report_Name\":\"Title Report\"");
    }

    @Test
    void nothingIsKnownOfTheTitle() {
        Described bare = Thing.of("x", DataType.UNSPECIFIED).described();
        FactRow row = Row.of(bare).is(DataType.UNSPECIFIED).items(1, 0, 1, 0).at("2025-02");
        assertThat(Given.json(Given.report(Release.R5_1, "TR", Map.of()), row))
                .contains("\"Report_Items\":[{\"Title\":\"\",\"Publisher\":\"\",\"Platform\":\"Alpha Journals\","
                        + "\"Item_ID\":{\"Proprietary\":\"alpha:x\"},\"Attribute_Performance\":");
        assertThat(Given.json(Given.report(Release.R5, "TR", Map.of()), row))
                .contains("\"Report_Items\":[{\"Title\":\"\",\"Publisher\":\"\",\"Platform\":\"Alpha Journals\","
                        + "\"Item_ID\":[{\"Type\":\"Proprietary\",\"Value\":\"alpha:x\"}],\"Data_Type\":");
        assertThat(Given.body(Given.tsv(Given.report(Release.R5_1, "TR", Map.of()), row))
                        .get(1))
                .containsExactly(
                        "",
                        "",
                        "",
                        "Alpha Journals",
                        "",
                        "alpha:x",
                        "",
                        "",
                        "",
                        "",
                        "Unspecified",
                        "Total_Item_Investigations",
                        "1",
                        "0",
                        "1",
                        "0");
    }

    @Test
    void yearsHaveFourDigits() {
        Map<String, String> yop = Map.of("attributes_to_show", "YOP");
        String tsv = Given.tsv(
                Given.report(Release.R5_1, "TR", yop),
                Row.of(Shelf.journal())
                        .is(DataType.JOURNAL)
                        .is(1)
                        .items(1, 0, 1, 0)
                        .at("2025-01"),
                Row.of(Shelf.journal())
                        .is(DataType.JOURNAL)
                        .is(9999)
                        .items(1, 0, 1, 0)
                        .at("2025-01"));
        assertThat(column(tsv, "YOP")).containsExactly("0001", "0001", "9999", "9999");
    }

    @Test
    void monthsWithoutUsageAreZerosInTextAndNothingInJson() {
        FactRow first =
                Row.of(Shelf.journal()).is(DataType.JOURNAL).items(5, 0, 4, 0).at("2025-01");
        FactRow last =
                Row.of(Shelf.journal()).is(DataType.JOURNAL).items(2, 1, 2, 1).at("2025-05");
        Report report = Given.report(Release.R5_1, "TR", Map.of("end_date", "2025-05"));
        assertThat(Given.tsv(report, first, last))
                .contains("\tReporting_Period_Total\tJan-2025\tFeb-2025\tMar-2025\tApr-2025\tMay-2025\n")
                .contains("\tTotal_Item_Investigations\t7\t5\t0\t0\t0\t2\n")
                .contains("\tTotal_Item_Requests\t1\t0\t0\t0\t0\t1\n");
        assertThat(Given.json(report, first, last))
                .contains("\"Total_Item_Investigations\":{\"2025-01\":5,\"2025-05\":2},"
                        + "\"Total_Item_Requests\":{\"2025-05\":1},");
        assertThat(Given.json(Given.report(Release.R5, "TR", Map.of("end_date", "2025-05")), first, last))
                .contains("\"Performance\":[{\"Period\":{\"Begin_Date\":\"2025-01-01\",\"End_Date\":\"2025-01-31\"},"
                        + "\"Instance\":[{\"Metric_Type\":\"Total_Item_Investigations\",\"Count\":5},"
                        + "{\"Metric_Type\":\"Unique_Item_Investigations\",\"Count\":4}]},"
                        + "{\"Period\":{\"Begin_Date\":\"2025-05-01\",\"End_Date\":\"2025-05-31\"},");
    }

    @Test
    void totalsAreOneFigure() {
        FactRow first =
                Row.of(Shelf.journal()).is(DataType.JOURNAL).items(5, 0, 4, 0).at("2025-01");
        FactRow last =
                Row.of(Shelf.journal()).is(DataType.JOURNAL).items(2, 1, 2, 1).at("2025-02");
        Map<String, String> totals = Map.of("granularity", "Totals", "begin_date", "2025-01", "end_date", "2025-02");
        assertThat(Given.json(Given.report(Release.R5_1, "TR", totals), first, last))
                .contains("\"Performance\":{\"Total_Item_Investigations\":{\"2025-01\":7},"
                        + "\"Total_Item_Requests\":{\"2025-01\":1},");
        assertThat(Given.json(Given.report(Release.R5, "TR", totals), first, last))
                .contains("\"Performance\":[{\"Period\":{\"Begin_Date\":\"2025-01-01\",\"End_Date\":\"2025-02-28\"},"
                        + "\"Instance\":[{\"Metric_Type\":\"Total_Item_Investigations\",\"Count\":7},");
        assertThat(Given.tsv(Given.report(Release.R5_1, "TR", totals), first, last))
                .contains("\tMetric_Type\tReporting_Period_Total\n")
                .contains("\tTotal_Item_Investigations\t7\n");
    }

    @Test
    void onlyTheMetricsAskedForAreShown() {
        FactRow row =
                Row.of(Shelf.journal()).is(DataType.JOURNAL).items(5, 4, 3, 2).at("2025-01");
        Map<String, String> one = Map.of("metric_type", "unique_item_requests");
        assertThat(column(Given.tsv(Given.report(Release.R5_1, "TR", one), row), "Metric_Type"))
                .containsExactly("Unique_Item_Requests");
        assertThat(column(Given.tsv(Given.report(Release.R5_1, "TR_J1", Map.of()), row), "Metric_Type"))
                .containsExactly("Total_Item_Requests", "Unique_Item_Requests");
    }

    @Test
    void articlesOfJournalsOnlyInTheViewOfRelease5() {
        FactRow ofJournal = Row.of(Shelf.article())
                .in(Shelf.journal())
                .is(AccessType.OA_GOLD)
                .items(1, 1, 1, 1)
                .at("2025-01");
        FactRow standalone = Row.of(Shelf.secondArticle())
                .is(AccessType.OA_GOLD)
                .items(1, 1, 1, 1)
                .at("2025-01");
        String json = Given.json(Given.report(Release.R5, "IR_A1", Map.of()), standalone, ofJournal);
        assertThat(json)
                .contains("\"Item\":\"On small numbers\"")
                .doesNotContain("Without a publisher")
                .contains("\"Item_Parent\":{\"Item_Name\":\"Journal of Examples\",")
                .doesNotContain("\"ISBN\"");
        assertThat(Given.json(Given.report(Release.R5_1, "IR_A1", Map.of()), standalone, ofJournal))
                .contains("Without a publisher")
                .contains("{\"Title\":\"Journal of Examples\",\"Item_ID\":");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ann One (ORCID:0000-0001-2345-6789)|Ann One (ORCID:0000-0001-2345-6789)",
                "Ann One (orcid: 0000-0001-2345-6789);; Bo Two ;|Ann One (ORCID:0000-0001-2345-6789); Bo Two",
                "One; Two; Three; Four|One; Two; Three",
                "One; One; Two|One; Two",
                "An Institute (Paris)|An Institute (Paris)",
                "(Anon)|(Anon)",
            })
    void authorsInOneCell(String catalogue, String cell) {
        Described item = Thing.of("x", DataType.ARTICLE).authors(catalogue).described();
        Report report = Given.report(Release.R5_1, "IR", Map.of("attributes_to_show", "Authors"));
        FactRow row = Row.of(item).is(DataType.ARTICLE).items(1, 0, 1, 0).at("2025-01");
        assertThat(column(Given.tsv(report, row), "Authors")).containsOnly(cell);
    }

    @Test
    void itemsOfOneAuthor() {
        FactRow hers = Row.of(Shelf.chapter(DataType.BOOK_SEGMENT))
                .is(DataType.BOOK_SEGMENT)
                .items(1, 1, 1, 1)
                .at("2025-01");
        FactRow others =
                Row.of(Shelf.article()).is(DataType.ARTICLE).items(1, 1, 1, 1).at("2025-01");
        Report report = Given.report(Release.R5_1, "IR", Map.of("author", "ORCID:0000-0001-2345-6789"));
        assertThat(column(Given.tsv(report, hers, others), "Item")).containsOnly("On large numbers");
    }

    @Test
    void anItemWhoseParentChangedIsOneItemWithoutParentDetails() {
        Given.Facts facts = new Given.Facts();
        for (String id : List.of("IR", "IR_A1")) {
            Given.write(Given.report(Release.R5_1, id, Map.of()), ReportFormat.JSON, facts);
            assertThat(facts.asked.shown().contains(Attribute.PARENT)).isEqualTo(id.equals("IR_A1"));
        }
        Map<String, String> details = Map.of("include_parent_details", "True");
        Given.write(Given.report(Release.R5_1, "IR", details), ReportFormat.JSON, facts);
        assertThat(facts.asked.shown()).contains(Attribute.PARENT);
        Given.write(Given.report(Release.R5, "IR_A1", Map.of()), ReportFormat.JSON, facts);
        assertThat(facts.asked.shown()).contains(Attribute.PARENT);
    }

    @Test
    void aParentThatIsADatabaseHasNoTypeInRelease5() {
        FactRow row = Row.of(Shelf.thesis())
                .in(Shelf.database(DataType.DATABASE))
                .items(1, 0, 1, 0)
                .at("2025-01");
        Report report = Given.report(Release.R5, "IR", Map.of("include_parent_details", "True"));
        assertThat(Given.json(report, row))
                .contains("\"Item_Parent\":{\"Item_Name\":\"Alpha Abstracts\"")
                .doesNotContain("Data_Type");
        assertThat(column(Given.tsv(report, row), "Parent_Data_Type")).containsOnly("");
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void aMillionRowsStream(ReportFormat format) throws IOException {
        int titles = 250_000;
        long[] bytes = new long[1];
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int b) {
                bytes[0]++;
            }

            @Override
            public void write(byte[] b, int off, int len) {
                bytes[0] += len;
            }
        };
        Report report = Given.report(Release.R5_1, "TR", Map.of("end_date", "2025-04"));
        report.write(
                (query, rows) -> {
                    for (int title = 0; title < titles; title++) {
                        Described described = Thing.of("t" + title, DataType.JOURNAL)
                                .name("Title " + title)
                                .described();
                        for (int month = 1; month <= 4; month++) {
                            rows.row(Row.of(described)
                                    .is(DataType.JOURNAL)
                                    .items(1, 1, 1, 1)
                                    .at("2025-0" + month));
                        }
                    }
                },
                format,
                counting);
        // A workbook is compressed.
        assertThat(bytes[0]).isGreaterThan(titles * (format == ReportFormat.XLSX ? 100L : 200L));
    }

    @Test
    void aBrokenStreamIsAnIoException() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("disk full");
            }
        };
        for (ReportFormat format : ReportFormat.values()) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> Given.report(Release.R5_1, "PR", Map.of()).write(new Given.Facts(), format, broken))
                    .isInstanceOf(IOException.class)
                    .hasMessage("disk full");
        }
    }

    @Test
    void theStreamStaysOpen() throws IOException {
        boolean[] closed = new boolean[1];
        OutputStream out = new java.io.ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        for (ReportFormat format : ReportFormat.values()) {
            Given.report(Release.R5_1, "PR", Map.of()).write(new Given.Facts(), format, out);
        }
        assertThat(closed[0]).isFalse();
    }

    @Test
    void aRowOutsideThePeriodIsAMistakeOfTheFacts() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Given.json(
                        Given.report(Release.R5_1, "PR", Map.of()),
                        Row.of(null)
                                .is(DataType.PLATFORM)
                                .count(MetricType.SEARCHES_PLATFORM, 1)
                                .at("2025-04")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2025-04");
    }

    private static FactRow used(String title) {
        Described described = Thing.of("x", DataType.JOURNAL).name(title).described();
        return Row.of(described).is(DataType.JOURNAL).items(1, 0, 1, 0).at("2025-01");
    }

    private static Object titleInJson(String title) {
        Map<String, Object> json = Json.object(Given.json(Given.report(Release.R5_1, "TR", Map.of()), used(title)));
        return ((Map<?, ?>) ((List<?>) json.get("Report_Items")).get(0)).get("Title");
    }

    private static String titleInTsv(String title) {
        return Given.body(Given.tsv(Given.report(Release.R5_1, "TR", Map.of()), used(title)))
                .get(1)
                .get(0);
    }

    private static String titleInCsv(String title) {
        String[] lines = csv(title).stripTrailing().split("\n", -1);
        String line = lines[lines.length - 1];
        return line.startsWith("\"")
                ? line.substring(1, line.indexOf("\",,,")).replace("\"\"", "\"")
                : line.substring(0, line.indexOf(",,,"));
    }

    private static String csv(String title) {
        return Given.write(Given.report(Release.R5_1, "TR", Map.of()), ReportFormat.CSV, used(title));
    }

    /** The cells of one column, from top to bottom. */
    private static List<String> column(String tsv, String name) {
        List<List<String>> body = Given.body(tsv);
        int index = body.get(0).indexOf(name);
        return body.subList(1, body.size()).stream().map(row -> row.get(index)).toList();
    }
}
