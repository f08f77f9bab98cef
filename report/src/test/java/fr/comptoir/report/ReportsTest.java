package fr.comptoir.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.HostType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.report.CodeTables.Table;
import fr.comptoir.report.DeclaredColumn.Presence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each declaration beside the Code's own table of it, {@code reports.txt}: one that differs from its table fails here. */
class ReportsTest {
    static List<Table> tables() {
        return CodeTables.all();
    }

    @Test
    void bothReleasesHaveTheSixteenReportsInTheOrderOfTheCode() {
        for (Release release : Release.values()) {
            assertThat(Reports.of(release).stream().map(ReportDeclaration::id))
                    .hasSize(16)
                    .containsExactlyElementsOf(tables().stream()
                            .filter(table -> table.release() == release)
                            .map(Table::id)
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void nameAndMaster(Table table) {
        ReportDeclaration report = table.declaration();
        assertThat(report.name()).isEqualTo(table.text("name"));
        assertThat(report.master()).isEqualTo(table.text("master"));
        assertThat(report.isMaster()).isEqualTo(report.id().equals(report.master()));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void hostTypes(Table table) {
        assertThat(table.declaration().hostTypes().stream().map(HostType::code))
                .containsExactlyInAnyOrderElementsOf(table.words("hosts"));
    }

    /** Columns: plain always, [on request], (with parent or component details); extensions are not of the table, and come first. */
    @ParameterizedTest
    @MethodSource("tables")
    void columns(Table table) {
        List<DeclaredColumn> columns = new ArrayList<>(table.declaration().columns());
        if (table.declaration().isMaster()) {
            assertThat(columns.stream().limit(3).map(column -> column.column().code()))
                    .containsExactly("Institution_Name", "Customer_ID", "Attributed");
            assertThat(columns.stream().limit(3).map(DeclaredColumn::presence)).containsOnly(Presence.EXTENSION);
            columns.subList(0, 3).clear();
            if (table.release() == Release.R5 && table.id().equals("TR")) {
                DeclaredColumn last = columns.remove(columns.size() - 1);
                assertThat(last.column().code()).isEqualTo("Format");
                assertThat(last.presence()).isEqualTo(Presence.EXTENSION);
            }
        }
        assertThat(columns.stream().map(ReportsTest::text)).containsExactlyElementsOf(table.words("columns"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void metricTypes(Table table) {
        assertThat(table.declaration().metricTypes().stream().map(MetricType::code))
                .containsExactlyElementsOf(table.words("metrics"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void dataTypes(Table table) {
        assertThat(table.declaration().dataTypes().stream().map(DataType::code))
                .containsExactlyInAnyOrderElementsOf(table.words("types"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void accessTypes(Table table) {
        if (table.declaration().isMaster()) {
            assertThat(table.declaration().accessTypes().stream().map(AccessType::code))
                    .containsExactlyInAnyOrderElementsOf(table.words("access"));
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void filters(Table table) {
        assertThat(table.declaration().filters().stream().map(filter -> filter.code(table.release())))
                .containsExactlyInAnyOrderElementsOf(table.words("filters"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void attributesToShow(Table table) {
        assertThat(table.declaration().columns(Presence.ATTRIBUTE_TO_SHOW).stream()
                        .map(Column::code))
                .containsExactlyElementsOf(table.words("attributes"));
    }

    /** What the header says when nothing was chosen, to the letter: the presets of a view always, defaults never. */
    @ParameterizedTest
    @MethodSource("tables")
    void headerWhenNothingWasChosen(Table table) {
        String tsv = Given.tsv(Given.report(table.release(), table.id(), Map.of()));
        for (String row : List.of("Metric_Types", "Report_Filters", "Report_Attributes")) {
            assertThat(tsv).contains("\n" + row + "\t" + table.text(row) + "\n");
        }
    }

    /** Report_Attributes are parameters of the reports whose table has them, and of no other. */
    @ParameterizedTest
    @MethodSource("tables")
    void switches(Table table) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("Attributes_To_Show", "Access_Method");
        parameters.put("Granularity", "Totals");
        parameters.put("Exclude_Monthly_Details", "True");
        parameters.put("Include_Parent_Details", "True");
        parameters.put("Include_Component_Details", "True");
        Set<String> known = new TreeSet<>();
        parameters.forEach((name, value) -> {
            ParsedRequest parsed =
                    Given.parse(table.release(), table.id(), Map.of(name.toLowerCase(Locale.ROOT), value));
            if (parsed.problems().isEmpty()) {
                known.add(name);
            } else {
                assertThat(parsed.problems())
                        .extracting(RequestProblem::code)
                        .containsExactly(ExceptionCode.PARAMETER_NOT_RECOGNIZED);
            }
        });
        assertThat(known).containsExactlyElementsOf(table.words("switches"));
    }

    /** Extensions that Comptoir does not track are refused by name, where the Code knows them. */
    @ParameterizedTest
    @MethodSource("tables")
    void extensionsThatAreNotTracked(Table table) {
        for (String filter : List.of("Country_Code", "Subdivision_Code")) {
            ParsedRequest parsed =
                    Given.parse(table.release(), table.id(), Map.of(filter.toLowerCase(Locale.ROOT), "Yes"));
            assertThat(parsed.problems())
                    .extracting(RequestProblem::code)
                    .containsExactly(
                            table.words("extensions").contains(filter)
                                    ? ExceptionCode.INVALID_FILTER_VALUE
                                    : ExceptionCode.PARAMETER_NOT_RECOGNIZED);
        }
        if (table.declaration().isMaster()) {
            for (String attribute : List.of("Country_Name", "Book_Segment_Count")) {
                ParsedRequest parsed =
                        Given.parse(table.release(), table.id(), Map.of("attributes_to_show", attribute));
                assertThat(parsed.problems())
                        .extracting(RequestProblem::code)
                        .containsExactly(ExceptionCode.INVALID_ATTRIBUTE_VALUE);
            }
        }
    }

    @Test
    void aReportIsFoundInAnyLetterCase() {
        assertThat(Reports.find(Release.R5_1, "tr_j1").orElseThrow().id()).isEqualTo("TR_J1");
        assertThat(Reports.find(Release.R5, "JR1")).isEmpty();
    }

    private static String text(DeclaredColumn column) {
        String code = column.column().code();
        return switch (column.presence()) {
            case ALWAYS -> code;
            case ATTRIBUTE_TO_SHOW -> "[" + code + "]";
            case EXTENSION -> "{" + code + "}";
            case PARENT_DETAILS, COMPONENT_DETAILS -> "(" + code + ")";
        };
    }
}
