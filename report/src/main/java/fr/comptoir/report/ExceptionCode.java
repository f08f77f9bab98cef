package fr.comptoir.report;

/**
 * The exceptions of the Code (CoP 5.1, appendix D; CoP 5.0.3, appendix F), the one table of both releases. Messages are the Code's, to the
 * letter. 2030 is not among them: nobody is known here by the address alone.
 */
public enum ExceptionCode {
    SERVICE_NOT_AVAILABLE(1000, "Service Not Available", 503, Severity.FATAL),
    SERVICE_BUSY(1010, "Service Busy", 503, Severity.FATAL),
    REPORT_QUEUED(1011, "Report Queued for Processing", 202, Severity.WARNING),
    TOO_MANY_REQUESTS(1020, "Client has made too many requests", 429, Severity.FATAL),
    INSUFFICIENT_INFORMATION(1030, "Insufficient Information to Process Request", 400, Severity.FATAL),
    REQUESTOR_NOT_AUTHORIZED(2000, "Requestor Not Authorized to Access Service", 401, Severity.ERROR),
    NOT_AUTHORIZED_FOR_INSTITUTION(
            2010, "Requestor is Not Authorized to Access Usage for Institution", 403, Severity.ERROR),
    /** Release 5.1. */
    GLOBAL_REPORTS_NOT_SUPPORTED(2011, "Global Reports Not Supported", 403, Severity.ERROR),
    API_KEY_INVALID(2020, "APIKey Invalid", 401, Severity.ERROR),
    /** Release 5; elsewhere the answer is that there is no such page. */
    REPORT_NOT_SUPPORTED(3000, "Report Not Supported", 404, Severity.ERROR),
    /** Release 5; elsewhere the answer is that there is no such page. */
    REPORT_VERSION_NOT_SUPPORTED(3010, "Report Version Not Supported", 404, Severity.ERROR),
    INVALID_DATE_ARGUMENTS(3020, "Invalid Date Arguments", 400, Severity.ERROR),
    NO_USAGE_AVAILABLE(3030, "No Usage Available for Requested Dates", 200, Severity.ERROR),
    USAGE_NOT_READY(3031, "Usage Not Ready for Requested Dates", 200, Severity.WARNING),
    USAGE_NO_LONGER_AVAILABLE(3032, "Usage No Longer Available for Requested Dates", 200, Severity.WARNING),
    PARTIAL_DATA_RETURNED(3040, "Partial Data Returned", 200, Severity.WARNING),
    PARAMETER_NOT_RECOGNIZED(3050, "Parameter Not Recognized in this Context", 200, Severity.WARNING),
    INVALID_FILTER_VALUE(3060, "Invalid ReportFilter Value", 200, Severity.WARNING),
    /** Values of one list that are of several kinds. */
    INCONGRUOUS_FILTER_VALUE(3061, "Incongruous ReportFilter Value", 200, Severity.WARNING),
    INVALID_ATTRIBUTE_VALUE(3062, "Invalid ReportAttribute Value", 200, Severity.WARNING),
    /** Release 5.1. */
    COMPONENTS_NOT_SUPPORTED(3063, "Components Not Supported", 200, Severity.WARNING),
    /** Of the Code's own; no report here requires a filter, so that it never occurs. */
    REQUIRED_FILTER_MISSING(3070, "Required ReportFilter Missing", 200, Severity.WARNING);

    private static final int OK = 200;

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
    private final int httpStatus;
    private final Severity severity;

    ExceptionCode(int number, String message, int httpStatus, Severity severity) {
        this.number = number;
        this.message = message;
        this.httpStatus = httpStatus;
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

    /** The HTTP status of an answer with this exception (CoP 5.1, table D.1). */
    public int httpStatus() {
        return httpStatus;
    }

    /** Whether there is no report at all: the request is answered with the exception alone. */
    public boolean isFatal() {
        return httpStatus != OK;
    }
}
