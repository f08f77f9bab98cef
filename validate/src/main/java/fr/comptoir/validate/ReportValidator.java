package fr.comptoir.validate;

import fr.comptoir.validate.event.Header;
import fr.comptoir.validate.event.HeaderValue;
import fr.comptoir.validate.finding.FindingSink;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.read.ReportReader;
import fr.comptoir.validate.rule.RuleBook;
import fr.comptoir.validate.rule.ViewAgainstMaster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * Validates COUNTER reports of Release 5 and 5.1 in JSON, TSV, CSV or XLSX, whoever made them. The form is known by the content, not by the name.
 *
 * <p>A report is read as a stream. What is remembered of it are hashes and packed counts, about 60 bytes for a row of a table, so that a million rows fit
 * in 256 MiB of heap. Findings go to the sink as they are made, and no more than {@link ValidationOptions#repeatsMax()} of a kind.
 */
public final class ReportValidator {
    private final ValidationOptions options;

    public ReportValidator() {
        this(ValidationOptions.standard());
    }

    public ReportValidator(ValidationOptions options) {
        this.options = options;
    }

    /**
     * Validates a file.
     *
     * @throws IOException the file cannot be read; whatever is wrong inside it is a finding
     */
    public Verdict validate(Path file, FindingSink sink) throws IOException {
        Findings findings = new Findings(sink, options.repeatsMax());
        RuleBook rules = new RuleBook(findings, options.rorCheckDigits());
        String format = ReportReader.read(file, findings, rules);
        Header header = rules.header();
        return new Verdict(
                format,
                header == null ? null : header.release.code(),
                header == null ? null : reportId(header),
                header == null ? null : institution(header),
                header == null ? null : period(header),
                rules.rows(),
                findings.bySeverity(),
                findings.notShown());
    }

    private static @Nullable String reportId(Header header) {
        return header.report == null ? null : header.report.id();
    }

    private static @Nullable String institution(Header header) {
        HeaderValue name = header.values.get("Institution_Name");
        return name == null ? null : name.text();
    }

    private static @Nullable String period(Header header) {
        return header.month("Begin_Date")
                .flatMap(begin -> header.month("End_Date").map(end -> begin + " to " + end))
                .orElse(null);
    }

    /**
     * Compares a standard view with its master report, both of which were validated before.
     *
     * @param sink takes what differs, no more than {@link ValidationOptions#repeatsMax()} findings
     */
    public Contradictions compare(Path view, Path master, FindingSink sink) throws IOException {
        Findings silent = new Findings(finding -> {}, 1);
        ViewAgainstMaster comparison = new ViewAgainstMaster();
        ReportReader.read(view, silent, comparison.view());
        ReportReader.read(master, silent, comparison.master());
        Findings findings = new Findings(sink, options.repeatsMax());
        comparison.finish(String.valueOf(master.getFileName()), findings);
        return new Contradictions(findings.bySeverity(), findings.notShown());
    }

    /** Validates what a stream gives, through a file in the system's folder for temporary ones, which is removed. The stream is not closed. */
    public Verdict validate(InputStream in, FindingSink sink) throws IOException {
        Path copy = Files.createTempFile("comptoir-validate", ".report");
        try {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return validate(copy, sink);
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
