package fr.comptoir.acceptance;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The official JSON schemas of both releases. */
final class CounterSchemas {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, String> MASTERS_R5 = Map.of(
            "PR", "COUNTER_platform_report",
            "DR", "COUNTER_database_report",
            "TR", "COUNTER_title_report",
            "IR", "COUNTER_item_report");

    private final Map<String, Schema> schemas = new HashMap<>();

    /** What the schema has against a report, each with its place. */
    List<String> errors(String release, String report, String json) {
        String root = release.equals("5") ? Objects.requireNonNull(MASTERS_R5.get(report.substring(0, 2))) : report;
        return errorsOf(release, root, json);
    }

    /** What the schema has against an exception. */
    List<String> errors(String release, int exception, String json) {
        return errorsOf(release, release.equals("5") ? "SUSHI_error_model" : "Exception_" + exception, json);
    }

    private List<String> errorsOf(String release, String root, String json) {
        return schemas
                .computeIfAbsent(release + root, key -> schema(release.equals("5") ? "r5" : "r51", root))
                .validate(json, InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static Schema schema(String file, String root) {
        try (InputStream in =
                Objects.requireNonNull(CounterSchemas.class.getResourceAsStream("schema/" + file + ".json"))) {
            ObjectNode all = (ObjectNode) JSON.readTree(in);
            all.put("$ref", "#/$defs/" + root);
            return REGISTRY.getSchema(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
