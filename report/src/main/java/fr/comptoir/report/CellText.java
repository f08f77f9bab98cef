package fr.comptoir.report;

/** The text of a cell as every tabular form has it: one line, and of characters that all of them can hold. */
final class CellText {
    private CellText() {}

    /**
     * Blanks in place of tabs, line ends and other control characters (CoP 5.1, section 3.2), a line end of two characters being one; the
     * replacement character in place of halves of characters and of the two that are none.
     */
    static String clean(String text) {
        return isClean(text) ? text : cleaned(text);
    }

    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (breaks(c) || Character.isSurrogate(c) || isNone(c)) {
                return false;
            }
        }
        return true;
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c == '\n' && i > 0 && text.charAt(i - 1) == '\r') {
                i++;
                continue;
            }
            boolean half = c <= Character.MAX_VALUE && Character.isSurrogate((char) c);
            clean.appendCodePoint(half || isNone(c) ? '\ufffd' : breaks(c) ? ' ' : c);
            i += Character.charCount(c);
        }
        return clean.toString();
    }

    /** Control characters, of which tabs and newlines are some, and the line ends of Unicode. */
    private static boolean breaks(int c) {
        return c < ' ' || (c >= '\u007f' && c <= '\u009f') || c == '\u2028' || c == '\u2029';
    }

    private static boolean isNone(int c) {
        return c == '\ufffe' || c == '\uffff';
    }
}
