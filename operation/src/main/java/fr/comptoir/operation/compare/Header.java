package fr.comptoir.operation.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The header of a COUNTER report in the words of its tabular form, whatever its format.
 *
 * @param members label to text
 */
public record Header(Map<String, String> members) {
    public Header {
        members = Map.copyOf(members);
    }

    /** Ends the reading where the rows of usage begin. */
    private static final class Read extends IOException {
        private static final long serialVersionUID = 1;
    }

    /**
     * Reads the header of a file.
     *
     * @return absent when the file has none: a PDF, or the annual report
     * @throws UnreadableReportException when the file is no report
     * @throws IOException when it cannot be read
     */
    public static Optional<Header> of(Path file, ReportKind kind) throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        if (kind != ReportKind.PDF) {
            try {
                Rows.read(file, kind, row -> {
                    if (!row.place().equals(Rows.HEADER)) {
                        throw new Read();
                    }
                    members.put(row.columns().get(0), row.values().get(0));
                });
            } catch (Read enough) {
                return present(members);
            }
        }
        return present(members);
    }

    private static Optional<Header> present(Map<String, String> members) {
        return members.isEmpty() ? Optional.empty() : Optional.of(new Header(members));
    }

    /** A text; {@code ""} when it is not there. */
    public String text(String label) {
        return members.getOrDefault(label, "");
    }

    /** The names and values of a text like {@code Name=value; Name:value}. */
    public Map<String, String> pairs(String label) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String part : text(label).split("; ", -1)) {
            int end = part.length() - part.replaceFirst("^[A-Za-z_]+", "").length();
            if (end > 0 && end < part.length()) {
                pairs.putIfAbsent(part.substring(0, end), part.substring(end + 1));
            }
        }
        return pairs;
    }
}
