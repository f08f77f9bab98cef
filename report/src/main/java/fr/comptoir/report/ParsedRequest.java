package fr.comptoir.report;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a request.
 *
 * @param request the request without what is wrong in it; empty when a problem is fatal
 * @param problems all of them, in the order of the parameters
 */
public record ParsedRequest(Optional<ReportRequest> request, List<RequestProblem> problems) {
    public ParsedRequest {
        problems = List.copyOf(problems);
    }
}
