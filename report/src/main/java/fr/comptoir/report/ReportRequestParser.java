package fr.comptoir.report;

import fr.comptoir.model.code.Release;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a request from parameters named as in the COUNTER API ({@code metric_type}) or as options of the command line
 * ({@code --metric-type}, and {@code --customer}, {@code --begin}, {@code --end}); values in any letter case, lists with {@code |}
 * (CoP 5.1 and 5.0.3, sections 3.3.8 and 8). A blank value is as good as none. All problems are collected. Immutable.
 */
public final class ReportRequestParser {
    private final String platformId;
    private final YearMonth current;

    /**
     * A reader for one platform.
     *
     * @param platformId what the parameter platform must be, and the namespace of proprietary identifiers
     * @param current the month that is not over yet, in the platform's time zone
     */
    public ReportRequestParser(String platformId, YearMonth current) {
        this.platformId = platformId;
        this.current = current;
    }

    /**
     * Reads one request.
     *
     * @param release {@code 5} or {@code 5.1}
     * @param reportId in any letter case
     * @param parameters name to value, in the order in which problems are to be told
     */
    public ParsedRequest parse(String release, String reportId, Map<String, String> parameters) {
        ParameterStyle style = ParameterStyle.of(parameters.keySet());
        Optional<Release> known = Release.of(release);
        if (known.isEmpty()) {
            return fatal(
                    style,
                    ExceptionCode.REPORT_VERSION_NOT_SUPPORTED,
                    release,
                    "There is no Release \"" + release + "\"; the releases are 5 and 5.1.");
        }
        List<ReportDeclaration> reports = Reports.of(known.get());
        Optional<ReportDeclaration> report = Reports.find(known.get(), reportId);
        if (report.isEmpty()) {
            String ids = String.join(
                    ", ", reports.stream().map(ReportDeclaration::id).toList());
            return fatal(
                    style,
                    ExceptionCode.REPORT_NOT_SUPPORTED,
                    reportId,
                    "There is no report \"" + reportId + "\" in Release " + release + "; the reports are " + ids + ".");
        }
        return new RequestReading(report.get(), platformId, current, style).read(parameters);
    }

    private static ParsedRequest fatal(ParameterStyle style, ExceptionCode code, String data, String message) {
        return new ParsedRequest(Optional.empty(), List.of(new RequestProblem(code, "", data, message)), style);
    }
}
