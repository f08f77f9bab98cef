package fr.comptoir.paper;

import java.text.Bidi;
import java.text.Normalizer;

/** The order in which the letters of a line are drawn from left to right (Unicode Bidirectional Algorithm). */
final class VisualOrder {
    private static final String MIRRORED = "()[]{}<>«»‹›";

    private VisualOrder() {}

    /** The line as it is drawn; the line itself unless it holds letters that are written from right to left. */
    static String of(String line) {
        if (isPlain(line)) {
            return line;
        }
        char[] chars = line.toCharArray();
        if (!Bidi.requiresBidi(chars, 0, chars.length)) {
            return line;
        }
        Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        byte[] levels = new byte[bidi.getRunCount()];
        String[] runs = new String[levels.length];
        for (int run = 0; run < runs.length; run++) {
            levels[run] = (byte) bidi.getRunLevel(run);
            String text = line.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            runs[run] = (levels[run] & 1) == 0 ? text : reversed(ArabicForms.joined(text));
        }
        Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
        return String.join("", runs);
    }

    /** From the last letter to the first, each with the marks upon it. */
    private static String reversed(String text) {
        StringBuilder reversed = new StringBuilder(text.length());
        int end = text.length();
        while (end > 0) {
            int start = end;
            int letter;
            do {
                letter = text.codePointBefore(start);
                start -= Character.charCount(letter);
            } while (start > 0 && isMark(letter));
            reversed.appendCodePoint(mirror(letter)).append(text, start + Character.charCount(letter), end);
            end = start;
        }
        return reversed.toString();
    }

    static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static int mirror(int codePoint) {
        int at = MIRRORED.indexOf(codePoint);
        return at < 0 ? codePoint : MIRRORED.charAt(at ^ 1);
    }

    /** Composed, without control characters: as a font's glyphs expect a text. */
    static String composed(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.SURROGATE)
                .forEach(c -> clean.appendCodePoint(Character.isISOControl(c) || isSeparator(c) ? ' ' : c));
        return clean.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isSeparator(int c) {
        int type = Character.getType(c);
        return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
