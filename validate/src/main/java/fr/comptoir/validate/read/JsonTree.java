package fr.comptoir.validate.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** A small piece of JSON as maps, lists, strings, numbers, booleans and nulls: the header. */
final class JsonTree {
    private JsonTree() {}

    /** The value at which the tokens stand; they then stand at its end. */
    static @Nullable Object read(JsonTokens tokens) {
        JsonToken token = tokens.current();
        if (token == null) {
            return null;
        }
        return switch (token) {
            case START_OBJECT -> object(tokens);
            case START_ARRAY -> array(tokens);
            case VALUE_STRING -> tokens.text();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Numeral(tokens.text());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Map<String, @Nullable Object> object(JsonTokens tokens) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (String name = tokens.nextName(); name != null; name = tokens.nextName()) {
            tokens.next();
            object.put(name, read(tokens));
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonTokens tokens) {
        List<@Nullable Object> array = new ArrayList<>();
        while (tokens.next() != JsonToken.END_ARRAY) {
            array.add(read(tokens));
        }
        return array;
    }

    /** A number as it is written. */
    record Numeral(String text) {
        @Override
        public String toString() {
            return text;
        }
    }
}
