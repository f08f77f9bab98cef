package fr.comptoir.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactQuery.Attribute;
import fr.comptoir.model.fact.FactRow;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Detailed reports to a consortium, by the Code's extensions Institution_Name and Customer_ID (CoP 5.1 and 5.0.3, sections 10.3, 11.5). */
class ConsortiumReportTest {
    private static final Map<String, String> BOTH = Map.of("attributes_to_show", "customer_id|YOP|institution_name");

    @Test
    void theFactsAreAskedForTheMembers() {
        Given.Facts facts = new Given.Facts();
        Given.write(report(Release.R5_1, "TR", BOTH), ReportFormat.TSV, facts);
        assertThat(facts.asked.shown()).contains(Attribute.CUSTOMER);
        assertThat(facts.asked.members()).containsExactly("M1", "M2");
        Given.write(report(Release.R5_1, "TR", Map.of()), ReportFormat.TSV, facts);
        assertThat(facts.asked.shown()).doesNotContain(Attribute.CUSTOMER);
        assertThat(facts.asked.members()).isEmpty();
    }

    @Test
    void nameAndIdAreTheFirstColumns() {
        for (Release release : Release.values()) {
            List<List<String>> body = Given.body(Given.tsv(report(release, "TR", BOTH), rows()));
            assertThat(body.get(0)).startsWith("Institution_Name", "Customer_ID", "Title");
            assertThat(body.stream().skip(1).map(row -> row.subList(0, 3)))
                    .containsOnly(
                            List.of("First Member", "M1", "Journal of Examples"),
                            List.of("M2", "M2", "Journal of Examples"),
                            List.of("Université d'Exemple", "U1", "Journal of Examples"));
            List<List<String>> byId =
                    Given.body(Given.tsv(report(release, "TR", Map.of("attributes_to_show", "Customer_ID")), rows()));
            assertThat(byId.get(0)).startsWith("Customer_ID", "Title");
        }
    }

    @Test
    void theHeaderSaysWhatIsShown() {
        assertThat(Given.tsv(report(Release.R5, "TR", BOTH), rows()))
                .contains("\nReport_Attributes\tAttributes_To_Show=Institution_Name|Customer_ID|YOP\n");
    }

    @Test
    void oneItemWithTheMembersInItInRelease51() {
        String json = Given.json(report(Release.R5_1, "TR", BOTH), rows());
        assertThat(json.split("\"Title\":", -1)).hasSize(2);
        assertThat(json)
                .contains("\"Attribute_Performance\":[{\"Institution_Name\":\"First Member\",\"Customer_ID\":\"M1\","
                        + "\"Data_Type\":\"Journal\",\"YOP\":\"2024\",");
    }

    @Test
    void oneItemForEachMemberInRelease5() {
        String json = Given.json(report(Release.R5, "TR", BOTH), rows());
        assertThat(json.split("\"Title\":", -1)).hasSize(4);
        assertThat(json).contains("\"Institution_Name\":\"M2\",\"Customer_ID\":\"M2\",\"Data_Type\":\"Journal\"");
    }

    @Test
    void theWorldIsNoConsortiumAndViewsAreNotDivided() {
        ParsedRequest world = new ReportRequestParser(Given.PLATFORM_ID, Given.CURRENT)
                .parse(
                        "5.1",
                        "TR",
                        Map.of(
                                "customer_id", Institution.THE_WORLD,
                                "begin_date", "2025-01",
                                "end_date", "2025-01",
                                "attributes_to_show", "Customer_ID|YOP"));
        assertThat(world.problems())
                .extracting(RequestProblem::message)
                .containsExactly(
                        "attributes_to_show: \"Customer_ID\" can be chosen for a consortium, not for The World;"
                                + " allowed are Attributed, YOP, Access_Type, Access_Method.");
        assertThat(world.request().orElseThrow().attributesToShow()).containsExactly(Column.YOP);
        assertThat(Given.parse(Release.R5_1, "TR_J1", BOTH).problems())
                .extracting(RequestProblem::code)
                .containsExactly(ExceptionCode.PARAMETER_NOT_RECOGNIZED);
    }

    @Test
    void whetherItIsAnybodysComesBeforeTheTitle() {
        Map<String, String> attributed = Map.of("attributes_to_show", "Attributed");
        FactRow[] rows = {attributed(true, 5), attributed(false, 3)};
        for (Release release : Release.values()) {
            Given.Facts facts = new Given.Facts();
            Given.write(report(release, "TR", attributed), ReportFormat.TSV, facts);
            assertThat(facts.asked.shown()).contains(Attribute.ATTRIBUTED);
            List<List<String>> body = Given.body(Given.tsv(report(release, "TR", attributed), rows));
            assertThat(body.get(0)).startsWith("Attributed", "Title");
            assertThat(body.stream().skip(1).map(row -> row.get(0))).containsOnly("Yes", "No");
            assertThat(Given.json(report(release, "TR", attributed), rows))
                    .contains("\"Attributed\":\"Yes\",", "\"Attributed\":\"No\",");
        }
        Given.Facts facts = new Given.Facts();
        Report narrowed = report(Release.R5_1, "TR", Map.of("attributed", "no"));
        assertThat(Given.write(narrowed, ReportFormat.JSON, facts)).isNotEmpty();
        assertThat(facts.asked.attributed()).contains(false);
        assertThat(Given.json(narrowed, rows)).contains("\"Report_Filters\":{\"Attributed\":\"No\",");
        assertThat(Given.tsv(narrowed, rows)).contains("\nReport_Filters\tAttributed=No\n");
        assertThat(Given.tsv(report(Release.R5_1, "TR", Map.of("attributed", "Yes|No")), rows))
                .contains("\nReport_Filters\t\n");
    }

    private static FactRow attributed(boolean yes, long count) {
        FactRow row = row("", count);
        return new FactRow(
                row.subject(),
                null,
                row.dataType(),
                null,
                row.yop(),
                null,
                null,
                row.month(),
                row.counts(),
                null,
                yes,
                null);
    }

    private static Report report(Release release, String id, Map<String, String> parameters) {
        ReportContext own = Given.context();
        ReportContext context = new ReportContext(
                own.platformId(),
                own.platform(),
                own.createdBy(),
                own.registryRecord(),
                own.institution(),
                own.created(),
                new TreeMap<>(Map.of("M2", "M2", "M1", "First Member")));
        return Report.of(Given.request(release, id, parameters), context, Given.availability());
    }

    private static FactRow[] rows() {
        return new FactRow[] {row("M1", 5), row("M2", 3), row("U1", 1)};
    }

    private static FactRow row(String customer, long count) {
        FactRow row = Row.of(Shelf.journal())
                .is(DataType.JOURNAL)
                .is(2024)
                .items(count, 0, count, 0)
                .at("2025-01");
        return new FactRow(
                row.subject(),
                null,
                row.dataType(),
                null,
                row.yop(),
                (AccessType) null,
                null,
                YearMonth.of(2025, 1),
                row.counts(),
                customer);
    }
}
