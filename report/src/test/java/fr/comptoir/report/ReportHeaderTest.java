package fr.comptoir.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.Release;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands above the rows, and what is left out because it is the default (CoP 5.1, sections 3.2.1 and 3.3.8). */
class ReportHeaderTest {
    private static final Map<String, String> CHOSEN = chosen();

    private static Map<String, String> chosen() {
        Map<String, String> chosen = new LinkedHashMap<>();
        chosen.put("metric_type", "No_License|Total_Item_Requests");
        chosen.put("data_type", "journal|book");
        chosen.put("yop", "2018|2020-2022");
        chosen.put("access_type", "controlled");
        chosen.put("access_method", "Regular");
        chosen.put("item_id", "alpha:joe");
        chosen.put("platform", "alpha");
        chosen.put("attributes_to_show", "Access_Method|YOP");
        chosen.put("granularity", "totals");
        return chosen;
    }

    @Test
    void theRowsOfTheHeaderAndTheirOrder() {
        List<String> r5 = List.of(
                "Report_Name",
                "Report_ID",
                "Release",
                "Institution_Name",
                "Institution_ID",
                "Metric_Types",
                "Report_Filters",
                "Report_Attributes",
                "Exceptions",
                "Reporting_Period",
                "Created",
                "Created_By");
        List<String> r51 = new ArrayList<>(r5);
        r51.add("Registry_Record");
        for (ReportFormat format : List.of(ReportFormat.TSV, ReportFormat.CSV, ReportFormat.XLSX)) {
            assertThat(labels(Release.R5, format)).isEqualTo(r5);
            assertThat(labels(Release.R5_1, format)).isEqualTo(r51);
        }
    }

    /** The first cells of the rows above the blank one. */
    private static List<String> labels(Release release, ReportFormat format) {
        List<List<String>> rows = ReadBack.cells(Given.report(release, "TR_J1", Map.of()), format, new Given.Facts());
        assertThat(rows.get(rows.indexOf(List.of()) + 1)).startsWith("Title", "Publisher");
        return rows.subList(0, rows.indexOf(List.of())).stream()
                .map(row -> row.get(0))
                .toList();
    }

    @Test
    void filtersOfRelease51AreAnObject() {
        assertThat(header(Given.report(Release.R5_1, "TR", CHOSEN)))
                .contains("\"Report_Filters\":{\"Metric_Type\":[\"Total_Item_Requests\",\"No_License\"],"
                        + "\"Data_Type\":[\"Book\",\"Journal\"],\"YOP\":[\"2018\",\"2020-2022\"],"
                        + "\"Access_Type\":[\"Controlled\"],\"Access_Method\":[\"Regular\"],"
                        + "\"Item_ID\":\"Proprietary:alpha:joe\",\"Platform\":\"alpha\","
                        + "\"Begin_Date\":\"2025-01-01\",\"End_Date\":\"2025-03-31\"},"
                        + "\"Report_Attributes\":{\"Attributes_To_Show\":[\"YOP\",\"Access_Method\"],"
                        + "\"Granularity\":\"Totals\"}");
    }

    @Test
    void filtersOfRelease5AreAnArray() {
        assertThat(header(Given.report(Release.R5, "TR", CHOSEN)))
                .contains("\"Report_Filters\":["
                        + "{\"Name\":\"Metric_Type\",\"Value\":\"Total_Item_Requests|No_License\"},"
                        + "{\"Name\":\"Data_Type\",\"Value\":\"Book|Journal\"},"
                        + "{\"Name\":\"YOP\",\"Value\":\"2018|2020-2022\"},"
                        + "{\"Name\":\"Access_Type\",\"Value\":\"Controlled\"},"
                        + "{\"Name\":\"Access_Method\",\"Value\":\"Regular\"},"
                        + "{\"Name\":\"Item_ID\",\"Value\":\"Proprietary:alpha:joe\"},"
                        + "{\"Name\":\"Platform\",\"Value\":\"alpha\"},"
                        + "{\"Name\":\"Begin_Date\",\"Value\":\"2025-01-01\"},"
                        + "{\"Name\":\"End_Date\",\"Value\":\"2025-03-31\"}],"
                        + "\"Report_Attributes\":["
                        + "{\"Name\":\"Attributes_To_Show\",\"Value\":\"YOP|Access_Method\"},"
                        + "{\"Name\":\"Granularity\",\"Value\":\"Totals\"}]");
    }

