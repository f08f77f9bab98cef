package fr.comptoir.operation.view;

import java.util.regex.Pattern;

/**
 * Texts in CSV files that people open with a spreadsheet: one that begins like a formula has a {@code '} before it, so that the program
 * shows it and does not work it out. Numbers stay as they are, and COUNTER's own reports are not written so.
 */
public final class SpreadsheetText {
    private static final Pattern FORMULA = Pattern.compile("'*[=+@\\t\\r-].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?");

    private SpreadsheetText() {}

    /** The text as a cell. */
    public static String shielded(String text) {
        return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    /** The text that {@link #shielded} made into this cell. */
    public static String bare(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
