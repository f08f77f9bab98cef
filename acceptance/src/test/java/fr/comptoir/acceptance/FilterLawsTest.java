package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.WORLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filtering and summing give the same figures in any combination; a standard view is its master report, filtered. */
class FilterLawsTest {
    private static final long SEED = 5101;
    private static final int QUESTIONS = 30;
    private static final String BEGIN = "2025-10";
    private static final String END = "2025-11";
    private static final List<String> FILTERS =
            List.of("Metric_Type", "Data_Type", "Section_Type", "YOP", "Access_Type", "Access_Method");

    @TempDir
    private static Path folder;

    private static TestSite site;
    private static final Map<String, List<Map<String, String>>> WHOLE = new HashMap<>();

    @BeforeAll
    static void count() {
        System.out.println("FilterLawsTest: seed " + SEED);
        site = BetaLibrary.in(folder);
        site.count(
                site.log(MadeLog.lines(SEED, 3_000).stream().map(MadeLine::text).toList()));
    }

    @Test
    void filteringAndSummingGiveTheSameFiguresInAnyCombination() {
        SplittableRandom random = new SplittableRandom(SEED);
        int found = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            String report = Figures.REPORTS.get(i % 4);
            String release = Figures.RELEASES.get(i / 4 % 2);
            String customer = List.of(WORLD, "u1", "cons").get(random.nextInt(3));
            List<Map<String, String>> whole = whole(report, release, customer);
            Map<String, List<String>> filters = filters(random, whole);
            List<String> shown = some(random, attributes(report, release));
            List<String> key = new ArrayList<>(shown);
            if (!report.equals("PR")) {
                key.add("Proprietary_ID");
            }
            SortedMap<String, Long> expected =
                    sums(whole.stream().filter(row -> passes(row, filters)).toList(), key);
            SortedMap<String, Long> answer = sums(rows(report, release, customer, filters, shown), key);
            assertThat(answer)
                    .as(
                            "seed %d, question %d: %s %s of %s, %s, shown %s",
                            SEED, i, report, release, customer, filters, shown)
                    .isEqualTo(expected);
            found += answer.isEmpty() ? 0 : 1;
        }
        assertThat(found).as("questions with an answer").isGreaterThan(QUESTIONS / 3);
    }

    @ParameterizedTest
    @CsvSource({
        "5, PR_P1, , , ",
        "5, DR_D1, , , ",
        "5, DR_D2, , , ",
        "5, TR_B1, Book, Controlled, YOP",
        "5, TR_B2, Book, , YOP",
        "5, TR_B3, Book, , YOP|Access_Type",
        "5, TR_J1, Journal, Controlled, ",
        "5, TR_J2, Journal, , ",
        "5, TR_J3, Journal, , Access_Type",
        "5, TR_J4, Journal, Controlled, YOP",
        "5, IR_A1, Article, , Access_Type",
        "5, IR_M1, Multimedia, , ",
        "5.1, PR_P1, , , Data_Type",
        "5.1, DR_D1, , , ",
        "5.1, DR_D2, , , ",
        "5.1, TR_B1, Book|Reference_Work, Controlled, Data_Type|YOP",
        "5.1, TR_B2, Book|Reference_Work, , Data_Type|YOP",
        "5.1, TR_B3, Book|Reference_Work, , Data_Type|YOP|Access_Type",
        "5.1, TR_J1, Journal, Controlled, ",
        "5.1, TR_J2, Journal, , ",
        "5.1, TR_J3, Journal, , Access_Type",
        "5.1, TR_J4, Journal, Controlled, YOP",
        "5.1, IR_A1, Article, , Access_Type",
        "5.1, IR_M1, Audiovisual|Image|Interactive_Resource|Multimedia|Sound, , Data_Type",
    })
    void aStandardViewIsItsMasterReportFiltered(
            String release, String view, String types, String access, String columns) {
        String master = view.substring(0, 2);
        Table standard = site.reportOver(view, WORLD, BEGIN, END, release);
        List<String> metrics = List.of(standard.header().get("Metric_Types").split("; ", -1));
        Map<String, List<String>> filters = new LinkedHashMap<>();
        filters.put("Metric_Type", metrics);
        filters.put("Access_Method", List.of("Regular"));
        if (types != null) {
            filters.put("Data_Type", List.of(types.split("\\|", -1)));
        }
        if (access != null) {
            filters.put("Access_Type", List.of(access));
        }
        List<String> key = new ArrayList<>(columns == null ? List.of() : Arrays.asList(columns.split("\\|", -1)));
        if (!master.equals("PR")) {
            key.add("Proprietary_ID");
        }
        List<Map<String, String>> expected = whole(master, release, WORLD).stream()
                .filter(row -> passes(row, filters))
                .filter(row -> !view.equals("IR_A1")
                        || !release.equals("5")
                        || row.get("Parent_Data_Type").equals("Journal"))
                .toList();
        assertThat(expected).isNotEmpty();
        assertThat(sums(standard.rows(), key)).isEqualTo(sums(expected, key));
    }

    @Test
    void theSumsAcrossTheFourReportsAgree() {
        for (String release : Figures.RELEASES) {
            for (String metric : List.of("Total_Item_Requests", "Unique_Item_Investigations")) {
                SortedMap<String, Long> platform = byType("PR", release, metric);
                SortedMap<String, Long> titles = byType("TR", release, metric);
                titles.forEach((type, sum) -> assertThat(platform).containsEntry(type, sum));
                long items = whole("IR", release, WORLD).stream()
                        .filter(row -> row.get("Metric_Type").equals(metric))
                        .mapToLong(FilterLawsTest::total)
                        .sum();
                assertThat(platform.values().stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(items);
                SortedMap<String, Long> databases = byType("DR", release, metric);
                databases.forEach((type, sum) -> assertThat(platform.get(type)).isGreaterThanOrEqualTo(sum));
            }
        }
    }

    private static SortedMap<String, Long> byType(String report, String release, String metric) {
        SortedMap<String, Long> sums = new TreeMap<>();
        whole(report, release, WORLD).stream()
                .filter(row -> row.get("Metric_Type").equals(metric))
                .forEach(row -> sums.merge(row.get("Data_Type"), total(row), Long::sum));
        return sums;
    }

    /** The rows with every attribute, asked for once. */
    private static List<Map<String, String>> whole(String report, String release, String customer) {
        return WHOLE.computeIfAbsent(
                report + release + customer,
                any -> rows(report, release, customer, Map.of(), attributes(report, release)));
    }

    private static List<String> attributes(String report, String release) {
        return List.of(Figures.attributes(report, release).split("\\|", -1));
    }

    private static List<Map<String, String>> rows(
            String report, String release, String customer, Map<String, List<String>> filters, List<String> shown) {
        List<String> options = new ArrayList<>();
        filters.forEach((name, values) -> {
            options.add("--" + name.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            options.add(String.join("|", values));
        });
        if (!shown.isEmpty()) {
            options.addAll(List.of("--attributes-to-show", String.join("|", shown)));
        }
        if (report.equals("IR")) {
            options.add("--include-parent-details");
        }
        return site.reportOver(report, customer, BEGIN, END, release, options.toArray(String[]::new))
                .rows();
    }

    /** Some values that occur, for some of the filters; years as a range and a year. */
    private static Map<String, List<String>> filters(SplittableRandom random, List<Map<String, String>> rows) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        for (String filter : FILTERS) {
            TreeSet<String> values = new TreeSet<>();
            rows.forEach(row -> values.add(row.getOrDefault(filter, "")));
            values.remove("");
            if (values.size() > 1 && random.nextInt(3) == 0) {
                List<String> chosen = some(random, new ArrayList<>(values));
                if (filter.equals("YOP") && !chosen.isEmpty()) {
                    String last = values.last();
                    chosen = List.of(chosen.get(0), last + "-" + "9999");
                }
                if (!chosen.isEmpty()) {
                    filters.put(filter, chosen);
                }
            }
        }
        return filters;
    }

    private static <T> List<T> some(SplittableRandom random, List<T> all) {
        return all.stream().filter(one -> random.nextBoolean()).toList();
    }

    /** Whether a row passes; what lacks an attribute does not pass a filter on it. */
    private static boolean passes(Map<String, String> row, Map<String, List<String>> filters) {
        return filters.entrySet().stream()
                .allMatch(filter -> filter.getValue().stream()
                        .anyMatch(value -> filter.getKey().equals("YOP")
                                ? inYears(row.get("YOP"), value)
                                : value.equals(row.get(filter.getKey()))));
    }

    private static boolean inYears(String yop, String range) {
        return !yop.isEmpty()
                && yop.compareTo(range.substring(0, 4)) >= 0
                && yop.compareTo(range.substring(range.length() - 4)) <= 0;
    }

    private static SortedMap<String, Long> sums(List<Map<String, String>> rows, List<String> columns) {
        SortedMap<String, Long> sums = new TreeMap<>();
        for (Map<String, String> row : rows) {
            StringBuilder key = new StringBuilder(row.get("Metric_Type"));
            columns.forEach(column -> key.append('|').append(row.get(column)));
            sums.merge(key.toString(), total(row), Long::sum);
        }
        return sums;
    }

    private static long total(Map<String, String> row) {
        return Long.parseLong(row.get("Reporting_Period_Total"));
    }
}
