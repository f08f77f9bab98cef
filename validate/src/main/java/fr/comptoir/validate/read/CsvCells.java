package fr.comptoir.validate.read;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.Arrays;

/** Makes rows of cells. A cell that says what the cell above it says is the same object: most of a report repeats the row before. */
final class CsvCells extends AbstractBaseCsvCallbackHandler<String[]> {
    private static final int CELLS_MAX = 1 << 14;
    private static final int ROW_CHARS_MAX = 1 << 26;

    /** The row that is read, over the one before. */
    private String[] cells = {};

    private int count;
    private int chars;

    @Override
    protected void handleBegin(long line) {
        count = 0;
        chars = 0;
    }

    @Override
    protected void handleField(int at, char[] text, int offset, int length, boolean quoted) {
        chars += length;
        if (at == CELLS_MAX || chars > ROW_CHARS_MAX) {
            throw new CsvParseException("the row is too long");
        }
        count = at + 1;
        if (at >= cells.length) {
            int known = cells.length;
            cells = Arrays.copyOf(cells, Math.max(32, known * 2));
            Arrays.fill(cells, known, cells.length, "");
        }
        if (!isSame(cells[at], text, offset, length)) {
            cells[at] = new String(text, offset, length);
        }
    }

    private static boolean isSame(String above, char[] text, int offset, int length) {
        if (above.length() != length) {
            return false;
        }
        for (int at = length - 1; at >= 0; at--) { // what differs most often, the figures and ids, differs at the end
            if (above.charAt(at) != text[offset + at]) {
                return false;
            }
        }
        return true;
    }

    @Override
    protected void handleEmpty() {
        handleField(0, new char[0], 0, 0, false);
    }

    @Override
    protected String[] buildRecord() {
        return Arrays.copyOf(cells, count);
    }
}