    @Test
    void theTabularFormSaysTheSameInItsOwnWay() {
        assertThat(Given.tsv(Given.report(Release.R5_1, "TR", CHOSEN)))
                .contains("\nMetric_Types\tTotal_Item_Requests; No_License\n"
                        + "Report_Filters\tData_Type=Book|Journal; YOP=2018|2020-2022; Access_Type=Controlled;"
                        + " Access_Method=Regular; Item_ID=Proprietary:alpha:joe; Platform=alpha\n"
                        + "Report_Attributes\tAttributes_To_Show=YOP|Access_Method; Exclude_Monthly_Details=True\n")
                .endsWith("\tMetric_Type\tReporting_Period_Total\n");
    }

    @Test
    void whatIsAtItsDefaultIsLeftOut() {
        Map<String, String> defaults = Map.of(
                "access_method", "Regular|TDM",
                "granularity", "Month",
                "exclude_monthly_details", "False",
                "include_parent_details", "False",
                "include_component_details", "False",
                "yop", "0001-9999");
        assertThat(header(Given.report(Release.R5_1, "IR", defaults)))
                .contains(
                        "\"Report_Filters\":{\"Begin_Date\":\"2025-01-01\",\"End_Date\":\"2025-03-31\"},\"Exceptions\"")
                .doesNotContain("Report_Attributes");
        assertThat(Given.tsv(Given.report(Release.R5_1, "IR", defaults)))
                .contains("\nMetric_Types\t\nReport_Filters\t\nReport_Attributes\t\n");
    }

    @Test
    void theAuthorFilterHasTheNameOfTheRelease() {
        String author = "ORCID:0000-0001-2345-6789";
        assertThat(header(Given.report(Release.R5_1, "IR", Map.of("author", author))))
                .contains("\"Report_Filters\":{\"Author\":\"" + author + "\",");
        assertThat(header(Given.report(Release.R5, "IR", Map.of("item_contributor", author))))
                .contains("{\"Name\":\"Item_Contributor\",\"Value\":\"" + author + "\"}");
    }

    @Test
    void theWorldHasItsOwnNameAndNumber() {
        ReportContext context = Given.context(ReportInstitution.theWorld(Given.PLATFORM_ID));
        Report r51 = Report.of(Given.request(Release.R5_1, "TR", Map.of()), context, Given.availability());
        Report r5 = Report.of(Given.request(Release.R5, "TR", Map.of()), context, Given.availability());
        assertThat(header(r51))
                .contains("\"Institution_Name\":\"The World\",\"Institution_ID\":{\"Proprietary\":"
                        + "[\"alpha:0000000000000000\"]}");
        assertThat(header(r5)).contains("\"Customer_ID\":\"0000000000000000\"");
        assertThat(Given.tsv(r51)).contains("\nInstitution_Name\tThe World\nInstitution_ID\talpha:0000000000000000\n");
    }

    @Test
    void severalIdentifiersOfOneNamespace() {
        assertThat(header(Given.report(Release.R5_1, "TR", Map.of())))
                .contains("\"ISNI\":[\"0000000121032683\",\"0000 0001 2100 0004\"]");
        assertThat(header(Given.report(Release.R5, "TR", Map.of())))
                .contains("{\"Type\":\"ISNI\",\"Value\":\"0000000121032683|0000 0001 2100 0004\"}");
        assertThat(Given.tsv(Given.report(Release.R5, "TR", Map.of())))
                .contains("\nInstitution_ID\talpha:U1; ISNI:0000000121032683; ISIL:FR-751059807; ROR:05abcde12\n");
    }

    @Test
    void theRegistryRecordIsOfRelease51AndMayBeBlank() {
        ReportContext unregistered = new ReportContext(
                "alpha",
                "Alpha Journals",
                "Alpha Publishing",
                "",
                ReportInstitution.of(Given.institution(), "alpha"),
                Given.context().created(),
                new java.util.TreeMap<>());
        Report r51 = Report.of(Given.request(Release.R5_1, "TR", Map.of()), unregistered, Given.availability());
        assertThat(header(r51)).endsWith("\"Registry_Record\":\"\"}");
        assertThat(Given.tsv(r51)).contains("\nRegistry_Record\t\n\nTitle\t");
        assertThat(header(Given.report(Release.R5, "TR", Map.of()))).doesNotContain("Registry_Record");
        assertThat(Given.tsv(Given.report(Release.R5, "TR", Map.of())))
                .contains("\nCreated_By\tAlpha Publishing\n\nTitle\t");
    }

    @Test
    void createdHasWholeSeconds() {
        assertThat(header(Given.report(Release.R5, "PR", Map.of()))).contains("\"Created\":\"2025-06-02T08:30:15Z\"");
    }

