package fr.comptoir.validate.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.ReportEvents;
import fr.comptoir.validate.finding.Findings;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.reader.ExcelReaderException;

/** Knows the form of a file by its first bytes, whatever its name, and reads it. */
public final class ReportReader {
    private static final int HEAD_BYTES = 4096;

    private ReportReader() {}

    /**
     * Reads a report and tells it.
     *
     * @return the form: {@code json}, {@code tsv}, {@code csv}, {@code xlsx} or {@code unknown}
     * @throws IOException the file cannot be read; what is wrong inside it is a finding
     */
    public static String read(Path file, Findings findings, ReportEvents events) throws IOException {
        byte[] head = head(file);
        if (head.length == 0) {
            findings.add(Form.NOT_A_REPORT, "file", Sentence.of("not-a-report.empty", "the file is empty"));
            return "unknown";
        }
        if (startsWith(head, 'P', 'K', 3, 4)) {
            readXlsx(file, findings, events);
            return "xlsx";
        }
        if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            findings.add(
                    Form.NOT_A_REPORT,
                    "file",
                    Sentence.of("not-a-report.xls", "it is a workbook of the old XLS kind; XLSX or TSV is expected"));
            return "unknown";
        }
        if (startsWith(head, 0xFE, 0xFF) || startsWith(head, 0xFF, 0xFE) || hasZero(head)) {
            findings.add(
                    Form.ENCODING,
                    "file",
                    Sentence.of("encoding.binary", "it is not in UTF-8, it looks like UTF-16 or binary data"));
            return "unknown";
        }
        boolean bom = startsWith(head, 0xEF, 0xBB, 0xBF);
        String text = new String(head, bom ? 3 : 0, head.length - (bom ? 3 : 0), StandardCharsets.UTF_8);
        String start = text.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            if (bom) {
                findings.add(
                        Form.BOM_IN_JSON,
                        "file",
                        Sentence.of("bom-in-json", "it begins with a byte order mark, which JSON must not have"));
            }
            new JsonReportReader(file, findings, events).read();
            return "json";
        }
        if (!bom) {
            findings.add(
                    Form.BOM_MISSING,
                    "row 1 (A1)",
                    Sentence.of(
                            "bom-missing",
                            "there is no byte order mark, by which spreadsheets know that the text is in UTF-8"));
        }
        return readText(file, separator(text, findings), bom, findings, events);
    }

    private static char separator(String text, Findings findings) {
        String line = text.lines().findFirst().orElse("");
        if (line.indexOf('\t') >= 0) {
            return '\t';
        }
        if (line.indexOf(',') >= 0) {
            return ',';
        }
        if (line.indexOf(';') >= 0) {
            findings.add(
                    Form.SEPARATOR,
                    "row 1",
                    Sentence.of(
                            "separator", "cells are separated by semicolons; a tab, or a comma in CSV, is expected"));
            return ';';
        }
        return text.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private static String readText(Path file, char separator, boolean bom, Findings findings, ReportEvents events)
            throws IOException {
        String format = separator == '\t' ? "tsv" : "csv";
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            in.skipNBytes(bom ? 3 : 0);
            Reader text = new InputStreamReader(
                    in,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
            try (RowSource rows = new RowsAhead(new CsvRows(text, separator))) {
                readRows(rows, findings, events);
            }
        }
        return format;
    }

    private static void readRows(RowSource rows, Findings findings, ReportEvents events) throws IOException {
        TabularReportReader reader = new TabularReportReader(rows, findings, events);
        try {
            reader.read();
        } catch (UncheckedIOException failure) {
            if (!(failure.getCause() instanceof CharacterCodingException)) {
                throw failure.getCause();
            }
            findings.add(
                    Form.ENCODING,
                    "after row " + reader.number(),
                    Sentence.of("encoding.bytes", "there are bytes that are not UTF-8"));
        } catch (CsvParseException broken) {
            if (broken.getCause() instanceof CharacterCodingException) {
                findings.add(
                        Form.ENCODING,
                        "after row " + reader.number(),
                        Sentence.of("encoding.bytes", "there are bytes that are not UTF-8"));
            } else {
                findings.add(
                        Form.BROKEN,
                        "after row " + reader.number(),
                        Sentence.of(
                                "broken-file.table",
                                "the table cannot be read on, perhaps for a quotation mark that is not closed"));
            }
        }
    }

    private static void readXlsx(Path file, Findings findings, ReportEvents events) throws IOException {
        try (XlsxRows rows = new XlsxRows(file)) {
            if (rows.sheets() > 1) {
                findings.add(
                        Form.SHEETS,
                        "file",
                        Sentence.of(
                                "several-sheets",
                                "the workbook has {0} sheets; only the first is read, and one is allowed",
                                rows.sheets()));
            }
            readRows(rows, findings, events);
        } catch (ExcelReaderException | IOException | IllegalArgumentException broken) {
            if (!Files.isReadable(file)) {
                throw broken;
            }
            findings.add(
                    Form.BROKEN,
                    "file",
                    Sentence.of(
                            "broken-file.xlsx",
                            "it is a ZIP archive, but no XLSX workbook that can be read: {0}",
                            What.said(String.valueOf(broken.getMessage()))));
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD_BYTES);
        }
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        for (int at = 0; at < bytes.length; at++) {
            if (at >= head.length || (head[at] & 0xFF) != bytes[at]) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasZero(byte[] head) {
        for (byte one : head) {
            if (one == 0) {
                return true;
            }
        }
        return false;
    }
}
