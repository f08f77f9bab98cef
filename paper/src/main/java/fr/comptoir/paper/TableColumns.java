package fr.comptoir.paper;

import fr.comptoir.paper.Document.Column;
import fr.comptoir.paper.Document.Kind;
import fr.comptoir.paper.Document.Row;
import fr.comptoir.paper.Document.Table;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * How wide the columns of a table are, and the page that holds them: A4 across, or the next larger one where even narrow columns of words do
 * not fit. Columns of numbers are as wide as their widest number, and columns of words share what is left.
 */
final class TableColumns {
    static final float SIZE = 7;
    static final float PADDING = 3;

    private static final float WORDS_MIN = 96;
    private static final float WORDS_MAX = 300;
    private static final float CODE_MIN = 44;
    /** As wide as an ISBN or an ISNI, which are not cut. */
    private static final float CODE_WHOLE = 78;

    private static final float CODE_MAX = 140;
    private static final List<PDRectangle> PAGES =
            List.of(PDRectangle.A4, PDRectangle.A3, PDRectangle.A2, PDRectangle.A1, PDRectangle.A0);

    private final float[] widths;
    private final PDRectangle page;

    private TableColumns(float[] widths, PDRectangle page) {
        this.widths = widths;
        this.page = page;
    }

    static TableColumns of(Table table, Faces faces, Language language) throws IOException {
        int count = table.columns().size();
        float[] wanted = new float[count];
        float[] least = new float[count];
        for (int i = 0; i < count; i++) {
            Column column = table.columns().get(i);
            float heading = Paragraph.widestWord(column.heading(), faces.bold(), SIZE);
            float content = column.kind() == Kind.NUMBER
                    ? widestNumber(table, i - table.texts(), faces, language)
                    : widestText(table, i, faces);
            wanted[i] = Math.max(heading, content) + 2 * PADDING;
            least[i] = switch (column.kind()) {
                case NUMBER -> wanted[i];
                case CODE -> Math.min(wanted[i], Math.max(codeLeast(table, i, faces), heading + 2 * PADDING));
                case TEXT -> Math.min(wanted[i], Math.max(WORDS_MIN, heading + 2 * PADDING));
            };
        }
        PDRectangle page = page(sum(least));
        float room = page.getWidth() - 2 * Look.MARGIN;
        return new TableColumns(shared(table.columns(), wanted, least, room), page);
    }

    PDRectangle page() {
        return page;
    }

    float width(int column) {
        return widths[column];
    }

    int count() {
        return widths.length;
    }

    private static PDRectangle page(float least) {
        PDRectangle largest = PAGES.get(PAGES.size() - 1);
        for (PDRectangle upright : PAGES) {
            if (least <= upright.getHeight() - 2 * Look.MARGIN) {
                return across(upright, upright.getHeight());
            }
        }
        return across(largest, least + 2 * Look.MARGIN);
    }

    private static PDRectangle across(PDRectangle upright, float width) {
        float height = upright.getWidth();
        return new PDRectangle(width, height);
    }

    /** Every column at least what it must have, at most what it wants; what is left over goes to the words, else to all alike. */
    private static float[] shared(List<Column> columns, float[] wanted, float[] least, float room) {
        float missing = sum(wanted) - sum(least);
        float spare = room - sum(least);
        float part = missing <= 0 ? 0 : Math.min(1, spare / missing);
        float[] widths = new float[least.length];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = least[i] + (wanted[i] - least[i]) * part;
        }
        float over = room - sum(widths);
        long words =
                columns.stream().filter(column -> column.kind() == Kind.TEXT).count();
        for (int i = 0; i < widths.length && over > 0; i++) {
            if (words == 0) {
                widths[i] += over / widths.length;
            } else if (columns.get(i).kind() == Kind.TEXT) {
                widths[i] += over / words;
            }
        }
        return widths;
    }

    private static float widestText(Table table, int column, Faces faces) throws IOException {
        float most = table.columns().get(column).kind() == Kind.TEXT ? WORDS_MAX : CODE_MAX;
        float widest = 0;
        for (Row row : table.rows()) {
            String text = VisualOrder.composed(row.texts().get(column));
            widest = Math.max(widest, faces.of(row.total()).width(text, SIZE));
            if (widest >= most) {
                return most;
            }
        }
        // A hair more, so that a text as wide as its column is not cut by the rounding of sums.
        return widest + 0.1f;
    }

    /** The widest piece that is not cut without need, as long as it is no wider than codes are. */
    private static float codeLeast(Table table, int column, Faces faces) throws IOException {
        float least = CODE_MIN;
        for (Row row : table.rows()) {
            float piece =
                    Paragraph.widestWord(row.texts().get(column), faces.of(row.total()), SIZE) + 2 * PADDING + 0.1f;
            least = piece <= CODE_WHOLE ? Math.max(least, piece) : least;
        }
        return least;
    }

    /** All digits are equally wide, so the largest number is the widest. */
    private static float widestNumber(Table table, int column, Faces faces, Language language) throws IOException {
        long largest = 0;
        for (Row row : table.rows()) {
            Long number = row.numbers().get(column);
            largest = number == null ? largest : Math.max(largest, number);
        }
        return faces.bold().width(language.number(largest), SIZE);
    }

    private static float sum(float[] widths) {
        float sum = 0;
        for (float width : widths) {
            sum += width;
        }
        return sum;
    }
}
