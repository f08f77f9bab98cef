package fr.comptoir.validate;

import fr.comptoir.validate.finding.Finding;
import fr.comptoir.validate.finding.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Validates several reports: each for itself, and each standard view against its master report where that is among them, of the same release, institution
 * and months.
 */
public final class ReportSet {
    /**
     * What came out for one file.
     *
     * @param verdict what the report is, and how many findings it has by itself
     * @param findings those that are passed on, and those of the comparison with its master report
     * @param contradictions what came out of that comparison
     */
    public record Result(Path file, Verdict verdict, List<Finding> findings, Contradictions contradictions) {
        public Result {
            findings = List.copyOf(findings);
        }

        public boolean hasErrors() {
            return verdict.hasErrors()
                    || contradictions.bySeverity().keySet().stream().anyMatch(Severity::isError);
        }

        /** How many findings of a grade there are, those that were only counted included. */
        public long count(Severity severity) {
            return verdict.count(severity) + contradictions.bySeverity().getOrDefault(severity, 0L);
        }

        /** The findings that were only counted, by their code. */
        public Map<String, Long> notShown() {
            Map<String, Long> all = new LinkedHashMap<>(verdict.notShown());
            all.putAll(contradictions.notShown());
            return all;
        }
    }

    private final ReportValidator validator;

    public ReportSet(ValidationOptions options) {
        validator = new ReportValidator(options);
    }

    /**
     * Validates files, in their order.
     *
     * @throws IOException a file cannot be read
     */
    public List<Result> validate(List<Path> files) throws IOException {
        Map<Path, Verdict> verdicts = new LinkedHashMap<>();
        Map<Path, List<Finding>> findings = new LinkedHashMap<>();
        for (Path file : files) {
            List<Finding> found = new ArrayList<>();
            verdicts.put(file, validator.validate(file, found::add));
            findings.put(file, found);
        }
        List<Result> results = new ArrayList<>();
        for (Map.Entry<Path, Verdict> entry : verdicts.entrySet()) {
            List<Finding> found = findings.getOrDefault(entry.getKey(), new ArrayList<>());
            Contradictions contradictions = compare(entry.getKey(), entry.getValue(), verdicts, found);
            results.add(new Result(entry.getKey(), entry.getValue(), found, contradictions));
        }
        return results;
    }

    /** Compares with the first master report of the same form, else of another. */
    private Contradictions compare(Path view, Verdict verdict, Map<Path, Verdict> all, List<Finding> found)
            throws IOException {
        Path master = null;
        boolean sameForm = false;
        for (Map.Entry<Path, Verdict> other : all.entrySet()) {
            boolean same = other.getValue().format().equals(verdict.format());
            if (verdict.isViewOf(other.getValue()) && (master == null || (same && !sameForm))) {
                master = other.getKey();
                sameForm = same;
            }
        }
        return master == null ? Contradictions.NONE : validator.compare(view, master, found::add);
    }
}
