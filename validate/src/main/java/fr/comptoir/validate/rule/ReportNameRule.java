package fr.comptoir.validate.rule;

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
                            ? "Report_ID is missing"
                            : text.indexOf(':') > 0
                                    ? "Report_ID is \"" + text + "\"; custom reports are not known here"
                                    : "Report_ID is \"" + text + "\"; reports of Release " + header.release.code()
                                            + " are "
                                            + String.join(
                                                    ", ",
                                                    Declarations.reports(header.release)
                                                            .keySet()));
            return;
        }
        if (!text.equals(header.report.id())) {
            findings.add(
                    SPELLING,
                    header.place("Report_ID"),
                    "Report_ID is \"" + text + "\"; it is spelt " + header.report.id());
        }
        HeaderValue name = header.values.get("Report_Name");
        if (name == null || name.text().isBlank()) {
            findings.add(NAME_MISSING, header.place("Report_Name"), "Report_Name is missing");
        } else if (!name.text().equals(header.report.name())) {
            findings.add(
                    NAME,
                    name.place(),
                    "Report_Name is \"" + name.text() + "\"; the name of " + header.report.id() + " is \""
                            + header.report.name() + "\"");
        }
    }
}
