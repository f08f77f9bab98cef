package fr.comptoir.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * A JSON report as the cells that its tabular form must have: each figure under the columns before it, the metric and the month. Blank cells
 * are left out.
 */
final class JsonCells {
    private final TreeMap<String, Long> figures = new TreeMap<>();

    private JsonCells() {}

    static Map<String, Long> of(JsonNode report) {
        JsonCells cells = new JsonCells();
        boolean r5 = report.get("Report_Header").get("Release").stringValue().equals("5");
        for (JsonNode entry : report.get("Report_Items")) {
            if (r5) {
                cells.itemOfR5(entry);
            } else if (entry.has("Items")) {
                TreeMap<String, String> parent = new TreeMap<>();
                described(entry).forEach((column, text) -> parent.put("Parent_" + column, text));
                entry.get("Items").forEach(item -> cells.itemOfR51(item, parent));
            } else {
                cells.itemOfR51(entry, new TreeMap<>());
            }
        }
        return cells.figures;
    }

    /** The same of a tabular report. */
    static Map<String, Long> of(List<String> headings, List<List<String>> rows) {
        TreeMap<String, Long> figures = new TreeMap<>();
        int metric = headings.indexOf("Metric_Type");
        for (List<String> row : rows) {
            TreeMap<String, String> cells = new TreeMap<>();
            for (int i = 0; i < metric; i++) {
                if (!row.get(i).isEmpty()) {
                    cells.put(headings.get(i), row.get(i));
                }
            }
            for (int i = metric + 2; i < headings.size(); i++) {
                long count = Long.parseLong(row.get(i));
                if (count != 0) {
                    figures.merge(cells + " " + row.get(metric) + " " + headings.get(i), count, Long::sum);
                }
            }
        }
        return figures;
    }

    private void itemOfR51(JsonNode item, Map<String, String> parent) {
        for (JsonNode attributes : item.get("Attribute_Performance")) {
            Map<String, String> cells = described(item);
            cells.putAll(parent);
            texts(attributes, cells);
            attributes
                    .get("Performance")
                    .properties()
                    .forEach(metric -> metric.getValue()
                            .properties()
                            .forEach(month -> add(
                                    cells,
                                    metric.getKey(),
                                    month.getKey(),
                                    month.getValue().asLong())));
        }
    }

    private void itemOfR5(JsonNode item) {
        Map<String, String> cells = described(item);
        if (item.has("Item_Parent")) {
            described(item.get("Item_Parent")).forEach((column, text) -> cells.put("Parent_" + column, text));
        }
        for (JsonNode performance : item.get("Performance")) {
            String month =
                    performance.get("Period").get("Begin_Date").stringValue().substring(0, 7);
            performance
                    .get("Instance")
                    .forEach(instance -> add(
                            cells,
                            instance.get("Metric_Type").stringValue(),
                            month,
                            instance.get("Count").asLong()));
        }
    }

    private void add(Map<String, String> cells, String metric, String month, long count) {
        String[] parts = month.split("-", -1);
        String heading = List.of("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ", -1))
                        .get(Integer.parseInt(parts[1]) - 1)
                + "-" + parts[0];
        figures.merge(cells + " " + metric + " " + heading, count, Long::sum);
    }

    /** What is said of an item or a parent, under the names of the columns. */
    private static Map<String, String> described(JsonNode node) {
        TreeMap<String, String> cells = new TreeMap<>();
        texts(node, cells);
        for (String name : List.of("Item_ID", "Publisher_ID")) {
            if (node.has(name)) {
                Map<String, String> ids = ids(node.get(name));
                if (name.equals("Publisher_ID")) {
                    cells.put(name, String.join("; ", prefixed(ids)));
                } else {
                    ids.remove("Linking_ISSN");
                    ids.forEach(
                            (type, value) -> cells.put(type.equals("Proprietary") ? "Proprietary_ID" : type, value));
                }
            }
        }
        for (String name : List.of("Authors", "Item_Contributors")) {
            if (node.has(name)) {
                List<String> authors = new ArrayList<>();
                node.get(name).forEach(author -> authors.add(author(author)));
                cells.put("Authors", String.join("; ", authors));
            }
        }
        for (String name : List.of("Item_Dates", "Item_Attributes")) {
            if (node.has(name)) {
                cells.putAll(ids(node.get(name)));
            }
        }
        return cells;
    }

    private static void texts(JsonNode node, Map<String, String> cells) {
        node.properties().forEach(member -> {
            if (member.getValue().isString() && !member.getValue().stringValue().isEmpty()) {
                // A parent is called Title or Item_Name, whatever it is.
                String column = member.getKey().equals("Item_Name") ? "Title" : member.getKey();
                cells.put(column, member.getValue().stringValue());
            }
        });
    }

    private static String author(JsonNode author) {
        String name = author.get("Name").stringValue();
        if (author.has("Identifier")) {
            return name + " (" + author.get("Identifier").stringValue() + ")";
        }
        for (String namespace : List.of("ORCID", "ISNI")) {
            if (author.has(namespace)) {
                return name + " (" + namespace + ":" + author.get(namespace).stringValue() + ")";
            }
        }
        return name;
    }

    /** Type to value, of several values the first, in the order of the report. */
    private static Map<String, String> ids(JsonNode node) {
        Map<String, String> ids = new java.util.LinkedHashMap<>();
        if (node.isArray()) {
            node.forEach(id -> ids.put(
                    id.get("Type").stringValue(), id.get("Value").stringValue().split("\\|", -1)[0]));
        } else {
            node.properties()
                    .forEach(id -> ids.put(
                            id.getKey(),
                            id.getValue().isArray()
                                    ? id.getValue().get(0).stringValue()
                                    : id.getValue().stringValue()));
        }
        return ids;
    }

    private static List<String> prefixed(Map<String, String> ids) {
        List<String> texts = new ArrayList<>();
        ids.forEach((type, value) -> texts.add(type.equals("Proprietary") ? value : type + ":" + value));
        return texts;
    }
}
