package fr.comptoir.validate.read;

import org.jspecify.annotations.Nullable;

/** Gives the same object for a text that was met shortly before, without making it again: kinds, years and platforms stand in every item. */
final class TextPool {
    private static final int SIZE = 1 << 10;
    private static final int CHARS_MAX = 64;

    private final @Nullable String[] texts = new @Nullable String[SIZE];

    String get(char[] text, int offset, int length) {
        if (length > CHARS_MAX) {
            return new String(text, offset, length);
        }
        int hash = length;
        for (int at = offset; at < offset + length; at++) {
            hash = hash * 31 + text[at];
        }
        int slot = (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (SIZE - 1);
        String known = texts[slot];
        if (known != null && isSame(known, text, offset, length)) {
            return known;
        }
        String made = new String(text, offset, length);
        texts[slot] = made;
        return made;
    }

    private static boolean isSame(String known, char[] text, int offset, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int at = 0; at < length; at++) {
            if (known.charAt(at) != text[offset + at]) {
                return false;
            }
        }
        return true;
    }
}
