package fr.comptoir.report;

import fr.comptoir.report.ExceptionCode.Severity;

/**
 * One entry of the header's Exceptions. It is a value that a report carries, not one to throw.
 *
 * @param severity written in Release 5 only
 * @param data what it is about in this report; {@code ""} when there is nothing to add
 */
public record ReportException(ExceptionCode code, Severity severity, String data) {

    public ReportException(ExceptionCode code, String data) {
        this(code, code.severity(), data);
    }

    /** {@code 3031: Usage Not Ready for Requested Dates (...)}, as the tabular form writes it. */
    @Override
    public String toString() {
        String text = code.number() + ": " + code.message();
        return data.isEmpty() ? text : text + " (" + data + ")";
    }
}
