package fr.comptoir.report;

/** How cells stand apart in a text file. */
enum Separation {
    TSV('\t'),
    CSV(',');

    private final char separator;

    Separation(char separator) {
        this.separator = separator;
    }

    char separator() {
        return separator;
    }

    /** Adds a cell's text; what would end the cell or the line becomes a blank. */
    void append(StringBuilder line, String text) {
        String flat = isFlat(text) ? text : flatten(text);
        if (this == CSV && needsQuotes(flat)) {
            line.append('"').append(flat.replace("\"", "\"\"")).append('"');
        } else {
            line.append(flat);
        }
    }

    private static boolean isFlat(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (breaks(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String flatten(String text) {
        StringBuilder flat = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' && i > 0 && text.charAt(i - 1) == '\r') {
                continue;
            }
            flat.append(breaks(c) ? ' ' : c);
        }
        return flat.toString();
    }

    /** Control characters, of which tabs and newlines are some, and the line ends of Unicode. */
    private static boolean breaks(char c) {
        return c < ' ' || c == '\u007f' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static boolean needsQuotes(String text) {
        return text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || !text.equals(text.strip());
    }
}
