package fr.comptoir.validate.read;

import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Steps through JSON and says where a value is not of the kind that it must be. Each method leaves the tokens at the end of the value. */
final class JsonCursor {
    final JsonTokens tokens;
    final Findings findings;

    JsonCursor(JsonTokens tokens, Findings findings) {
        this.tokens = tokens;
        this.findings = findings;
    }

    String pointer() {
        return tokens.pointer();
    }

    void add(Kind kind, Sentence sentence) {
        String here = pointer();
        findings.add(kind, () -> here, () -> sentence);
    }

    /** Goes through the members of an object, which is named or a {@link What}; the tokens stand at each value when {@code member} gets its name. */
    boolean object(Object what, Consumer<String> member) {
        if (tokens.current() != JsonToken.START_OBJECT) {
            wrongType(what, What.OBJECT);
            return false;
        }
        while (true) {
            String key = tokens.nextName();
            if (key == null) {
                return true;
            }
            tokens.next();
            member.accept(key);
        }
    }

    /** Goes through the values of an array; -1 when it is none, else how many there were. */
    int array(Object what, Runnable value) {
        if (tokens.current() != JsonToken.START_ARRAY) {
            wrongType(what, What.ARRAY);
            return -1;
        }
        int length = 0;
        while (tokens.next() != JsonToken.END_ARRAY) {
            length++;
            value.run();
        }
        return length;
    }

    /** A text; null when it is none. */
    @Nullable
    String text(String name) {
        JsonToken token = tokens.current();
        if (token == JsonToken.VALUE_STRING) {
            return tokens.text();
        }
        if (token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            add(
                    Form.JSON_NOT_TEXT,
                    Sentence.of("json-type", "{0} must be {1}, not {2}", name, What.TEXT, What.value(tokens.text())));
            return tokens.text();
        }
        wrongType(name, What.TEXT);
        return null;
    }

    private void wrongType(Object what, Sentence expected) {
        JsonToken token = tokens.current();
        Sentence found = token == JsonToken.START_OBJECT
                ? What.OBJECT
                : token == JsonToken.START_ARRAY
                        ? What.ARRAY
                        : token == JsonToken.VALUE_NULL ? What.NULL : What.value(tokens.text());
        add(Form.JSON_TYPE, Sentence.of("json-type", "{0} must be {1}, not {2}", what, expected, found));
        tokens.skipChildren();
    }

    /** Passes over an element that does not belong there. */
    void unknown(String name, Object where) {
        add(Form.JSON_UNKNOWN, Sentence.of("json-unknown-element.place", "{0} is no element of {1}", name, where));
        tokens.skipChildren();
    }

    /** Passes over an element that belongs to the report only when its header asks for it. */
    void notRequested(String name) {
        add(
                Form.JSON_NOT_REQUESTED,
                Sentence.of(
                        "json-element-not-requested", "{0} is there, but Report_Attributes does not ask for it", name));
        tokens.skipChildren();
    }
}
