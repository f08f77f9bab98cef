package fr.comptoir.validate.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** The way from the beginning of JSON to one of its tokens. */
final class JsonPath {
    private final List<Step> steps = new ArrayList<>();
    private int depth;

    /** An object or an array around the token. */
    private static final class Step {
        boolean array;
        int index;

        @Nullable
        String name;

        boolean isBegun() {
            return array ? index >= 0 : name != null;
        }
    }

    /** Goes to the next token. */
    void enter(JsonToken token, @Nullable String text) {
        if (token == JsonToken.PROPERTY_NAME) {
            steps.get(depth - 1).name = text;
        } else if (token.isStructEnd()) {
            depth--;
        } else {
            if (depth > 0) {
                steps.get(depth - 1).index++;
            }
            if (token.isStructStart()) {
                open(token == JsonToken.START_ARRAY);
            }
        }
    }

    private void open(boolean array) {
        if (depth == steps.size()) {
            steps.add(new Step());
        }
        Step step = steps.get(depth++);
        step.array = array;
        step.index = -1;
        step.name = null;
    }

    /** As RFC 6901 writes it; of an object or an array that has just begun, where it is. */
    String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (Step step : steps.subList(0, depth)) {
            if (step.isBegun()) {
                pointer.append('/')
                        .append(step.array ? Integer.toString(step.index) : escaped(String.valueOf(step.name)));
            }
        }
        return pointer.toString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
