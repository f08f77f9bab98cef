package fr.comptoir.server.directory;

/**
 * A list in one cell of a CSV: one entry a line, or several with {@code ;} between. A {@code ;} and a backslash of an entry are written with
 * a backslash before them.
 */
final class ListCell {
    private ListCell() {}

    /** @param lines one entry a line */
    static String write(String lines) {
        return lines.replace("\\", "\\\\").replace(";", "\\;");
    }

    /** The entries, one a line. A backslash before any other character is a backslash. */
    static String read(String cell) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char character = cell.charAt(i);
            char next = i + 1 < cell.length() ? cell.charAt(i + 1) : ' ';
            if (character == '\\' && (next == ';' || next == '\\')) {
                lines.append(next);
                i++;
            } else {
                lines.append(character == ';' ? '\n' : character);
            }
        }
        return lines.toString();
    }
}
