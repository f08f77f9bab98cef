package fr.comptoir.server.apidoc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One path of the OpenAPI document as the page shows it.
 *
 * @param path below the base
 * @param release {@code 5} or {@code 5.1}
 * @param name of the report, {@code ""} for the other answers
 * @param kind last segment of the path: {@code status}, {@code members}, {@code reports}, or {@code report}
 * @param parameters in their order; empty when everybody may ask
 */
record ApiOperation(String path, String release, String name, String kind, List<Parameter> parameters) {
    private static final String JOINED = "Joined with |: ";

    /**
     * A parameter of the query.
     *
     * @param values that there are; empty when any is
     * @param list whether several may be given, joined with {@code |}
     */
    record Parameter(String name, boolean required, List<String> values, boolean list) {}

    /** All of a document, in its order. */
    static List<ApiOperation> of(Map<String, Object> document) {
        List<ApiOperation> operations = new ArrayList<>();
        map(document.get("paths"))
                .forEach((path, item) -> operations.add(of(path, map(map(item).get("get")))));
        return operations;
    }

    private static ApiOperation of(String path, Map<String, Object> get) {
        String summary = String.valueOf(get.get("summary"));
        String last = path.substring(path.lastIndexOf('/') + 1);
        boolean report = path.contains("/reports/");
        return new ApiOperation(
                path,
                path.startsWith("/r51") ? "5.1" : "5",
                report ? summary : "",
                report ? "report" : last,
                list(get.get("parameters")).stream()
                        .map(ApiOperation::parameter)
                        .toList());
    }

    private static Parameter parameter(Object written) {
        Map<String, Object> one = map(written);
        String description = String.valueOf(one.getOrDefault("description", ""));
        int joined = description.indexOf(JOINED);
        List<String> choice = list(map(one.get("schema")).get("enum")).stream()
                .map(String::valueOf)
                .toList();
        List<String> values = joined < 0
                ? choice
                : List.of(description.substring(joined + JOINED.length()).split(", ", -1));
        return new Parameter(
                String.valueOf(one.get("name")), Boolean.TRUE.equals(one.get("required")), values, joined >= 0);
    }

    @SuppressWarnings("unchecked") // as the document is made
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
