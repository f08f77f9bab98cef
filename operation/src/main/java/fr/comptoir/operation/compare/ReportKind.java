package fr.comptoir.operation.compare;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a file of a report is to be read; told by its content, not by its name. */
public enum ReportKind {
    JSON,
    TSV,
    CSV,
    XLSX,
    PDF;

    private static final int LOOKED_AT = 4096;

    /** Looks at the beginning of a file. A text that is nothing else is taken for CSV. */
    public static ReportKind of(Path file) throws IOException {
        String text;
        try (InputStream in = Files.newInputStream(file)) {
            text = new String(in.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1);
        }
        if (text.startsWith("PK")) {
            return XLSX;
        }
        if (text.startsWith("%PDF")) {
            return PDF;
        }
        if (text.startsWith("{")) {
            return JSON;
        }
        String line = text.lines().findFirst().orElse("");
        return line.indexOf('\t') >= 0 ? TSV : CSV;
    }
}
