package fr.comptoir.operation.compare;

import fr.comptoir.operation.compare.Rows.Row;
import fr.comptoir.operation.compare.Rows.Sink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of both releases: a row for each member of the header, and one for each item, set of attributes and metric. */
final class JsonRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> CONTAINERS = Set.of("Items", "Attribute_Performance", "Performance");

    private final Sink sink;

    private JsonRows(Sink sink) {
        this.sink = sink;
    }

    static void read(Path file, Sink sink) throws IOException {
        JsonRows rows = new JsonRows(sink);
        try (JsonParser parser = JSON.createParser(file)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new StreamReadException(parser, "it is no JSON object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("Report_Items") && value == JsonToken.START_ARRAY) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        rows.item(parser.readValueAsTree(), "");
                    }
                } else {
                    JsonNode node = parser.readValueAsTree();
                    rows.header(node);
                }
            }
        }
    }

    /** Members in the words of the tabular form. */
    private void header(JsonNode header) throws IOException {
        for (Map.Entry<String, JsonNode> member : header.properties()) {
            sink.row(new Row(Rows.HEADER, List.of(member.getKey()), List.of(text(member.getValue()))));
        }
    }

    /** {@code Name=value|value; Name=value}, whichever way a release writes that down. */
    private static String text(JsonNode node) {
        if (node.isObject()) {
            JsonNode name = node.has("Name") ? node.path("Name") : node.path("Type");
            if (name.isString() && node.has("Value") && node.size() == 2) {
                return name.stringValue() + "=" + text(node.path("Value"));
            }
            List<String> members = new ArrayList<>();
            node.properties().forEach(member -> members.add(member.getKey() + "=" + text(member.getValue())));
            return String.join("; ", members);
        }
        if (node.isArray()) {
            List<String> elements = new ArrayList<>();
            node.forEach(element -> elements.add(text(element)));
            boolean texts = node.valueStream().allMatch(JsonNode::isString);
            return String.join(texts ? "|" : "; ", elements);
        }
        return node.asString();
    }

    private void item(JsonNode node, String before) throws IOException {
        List<String> own = new ArrayList<>();
        if (!before.isEmpty()) {
            own.add(before);
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!CONTAINERS.contains(member.getKey())) {
                own.add(text(member.getValue()));
            }
        }
        String place = String.join(" | ", own);
        for (String inner : List.of("Items", "Attribute_Performance")) {
            for (JsonNode each : node.path(inner)) {
                item(each, place);
            }
        }
        JsonNode performance = node.path("Performance");
        for (Map.Entry<String, SortedMap<String, String>> metric :
                (performance.isArray() ? months(performance) : metrics(performance)).entrySet()) {
            sink.row(new Row(
                    place + " | " + metric.getKey(),
                    List.copyOf(metric.getValue().keySet()),
                    List.copyOf(metric.getValue().values())));
        }
    }

    /** Release 5.1: metrics, in them months. */
    private static Map<String, SortedMap<String, String>> metrics(JsonNode performance) {
        Map<String, SortedMap<String, String>> metrics = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> metric : performance.properties()) {
            SortedMap<String, String> counts = metrics.computeIfAbsent(metric.getKey(), name -> new TreeMap<>());
            metric.getValue()
                    .properties()
                    .forEach(
                            month -> counts.put(month.getKey(), month.getValue().asString()));
        }
        return metrics;
    }

    /** Release 5: periods, in them metrics. */
    private static Map<String, SortedMap<String, String>> months(JsonNode performance) {
        Map<String, SortedMap<String, String>> metrics = new LinkedHashMap<>();
        for (JsonNode each : performance) {
            String begin = each.path("Period").path("Begin_Date").asString("");
            String month = begin.length() > 7 ? begin.substring(0, 7) : begin;
            for (JsonNode instance : each.path("Instance")) {
                metrics.computeIfAbsent(instance.path("Metric_Type").asString(""), name -> new TreeMap<>())
                        .put(month, instance.path("Count").asString(""));
            }
        }
        return metrics;
    }
}
