package fr.comptoir.report;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which reports are written, all text in UTF-8. */
public enum ReportFormat {
    /** Compact, without byte order mark. */
    JSON,
    /** Tab-separated, with byte order mark. */
    TSV,
    /** Comma-separated, with byte order mark. */
    CSV,
    /** A workbook of one sheet, as Excel reads it; no text. */
    XLSX;

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

    /** Whether it is read by programs alone, and no terminal can show it. */
    public boolean isBinary() {
        return this == XLSX;
    }

    /**
     * A writer of one report.
     *
     * @param indented JSON with line ends and blanks, to be read by people; nothing to the other forms
     */
    ReportWriter writer(ReportHeader header, boolean indented, OutputStream out) {
        return switch (this) {
            case JSON -> JsonReportWriter.of(header, indented, out);
            case TSV -> new TabularReportWriter(header, SeparatedSheet.tabs(out));
            case CSV -> new TabularReportWriter(header, SeparatedSheet.commas(out));
            case XLSX -> new TabularReportWriter(header, new ExcelSheet(header, out));
        };
    }
}
