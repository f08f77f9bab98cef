package fr.comptoir.report;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/**
 * One value of JSON, put together from prepared bytes and handed to the generator as it is: what a report writes a million times, the
 * figures of a usage, costs a fraction of what it costs in calls of the generator. Looks as the generator's own, compact or for people.
 * The caller says commas and brackets in the right order; no array or object is empty. Not thread-safe.
 */
final class JsonBytes implements SerializableString {
    private static final byte[] INDENT = ("\n" + "  ".repeat(32)).getBytes(StandardCharsets.US_ASCII);

    private final boolean indented;
    private byte[] bytes = new byte[4096];
    private int size;
    private int depth;
    private boolean first;

    JsonBytes(boolean indented) {
        this.indented = indented;
    }

    /** A name with its colon, or a text as value, as bytes for {@link #name} and {@link #value}. */
    byte[] name(String name) {
        return (quoted(name) + (indented ? " : " : ":")).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] text(String text) {
        return quoted(text).getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return '"' + new String(new SerializedString(text).asQuotedChars()) + '"';
    }

    /** Begins a new value, to be written where the generator is. */
    void begin(JsonGenerator json) {
        size = 0;
        depth = json.streamWriteContext().getNestingDepth();
        first = true;
    }

    /** Hands the value over. */
    void end(JsonGenerator json) {
        json.writeRawValue(this);
    }

    /** Opens an object or an array, which is the value of the name before it. */
    void open(char bracket) {
        put((byte) bracket);
        depth++;
        first = true;
    }

    void close(char bracket) {
        depth--;
        line();
        put((byte) bracket);
        first = false;
    }

    /** A member's name. */
    void name(byte[] name) {
        element();
        put(name);
    }

    /** Begins a further element of an array. */
    void element() {
        if (!first) {
            put((byte) ',');
        }
        first = false;
        line();
    }

    void value(byte[] text) {
        put(text);
    }

    /** A member whose value is a text. */
    void member(byte[] name, byte[] text) {
        name(name);
        put(text);
    }

    /** A number that is not negative. */
    void value(long number) {
        room(20);
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        size += digits;
        int at = size;
        long rest = number;
        do {
            bytes[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
    }

    private void line() {
        if (indented) {
            int length = 1 + 2 * depth;
            room(length);
            System.arraycopy(INDENT, 0, bytes, size, length);
            size += length;
        }
    }

    private void put(byte value) {
        room(1);
        bytes[size++] = value;
    }

    private void put(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    @Override
    public int appendUnquotedUTF8(byte[] buffer, int offset) {
        if (offset + size > buffer.length) {
            return -1;
        }
        System.arraycopy(bytes, 0, buffer, offset, size);
        return size;
    }

    @Override
    public byte[] asUnquotedUTF8() {
        return Arrays.copyOf(bytes, size);
    }

    @Override
    public String getValue() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }

    @Override
    public int charLength() {
        return getValue().length();
    }

    @Override
    public char[] asQuotedChars() {
        throw notBytes();
    }

    @Override
    public byte[] asQuotedUTF8() {
        throw notBytes();
    }

    @Override
    public int appendQuotedUTF8(byte[] buffer, int offset) {
        throw notBytes();
    }

    @Override
    public int appendQuoted(char[] buffer, int offset) {
        throw notBytes();
    }

    @Override
    public int appendUnquoted(char[] buffer, int offset) {
        throw notBytes();
    }

    @Override
    public int writeQuotedUTF8(OutputStream out) {
        throw notBytes();
    }

    @Override
    public int writeUnquotedUTF8(OutputStream out) {
        throw notBytes();
    }

    @Override
    public int putQuotedUTF8(ByteBuffer buffer) {
        throw notBytes();
    }

    @Override
    public int putUnquotedUTF8(ByteBuffer buffer) {
        throw notBytes();
    }

    /**
     * The interface is wider than its one use here: a generator over a stream of bytes asks a raw value for unquoted bytes and nothing else.
     * Another call is a mistake in the program, and must be seen.
     */
    private static IllegalStateException notBytes() {
        return new IllegalStateException("a raw value is only written as bytes");
    }
}
