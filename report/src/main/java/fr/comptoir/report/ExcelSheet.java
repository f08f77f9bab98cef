package fr.comptoir.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The cells as a workbook of one sheet (Office Open XML): names, identifiers, years and dates as text, figures as numbers, the rows down to
 * the column headings frozen. Columns are as wide as the first rows want. Texts stand in their cells, not in a table of all texts, so that memory does not grow with the rows; a text
 * in a cell is never a formula. The same report gives the same cells, not the same bytes: a workbook says when it was written.
 */
final class ExcelSheet implements Sheet {
    /** What a sheet of Excel holds. */
    static final int ROWS_MAX = Worksheet.MAX_ROWS;
    /** What a cell of Excel holds, in UTF-16 units. */
    static final int CELL_MAX = 32_767;

    private static final int FLUSHED_ROWS = 256;
    private static final int LABEL_WIDTH = 22;
    private static final int TOTAL_WIDTH = 23;
    private static final int MONTH_WIDTH = 10;
    private static final int METRIC_WIDTH = 29;
    /** What is longer is cut where a cell beside it has something. */
    private static final int NAME_WIDTH_MAX = 60;

    /** Columns of names are at least so wide where nothing is known of them. */
    private static final int NAME_WIDTH = 35;

    private static final int WIDTH_MAX = 42;
    /** Wider tables are printed on A3, where an A4 would have them too small to read. */
    private static final int A4_WIDTH_MAX = 220;
    /** Wider ones go on beside, below the first column again. */
    private static final int A3_WIDTH_MAX = 360;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final List<Column> columns;
    /** By column, the longest text of the rows that are not written yet. */
    private int[] longest = new int[0];

    /** How many columns there are. */
    private int width;

    private boolean flushed;
    private int row;
    private int headings;

    ExcelSheet(ReportHeader header, OutputStream out) {
        workbook = new Workbook(new DatedEntries(out), "Comptoir", null);
        workbook.properties()
                .setTitle(CellText.clean(header.report().name() + ", "
                        + header.context().institution().name()))
                .setCompany(CellText.clean(header.context().createdBy()));
        sheet = workbook.newWorksheet(header.report().id());
        columns = header.request().columns();
    }

    @Override
    public void header(String label, String value) throws IOException {
        text(0, label, label);
        text(1, value, label);
        row++;
    }

    @Override
    public void headings(String[] texts) throws IOException {
        row++;
        headings = row;
        for (int i = 0; i < texts.length; i++) {
            text(i, texts[i], texts[i]);
        }
        width = texts.length;
        longest = new int[columns.size()];
        int figures = columns.size() + 1;
        sheet.range(row, 0, row, figures - 1).style().bold().set();
        sheet.range(row, figures, row, texts.length - 1)
                .style()
                .bold()
                .horizontalAlignment("right")
                .set();
        row++;
        sheet.freezePane(0, row);
        sheet.repeatRows(headings);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToHeight((short) 0); // as many as it takes
        sheet.footer("&P / &N", Position.CENTER);
    }

    @Override
    public void usage(String[] attributes, String metricType, long[] figures) throws IOException {
        if (row >= ROWS_MAX) {
            throw new FormatLimitException(
                    "The report has more rows than the " + ROWS_MAX
                            + " that a sheet of Excel holds; ask for fewer months, metrics or attributes, or for tsv, csv or json.");
        }
        int column = 0;
        for (String cell : attributes) {
            text(column, cell, columns.get(column).code());
            if (!flushed) {
                longest[column] = Math.max(longest[column], shownLength(cell));
            }
            column++;
        }
        text(column++, metricType, "Metric_Type");
        for (long figure : figures) {
            sheet.value(row, column++, figure);
        }
        row++;
        if (row % FLUSHED_ROWS == 0) {
            widths(true);
            sheet.flush();
        }
    }

    @Override
    public void end() throws IOException {
        widths(false);
        workbook.close();
    }

    private void text(int column, String text, String heading) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        if (text.length() > CELL_MAX) {
            throw new FormatLimitException("Row " + (row + 1) + " has under " + heading + " " + text.length()
                    + " characters, and a cell of Excel holds " + CELL_MAX + "; ask for tsv, csv or json.");
        }
        if (text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ') {
            // Only text in runs says that its outer blanks are meant.
            sheet.inlineString(row, column, RichText.builder().run(text).end().build());
        } else {
            sheet.inlineString(row, column, text);
        }
    }

    /** Sets the widths before the first rows are written, as they stand before them in the file. */
    private void widths(boolean more) {
        if (flushed) {
            return;
        }
        flushed = true;
        int all = 0;
        for (int column = 0; column < width; column++) {
            int wanted = width(column, more);
            sheet.width(column, wanted);
            all += wanted;
        }
        sheet.paperSize(all > A4_WIDTH_MAX ? PaperSize.A3_PAPER : PaperSize.A4_PAPER);
        int pages = (all + A3_WIDTH_MAX - 1) / A3_WIDTH_MAX;
        sheet.fitToWidth((short) pages);
        if (pages > 1) {
            sheet.repeatCols(0);
        }
    }

    /**
     * In characters of the standard font.
     *
     * @param more whether rows follow whose texts are not known yet
     */
    private int width(int column, boolean more) {
        if (column >= columns.size()) {
            int behind = column - columns.size();
            return behind == 0 ? METRIC_WIDTH : behind == 1 ? TOTAL_WIDTH : MONTH_WIDTH;
        }
        Column shown = columns.get(column);
        int known = Math.max(longest[column] + 2, more ? shown.width() : 0);
        int most = shown.width() >= NAME_WIDTH ? NAME_WIDTH_MAX : WIDTH_MAX;
        int wanted = Math.max(Math.min(known, most), shown.code().length() + 2);
        return column == 0 ? Math.max(wanted, LABEL_WIDTH) : wanted;
    }

    /** How long a text is on the screen, where ideographs take two places. */
    private static int shownLength(String text) {
        return (int) text.codePoints()
                .limit(NAME_WIDTH_MAX)
                .mapToLong(character -> Character.isIdeographic(character) ? 2 : 1)
                .sum();
    }
}
