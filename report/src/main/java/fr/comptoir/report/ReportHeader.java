package fr.comptoir.report;

import fr.comptoir.model.code.Release;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that stands above the rows of a report (CoP 5.1 and 5.0.3, section 3.2.1). What is at its default is not in it.
 *
 * @param begin first month represented
 * @param end last month represented
 */
record ReportHeader(
        ReportRequest request,
        ReportContext context,
        YearMonth begin,
        YearMonth end,
        List<ReportException> exceptions) {

    ReportDeclaration report() {
        return request.report();
    }

    Release release() {
        return report().release();
    }

    /** The filters in the Code's order, without the dates. */
    Map<Filter, List<String>> filters() {
        return request.filters().values(context.platformId());
    }

    Optional<List<String>> attributesToShow() {
        List<String> codes =
                request.attributesToShow().stream().map(Column::code).toList();
        return codes.isEmpty() ? Optional.empty() : Optional.of(codes);
    }

    /**
     * The attributes that are one word.
     *
     * @param totalsName what the form calls figures without months
     * @param totalsValue its value then
     */
    Map<String, String> switches(String totalsName, String totalsValue) {
        Map<String, String> switches = new LinkedHashMap<>();
        if (request.totals()) {
            switches.put(totalsName, totalsValue);
        }
        if (request.parentDetails()) {
            switches.put("Include_Parent_Details", "True");
        }
        // What was asked for: exception 3063 stands beside it. Release 5 leaves out what was ignored.
        if (request.componentDetails() && release() == Release.R5_1) {
            switches.put("Include_Component_Details", "True");
        }
        return switches;
    }
}
