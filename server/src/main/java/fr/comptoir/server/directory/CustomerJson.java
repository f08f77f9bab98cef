package fr.comptoir.server.directory;

import fr.comptoir.customers.customer.CustomerField;
import fr.comptoir.server.directory.CustomerRow.Place;
import fr.comptoir.server.directory.CustomerRow.UnreadableFileException;
import fr.comptoir.server.web.PastedRanges;
import fr.comptoir.server.web.RangesJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Customers as a JSON array of objects; of each the names are those of the CSV, and the ranges are {@code ips} and {@code ipRanges}. */
final class CustomerJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CUSTOMERS = "customers";
    private static final List<String> RANGES = List.of("ips", "ipRanges");

    private CustomerJson() {}

    static String write(List<CustomerRow> rows) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (CustomerRow row : rows) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put(CustomerRow.CUSTOMER_ID, row.customerId());
            one.put(CustomerRow.KIND, String.valueOf(row.kind()));
            for (CustomerField field : CustomerField.values()) {
                one.put(field.key(), row.fields().getOrDefault(field, ""));
            }
            one.put(CustomerRow.LISTED, row.listed());
            one.putAll(RangesJson.of(
                    PastedRanges.read(row.ranges() == null ? "" : row.ranges()).entries()));
            for (BelongingList list : BelongingList.values()) {
                one.put(
                        String.valueOf(CustomerRow.LISTS.get(list)),
                        row.lists().getOrDefault(list, "").lines().toList());
            }
            all.add(one);
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(Map.of(CUSTOMERS, all)) + "\n";
    }

    static CustomerRow.Read read(String text) throws UnreadableFileException {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException e) {
            throw new UnreadableFileException("exchange.bad.json");
        }
        JsonNode all = root.isObject() ? root.path(CUSTOMERS) : root;
        if (!all.isArray()) {
            throw new UnreadableFileException("exchange.bad.array");
        }
        List<CustomerRow> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<String> unread = new LinkedHashSet<>();
        for (int i = 0; i < all.size(); i++) {
            rows.add(row(all.get(i), Place.customer(i + 1L)));
            all.get(i).propertyNames().stream()
                    .filter(name -> !RANGES.contains(name) && !CustomerRow.isColumn(name))
                    .forEach(unread::add);
            CustomerCsv.once(rows.get(i), ids, Place.customer(i + 1L));
        }
        return CustomerRow.Read.of(rows, unread);
    }

    private static CustomerRow row(JsonNode node, Place where) throws UnreadableFileException {
        if (!node.isObject()) {
            throw new UnreadableFileException("exchange.bad.object", where);
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            cells.put(field.getKey(), text(field.getKey(), field.getValue()));
        }
        if (RANGES.stream().anyMatch(node::has)) {
            cells.put(CustomerRow.RANGES, RangesJson.text(node));
        }
        return CustomerCsv.row(cells, where);
    }

    /** Of a list one entry a line; a text is read as a cell of the CSV. */
    private static String text(String name, JsonNode value) {
        if (!value.isArray()) {
            String text = value.isNull() ? "" : value.asString("");
            return CustomerRow.LISTS.containsValue(name) ? ListCell.read(text) : text;
        }
        List<String> lines = new ArrayList<>();
        value.forEach(one -> lines.add(one.asString("")));
        return String.join("\n", lines);
    }
}
