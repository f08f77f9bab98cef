package fr.comptoir.validate.read;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Rows of TSV or CSV. */
final class CsvRows implements RowSource {
    /** A cell that is longer is an unclosed quotation mark. */
    private static final int CELL_CHARS_MAX = 1 << 20;

    private final CsvReader<String[]> reader;
    private final Iterator<String[]> rows;

    @SuppressWarnings(
            "removal") // there is no other way yet to read "A" and B as programs that write no quotation marks mean it
    CsvRows(Reader text, char separator) {
        reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(CELL_CHARS_MAX)
                .build(new CsvCells(), text);
        rows = reader.iterator();
    }

    @Override
    public String @Nullable [] next() {
        return rows.hasNext() ? rows.next() : null;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
