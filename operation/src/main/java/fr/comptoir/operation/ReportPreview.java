package fr.comptoir.operation;

import fr.comptoir.model.site.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a report looks, without all of it.
 *
 * @param headings of its columns
 * @param rows the first of them
 * @param size how many rows it has; of a large report, how many were looked at
 * @param isWhole whether all rows were looked at
 * @param bytes of the tab-separated form, as far as it was looked at
 */
public record ReportPreview(List<String> headings, List<List<String>> rows, long size, boolean isWhole, long bytes) {
    private static final int ROWS = 15;
    private static final long SIZE_MAX = 200_000;

    public ReportPreview {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /** Looks at a report in its tab-separated form. */
    public static ReportPreview of(MakeReport report) throws IOException, InputException {
        Lines lines = new Lines();
        boolean whole = true;
        try {
            report.write(lines);
        } catch (EnoughException e) {
            whole = false;
        }
        return lines.preview(whole);
    }

    /** Ends the writing of what is not looked at any more. */
    private static final class EnoughException extends IOException {
        private static final long serialVersionUID = 1L;

        EnoughException() {
            super("enough of the report was looked at");
        }
    }

    /** Counts lines and keeps the first. */
    private static final class Lines extends OutputStream {
        private static final int KEPT_BYTES = 1 << 20;

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private long lines;
        private long bytes;

        @Override
        public void write(int next) throws IOException {
            write(new byte[] {(byte) next}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int from, int length) throws IOException {
            for (int i = from; i < from + length; i++) {
                lines += buffer[i] == '\n' ? 1 : 0;
            }
            bytes += length;
            if (kept.size() < KEPT_BYTES) {
                kept.write(buffer, from, length);
            }
            if (lines > SIZE_MAX) {
                throw new EnoughException();
            }
        }

        ReportPreview preview(boolean whole) {
            List<String> all = kept.toString(StandardCharsets.UTF_8).lines().toList();
            int blank = all.indexOf("");
            if (blank < 0 || blank + 1 >= all.size()) {
                return new ReportPreview(List.of(), List.of(), 0, whole, bytes);
            }
            List<List<String>> rows = new ArrayList<>();
            for (String line : all.subList(blank + 2, Math.min(all.size(), blank + 2 + ROWS))) {
                rows.add(cells(line));
            }
            return new ReportPreview(cells(all.get(blank + 1)), rows, lines - blank - 2, whole, bytes);
        }

        private static List<String> cells(String line) {
            return Arrays.asList(line.split("\t", -1));
        }
    }
}
