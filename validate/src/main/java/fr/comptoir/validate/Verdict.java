package fr.comptoir.validate;

import fr.comptoir.validate.finding.Severity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came out of validating one report.
 *
 * @param format {@code json}, {@code tsv}, {@code csv}, {@code xlsx} or {@code unknown}
 * @param release {@code 5} or {@code 5.1}; null when it could not be told
 * @param reportId for instance {@code TR_J1}; null when it could not be told
 * @param institution Institution_Name; null when it could not be told
 * @param period {@code 2025-01 to 2025-03}; null when it could not be told
 * @param rows rows of usage that were read: one metric of one item with its attributes
 * @param bySeverity how many findings there are of each grade that occurs, those that were only counted included
 * @param notShown findings that were only counted, by their code
 */
public record Verdict(
        String format,
        @Nullable String release,
        @Nullable String reportId,
        @Nullable String institution,
        @Nullable String period,
        long rows,
        Map<Severity, Long> bySeverity,
        Map<String, Long> notShown) {
    public Verdict {
        bySeverity = Collections.unmodifiableMap(new TreeMap<>(bySeverity));
        notShown = Collections.unmodifiableMap(new LinkedHashMap<>(notShown));
    }

    /** Whether this can be a standard view of {@code master}: the same release, institution and months. */
    public boolean isViewOf(Verdict master) {
        return reportId != null
                && master.reportId != null
                && reportId.startsWith(master.reportId + "_")
                && Objects.equals(release, master.release)
                && Objects.equals(institution, master.institution)
                && period != null
                && period.equals(master.period);
    }

    public long count(Severity severity) {
        return bySeverity.getOrDefault(severity, 0L);
    }

    /** Whether the report has to be made again: it has an error of any kind. */
    public boolean hasErrors() {
        return bySeverity.keySet().stream().anyMatch(Severity::isError);
    }
}
