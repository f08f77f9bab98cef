package fr.comptoir.report;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Gives the files within a workbook a date, the first that a ZIP can tell, 1 January 1980: the library leaves zeros there, the day 0 of a
 * month 0, which readers take for damage. It knows the headers by all that stands in them before the date; with so many zeros nothing
 * that is compressed looks like it.
 */
public final class DatedEntries extends FilterOutputStream {
    /** What stands before the low byte of the date: signature, versions, flags, method and time. */
    private static final byte[] LOCAL = {'P', 'K', 3, 4, 45, 0, 8, 0, 8, 0, 0, 0};

    private static final byte[] CENTRAL = {'P', 'K', 1, 2, 45, 0, 20, 0, 8, 0, 8, 0, 0, 0};
    private static final byte JANUARY_1 = 1 << 5 | 1;

    private byte[] header = LOCAL;
    /** How many bytes of the header were just written. */
    private int matched;

    public DatedEntries(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        out.write(next((byte) value));
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        byte[] dated = new byte[length];
        for (int i = 0; i < length; i++) {
            dated[i] = next(bytes[from + i]);
        }
        out.write(dated, 0, length);
    }

    /** What is written for the next byte. */
    private byte next(byte value) {
        if (matched == header.length) {
            matched = 0;
            return value == 0 ? JANUARY_1 : value;
        }
        if (matched == 2) {
            header = value == CENTRAL[2] ? CENTRAL : LOCAL;
        }
        matched = value == header[matched] ? matched + 1 : value == LOCAL[0] ? 1 : 0;
        return value;
    }
}
