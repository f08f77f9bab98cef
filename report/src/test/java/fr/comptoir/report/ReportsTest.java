package fr.comptoir.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of section 4 of the Code, typed in by hand: a declaration that differs from its table fails here. */
class ReportsTest {
    private static final String TITLE =
            "Title Publisher Publisher_ID Platform DOI Proprietary_ID ISBN Print_ISSN Online_ISSN URI";
    private static final String JOURNAL =
            "Title Publisher Publisher_ID Platform DOI Proprietary_ID Print_ISSN Online_ISSN URI";
    private static final String DATABASE = "Database Publisher Publisher_ID Platform Proprietary_ID";
    private static final String ITEM_AND_PARENT =
            "Item Publisher Publisher_ID Platform [Authors] [Publication_Date] [Article_Version]"
                    + " DOI Proprietary_ID ISBN Print_ISSN Online_ISSN URI"
                    + " (Parent_Title) (Parent_Authors) (Parent_Publication_Date) (Parent_Article_Version)"
                    + " (Parent_Data_Type) (Parent_DOI) (Parent_Proprietary_ID) (Parent_ISBN)"
                    + " (Parent_Print_ISSN) (Parent_Online_ISSN) (Parent_URI)"
                    + " (Component_Title) (Component_Authors) (Component_Publication_Date)"
                    + " (Component_Data_Type) (Component_DOI) (Component_Proprietary_ID) (Component_ISBN)"
                    + " (Component_Print_ISSN) (Component_Online_ISSN) (Component_URI)";
    private static final String JOURNAL_ARTICLE =
            "Item Publisher Publisher_ID Platform Authors Publication_Date Article_Version DOI Proprietary_ID"
                    + " Print_ISSN Online_ISSN URI Parent_Title Parent_Authors Parent_Article_Version Parent_DOI"
                    + " Parent_Proprietary_ID Parent_Print_ISSN Parent_Online_ISSN Parent_URI Access_Type";
    private static final String MULTIMEDIA = "Item Publisher Publisher_ID Platform DOI Proprietary_ID URI";

    private static final String ITEMS =
            "Total_Item_Investigations Total_Item_Requests" + " Unique_Item_Investigations Unique_Item_Requests";
    private static final String TITLES = "Unique_Title_Investigations Unique_Title_Requests";
    private static final String SEARCHES = "Searches_Automated Searches_Federated Searches_Regular";
    private static final String DENIALS = "Limit_Exceeded No_License";
    private static final String ITEM_REQUESTS = "Total_Item_Requests Unique_Item_Requests";

    @Test
    @DisplayName("Both releases have the sixteen reports, in the order of the Code")
    void idsAndNames() {
        assertThat(table(Release.R5, report -> report.id() + ": " + report.name()))
                .isEqualTo("""
                        PR: Platform Master Report
                        PR_P1: Platform Usage
                        DR: Database Master Report
                        DR_D1: Database Search and Item Usage
                        DR_D2: Database Access Denied
                        TR: Title Master Report
                        TR_B1: Book Requests (Excluding OA_Gold)
                        TR_B2: Book Access Denied
                        TR_B3: Book Usage by Access Type
                        TR_J1: Journal Requests (Excluding OA_Gold)
                        TR_J2: Journal Access Denied
                        TR_J3: Journal Usage by Access Type
                        TR_J4: Journal Requests by YOP (Excluding OA_Gold)
                        IR: Item Master Report
                        IR_A1: Journal Article Requests
                        IR_M1: Multimedia Item Requests
                        """);
        assertThat(table(Release.R5_1, report -> report.id() + ": " + report.name()))
                .isEqualTo("""
                        PR: Platform Report
                        PR_P1: Platform Usage
                        DR: Database Report
                        DR_D1: Database Search and Item Usage
                        DR_D2: Database Access Denied
                        TR: Title Report
                        TR_B1: Book Requests (Controlled)
                        TR_B2: Book Access Denied
                        TR_B3: Book Usage by Access Type
                        TR_J1: Journal Requests (Controlled)
                        TR_J2: Journal Access Denied
                        TR_J3: Journal Usage by Access Type
                        TR_J4: Journal Requests by YOP (Controlled)
                        IR: Item Report
                        IR_A1: Journal Article Requests
                        IR_M1: Multimedia Item Requests
                        """);
    }

