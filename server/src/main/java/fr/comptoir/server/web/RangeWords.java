package fr.comptoir.server.web;

import fr.comptoir.customers.customer.AddressRange;

/** Label and note of a range in one line: {@code label | note}. A bar of the label and the ends of lines of the note are written with a backslash. */
final class RangeWords {
    private static final char ESCAPE = '\\';

    private RangeWords() {}

    static String write(AddressRange range) {
        String label = escaped(range.label());
        return range.note().isEmpty() ? label : (label + " | " + escaped(range.note())).strip();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }

    /** The label, and the note; each {@code ""} where there is none. A backslash before any other character is a backslash. */
    static String[] read(String words) {
        StringBuilder[] parts = {new StringBuilder(), new StringBuilder()};
        int part = 0;
        for (int i = 0; i < words.length(); i++) {
            char character = words.charAt(i);
            char next = i + 1 < words.length() ? words.charAt(i + 1) : ' ';
            if (character == ESCAPE && (next == ESCAPE || next == '|' || next == 'n')) {
                parts[part].append(next == 'n' ? '\n' : next);
                i++;
            } else if (character == '|' && part == 0) {
                part = 1;
            } else {
                parts[part].append(character);
            }
        }
        return new String[] {parts[0].toString().strip(), parts[1].toString().strip()};
    }
}
