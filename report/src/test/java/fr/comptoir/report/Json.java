package fr.comptoir.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON for the tests, without the writers' help. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** The same text without the blanks that make it readable. */
    static String compact(String text) {
        java.io.StringWriter out = new java.io.StringWriter();
        try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), text);
                JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            while (in.nextToken() != null) {
                generator.copyCurrentEvent(in);
            }
        }
        return out.toString();
    }

    /** Objects as maps, arrays as lists, counts as longs. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String text) {
        try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            Deque<Object> open = new ArrayDeque<>();
            Deque<String> names = new ArrayDeque<>();
            Object root = null;
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME) {
                    names.push(in.currentName());
                    continue;
                }
                if (token.isStructEnd()) {
                    root = open.pop();
                    continue;
                }
                Object value = token == JsonToken.START_OBJECT
                        ? new LinkedHashMap<String, Object>()
                        : token == JsonToken.START_ARRAY
                                ? new ArrayList<>()
                                : token.isNumeric() ? (Object) in.getLongValue() : in.getString();
                if (open.peek() instanceof Map<?, ?> map) {
                    ((Map<String, Object>) map).put(names.pop(), value);
                } else if (open.peek() instanceof List<?> list) {
                    ((List<Object>) list).add(value);
                }
                if (token.isStructStart()) {
                    open.push(value);
                }
            }
            return (Map<String, Object>) root;
        }
    }

    /** What stands under a path of member names. */
    static Object at(Map<String, Object> object, String... path) {
        Object value = object;
        for (String name : path) {
            value = ((Map<?, ?>) value).get(name);
        }
        return value;
    }
}