    /** Columns: plain always, [on request], (with parent or component details). */
    @ParameterizedTest
    @CsvSource({
        "R5, PR, Platform [Data_Type] [Access_Method]",
        "R5, PR_P1, Platform",
        "R5, DR, " + DATABASE + " [Data_Type] [Access_Method]",
        "R5, DR_D1, " + DATABASE,
        "R5, DR_D2, " + DATABASE,
        "R5, TR, " + TITLE + " [Data_Type] [Section_Type] [YOP] [Access_Type] [Access_Method]",
        "R5, TR_B1, " + TITLE + " YOP",
        "R5, TR_B2, " + TITLE + " YOP",
        "R5, TR_B3, " + TITLE + " YOP Access_Type",
        "R5, TR_J1, " + JOURNAL,
        "R5, TR_J2, " + JOURNAL,
        "R5, TR_J3, " + JOURNAL + " Access_Type",
        "R5, TR_J4, " + JOURNAL + " YOP",
        "R5, IR, " + ITEM_AND_PARENT + " [Data_Type] [YOP] [Access_Type] [Access_Method]",
        "R5, IR_A1, " + JOURNAL_ARTICLE,
        "R5, IR_M1, " + MULTIMEDIA,
        "R5_1, PR, Platform Data_Type [Access_Method]",
        "R5_1, PR_P1, Platform Data_Type",
        "R5_1, DR, " + DATABASE + " Data_Type [Access_Method]",
        "R5_1, DR_D1, " + DATABASE,
        "R5_1, DR_D2, " + DATABASE,
        "R5_1, TR, " + TITLE + " Data_Type [YOP] [Access_Type] [Access_Method]",
        "R5_1, TR_B1, " + TITLE + " Data_Type YOP",
        "R5_1, TR_B2, " + TITLE + " Data_Type YOP",
        "R5_1, TR_B3, " + TITLE + " Data_Type YOP Access_Type",
        "R5_1, TR_J1, " + JOURNAL,
        "R5_1, TR_J2, " + JOURNAL,
        "R5_1, TR_J3, " + JOURNAL + " Access_Type",
        "R5_1, TR_J4, " + JOURNAL + " YOP",
        "R5_1, IR, " + ITEM_AND_PARENT + " Data_Type [YOP] [Access_Type] [Access_Method]",
        "R5_1, IR_A1, " + JOURNAL_ARTICLE,
        "R5_1, IR_M1, " + MULTIMEDIA + " Data_Type",
    })
    void columns(Release release, String id, String columns) {
        assertThat(find(release, id).columns().stream().map(ReportsTest::text).collect(Collectors.joining(" ")))
                .isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({
        "R5, PR, Searches_Platform " + ITEMS + " " + TITLES,
        "R5, PR_P1, Searches_Platform " + ITEM_REQUESTS + " Unique_Title_Requests",
        "R5, DR, " + SEARCHES + " " + ITEMS + " " + TITLES + " " + DENIALS,
        "R5, DR_D1, " + SEARCHES + " Total_Item_Investigations Total_Item_Requests",
        "R5, DR_D2, " + DENIALS,
        "R5, TR, " + ITEMS + " " + TITLES + " " + DENIALS,
        "R5, TR_B1, Total_Item_Requests Unique_Title_Requests",
        "R5, TR_B2, " + DENIALS,
        "R5, TR_B3, " + ITEMS + " " + TITLES,
        "R5, TR_J1, " + ITEM_REQUESTS,
        "R5, TR_J2, " + DENIALS,
        "R5, TR_J3, " + ITEMS,
        "R5, TR_J4, " + ITEM_REQUESTS,
        "R5, IR, " + ITEMS + " " + DENIALS,
        "R5, IR_A1, " + ITEM_REQUESTS,
        "R5, IR_M1, Total_Item_Requests",
        "R5_1, PR, Searches_Platform " + ITEMS + " " + TITLES,
        "R5_1, PR_P1, Searches_Platform " + ITEM_REQUESTS + " Unique_Title_Requests",
        "R5_1, DR, " + SEARCHES + " " + ITEMS + " " + TITLES + " " + DENIALS,
        "R5_1, DR_D1, " + SEARCHES + " " + ITEMS,
        "R5_1, DR_D2, " + DENIALS,
        "R5_1, TR, " + ITEMS + " " + TITLES + " " + DENIALS,
        "R5_1, TR_B1, Total_Item_Requests Unique_Title_Requests",
        "R5_1, TR_B2, " + DENIALS,
        "R5_1, TR_B3, " + ITEMS + " " + TITLES,
        "R5_1, TR_J1, " + ITEM_REQUESTS,
        "R5_1, TR_J2, " + DENIALS,
        "R5_1, TR_J3, " + ITEMS,
        "R5_1, TR_J4, " + ITEM_REQUESTS,
        "R5_1, IR, " + ITEMS + " " + DENIALS,
        "R5_1, IR_A1, " + ITEM_REQUESTS,
        "R5_1, IR_M1, " + ITEM_REQUESTS,
    })
    void metricTypes(Release release, String id, String metricTypes) {
        assertThat(find(release, id).metricTypes().stream()
                        .map(MetricType::code)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(metricTypes);
    }

    /** What the header of a report says when nothing was chosen: Report_Filters of the tabular form. */
    @ParameterizedTest
    @CsvSource({
        "R5, PR_P1, Access_Method=Regular",
        "R5, DR_D1, Access_Method=Regular",
        "R5, DR_D2, Access_Method=Regular",
        "R5, TR_B1, Data_Type=Book; Access_Type=Controlled; Access_Method=Regular",
        "R5, TR_B2, Data_Type=Book; Access_Method=Regular",
        "R5, TR_B3, Data_Type=Book; Access_Method=Regular",
        "R5, TR_J1, Data_Type=Journal; Access_Type=Controlled; Access_Method=Regular",
        "R5, TR_J2, Data_Type=Journal; Access_Method=Regular",
        "R5, TR_J3, Data_Type=Journal; Access_Method=Regular",
        "R5, TR_J4, Data_Type=Journal; Access_Type=Controlled; Access_Method=Regular",
        "R5, IR_A1, Data_Type=Article; Parent_Data_Type=Journal; Access_Method=Regular",
        "R5, IR_M1, Data_Type=Multimedia; Access_Method=Regular",
        "R5_1, PR_P1, Access_Method=Regular",
        "R5_1, DR_D1, Access_Method=Regular",
        "R5_1, DR_D2, Access_Method=Regular",
        "R5_1, TR_B1, Data_Type=Book|Reference_Work; Access_Type=Controlled; Access_Method=Regular",
        "R5_1, TR_B2, Data_Type=Book|Reference_Work; Access_Method=Regular",
        "R5_1, TR_B3, Data_Type=Book|Reference_Work; Access_Method=Regular",
        "R5_1, TR_J1, Data_Type=Journal; Access_Type=Controlled; Access_Method=Regular",
        "R5_1, TR_J2, Data_Type=Journal; Access_Method=Regular",
        "R5_1, TR_J3, Data_Type=Journal; Access_Method=Regular",
        "R5_1, TR_J4, Data_Type=Journal; Access_Type=Controlled; Access_Method=Regular",
        "R5_1, IR_A1, Data_Type=Article; Access_Method=Regular",
        "R5_1, IR_M1, Data_Type=Audiovisual|Image|Interactive_Resource|Multimedia|Sound; Access_Method=Regular",
    })
    void presetsOfStandardViews(Release release, String id, String filters) {
        ReportDeclaration report = find(release, id);
        assertThat(report.isMaster()).isFalse();
        assertThat(id).startsWith(report.master() + "_");
        String tsv = Given.tsv(Given.report(release, id, java.util.Map.of()));
        assertThat(tsv).contains("\nReport_Filters\t" + filters + "\n");
        assertThat(tsv)
                .contains("\nMetric_Types\t"
                        + report.metricTypes().stream().map(MetricType::code).collect(Collectors.joining("; ")) + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "R5, PR, Article Book Book_Segment Database Dataset Journal Multimedia Newspaper_or_Newsletter Other"
                + " Platform Report Repository_Item Thesis_or_Dissertation Unspecified",
        "R5, DR, Book Database Journal Multimedia Newspaper_or_Newsletter Other Report Thesis_or_Dissertation"
                + " Unspecified",
        "R5, TR, Book Journal Newspaper_or_Newsletter Other Report Thesis_or_Dissertation Unspecified",
        "R5, IR, Article Book Book_Segment Dataset Journal Multimedia Newspaper_or_Newsletter Other Report"
                + " Repository_Item Thesis_or_Dissertation Unspecified",
        "R5_1, PR, Article Audiovisual Book Book_Segment Conference Conference_Item Database_Full_Item Dataset"
                + " Image Interactive_Resource Journal Multimedia News_Item Newspaper_or_Newsletter Other Patent"
                + " Platform Reference_Item Reference_Work Report Software Sound Standard Thesis_or_Dissertation"
                + " Unspecified",
        "R5_1, DR, Audiovisual Book Conference Database_Aggregated Database_AI Database_Full Database_Full_Item"
                + " Image Interactive_Resource Journal Multimedia Newspaper_or_Newsletter Other Patent"
                + " Reference_Work Report Sound Standard Thesis_or_Dissertation Unspecified",
        "R5_1, TR, Book Conference Journal Newspaper_or_Newsletter Other Patent Reference_Work Report Standard"
                + " Thesis_or_Dissertation Unspecified",
        "R5_1, IR, Article Audiovisual Book_Segment Conference_Item Database_Full_Item Dataset Image"
                + " Interactive_Resource Multimedia News_Item Other Patent Reference_Item Report Software Sound"
                + " Standard Thesis_or_Dissertation Unspecified",
    })
    void dataTypesOfMasterReports(Release release, String id, String dataTypes) {
        assertThat(find(release, id).dataTypes().stream()
                        .map(type -> type.code())
                        .toList())
                .containsExactlyInAnyOrder(dataTypes.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "R5, PR, metric_type data_type access_method platform",
        "R5, DR, metric_type data_type access_method database platform",
        "R5, TR, metric_type data_type section_type yop access_type access_method item_id platform",
        "R5, IR, metric_type data_type yop access_type access_method item_id item_contributor platform",
        "R5, TR_J1, platform",
        "R5_1, PR, metric_type data_type access_method platform",
        "R5_1, DR, metric_type data_type access_method database platform",
        "R5_1, TR, metric_type data_type yop access_type access_method item_id platform",
        "R5_1, IR, metric_type data_type yop access_type access_method item_id author platform",
        "R5_1, TR_J1, platform",
    })
    void filters(Release release, String id, String parameters) {
        assertThat(find(release, id).filters().stream()
                        .map(filter -> filter.parameter(release))
                        .toList())
                .containsExactlyInAnyOrder(parameters.split(" ", -1));
    }

    @Test
    void aReportIsFoundInAnyLetterCase() {
        assertThat(find(Release.R5_1, "tr_j1").id()).isEqualTo("TR_J1");
        assertThat(Reports.find(Release.R5, "JR1")).isEmpty();
    }

    private static ReportDeclaration find(Release release, String id) {
        return Reports.find(release, id).orElseThrow();
    }

    private static String text(DeclaredColumn column) {
        String code = column.column().code();
        return switch (column.presence()) {
            case ALWAYS -> code;
            case ATTRIBUTE_TO_SHOW -> "[" + code + "]";
            case PARENT_DETAILS, COMPONENT_DETAILS -> "(" + code + ")";
        };
    }

    private static String table(Release release, java.util.function.Function<ReportDeclaration, String> line) {
        List<String> lines = Reports.of(release).stream().map(line).toList();
        return String.join("\n", lines) + "\n";
    }
}
