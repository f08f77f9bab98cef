package fr.comptoir.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.code.Release;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random laws over all reports of both releases: what the forms and the breakdowns of a report must have in common. */
class FormsAgreeTest {
    private static final long SEED = 20250601;
    private static final YearMonth BEGIN = YearMonth.of(2025, 1);

    static Stream<ReportDeclaration> reports() {
        return Stream.of(Release.values()).flatMap(release -> Reports.of(release).stream());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void jsonAndTextHaveTheSameFigures(ReportDeclaration report) {
        for (Map<String, String> parameters : choices(report)) {
            CountedFacts facts = facts(report);
            Report made = Given.report(report.release(), report.id(), parameters);
            String tsv = Given.write(made, ReportFormat.TSV, facts);
            Map<String, Long> text = ofText(tsv);
            assertThat(ofJson(report, Given.write(made, ReportFormat.JSON, facts)))
                    .as("seed %d, %s %s", SEED, report.title(), parameters)
                    .isEqualTo(text);
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void tabularFormsHaveTheSameCells(ReportDeclaration report) {
        for (Map<String, String> parameters : choices(report)) {
            CountedFacts facts = facts(report);
            Report made = Given.report(report.release(), report.id(), parameters);
            List<List<String>> tsv = ReadBack.cells(made, ReportFormat.TSV, facts);
            assertThat(tsv).hasSizeGreaterThan(report.release() == Release.R5 ? 14 : 15);
            assertThat(ReadBack.cells(made, ReportFormat.CSV, facts)).isEqualTo(tsv);
            assertThat(ReadBack.cells(made, ReportFormat.XLSX, facts)).isEqualTo(tsv);
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void indentedJsonSaysTheSame(ReportDeclaration report) throws IOException {
        CountedFacts facts = facts(report);
        Report made = Given.report(report.release(), report.id(), Map.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        made.write(facts, ReportFormat.JSON, true, out);
        String indented = out.toString(StandardCharsets.UTF_8);
        assertThat(indented).startsWith("{\n  \"Report_Header\" : {\n    \"Report_Name\" : ");
        assertThat(Json.compact(indented)).isEqualTo(Given.write(made, ReportFormat.JSON, facts));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void totalsAreTheSameWithAndWithoutAttributes(ReportDeclaration report) {
        CountedFacts facts = facts(report);
        Map<String, Long> expected = null;
        for (Map<String, String> parameters : choices(report)) {
            Map<String, Long> sums = new TreeMap<>();
            ofText(Given.write(Given.report(report.release(), report.id(), parameters), ReportFormat.TSV, facts))
                    .forEach((key, count) -> sums.merge(key.substring(0, key.indexOf(' ')), count, Long::sum));
            expected = expected == null ? sums : expected;
            assertThat(sums)
                    .as("seed %d, %s %s", SEED, report.title(), parameters)
                    .isEqualTo(expected);
        }
    }

    private static CountedFacts facts(ReportDeclaration report) {
        ReportDeclaration master =
                Reports.find(report.release(), report.master()).orElseThrow();
        return new CountedFacts(master, BEGIN, 3, new SplittableRandom(SEED));
    }

    private static List<Map<String, String>> choices(ReportDeclaration report) {
        if (!report.isMaster()) {
            return List.of(Map.of());
        }
        String all = String.join(
                "|", report.attributesToShow().stream().map(Column::code).toList());
        String first = report.attributesToShow().get(0).code();
        return report.hasParentDetails()
                ? List.of(Map.of(), Map.of("attributes_to_show", all, "include_parent_details", "True"))
                : List.of(Map.of(), Map.of("attributes_to_show", first), Map.of("attributes_to_show", all));
    }

    /** Counts by metric and month, out of the rows. */
    private static Map<String, Long> ofText(String tsv) {
        Map<String, Long> counts = new TreeMap<>();
        List<List<String>> body = Given.body(tsv);
        int metric = body.get(0).indexOf("Metric_Type");
        for (List<String> row : body.subList(1, body.size())) {
            long total = 0;
            for (int month = 0; month < 3; month++) {
                long count = Long.parseLong(row.get(metric + 2 + month));
                total += count;
                add(counts, row.get(metric), BEGIN.plusMonths(month).toString(), count);
            }
            assertThat(total).isPositive().isEqualTo(Long.parseLong(row.get(metric + 1)));
        }
        return counts;
    }

    /** Counts by metric and month, out of the items. */
    private static Map<String, Long> ofJson(ReportDeclaration report, String json) {
        Map<String, Long> counts = new TreeMap<>();
        for (Object item : list(Json.object(json).get("Report_Items"))) {
            if (report.release() == Release.R5) {
                countR5(map(item), counts);
            } else if (map(item).containsKey("Items")) {
                list(map(item).get("Items")).forEach(child -> countR51(map(child), counts));
            } else {
                countR51(map(item), counts);
            }
        }
        return counts;
    }

    private static void countR5(Map<?, ?> item, Map<String, Long> counts) {
        for (Object performance : list(item.get("Performance"))) {
            Object begin = map(map(performance).get("Period")).get("Begin_Date");
            for (Object instance : list(map(performance).get("Instance"))) {
                long count = (Long) map(instance).get("Count");
                assertThat(count).isPositive();
                add(counts, map(instance).get("Metric_Type"), ((String) begin).substring(0, 7), count);
            }
        }
    }

    private static void countR51(Map<?, ?> item, Map<String, Long> counts) {
        List<?> performances = list(item.get("Attribute_Performance"));
        assertThat(performances).isNotEmpty();
        for (Object performance : performances) {
            Map<?, ?> metrics = map(map(performance).get("Performance"));
            assertThat(metrics).isNotEmpty();
            metrics.forEach((metric, months) -> {
                assertThat(map(months)).isNotEmpty();
                map(months).forEach((month, count) -> {
                    assertThat((Long) count).isPositive();
                    add(counts, metric, month, (Long) count);
                });
            });
        }
    }

    private static void add(Map<String, Long> counts, Object metric, Object month, long count) {
        if (count != 0) {
            counts.merge(metric + " " + month, count, Long::sum);
        }
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }

    private static List<?> list(Object value) {
        return (List<?>) value;
    }
}
