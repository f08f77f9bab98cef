package fr.comptoir.ingest.format;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object (RFC 8259) and keeps where the wanted members' strings and numbers stand; of an array, where its first element
 * stands. Of members with the same name the first counts. Not thread-safe.
 */
final class JsonScanner {
    private static final int DEPTH_MAX = 64;
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final JsonNames names;
    /** By slot: first byte of the value (after the quote of a string), or -1. */
    final int[] from;

    final int[] to;
    /** By slot: a string that has escapes. */
    final boolean[] escaped;
    /** By slot: a string, not a number. */
    final boolean[] string;

    private byte[] bytes = {};
    private int end;

    JsonScanner(JsonNames names, int slots) {
        this.names = names;
        from = new int[slots];
        to = new int[slots];
        escaped = new boolean[slots];
        string = new boolean[slots];
    }

    /** Reads {@code [begin, endOfLine)}; false when it is not one whole object. */
    boolean scan(byte[] buffer, int begin, int endOfLine) {
        bytes = buffer;
        end = endOfLine;
        Arrays.fill(from, -1);
        int at = skipBlanks(begin);
        if (at >= end || buffer[at] != '{') {
            return false;
        }
        int after = object(at + 1, names, 0);
        return after >= 0 && skipBlanks(after) == end;
    }

    /** Reads on after the opening brace; gives one past the closing one, or -1. */
    private int object(int begin, @Nullable JsonNames node, int depth) {
        int at = skipBlanks(begin);
        if (at < end && bytes[at] == '}') {
            return at + 1;
        }
        while (at < end && bytes[at] == '"' && depth < DEPTH_MAX) {
            int name = at + 1;
            int nameEnd = Words.closingQuote(bytes, name, end);
            at = skipBlanks(nameEnd + 1);
            if (at >= end || bytes[at] != ':') {
                return -1;
            }
            at = value(skipBlanks(at + 1), node == null ? null : node.find(bytes, name, nameEnd), depth);
            if (at < 0) {
                return -1;
            }
            at = skipBlanks(at);
            if (at < end && bytes[at] == '}') {
                return at + 1;
            }
            if (at >= end || bytes[at] != ',') {
                return -1;
            }
            at = skipBlanks(at + 1);
        }
        return -1;
    }

    private int array(int begin, @Nullable JsonNames node, int depth) {
        int at = skipBlanks(begin);
        if (at < end && bytes[at] == ']') {
            return at + 1;
        }
        JsonNames wanted = node;
        while (at < end && depth < DEPTH_MAX) {
            at = value(at, wanted, depth);
            wanted = null;
            if (at < 0) {
                return -1;
            }
            at = skipBlanks(at);
            if (at < end && bytes[at] == ']') {
                return at + 1;
            }
            if (at >= end || bytes[at] != ',') {
                return -1;
            }
            at = skipBlanks(at + 1);
        }
        return -1;
    }

    private int value(int at, @Nullable JsonNames node, int depth) {
        if (at >= end) {
            return -1;
        }
        return switch (bytes[at]) {
            case '{' -> object(at + 1, node, depth + 1);
            case '[' -> array(at + 1, node, depth + 1);
            case '"' -> text(at + 1, node);
            case 't' -> word(at, TRUE);
            case 'f' -> word(at, FALSE);
            case 'n' -> word(at, NULL);
            default -> number(at, node);
        };
    }

    private int text(int begin, @Nullable JsonNames node) {
        int quote = Words.findEither(bytes, begin, end, Words.QUOTES, Words.BACKSLASHES);
        boolean escapes = quote < end && bytes[quote] == '\\';
        int close = escapes ? Words.closingQuote(bytes, quote, end) : quote;
        if (close >= end) {
            return -1;
        }
        keep(node, begin, close, true, escapes);
        return close + 1;
    }

    private int number(int begin, @Nullable JsonNames node) {
        int at = begin;
        while (at < end && isNumberByte(bytes[at])) {
            at++;
        }
        if (at == begin) {
            return -1;
        }
        keep(node, begin, at, false, false);
        return at;
    }

    private int word(int at, byte[] word) {
        return Words.startsWith(bytes, at, end, word) ? at + word.length : -1;
    }

    private void keep(@Nullable JsonNames node, int begin, int close, boolean isString, boolean escapes) {
        int slot = node == null ? JsonNames.NO_SLOT : node.slot();
        if (slot != JsonNames.NO_SLOT && from[slot] < 0) {
            from[slot] = begin;
            to[slot] = close;
            string[slot] = isString;
            escaped[slot] = escapes;
        }
    }

    private int skipBlanks(int begin) {
        int at = begin;
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
            at++;
        }
        return at;
    }

    private static boolean isNumberByte(byte b) {
        return (b >= '0' && b <= '9') || b == '-' || b == '+' || b == '.' || b == 'e' || b == 'E';
    }
}
