package fr.comptoir.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.code.SectionType;
import fr.comptoir.model.fact.FactQuery.Identifier;
import fr.comptoir.model.fact.FactQuery.YopRange;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportRequestParserTest {
    @Test
    void valuesComeInAnyCaseAndOrderAndGoOutCanonical() {
        ReportRequest request = Given.request(
                Release.R5_1,
                "tr",
                Map.of(
                        "METRIC_TYPE", "unique_item_requests| TOTAL_ITEM_REQUESTS ",
                        "data_type", "journal",
                        "yop", "2018|2020-2022|0001",
                        "access_type", "OPEN|controlled",
                        "access_method", "tdm",
                        "attributes_to_show", "access_type|yop",
                        "begin_date", "2025-01-15",
                        "end_date", "2025-02-28"));

        assertThat(request.report().id()).isEqualTo("TR");
        assertThat(request.customer()).isEqualTo("U1");
        assertThat(request.begin()).isEqualTo(YearMonth.of(2025, 1));
        assertThat(request.end()).isEqualTo(YearMonth.of(2025, 2));
        Filters filters = request.filters();
        assertThat(filters.metricTypes())
                .containsExactly(MetricType.TOTAL_ITEM_REQUESTS, MetricType.UNIQUE_ITEM_REQUESTS);
        assertThat(filters.dataTypes()).containsExactly(DataType.JOURNAL);
        assertThat(filters.yop())
                .containsExactly(new YopRange(2018, 2018), new YopRange(2020, 2022), new YopRange(1, 1));
        assertThat(filters.accessTypes()).containsExactly(AccessType.CONTROLLED, AccessType.OPEN);
        assertThat(filters.accessMethods()).containsExactly(AccessMethod.TDM);
        assertThat(request.attributesToShow()).containsExactly(Column.YOP, Column.ACCESS_TYPE);
    }

    @Test
    void optionsOfTheCommandLineAreTheSameParameters() {
        ParsedRequest parsed = new ReportRequestParser(Given.PLATFORM_ID, Given.CURRENT)
                .parse(
                        "5",
                        "TR",
                        Map.of(
                                "--customer", "U1",
                                "--begin", "2025-01",
                                "--end", "2025-01",
                                "--section-type", "chapter",
                                "--exclude-monthly-details", "true"));

        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.request().orElseThrow().filters().sectionTypes()).containsExactly(SectionType.CHAPTER);
        assertThat(parsed.request().orElseThrow().totals()).isTrue();
    }

    @Test
    void aSingleMonthIsAPeriod() {
        assertThat(problems("begin_date", "2025-03", "end_date", "2025-03")).isEmpty();
        assertThat(problems("begin_date", "2025-03-01", "end_date", "2025-03-31"))
                .isEmpty();
    }

    @Test
    void allValuesOfAFilterAreTheSameAsNone() {
        Filters filters = Given.request(
                        Release.R5_1,
                        "TR",
                        Map.of(
                                "access_method", "Regular|TDM",
                                "access_type", "Controlled|Open|Free_To_Read",
                                "yop", "0001-9999|2020",
                                "metric_type", ""))
                .filters();
        assertThat(filters).isEqualTo(Filters.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "R5_1, TR, DOI:10.1234/a:b, DOI, 10.1234/a:b",
        "R5_1, TR, print_issn:1234-567x, Print_ISSN, 1234-567X",
        "R5_1, IR, Proprietary:alpha:a1, Proprietary, a1",
        "R5_1, IR, alpha:a:1, Proprietary, a:1",
        "R5_1, IR, URI:https://alpha.example/a1, URI, https://alpha.example/a1",
        "R5_1, TR, ISBN:978-3-16-148410-0, ISBN, 978-3-16-148410-0",
        "R5_1, TR, ISBN:9783161484100, ISBN, 9783161484100",
        "R5_1, TR, ISBN:0-306-40615-x, ISBN, 0-306-40615-X",
        "R5, TR, Linking_ISSN:1234-5679, Linking_ISSN, 1234-5679",
    })
    void identifiersOfItems(Release release, String report, String text, String namespace, String value) {
        assertThat(Given.request(release, report, Map.of("item_id", text))
                        .filters()
                        .itemId())
                .contains(new Identifier(namespace, value));
    }

    @Test
    void identifiersOfAuthors() {
        Identifier orcid = new Identifier("ORCID", "0000-0001-2345-678X");
        assertThat(Given.request(Release.R5_1, "IR", Map.of("author", "orcid:0000-0001-2345-678x"))
                        .filters()
                        .author())
                .contains(orcid);
        assertThat(Given.request(Release.R5, "IR", Map.of("item_contributor", "ORCID:0000-0001-2345-678X"))
                        .filters()
                        .author())
                .contains(orcid);
    }

    @Test
    void aProblemIsOneSentenceThatSaysWhatIsAllowed() {
        RequestProblem problem =
                single(Given.parse(Release.R5_1, "TR", Map.of("metric_type", "Foo|Total_Item_Requests|Bar")));
        assertThat(problem.code().number()).isEqualTo(3060);
        assertThat(problem.data()).isEqualTo("metric_type=Foo|Bar");
        assertThat(problem.message())
                .isEqualTo("metric_type: \"Foo\", \"Bar\" are not known to TR of Release 5.1; allowed are"
                        + " Total_Item_Investigations, Total_Item_Requests, Unique_Item_Investigations,"
                        + " Unique_Item_Requests, Unique_Title_Investigations, Unique_Title_Requests, Limit_Exceeded,"
                        + " No_License.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "R5_1; TR; data_type; Article; 3060; allowed are Book, Conference, Journal,",
                "R5_1; TR; access_type; OA_Gold; 3060; allowed are Controlled, Open, Free_To_Read.",
                "R5; TR; access_type; Other_Free_To_Read; 3060; allowed are Controlled, OA_Gold.",
                "R5; IR; access_type; Open; 3060; allowed are Controlled, OA_Gold, Other_Free_To_Read.",
                "R5_1; PR; access_method; Machine; 3060; allowed are Regular, TDM.",
                "R5; TR; section_type; Page; 3060; allowed are Article, Book, Chapter, Other, Section.",
                "R5_1; TR; yop; 2020-2010; 3060; write years as yyyy or yyyy-yyyy",
                "R5_1; TR; yop; 0000; 3060; write years as yyyy or yyyy-yyyy",
                "R5_1; TR; yop; 99; 3060; write years as yyyy or yyyy-yyyy",
                "R5_1; TR; item_id; Linking_ISSN:1234-5679; 3060; Proprietary:alpha:..., ISBN:nnnnnnnnnnnnn",
                "R5_1; TR; item_id; Proprietary:beta:a1; 3060; write one identifier as DOI:10.nnnn/...",
                "R5_1; TR; item_id; Print_ISSN:12345679; 3060; Print_ISSN:nnnn-nnnn",
                "R5_1; TR; item_id; ISBN:123; 3060; ISBN:nnnnnnnnnnnnn",
                "R5_1; TR; item_id; ISBN:97831614841001; 3060; ISBN:nnnnnnnnnnnnn",
                "R5_1; TR; item_id; DOI:examples.1; 3060; DOI:10.nnnn/...",
                "R5_1; TR; item_id; DOI:; 3060; write one identifier",
                "R5_1; TR; item_id; DOI:10.1/a|Print_ISSN:2049-3630; 3061; not a list; write one as DOI:",
                "R5_1; IR; author; Ann One; 3060; ORCID:nnnn-nnnn-nnnn-nnnn",
                "R5_1; PR; platform; beta; 3060; the platform is alpha.",
                "R5_1; PR; attributed; Maybe; 3060; allowed are Yes, No.",
                "R5_1; PR; subdivision_code; FR-75; 3060; subdivision_code is not offered in PR of Release 5.1",
                "R5_1; TR; country_code; FR; 3060; country_code is not offered",
                "R5; TR; attributed; Yes; 3050; attributed is not a parameter of TR of Release 5",
                "R5_1; TR; section_type; Chapter; 3050; section_type is not a parameter of TR of Release 5.1",
                "R5_1; PR; yop; 2020; 3050; allowed are customer_id, begin_date, end_date, metric_type, data_type,",
                "R5_1; TR; database; Abstracts; 3050; not a parameter",
                "R5_1; IR; item_contributor; ORCID:0000-0001-2345-6789; 3050; author",
                "R5; IR; author; ORCID:0000-0001-2345-6789; 3050; item_contributor",
                "R5_1; TR; include_parent_details; True; 3050; not a parameter",
                "R5_1; TR; foo; bar; 3050; foo is not a parameter of TR of Release 5.1",
                "R5_1; TR_J1; metric_type; Total_Item_Requests; 3050; allowed are customer_id, begin_date, end_date, platform.",
                "R5_1; TR_J1; attributes_to_show; YOP; 3050; not a parameter of TR_J1",
                "R5_1; TR_J1; exclude_monthly_details; True; 3050; not a parameter of TR_J1",
                "R5_1; TR; attributes_to_show; Data_Type; 3062; allowed are Institution_Name, Customer_ID, Attributed, YOP, Access_Type, Access_Method.",
                "R5_1; TR; attributes_to_show; Country_Name|YOP; 3062; allowed are Institution_Name, Customer_ID, Attributed, YOP, Access_Type, Access_Method.",
                "R5; TR; attributes_to_show; Country_Code; 3062; allowed are Institution_Name, Customer_ID, Attributed, Data_Type, Section_Type, YOP, Access_Type,",
                "R5_1; TR; attributes_to_show; Authors; 3062; \"Authors\" cannot be chosen in TR of Release 5.1",
                "R5_1; TR; granularity; Day; 3062; allowed are Month, Totals.",
                "R5_1; IR; include_parent_details; yes; 3062; allowed are False, True.",
            })
    void whatIsNotOfTheReportOrRelease(
            Release release, String report, String name, String value, int code, String sentence) {
        ParsedRequest parsed = Given.parse(release, report, Map.of(name, value));
        RequestProblem problem = single(parsed);
        assertThat(problem.code().number()).isEqualTo(code);
        assertThat(problem.message()).contains(sentence).startsWith(name).endsWith(".");
        assertThat(parsed.request()).as("the API goes on without it").isPresent();
        assertThat(problem.toException().toString())
                .startsWith(code + ": " + problem.code().message() + " (" + name);
    }

    @Test
    void whatWantsTheMonthsBesideWhatDoesNotIsIgnored() {
        for (Map<String, String> same : List.of(
                Map.of("granularity", "Totals", "exclude_monthly_details", "True"),
                Map.of("granularity", "Month", "exclude_monthly_details", "False"))) {
            assertThat(Given.parse(Release.R5_1, "TR", same).problems()).isEmpty();
        }
        ParsedRequest parsed =
                Given.parse(Release.R5_1, "TR", Map.of("granularity", "Totals", "exclude_monthly_details", "False"));
        assertThat(single(parsed).toException().toString())
                .isEqualTo("3062: Invalid ReportAttribute Value (exclude_monthly_details=False)");
        assertThat(parsed.request().orElseThrow().totals()).isTrue();
        assertThat(single(Given.parse(
                                Release.R5, "IR", Map.of("granularity", "month", "exclude_monthly_details", "true")))
                        .data())
                .isEqualTo("granularity=Month");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2025-13; 2025-13; there is no month or day \"2025-13\"",
                "2025-02-30; 2025-02; there is no month or day \"2025-02-30\"",
                "2025; 2025-01; there is no month or day \"2025\"",
                "0000-01; 2025-01; there is no month or day \"0000-01\"",
                "2025-03; 2025-01; begin_date 2025-03 is after end_date 2025-01",
                "2025-06; 2025-06; the last month that can be reported is 2025-05.",
                "2025-07; 2025-09; begin_date: 2025-07 is not over yet",
            })
    void wrongDates(String begin, String end, String sentence) {
        ParsedRequest parsed = Given.parse(Release.R5_1, "TR", Map.of("begin_date", begin, "end_date", end));
        assertThat(parsed.request()).isEmpty();
        assertThat(parsed.problems().get(0).code()).isEqualTo(ExceptionCode.INVALID_DATE_ARGUMENTS);
        assertThat(parsed.problems().get(0).message()).contains(sentence);
    }

    @Test
    void whatIsMissingIsNamedInTheStyleOfTheRequest() {
        ReportRequestParser parser = new ReportRequestParser(Given.PLATFORM_ID, Given.CURRENT);
        assertThat(messages(parser.parse("5.1", "TR", Map.of("customer_id", " "))))
                .containsExactly(
                        "customer_id is missing; it says whose usage is asked for.",
                        "begin_date is missing; write it as yyyy-mm.",
                        "end_date is missing; write it as yyyy-mm.");
        assertThat(messages(parser.parse("5.1", "TR", Map.of("--customer", "U1", "--begin", "2025-01"))))
                .containsExactly("--end is missing; write it as yyyy-mm.");
        assertThat(parser.parse("5.1", "TR", Map.of()).problems())
                .allMatch(problem -> problem.code() == ExceptionCode.INSUFFICIENT_INFORMATION);
    }

    @Test
    void unknownReportAndRelease() {
        assertThat(Given.parse(Release.R5_1, "JR1", Map.of()).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ExceptionCode.REPORT_NOT_SUPPORTED);
                    assertThat(problem.message())
                            .isEqualTo(
                                    "There is no report \"JR1\" in Release 5.1; the reports are PR, PR_P1, DR, DR_D1,"
                                            + " DR_D2, TR, TR_B1, TR_B2, TR_B3, TR_J1, TR_J2, TR_J3, TR_J4, IR, IR_A1, IR_M1.");
                });
        assertThat(messages(new ReportRequestParser("alpha", Given.CURRENT).parse("4", "TR", Map.of())))
                .containsExactly("There is no Release \"4\"; the releases are 5 and 5.1.");
    }

    @Test
    void allProblemsAreToldAtOnce() {
        ParsedRequest parsed = new ReportRequestParser(Given.PLATFORM_ID, Given.CURRENT)
                .parse(
                        "5.1",
                        "TR",
                        new java.util.TreeMap<>(Map.of(
                                "begin_date", "2025-00",
                                "metric_type", "Foo",
                                "attributes_to_show", "Bar",
                                "nonsense", "1")));
        assertThat(parsed.problems().stream()
                        .map(problem -> problem.code().number())
                        .toList())
                .containsExactly(3062, 3020, 3060, 3050, 1030, 1030);
        assertThat(parsed.request()).isEmpty();
    }

    @Test
    void credentialsAreNoneOfThisReadersBusiness() {
        assertThat(problems("requestor_id", "r", "api_key", "k")).isEmpty();
    }

    @Test
    void theQuestionToTheFactsIsWhatWasAsked() {
        Given.Facts facts = new Given.Facts();
        Given.write(
                Given.report(
                        Release.R5,
                        "TR",
                        Map.of("attributes_to_show", "YOP|Data_Type", "yop", "2020", "item_id", "alpha:joe")),
                ReportFormat.TSV,
                facts);
        assertThat(facts.asked.shown())
                .containsExactly(
                        fr.comptoir.model.fact.FactQuery.Attribute.DATA_TYPE,
                        fr.comptoir.model.fact.FactQuery.Attribute.YOP);
        assertThat(facts.asked.yop()).containsExactly(new YopRange(2020, 2020));
        assertThat(facts.asked.itemId()).contains(new Identifier("Proprietary", "joe"));
        assertThat(facts.asked.metrics()).hasSize(8);
        assertThat(facts.asked.begin()).isEqualTo(YearMonth.of(2025, 1));
    }

    private static List<RequestProblem> problems(String... parameters) {
        return Given.parse(Release.R5_1, "TR", Map.of(parameters[0], parameters[1], parameters[2], parameters[3]))
                .problems();
    }

    private static List<String> messages(ParsedRequest parsed) {
        return parsed.problems().stream().map(RequestProblem::message).toList();
    }

    private static RequestProblem single(ParsedRequest parsed) {
        assertThat(parsed.problems()).hasSize(1);
        return parsed.problems().get(0);
    }
}
