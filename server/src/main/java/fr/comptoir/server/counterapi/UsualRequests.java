package fr.comptoir.server.counterapi;

import fr.comptoir.model.code.Release;
import fr.comptoir.report.ReportDeclaration;
import fr.comptoir.report.Reports;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What harvesters ask for when nobody has changed their settings: each standard view, and each master report with these attributes. */
final class UsualRequests {
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "PR",
            "Access_Method",
            "DR",
            "Access_Method",
            "TR",
            "YOP|Access_Type|Access_Method",
            "IR",
            "Authors|Publication_Date|Article_Version|YOP|Access_Type|Access_Method");

    private static final Map<String, String> MORE_IN_R5 =
            Map.of("PR", "|Data_Type", "DR", "|Data_Type", "TR", "|Data_Type|Section_Type");

    private UsualRequests() {}

    /** One of them. */
    record Usual(Release release, String report, Map<String, String> parameters) {}

    /** Of one month and customer, both releases. */
    static List<Usual> of(YearMonth month, String customer) {
        List<Usual> requests = new ArrayList<>();
        for (Release release : List.of(Release.R5_1, Release.R5)) {
            for (ReportDeclaration report : Reports.of(release)) {
                requests.add(new Usual(release, report.id(), parameters(report, release, month, customer)));
            }
        }
        return requests;
    }

    private static Map<String, String> parameters(
            ReportDeclaration report, Release release, YearMonth month, String customer) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("customer_id", customer);
        parameters.put("begin_date", month.toString());
        parameters.put("end_date", month.toString());
        String attributes = ATTRIBUTES.get(report.id());
        if (attributes != null) {
            String more = release == Release.R5 ? MORE_IN_R5.getOrDefault(report.id(), "") : "";
            parameters.put("attributes_to_show", attributes + more);
        }
        if (report.id().equals("IR")) {
            parameters.put("include_parent_details", "True");
            parameters.put("include_component_details", "True");
        }
        return parameters;
    }
}
