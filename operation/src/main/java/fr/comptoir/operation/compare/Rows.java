package fr.comptoir.operation.compare;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;

/** Reads a report row by row, whatever its format; memory does not grow with the rows. */
public final class Rows {
    /** The place of a row of the header; its one column is the label. */
    public static final String HEADER = "header";

    private Rows() {}

    /**
     * A row of a report.
     *
     * @param place what tells it from the others: {@link #HEADER}, or its attributes and metric
     * @param columns names of the figures
     * @param values as many
     */
    public record Row(String place, List<String> columns, List<String> values) {}

    /** Takes the rows in the order of the file. */
    public interface Sink {
        void row(Row row) throws IOException;
    }

    /**
     * Reads a file to its end.
     *
     * @throws UnreadableReportException when it is no report
     * @throws IOException when it cannot be read
     */
    public static void read(Path file, ReportKind kind, Sink sink) throws IOException {
        try {
            choose(file, kind, sink);
        } catch (JacksonIOException | UncheckedIOException e) {
            throw e.getCause() instanceof IOException failure ? readable(file, failure) : new IOException(e);
        } catch (JacksonException | CsvParseException | ExcelReaderException | IllegalArgumentException e) {
            throw new UnreadableReportException(file, e);
        } catch (CharacterCodingException | ZipException | EOFException e) {
            throw readable(file, e);
        }
    }

    /** What is wrong with the content, told from what is wrong with the disk. */
    private static IOException readable(Path file, IOException failure) {
        boolean content = failure instanceof ZipException
                || failure instanceof EOFException
                || failure instanceof CharacterCodingException;
        return content ? new UnreadableReportException(file, failure) : failure;
    }

    private static void choose(Path file, ReportKind kind, Sink sink) throws IOException {
        switch (kind) {
            case JSON -> JsonRows.read(file, sink);
            case TSV -> TableRows.readTabs(file, sink);
            case CSV -> TableRows.readCommas(file, sink);
            case XLSX -> TableRows.readWorkbook(file, sink);
            case PDF -> throw new UnreadableReportException(file, new IOException("a PDF has no rows"));
        }
    }
}
