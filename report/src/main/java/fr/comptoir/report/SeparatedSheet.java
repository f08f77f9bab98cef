package fr.comptoir.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Cells as text, UTF-8 with byte order mark, lines end with LF. Cells are written as they are, also those that a spreadsheet might take
 * for a formula: the Code wants the same figures and names in all forms.
 */
final class SeparatedSheet implements Sheet {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int BUFFER_BYTES = 1 << 16;

    private final char separator;
    private final OutputStream out;
    private final StringBuilder lines = new StringBuilder().append(BYTE_ORDER_MARK);
    private final StringBuilder before = new StringBuilder();
    private String @Nullable [] last;

    private SeparatedSheet(char separator, OutputStream out) {
        this.separator = separator;
        this.out = new BufferedOutputStream(out, BUFFER_BYTES);
    }

    static SeparatedSheet tabs(OutputStream out) {
        return new SeparatedSheet('\t', out);
    }

    static SeparatedSheet commas(OutputStream out) {
        return new SeparatedSheet(',', out);
    }

    @Override
    public void header(String label, String value) {
        append(lines, label);
        lines.append(separator);
        append(lines, value);
        lines.append('\n');
    }

    @Override
    public void headings(String[] headings) throws IOException {
        lines.append('\n');
        for (int i = 0; i < headings.length; i++) {
            if (i > 0) {
                lines.append(separator);
            }
            append(lines, headings[i]);
        }
        lines.append('\n');
        flushLines();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the contract of Sheet
    public void usage(String[] attributes, String metricType, long[] figures) throws IOException {
        if (attributes != last) {
            before.setLength(0);
            for (String cell : attributes) {
                append(before, cell);
                before.append(separator);
            }
            last = attributes;
        }
        lines.append(before).append(metricType);
        for (long figure : figures) {
            lines.append(separator).append(figure);
        }
        lines.append('\n');
        if (lines.length() >= BUFFER_BYTES) {
            flushLines();
        }
    }

    @Override
    public void end() throws IOException {
        flushLines();
        out.flush();
    }

    private void flushLines() throws IOException {
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        lines.setLength(0);
    }

    private void append(StringBuilder line, String cell) {
        if (separator == ',' && needsQuotes(cell)) {
            line.append('"').append(cell.replace("\"", "\"\"")).append('"');
        } else {
            line.append(cell);
        }
    }

    private static boolean needsQuotes(String cell) {
        return cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0 || !cell.equals(cell.strip());
    }
}
