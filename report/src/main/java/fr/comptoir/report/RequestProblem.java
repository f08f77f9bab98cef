package fr.comptoir.report;

/**
 * One thing that is wrong with a request. The command line refuses a request with problems; the API goes on without what is wrong, unless
 * the code is fatal, and says so in the report.
 *
 * @param code how the Code of Practice classifies it
 * @param parameter as it was written; {@code ""} for the report or release
 * @param data what the exception names: parameter or values
 * @param message one sentence that says what is allowed
 */
public record RequestProblem(ExceptionCode code, String parameter, String data, String message) {

    /** The exception of a report that was made all the same. */
    public ReportException toException() {
        return new ReportException(code, data);
    }
}
