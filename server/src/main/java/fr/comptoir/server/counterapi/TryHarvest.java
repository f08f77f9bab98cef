package fr.comptoir.server.counterapi;

import fr.comptoir.model.code.Release;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.operation.MakeReport;
import fr.comptoir.operation.MakeReport.Answer;
import fr.comptoir.report.RequestProblem;
import fr.comptoir.server.counterapi.ApiRequestLog.Entry;
import fr.comptoir.server.counterapi.ApiRequestLog.Told;
import fr.comptoir.validate.ReportValidator;
import fr.comptoir.validate.finding.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Asks for a report with the right of a key, as a harvester would, and validates what it would get. */
public final class TryHarvest {
    /** What the trial calls itself among the harvests. */
    public static final String AGENT = "Comptoir (trial on the page of credentials)";

    private static final int FINDINGS_SHOWN = 5;

    private final CurrentSite site;
    private final ReportQueue queue;
    private final ApiRequestLog requests;
    private final String program;

    TryHarvest(CurrentSite site, ReportQueue queue, ApiRequestLog requests, String program) {
        this.site = site;
        this.queue = queue;
        this.requests = requests;
        this.program = program;
    }

    /**
     * What came of it.
     *
     * @param status of HTTP
     * @param milliseconds until the report was there
     * @param bytes of its JSON, compressed
     * @param exceptions of the Code, as code and what they are about
     * @param errors of form that validation found, which there should be none of
     * @param findings the first of them
     */
    public record Verdict(
            int status, long milliseconds, long bytes, List<Told> exceptions, long errors, List<Sentence> findings) {
        /** Whether a harvester gets the report. */
        public boolean isGood() {
            return status == 200 && bytes > 0;
        }

        /** Whether it is to be asked for again. */
        public boolean isLater() {
            return status == 202;
        }
    }

    /** Tries, and takes it down with the harvests. */
    public Verdict run(String customer, long keyId, Release release, String report, YearMonth month)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<Told> told = new ArrayList<>();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("customer_id", customer);
        parameters.put("begin_date", month.toString());
        parameters.put("end_date", month.toString());
        Verdict verdict;
        try {
            Answer answer = MakeReport.answer(site.get(), report, customer, release.code(), parameters, program);
            answer.problems().forEach(problem -> told.add(told(problem)));
            if (answer.report().isEmpty()) {
                Refusal refusal = CounterApi.fatal(answer.problems());
                verdict = new Verdict(refusal.code().httpStatus(), since(start), 0, told, 0, List.of());
            } else {
                verdict = validated(queue.get(answer.report().get()), start, told);
            }
        } catch (Refusal refusal) {
            told.add(new Told(refusal.code().number(), refusal.data()));
            verdict = new Verdict(refusal.code().httpStatus(), since(start), 0, told, 0, List.of());
        }
        String query = "customer_id=" + customer + "&begin_date=" + month + "&end_date=" + month;
        requests.ended(new Entry(
                release.code(),
                report,
                customer,
                keyId,
                query,
                verdict.status(),
                verdict.milliseconds(),
                verdict.bytes(),
                AGENT,
                told));
        return verdict;
    }

    private static Told told(RequestProblem problem) {
        return new Told(problem.code().number(), problem.data());
    }

    private static long since(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static Verdict validated(KeptReport report, long start, List<Told> told) throws IOException {
        long milliseconds = since(start);
        told.clear(); // the header has all of them
        told.addAll(report.exceptions());
        List<Finding> errors = new ArrayList<>();
        try (InputStream json = new GZIPInputStream(Files.newInputStream(report.gzip()))) {
            var verdict = new ReportValidator().validate(json, finding -> {
                if (finding.severity().isError() && errors.size() < FINDINGS_SHOWN) {
                    errors.add(finding);
                }
            });
            long count = verdict.bySeverity().entrySet().stream()
                    .filter(grade -> grade.getKey().isError())
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            return new Verdict(
                    200,
                    milliseconds,
                    Files.size(report.gzip()),
                    told,
                    count,
                    errors.stream().map(Finding::sentence).toList());
        }
    }
}
