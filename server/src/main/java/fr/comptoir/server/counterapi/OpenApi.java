package fr.comptoir.server.counterapi;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.code.SectionType;
import fr.comptoir.report.Column;
import fr.comptoir.report.ExceptionCode;
import fr.comptoir.report.Filter;
import fr.comptoir.report.ReportDeclaration;
import fr.comptoir.report.Reports;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What this service answers, as an OpenAPI 3.1 document made from the declarations of the reports: what it says is what is read. */
public final class OpenApi {
    private static final String STRING = "string";

    private OpenApi() {}

    /**
     * The document.
     *
     * @param platform name of the platform
     * @param version of the program
     */
    public static Map<String, Object> document(String platform, String version) {
        Map<String, Object> paths = new LinkedHashMap<>();
        paths.putAll(paths(Release.R5_1, "/r51"));
        paths.putAll(paths(Release.R5, ""));
        return ordered(
                "openapi",
                "3.1.0",
                "info",
                ordered("title", "COUNTER API of " + platform, "version", version),
                "paths",
                paths,
                "components",
                ordered("schemas", ordered("Exception", exception())));
    }

    private static Map<String, Object> paths(Release release, String base) {
        Map<String, Object> paths = new LinkedHashMap<>();
        boolean free = release == Release.R5_1;
        paths.put(base + "/status", get("Status of the service", release, free ? List.of() : requestor()));
        paths.put(base + "/members", get("Members of a consortium", release, requestor()));
        List<Map<String, Object>> search = requestor();
        search.add(parameter("search", "A word of the report's name.", false, type(STRING)));
        paths.put(base + "/reports", get("List of reports", release, search));
        for (ReportDeclaration report : Reports.of(release)) {
            paths.put(
                    base + "/reports/" + report.id().toLowerCase(Locale.ROOT),
                    get(report.id() + ": " + report.name(), release, parameters(report)));
        }
        return paths;
    }

    private static Map<String, Object> get(String summary, Release release, List<Map<String, Object>> parameters) {
        Map<Integer, List<String>> refusals = new TreeMap<>();
        for (ExceptionCode code : ExceptionCode.values()) {
            if (code.isFatal()) {
                refusals.computeIfAbsent(code.httpStatus(), status -> new ArrayList<>())
                        .add(code.number() + " " + code.message());
            }
        }
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("200", ordered("description", "JSON as the Code of Practice has it", "content", json(Map.of())));
        if (!parameters.isEmpty()) {
            refusals.forEach((status, codes) -> answers.put(
                    status.toString(),
                    ordered(
                            "description",
                            String.join("; ", codes),
                            "content",
                            json(Map.of("$ref", "#/components/schemas/Exception")))));
        }
        return ordered(
                "get",
                ordered(
                        "summary",
                        summary,
                        "tags",
                        List.of("Release " + release.code()),
                        "parameters",
                        parameters,
                        "responses",
                        answers));
    }

    private static Map<String, Object> json(Map<String, Object> schema) {
        return ordered("application/json", schema.isEmpty() ? Map.of() : ordered("schema", schema));
    }

    private static List<Map<String, Object>> requestor() {
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(parameter("customer_id", "Whose usage; 0000000000000000 is the world.", true, type(STRING)));
        all.add(parameter("requestor_id", "Who asks; this, api_key, or both.", false, type(STRING)));
        all.add(parameter("api_key", "Who asks; this, requestor_id, or both.", false, type(STRING)));
        return all;
    }

    private static List<Map<String, Object>> parameters(ReportDeclaration report) {
        List<Map<String, Object>> all = requestor();
        all.add(parameter("begin_date", "First month, yyyy-mm or yyyy-mm-dd.", true, type(STRING)));
        all.add(parameter("end_date", "Last month, yyyy-mm or yyyy-mm-dd.", true, type(STRING)));
        for (Filter filter : Filter.values()) {
            if (report.filters().contains(filter)) {
                all.add(filter(report, filter));
            }
        }
        if (report.isMaster()) {
            List<String> attributes =
                    report.attributesToShow().stream().map(Column::code).toList();
            all.add(list("attributes_to_show", "Columns beside those that are always there.", attributes));
            all.add(choice("granularity", "A figure for each month, or for all of them.", List.of("Month", "Totals")));
        }
        return all;
    }

    private static Map<String, Object> filter(ReportDeclaration report, Filter filter) {
        String name = filter.parameter(report.release());
        return switch (filter) {
            case METRIC_TYPE ->
                list(
                        name,
                        "",
                        report.metricTypes().stream().map(MetricType::code).toList());
            case DATA_TYPE ->
                list(name, "", report.dataTypes().stream().map(DataType::code).toList());
            case ACCESS_TYPE ->
                list(
                        name,
                        "",
                        report.accessTypes().stream().map(AccessType::code).toList());
            case ACCESS_METHOD ->
                list(
                        name,
                        "",
                        Arrays.stream(AccessMethod.values())
                                .map(AccessMethod::code)
                                .toList());
            case SECTION_TYPE ->
                list(
                        name,
                        "",
                        Arrays.stream(SectionType.values())
                                .map(SectionType::code)
                                .toList());
            case YOP -> parameter(name, "Years and ranges: 2019|2021-2023.", false, type(STRING));
            case ITEM_ID, AUTHOR -> parameter(name, "One identifier, namespace:value.", false, type(STRING));
            case ATTRIBUTED -> choice(name, "Whether usage was attributed to an institution.", List.of("Yes", "No"));
            case DATABASE, PLATFORM, PARENT_DATA_TYPE -> parameter(name, "", false, type(STRING));
        };
    }

    private static Map<String, Object> list(String name, String description, List<String> values) {
        String said = (description.isEmpty() ? "" : description + " ") + "Joined with |: " + String.join(", ", values);
        return parameter(name, said, false, type(STRING));
    }

    private static Map<String, Object> choice(String name, String description, List<String> values) {
        return parameter(name, description, false, ordered("type", STRING, "enum", values));
    }

    private static Map<String, Object> parameter(
            String name, String description, boolean required, Map<String, Object> schema) {
        Map<String, Object> one = ordered("name", name, "in", "query", "required", required, "schema", schema);
        if (!description.isEmpty()) {
            one.put("description", description);
        }
        return one;
    }

    private static Map<String, Object> exception() {
        return ordered(
                "type",
                "object",
                "required",
                List.of("Code", "Message"),
                "properties",
                ordered(
                        "Code",
                        type("integer"),
                        "Severity",
                        type(STRING),
                        "Message",
                        type(STRING),
                        "Help_URL",
                        type(STRING),
                        "Data",
                        type(STRING)));
    }

    private static Map<String, Object> type(String name) {
        return ordered("type", name);
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
