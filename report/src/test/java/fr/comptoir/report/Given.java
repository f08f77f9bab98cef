package fr.comptoir.report;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactQuery;
import fr.comptoir.model.fact.FactRow;
import fr.comptoir.model.fact.FactSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A platform, an institution, months and rows for the tests, and short ways to write reports of them. */
final class Given {
    static final String PLATFORM_ID = "alpha";
    static final YearMonth CURRENT = YearMonth.of(2025, 6);
    static final String REGISTRY_RECORD =
            "https://registry.countermetrics.org/platform/11111111-2222-4333-8444-555555555555";

    private Given() {}

    static Institution institution() {
        return new Institution(
                1,
                "U1",
                "Université d'Exemple",
                "",
                "0000000121032683; 0000 0001 2100 0004",
                "FR-751059807",
                "05abcde12",
                "",
                List.of(),
                List.of(),
                List.of());
    }

    static ReportContext context() {
        return context(ReportInstitution.of(institution(), PLATFORM_ID));
    }

    static ReportContext context(ReportInstitution institution) {
        return new ReportContext(
                PLATFORM_ID,
                "Alpha Journals",
                "Alpha Publishing",
                REGISTRY_RECORD,
                institution,
                Instant.parse("2025-06-02T08:30:15.123456Z"),
                new TreeMap<>());
    }

    /** January to May 2025 counted, June not over yet. */
    static Availability availability() {
        return counted("2025-01", "2025-02", "2025-03", "2025-04", "2025-05");
    }

    static Availability counted(String... months) {
        TreeSet<YearMonth> counted = new TreeSet<>();
        Arrays.stream(months).map(YearMonth::parse).forEach(counted::add);
        return new Availability(counted, CURRENT, Optional.empty());
    }

    /** A request that has no problem, of January to March 2025 unless the parameters say otherwise. */
    static ReportRequest request(Release release, String report, Map<String, String> parameters) {
        ParsedRequest parsed = parse(release, report, parameters);
        if (!parsed.problems().isEmpty()) {
            throw new IllegalArgumentException(parsed.problems().toString());
        }
        return parsed.request().orElseThrow();
    }

    static ParsedRequest parse(Release release, String report, Map<String, String> parameters) {
        Map<String, String> all = new java.util.LinkedHashMap<>(
                Map.of("customer_id", "U1", "begin_date", "2025-01", "end_date", "2025-03"));
        all.putAll(parameters);
        return new ReportRequestParser(PLATFORM_ID, CURRENT).parse(release.code(), report, all);
    }

    static Report report(Release release, String report, Map<String, String> parameters) {
        return Report.of(request(release, report, parameters), context(), availability());
    }

    static String json(Report report, FactRow... rows) {
        return write(report, ReportFormat.JSON, rows);
    }

    static String tsv(Report report, FactRow... rows) {
        return write(report, ReportFormat.TSV, rows);
    }

    static String write(Report report, ReportFormat format, FactRow... rows) {
        return write(report, format, new Facts(rows));
    }

    static String write(Report report, ReportFormat format, FactSource facts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            report.write(facts, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The cells of the rows from the headings on. */
    static List<List<String>> body(String tsv) {
        List<List<String>> rows = new ArrayList<>();
        boolean inBody = false;
        for (String line : tsv.split("\n", -1)) {
            if (inBody && !line.isEmpty()) {
                rows.add(Arrays.asList(line.split("\t", -1)));
            }
            inBody |= line.isEmpty();
        }
        return rows;
    }

    /** Facts that answer every question with the same rows, and keep the last question. */
    static final class Facts implements FactSource {
        private final List<FactRow> rows;
        FactQuery asked;

        Facts(FactRow... rows) {
            this.rows = List.of(rows);
        }

        @Override
        public void rows(FactQuery query, Rows sink) throws IOException {
            asked = query;
            for (FactRow row : rows) {
                sink.row(row);
            }
        }
    }
}