    @Test
    void aReportWithoutUsageSaysSo() {
        Report report = Given.report(Release.R5, "TR", Map.of());
        assertThat(Given.json(report))
                .contains("\"Exceptions\":[{\"Code\":3030,\"Severity\":\"Error\","
                        + "\"Message\":\"No Usage Available for Requested Dates\"}]")
                .endsWith("},\"Report_Items\":[]}");
        assertThat(Given.json(Given.report(Release.R5_1, "TR", Map.of())))
                .contains("\"Exceptions\":[{\"Code\":3030,\"Message\":\"No Usage Available for Requested Dates\"}]");
        assertThat(Given.tsv(report)).contains("\nExceptions\t3030: No Usage Available for Requested Dates\n");
    }

    @Test
    void rowsWithoutCountsAreNoUsage() {
        String json = Given.json(
                Given.report(Release.R5_1, "TR", Map.of()),
                Row.of(Shelf.journal()).is(DataType.JOURNAL).items(0, 0, 0, 0).at("2025-01"));
        assertThat(json).contains("\"Code\":3030").endsWith("\"Report_Items\":[]}");
    }

    @Test
    void aReportWithoutUsageOfMonthsThatAreNotReadyIsNot3030() {
        Report report =
                Report.of(Given.request(Release.R5_1, "TR", Map.of()), Given.context(), Given.counted("2025-01"));
        assertThat(header(report)).contains("\"Code\":3031").doesNotContain("3030");
    }

    @Test
    void aGapIsNoReasonForAReportWithoutUsage() {
        Report report = Report.of(
                Given.request(Release.R5_1, "TR", Map.of()), Given.context(), Given.counted("2025-01", "2025-03"));
        assertThat(header(report)).contains("\"Code\":3030").contains("\"Code\":3040");
    }

    @Test
    void whatWasIgnoredInTheRequestIsTold() {
        ParsedRequest parsed = Given.parse(
                Release.R5,
                "TR",
                new java.util.TreeMap<>(Map.of("attributes_to_show", "Bar", "foo", "1", "metric_type", "Baz")));
        Report report = Report.of(
                parsed.request().orElseThrow(),
                Given.context(),
                Given.availability(),
                parsed.problems().stream().map(RequestProblem::toException).toList());
        String tsv = Given.tsv(
                report,
                Row.of(Shelf.journal()).is(DataType.JOURNAL).items(1, 1, 1, 1).at("2025-01"));
        assertThat(tsv)
                .contains("\nExceptions\t3050: Parameter Not Recognized in this Context (foo);"
                        + " 3060: Invalid ReportFilter Value (metric_type=Baz);"
                        + " 3062: Invalid ReportAttribute Value (attributes_to_show=Bar)\n");
    }

    @Test
    void componentsAreAnExceptionAndHaveNoColumns() {
        var row = Row.of(Shelf.article()).is(DataType.ARTICLE).items(1, 1, 1, 1).at("2025-01");
        Map<String, String> components = Map.of("include_component_details", "True");
        Report r51 = Given.report(Release.R5_1, "IR", components);
        assertThat(Given.json(r51, row))
                .contains("\"Report_Attributes\":{\"Include_Component_Details\":\"True\"}")
                .contains("\"Exceptions\":[{\"Code\":3063,\"Message\":\"Components Not Supported\"}]")
                .doesNotContain("\"Components\"");
        assertThat(Given.tsv(r51, row))
                .contains("\nReport_Attributes\tInclude_Component_Details=True\n")
                .contains("\nExceptions\t3063: Components Not Supported\n")
                .doesNotContain("Component_Title");
        Report r5 = Given.report(Release.R5, "IR", components);
        assertThat(Given.json(r5, row))
                .contains("\"Exceptions\":[{\"Code\":3062,\"Severity\":\"Warning\","
                        + "\"Message\":\"Invalid ReportAttribute Value\",\"Data\":\"include_component_details=True\"}]")
                .doesNotContain("Include_Component_Details")
                .doesNotContain("Item_Component");
        assertThat(Given.tsv(r5, row))
                .contains("\nReport_Attributes\t\n")
                .contains("\nExceptions\t3062: Invalid ReportAttribute Value (include_component_details=True)\n")
                .doesNotContain("Component_Title");
    }

    @Test
    void theCallerLearnsTheExceptions() throws java.io.IOException {
        Report report = Given.report(Release.R5_1, "TR", Map.of());
        assertThat(report.write(new Given.Facts(), ReportFormat.JSON, new java.io.ByteArrayOutputStream()))
                .extracting(ReportException::code, ReportException::data)
                .containsExactly(tuple(ExceptionCode.NO_USAGE_AVAILABLE, ""));
    }

    /** The text of Report_Header. */
    private static String header(Report report) {
        String json = Given.json(report);
        return json.substring(0, json.indexOf(",\"Report_Items\""));
    }
}
