package fr.comptoir.validate.read;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/**
 * The tokens of JSON, which a parser in a thread of its own reads {@link Ahead}: taking bytes apart is half the work of reading a report. Stands
 * at one token, before the first at none. Not thread-safe; to be closed before the parser.
 */
final class JsonTokens implements Closeable {
    private static final int BATCH = 4_096;
    private static final int BATCH_CHARS = 1 << 19;

    private final JsonParser parser;
    private final TextPool pool = new TextPool();
    private final Ahead<Batch> ahead;
    private final JsonPath path = new JsonPath();
    private Batch batch = new Batch(0);
    private int at = -1;

    /** A text for each token that has one; a whole number without its text is in {@code numbers}. */
    private static final class Batch {
        final JsonToken[] tokens;
        final @Nullable String[] texts;
        final long[] numbers;
        int size;

        Batch(int capacity) {
            tokens = new JsonToken[capacity];
            texts = new @Nullable String[capacity];
            numbers = new long[capacity];
        }
    }

    JsonTokens(JsonParser parser) {
        this.parser = parser;
        ahead = new Ahead<>("tokens-ahead", () -> new Batch(BATCH), this::fill);
    }

    private boolean fill(Batch filled) {
        for (int chars = 0; filled.size < BATCH && chars < BATCH_CHARS; ) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return false;
            }
            chars += put(token, filled);
        }
        return true;
    }

    /** Gives how many characters the token's text has. */
    private int put(JsonToken token, Batch filled) {
        int place = filled.size;
        filled.tokens[place] = token;
        filled.texts[place] = switch (token) {
            case PROPERTY_NAME -> parser.currentName();
            case VALUE_STRING ->
                pool.get(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
            case VALUE_NUMBER_INT -> number(filled, place);
            default -> token.isScalarValue() ? parser.getString() : null;
        };
        filled.size++; // only now: a token whose text cannot be read is none
        String text = filled.texts[place];
        return text == null ? 0 : text.length();
    }

    private @Nullable String number(Batch filled, int place) {
        if (parser.getNumberType() != NumberType.BIG_INTEGER) {
            filled.numbers[place] = parser.getLongValue();
            if (filled.numbers[place] > 0) {
                return null;
            }
        }
        return parser.getString();
    }

    /** Goes to the next token; null after the last. */
    @Nullable
    JsonToken next() {
        while (++at >= batch.size) {
            Batch following = ahead.next();
            if (following == null) {
                at = batch.size;
                return null;
            }
            batch = following;
            at = -1;
        }
        JsonToken token = batch.tokens[at];
        path.enter(token, batch.texts[at]);
        return token;
    }

    /** Goes to the next token; its name, or null when it is no name. */
    @Nullable
    String nextName() {
        return next() == JsonToken.PROPERTY_NAME ? batch.texts[at] : null;
    }

    @Nullable
    JsonToken current() {
        return at >= 0 && at < batch.size ? batch.tokens[at] : null;
    }

    /** The name, the text, or the number as it is written. */
    String text() {
        String text = batch.texts[at];
        return text == null ? Long.toString(batch.numbers[at]) : text;
    }

    /** Whether a whole number that is not negative and fits into a long stands here. */
    boolean isCount() {
        return batch.tokens[at] == JsonToken.VALUE_NUMBER_INT && (batch.texts[at] == null || isZero(batch.texts[at]));
    }

    private static boolean isZero(@Nullable String text) {
        return "0".equals(text) || "-0".equals(text);
    }

    /** That number. */
    long count() {
        return batch.numbers[at];
    }

    /** Goes to the end of the object or the array that begins here; stays at any other token. */
    void skipChildren() {
        JsonToken token = current();
        if (token == null || !token.isStructStart()) {
            return;
        }
        for (int open = 1; open > 0; ) {
            JsonToken next = next();
            if (next == null) {
                return;
            }
            open += next.isStructStart() ? 1 : next.isStructEnd() ? -1 : 0;
        }
    }

    /** Where it stands, as a JSON pointer. */
    String pointer() {
        return path.pointer();
    }

    @Override
    public void close() {
        ahead.close();
    }
}
