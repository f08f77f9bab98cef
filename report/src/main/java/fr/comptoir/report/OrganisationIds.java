package fr.comptoir.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Identifiers of an institution or a publisher: namespace to values, in the order in which they are written. A value of namespace
 * Proprietary carries the platform's id: {@code alpha:U001}. No namespace is without values.
 */
record OrganisationIds(Map<String, List<String>> values) {
    static final String PROPRIETARY = "Proprietary";

    private static final Set<String> PUBLISHER_NAMESPACES = Set.of("ISNI", "ROR");

    /**
     * The identifiers of a publisher as the catalogue writes them, {@code ISNI:...}, {@code ROR:...} or a proprietary value, several joined
     * with {@code ;} or {@code |}.
     */
    static OrganisationIds ofPublisher(String text, String platformId) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            for (String part : split(text)) {
                int colon = part.indexOf(':');
                String namespace = colon < 0 ? "" : part.substring(0, colon).toUpperCase(Locale.ROOT);
                if (PUBLISHER_NAMESPACES.contains(namespace)) {
                    add(values, namespace, part.substring(colon + 1).strip());
                } else {
                    add(values, PROPRIETARY, proprietary(part, platformId));
                }
            }
        }
        return new OrganisationIds(values);
    }

    /** The value with the platform's id before it, once. */
    static String proprietary(String value, String platformId) {
        return value.startsWith(platformId + ":") ? value : platformId + ":" + value;
    }

    /** Adds the values of one namespace, joined with {@code ;} or {@code |}; a prefix that repeats the namespace is dropped. */
    static void addAll(Map<String, List<String>> values, String namespace, String text) {
        for (String part : split(text)) {
            boolean prefixed = part.regionMatches(true, 0, namespace + ":", 0, namespace.length() + 1);
            add(
                    values,
                    namespace,
                    prefixed ? part.substring(namespace.length() + 1).strip() : part);
        }
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** {@code {namespace}:{value}} joined with {@code "; "}, one value of each namespace: the tabular form. */
    String tabular() {
        List<String> cells = new ArrayList<>();
        values.forEach((namespace, list) ->
                cells.add(namespace.equals(PROPRIETARY) ? list.get(0) : namespace + ":" + list.get(0)));
        return String.join("; ", cells);
    }

    private static void add(Map<String, List<String>> values, String namespace, String value) {
        if (!value.isEmpty()) {
            List<String> list = values.computeIfAbsent(namespace, key -> new ArrayList<>());
            if (!list.contains(value)) {
                list.add(value);
            }
        }
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split("[;|]", -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }
}
