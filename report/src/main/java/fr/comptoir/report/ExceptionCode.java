package fr.comptoir.report;

/**
 * The exceptions of the Code that a report or a request for one can have (CoP 5.1, appendix D; CoP 5.0.3, appendix F). Messages are
 * the Code's, to the letter.
 */
public enum ExceptionCode {
    INSUFFICIENT_INFORMATION(1030, "Insufficient Information to Process Request", Severity.FATAL),
    /** Release 5; elsewhere the answer is that there is no such page. */
    REPORT_NOT_SUPPORTED(3000, "Report Not Supported", Severity.ERROR),
    /** Release 5; elsewhere the answer is that there is no such page. */
    REPORT_VERSION_NOT_SUPPORTED(3010, "Report Version Not Supported", Severity.ERROR),
    INVALID_DATE_ARGUMENTS(3020, "Invalid Date Arguments", Severity.ERROR),
    NO_USAGE_AVAILABLE(3030, "No Usage Available for Requested Dates", Severity.ERROR),
    USAGE_NOT_READY(3031, "Usage Not Ready for Requested Dates", Severity.WARNING),
    USAGE_NO_LONGER_AVAILABLE(3032, "Usage No Longer Available for Requested Dates", Severity.WARNING),
    PARTIAL_DATA_RETURNED(3040, "Partial Data Returned", Severity.WARNING),
    PARAMETER_NOT_RECOGNIZED(3050, "Parameter Not Recognized in this Context", Severity.WARNING),
    INVALID_FILTER_VALUE(3060, "Invalid ReportFilter Value", Severity.WARNING),
    INVALID_ATTRIBUTE_VALUE(3062, "Invalid ReportAttribute Value", Severity.WARNING),
    /** Release 5.1. */
    COMPONENTS_NOT_SUPPORTED(3063, "Components Not Supported", Severity.WARNING);

    /** How bad it is, in the words of Release 5; Release 5.1 does not say. */
    public enum Severity {
        FATAL("Fatal"),
        ERROR("Error"),
        WARNING("Warning");

        private final String code;

        Severity(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    private final int number;
    private final String message;
    private final Severity severity;

    ExceptionCode(int number, String message, Severity severity) {
        this.number = number;
        this.message = message;
        this.severity = severity;
    }

    public int number() {
        return number;
    }

    public String message() {
        return message;
    }

    public Severity severity() {
        return severity;
    }

    /** Whether there is no report at all: the request is answered with the exception alone. */
    public boolean isFatal() {
        return switch (this) {
            case INSUFFICIENT_INFORMATION, REPORT_NOT_SUPPORTED, REPORT_VERSION_NOT_SUPPORTED, INVALID_DATE_ARGUMENTS ->
                true;
            default -> false;
        };
    }
}
