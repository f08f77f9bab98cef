package fr.comptoir.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A request written down as {@link ReportRequestParser} reads it. */
public final class RequestParameters {
    private RequestParameters() {}

    /**
     * What narrows and shapes a report, named and written as in the COUNTER API; read again it gives the same request. Customer and months
     * are not in it, nor what a standard view has by its declaration.
     *
     * @param platformId the namespace of proprietary identifiers
     */
    public static Map<String, String> of(ReportRequest request, String platformId) {
        ReportDeclaration report = request.report();
        Map<String, String> parameters = new LinkedHashMap<>();
        request.filters().values(platformId).forEach((filter, values) -> {
            if (report.isMaster() || filter == Filter.PLATFORM) {
                parameters.put(filter.parameter(report.release()), String.join("|", values));
            }
        });
        if (!request.attributesToShow().isEmpty()) {
            parameters.put(
                    "attributes_to_show",
                    request.attributesToShow().stream().map(Column::code).collect(Collectors.joining("|")));
        }
        if (request.totals()) {
            parameters.put("granularity", "Totals");
        }
        if (request.parentDetails()) {
            parameters.put("include_parent_details", "True");
        }
        if (request.componentDetails()) {
            parameters.put("include_component_details", "True");
        }
        return parameters;
    }
}
