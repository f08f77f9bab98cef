package fr.comptoir.report;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which reports are written, all in UTF-8. */
public enum ReportFormat {
    /** Compact, without byte order mark. */
    JSON,
    /** Tab-separated, with byte order mark. */
    TSV,
    /** Comma-separated, with byte order mark. */
    CSV;

    /** The format of that name in any letter case. */
    public static Optional<ReportFormat> of(String text) {
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(text))
                .findFirst();
    }

    /** The ending of a file's name, without dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    ReportWriter writer(ReportHeader header, OutputStream out) {
        return switch (this) {
            case JSON -> JsonReportWriter.of(header, out);
            case TSV -> new TabularReportWriter(header, Separation.TSV, out);
            case CSV -> new TabularReportWriter(header, Separation.CSV, out);
        };
    }
}
