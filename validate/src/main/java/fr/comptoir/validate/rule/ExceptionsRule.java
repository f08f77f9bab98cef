package fr.comptoir.validate.rule;

import fr.comptoir.model.code.Release;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.DeclaredException;
import fr.comptoir.validate.event.Header;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;
import java.util.Map;
import java.util.Set;

/** Exceptions of the header: codes that can stand there, with their exact messages and the data they need (CoP 5.1, Appendix D). */
final class ExceptionsRule implements HeaderRule {
    private static final Kind CODE =
            Kind.critical("exception-code", "Appendix D").inR5("Appendix F");
    private static final Kind MESSAGE =
            Kind.error("exception-message", "Appendix D").inR5("Appendix F");
    private static final Kind DATA = Kind.error("exception-data", "Appendix D").inR5("Appendix F");
    private static final Kind SEVERITY =
            Kind.error("exception-severity", "Appendix D").inR5("Appendix F");
    private static final Kind PARTIAL =
            Kind.warning("exception-3040", "Appendix D").inR5("Appendix F");
    private static final Kind COMPONENTS = Kind.error("exception-3063", "Appendix D");

    private static final Map<Integer, String> MESSAGES = Map.of(
            3030, "No Usage Available for Requested Dates",
            3031, "Usage Not Ready for Requested Dates",
            3032, "Usage No Longer Available for Requested Dates",
            3040, "Partial Data Returned",
            3050, "Parameter Not Recognized in this Context",
            3060, "Invalid ReportFilter Value",
            3061, "Incongruous ReportFilter Value",
            3062, "Invalid ReportAttribute Value",
            3063, "Components Not Supported",
            3070, "Required ReportFilter Missing");
    private static final Set<Integer> WITH_DATA = Set.of(3031, 3032, 3040, 3050, 3060, 3062, 3070);
    private static final Set<String> SEVERITIES = Set.of("Info", "Debug", "Warning", "Error", "Fatal");

    @Override
    public void check(Header header, Findings findings) {
        for (DeclaredException exception : header.exceptions) {
            check(header, exception, findings);
        }
        if (header.hasException(3063) && !header.isTrue("Include_Component_Details")) {
            findings.add(
                    COMPONENTS,
                    header.place("Exceptions"),
                    Sentence.of(
                            "exception-3063",
                            "exception 3063 answers Include_Component_Details=True, which is not in the header"));
        }
    }

    private static void check(Header header, DeclaredException exception, Findings findings) {
        int code = exception.code();
        if (code >= 0 && code < 1000) {
            return; // a provider's own remark
        }
        String message = MESSAGES.get(code);
        boolean known = message != null && !(code == 3063 && header.release == Release.R5);
        if (!known) {
            findings.add(
                    CODE,
                    exception.place(),
                    Sentence.of(
                            "exception-code",
                            "exception {0} cannot stand in the header of a report",
                            String.valueOf(code)));
            return;
        }
        if (!exception.message().equals(message)) {
            findings.add(
                    MESSAGE,
                    exception.place(),
                    Sentence.of(
                            "exception-message",
                            "the message of exception {0} is \"{1}\"; it must be \"{2}\"",
                            String.valueOf(code),
                            exception.message(),
                            String.valueOf(message)));
        }
        String data = exception.data();
        if (WITH_DATA.contains(code) && (data == null || data.isBlank())) {
            findings.add(
                    DATA,
                    exception.place(),
                    Sentence.of(
                            "exception-data", "exception {0} must say in Data what it is about", String.valueOf(code)));
        }
        String severity = exception.severity();
        if (header.json && header.release == Release.R5 && (severity == null || !SEVERITIES.contains(severity))) {
            findings.add(
                    SEVERITY,
                    exception.place(),
                    Sentence.of("exception-severity", "Severity must be one of Info, Debug, Warning, Error, Fatal"));
        }
        if (code == 3040) {
            findings.add(
                    PARTIAL,
                    exception.place(),
                    Sentence.of("exception-3040", "exception 3040 is only for what 3030, 3031 and 3032 do not say"));
        }
    }
}
