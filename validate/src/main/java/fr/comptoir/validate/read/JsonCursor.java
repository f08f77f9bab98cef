package fr.comptoir.validate.read;

import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Steps through JSON and says where a value is not of the kind that it must be. Each method leaves the parser at the end of the value. */
final class JsonCursor {
    final JsonParser parser;
    final Findings findings;

    JsonCursor(JsonParser parser, Findings findings) {
        this.parser = parser;
        this.findings = findings;
    }

    String pointer() {
        return parser.streamReadContext().pathAsPointer().toString();
    }

    void add(Kind kind, String message) {
        String here = pointer();
        findings.add(kind, () -> here, () -> message);
    }

    /** Goes through the members of an object; the parser stands at each value when {@code member} gets its name. */
    boolean object(String name, Consumer<String> member) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            wrongType(name, "an object");
            return false;
        }
        while (true) {
            String key = parser.nextName();
            if (key == null) {
                return true;
            }
            parser.nextToken();
            member.accept(key);
        }
    }

    /** Goes through the values of an array; -1 when it is none, else how many there were. */
    int array(String name, Runnable value) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            wrongType(name, "an array");
            return -1;
        }
        int length = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            length++;
            value.run();
        }
        return length;
    }

    /** A text; null when it is none. */
    @Nullable
    String text(String name) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            return parser.getString();
        }
        if (token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            add(Form.JSON_NOT_TEXT, name + " must be text, not the value " + parser.getString());
            return parser.getString();
        }
        wrongType(name, "text");
        return null;
    }

    private void wrongType(String name, String expected) {
        JsonToken token = parser.currentToken();
        String found = token == JsonToken.START_OBJECT
                ? "an object"
                : token == JsonToken.START_ARRAY
                        ? "an array"
                        : token == JsonToken.VALUE_NULL ? "null" : "the value " + parser.getString();
        add(Form.JSON_TYPE, name + " must be " + expected + ", not " + found);
        parser.skipChildren();
    }

    /** Passes over an element that does not belong there. */
    void unknown(String name, String where) {
        add(Form.JSON_UNKNOWN, name + " is no element of " + where);
        parser.skipChildren();
    }

    /** Passes over an element that belongs to the report only when its header asks for it. */
    void notRequested(String name) {
        add(Form.JSON_NOT_REQUESTED, name + " is there, but Report_Attributes does not ask for it");
        parser.skipChildren();
    }
}
