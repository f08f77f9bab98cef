package fr.comptoir.validate.read;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Rows of the first sheet of an XLSX workbook. Rows that the file leaves out are empty ones. */
final class XlsxRows implements RowSource {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM-uuuu", Locale.ENGLISH);
    private static final String[] EMPTY = {};
    /** The last row of a sheet in Excel; a file that names a later one is broken. */
    private static final int ROWS_MAX = 1_048_576;

    private static final int DIGITS_MAX = 40;

    private final ReadableWorkbook workbook;
    private final int sheets;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private @Nullable Row ahead;
    private int number;
    private boolean dates;

    XlsxRows(Path file) throws IOException {
        workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        sheets = (int) workbook.getSheets().count();
        stream = workbook.getFirstSheet().openStream();
        rows = stream.iterator();
    }

    int sheets() {
        return sheets;
    }

    /** Whether the last row had a cell that is a date, which a reader's language and system decide how to show. */
    boolean hadDates() {
        return dates;
    }

    @Override
    public String @Nullable [] next() {
        if (ahead == null) {
            if (!rows.hasNext()) {
                return null;
            }
            ahead = rows.next();
        }
        number++;
        if (ahead.getRowNum() > number && number < ROWS_MAX) {
            return EMPTY;
        }
        String[] cells = texts(ahead);
        ahead = null;
        return cells;
    }

    private String[] texts(Row row) {
        dates = false;
        String[] cells = new String[row.getCellCount()];
        for (int at = 0; at < cells.length; at++) {
            Cell cell = row.getCell(at);
            cells[at] = cell == null ? "" : text(cell);
        }
        return cells;
    }

    private String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            LocalDateTime date = date(cell);
            if (date != null) {
                dates = true;
                return MONTH.format(date);
            }
            BigDecimal number = cell.asNumber();
            return number == null ? "" : plain(number);
        }
        String text = cell.getText();
        return text == null ? "" : text;
    }

    private static String plain(BigDecimal number) {
        if (Math.abs((long) number.precision() - number.scale()) > DIGITS_MAX || number.scale() > DIGITS_MAX) {
            return number.toString(); // no figure of a report, and written out it could fill the memory
        }
        return number.stripTrailingZeros().scale() <= 0 ? number.setScale(0).toPlainString() : number.toPlainString();
    }

    /** A number that is shown as a date: its format has a year or a month and is no plain number format. */
    private static @Nullable LocalDateTime date(Cell cell) {
        String format = cell.getDataFormatString();
        if (format == null || !(format.contains("yy") || format.contains("mm") || format.contains("d"))) {
            return null;
        }
        return format.contains("0") || format.contains("#") ? null : cell.asDate();
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
