package fr.comptoir.validate.read;

import fr.comptoir.model.text.Sentence;
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
    private final TextPool words = new TextPool();

    JsonCursor(JsonParser parser, Findings findings) {
        this.parser = parser;
        this.findings = findings;
    }

    String pointer() {
        return parser.streamReadContext().pathAsPointer().toString();
    }

    void add(Kind kind, Sentence sentence) {
        String here = pointer();
        findings.add(kind, () -> here, () -> sentence);
    }

    /** Goes through the members of an object, which is named or a {@link What}; the parser stands at each value when {@code member} gets its name. */
    boolean object(Object what, Consumer<String> member) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            wrongType(what, What.OBJECT);
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
    int array(Object what, Runnable value) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            wrongType(what, What.ARRAY);
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
            add(
                    Form.JSON_NOT_TEXT,
                    Sentence.of(
                            "json-type", "{0} must be {1}, not {2}", name, What.TEXT, What.value(parser.getString())));
            return parser.getString();
        }
        wrongType(name, What.TEXT);
        return null;
    }

    /** A text that many items have in common; null when it is none. */
    @Nullable
    String word(String name) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return text(name);
        }
        return words.get(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
    }

    private void wrongType(Object what, Sentence expected) {
        JsonToken token = parser.currentToken();
        Sentence found = token == JsonToken.START_OBJECT
                ? What.OBJECT
                : token == JsonToken.START_ARRAY
                        ? What.ARRAY
                        : token == JsonToken.VALUE_NULL ? What.NULL : What.value(parser.getString());
        add(Form.JSON_TYPE, Sentence.of("json-type", "{0} must be {1}, not {2}", what, expected, found));
        parser.skipChildren();
    }

    /** Passes over an element that does not belong there. */
    void unknown(String name, Object where) {
        add(Form.JSON_UNKNOWN, Sentence.of("json-unknown-element.place", "{0} is no element of {1}", name, where));
        parser.skipChildren();
    }

    /** Passes over an element that belongs to the report only when its header asks for it. */
    void notRequested(String name) {
        add(
                Form.JSON_NOT_REQUESTED,
                Sentence.of(
                        "json-element-not-requested", "{0} is there, but Report_Attributes does not ask for it", name));
        parser.skipChildren();
    }
}
