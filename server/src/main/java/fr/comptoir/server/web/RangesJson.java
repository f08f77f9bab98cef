package fr.comptoir.server.web;

import fr.comptoir.customers.base.Days;
import fr.comptoir.customers.customer.AddressRange;
import fr.comptoir.model.net.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ranges as the lists of French platforms have them: {@code {"ips": [{"ip", "_comment"}], "ipRanges": [{"from", "to", "_comment"}]}}; the
 * days, where there are any, in {@code valid_from} and {@code valid_to}.
 */
public final class RangesJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String IPS = "ips";
    private static final String RANGES = "ipRanges";
    private static final String COMMENT = "_comment";
    private static final String FROM = "valid_from";
    private static final String TO = "valid_to";

    private RangesJson() {}

    /** The two lists. */
    public static Map<String, Object> of(List<AddressRange> ranges) {
        List<Map<String, String>> single = new ArrayList<>();
        List<Map<String, String>> several = new ArrayList<>();
        for (AddressRange one : ranges) {
            Map<String, String> entry = new LinkedHashMap<>();
            if (one.range().isSingle()) {
                entry.put("ip", one.range().toString());
            } else {
                entry.put(
                        "from",
                        IpAddress.format(one.range().fromHigh(), one.range().fromLow()));
                entry.put(
                        "to", IpAddress.format(one.range().toHigh(), one.range().toLow()));
            }
            put(entry, COMMENT, RangeWords.write(one));
            put(entry, FROM, one.days().from() == null ? "" : one.days().from().toString());
            put(entry, TO, one.days().to() == null ? "" : one.days().to().toString());
            (one.range().isSingle() ? single : several).add(entry);
        }
        Map<String, Object> both = new LinkedHashMap<>();
        both.put(IPS, single);
        both.put(RANGES, several);
        return both;
    }

    private static void put(Map<String, String> entry, String name, String value) {
        if (!value.isEmpty()) {
            entry.put(name, value);
        }
    }

    /** A whole document. */
    public static String document(List<AddressRange> ranges) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(of(ranges)) + "\n";
    }

    /** Such a document as the text of which {@link PastedRanges} reads a range a line; any other text as it is. */
    static String asText(String text) {
        if (!text.stripLeading().startsWith("{")) {
            return text;
        }
        try {
            JsonNode root = JSON.readTree(text);
            return root.has(IPS) || root.has(RANGES) ? text(root) : text;
        } catch (JacksonException e) {
            return text; // each of its lines is then shown as one that is not understood
        }
    }

    /** The lists of an object, one range a line. */
    public static String text(JsonNode object) {
        StringBuilder text = new StringBuilder();
        object.path(IPS).forEach(one -> line(text, one.path("ip").asString(""), one));
        object.path(RANGES)
                .forEach(one -> line(
                        text,
                        one.path("from").asString("") + " - " + one.path("to").asString(""),
                        one));
        return text.toString();
    }

    private static void line(StringBuilder text, String range, JsonNode entry) {
        String from = entry.path(FROM).asString("");
        String to = entry.path(TO).asString("");
        String comment = entry.path(COMMENT).asString("").replaceAll("\\R", "\\\\n");
        text.append(from.isEmpty() && to.isEmpty() ? Days.ALWAYS.of(range) : range + "@" + from + ".." + to)
                .append(comment.isEmpty() ? "" : "  # " + comment)
                .append('\n');
    }
}
