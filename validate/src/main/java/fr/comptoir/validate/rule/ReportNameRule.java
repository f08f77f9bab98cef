package fr.comptoir.validate.rule;

import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.declaration.Declarations;
import fr.comptoir.validate.event.Header;
import fr.comptoir.validate.event.HeaderValue;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;

/** Report_ID is one of the release, and Report_Name is its name (CoP section 3.2.1). */
final class ReportNameRule implements HeaderRule {
    private static final Kind UNKNOWN = Kind.fatal("report-id", "3.2.1");
    private static final Kind SPELLING = Kind.error("report-id-spelling", "3.2.1");
    private static final Kind NAME = Kind.error("report-name", "3.2.1");
    private static final Kind NAME_MISSING = Kind.critical("report-name-missing", "3.2.1");

    @Override
    public void check(Header header, Findings findings) {
        HeaderValue id = header.values.get("Report_ID");
        String text = id == null ? "" : id.text();
        if (header.report == null) {
            findings.add(
                    UNKNOWN,
                    header.place("Report_ID"),
                    text.isBlank()
                            ? Sentence.of("missing", "{0} is missing", "Report_ID")
                            : text.indexOf(':') > 0
                                    ? Sentence.of(
                                            "report-id.custom",
                                            "Report_ID is \"{0}\"; custom reports are not known here",
                                            text)
                                    : Sentence.of(
                                            "report-id.unknown",
                                            "Report_ID is \"{0}\"; reports of Release {1} are {2}",
                                            text,
                                            header.release.code(),
                                            String.join(
                                                    ", ",
                                                    Declarations.reports(header.release)
                                                            .keySet())));
            return;
        }
        if (!text.equals(header.report.id())) {
            findings.add(
                    SPELLING,
                    header.place("Report_ID"),
                    Sentence.of("spelling", "{0} is \"{1}\"; it is spelt {2}", "Report_ID", text, header.report.id()));
        }
        HeaderValue name = header.values.get("Report_Name");
        if (name == null || name.text().isBlank()) {
            findings.add(
                    NAME_MISSING, header.place("Report_Name"), Sentence.of("missing", "{0} is missing", "Report_Name"));
        } else if (!name.text().equals(header.report.name())) {
            findings.add(
                    NAME,
                    name.place(),
                    Sentence.of(
                            "report-name",
                            "Report_Name is \"{0}\"; the name of {1} is \"{2}\"",
                            name.text(),
                            header.report.id(),
                            header.report.name()));
        }
    }
}
