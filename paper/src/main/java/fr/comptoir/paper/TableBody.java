package fr.comptoir.paper;

import fr.comptoir.paper.Document.Row;
import fr.comptoir.paper.Document.Table;
import fr.comptoir.paper.Structure.Element;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;

/**
 * Draws a table over as many pages as it needs. A row stays on one page, unless it is longer than a page: then it goes on in the next, and
 * no line of it is lost.
 */
final class TableBody {
    private static final float LINE = TableColumns.SIZE * Look.LEADING;
    private static final float PADDING = 2.2f;

    private final Sheets sheets;
    private final TableColumns columns;
    private final TableHead head;
    private final Faces faces;
    private final Language language;
    private final Outline outline;
    private final Table table;
    private final COSDictionary rowHeading = Structure.heading("Row", 1, 1);
    private final List<Float> rules = new ArrayList<>();
    private final List<List<String>> cells = new ArrayList<>();

    TableBody(Sheets sheets, TableColumns columns, Table table, Faces faces, Language language, Outline outline)
            throws IOException {
        this.sheets = sheets;
        this.columns = columns;
        this.table = table;
        this.faces = faces;
        this.language = language;
        this.outline = outline;
        this.head = new TableHead(table, columns, faces, language, sheets.width());
    }

    /** The height of the headings and of the first rows, which stay together. */
    float leastHeight() {
        return head.height() + 3 * (LINE + 2 * PADDING);
    }

    /** Draws all rows; there is at least one. */
    void draw(Element parent) throws IOException {
        Element element = parent.add("Table");
        head.draw(sheets.page(), sheets.left(), sheets.y(), element);
        sheets.down(head.height());
        Element body = element.add("TBody");
        for (Row row : table.rows()) {
            draw(row, body.add("TR"));
        }
        drawRules();
    }

    private void draw(Row row, Element line) throws IOException {
        int lines = cut(row);
        float height = lines * LINE + 2 * PADDING;
        if (height > sheets.room() && height <= sheets.wholeRoom() - head.height()) {
            newPage(row);
        }
        List<Element> elements = elements(row, line);
        int from = 0;
        while (from < lines) {
            if (sheets.room() < LINE + 2 * PADDING) {
                newPage(row);
            }
            int fitting = (int) ((sheets.room() - 2 * PADDING) / LINE);
            int to = Math.min(lines, from + Math.max(1, fitting));
            drawLines(row, elements, from, to);
            from = to;
        }
    }

    /** Fills {@link #cells} and says how many lines the row has. */
    private int cut(Row row) throws IOException {
        cells.clear();
        Typeface face = faces.of(row.total());
        int lines = 1;
        for (int i = 0; i < row.texts().size(); i++) {
            String text = row.texts().get(i);
            List<String> cell =
                    text.isEmpty() ? List.of() : Paragraph.lines(text, face, TableColumns.SIZE, room(i), language);
            cells.add(cell);
            lines = Math.max(lines, cell.size());
        }
        for (Long number : row.numbers()) {
            cells.add(number == null ? List.of() : List.of(language.number(number)));
        }
        return lines;
    }

    private List<Element> elements(Row row, Element line) {
        List<Element> elements = new ArrayList<>(columns.count());
        for (int i = 0; i < columns.count(); i++) {
            boolean heading = i == 0 && !row.texts().isEmpty();
            elements.add(heading ? line.add("TH").attributes(rowHeading) : line.add("TD"));
        }
        return elements;
    }

    private void drawLines(Row row, List<Element> elements, int from, int to) throws IOException {
        Typeface face = faces.of(row.total());
        Page page = sheets.page();
        float x = sheets.left();
        for (int i = 0; i < columns.count(); i++) {
            List<String> cell = cells.get(i);
            if (from < cell.size()) {
                List<String> slice = cell.subList(from, Math.min(to, cell.size()));
                page.begin(elements.get(i), i < row.texts().size() ? Paragraph.spoken(slice, face) : "");
                boolean number = i >= row.texts().size();
                int colour = number && slice.get(0).equals("0") ? Look.QUIET : Look.INK;
                for (int line = 0; line < slice.size(); line++) {
                    float indent = number ? room(i) - face.width(slice.get(line), TableColumns.SIZE) : 0;
                    float baseline = sheets.y() + PADDING + line * LINE + TableColumns.SIZE * Look.BASELINE;
                    page.text(
                            face,
                            TableColumns.SIZE,
                            colour,
                            x + TableColumns.PADDING + indent,
                            baseline,
                            slice.get(line));
                }
                page.end();
            }
            x += columns.width(i);
        }
        sheets.down((to - from) * LINE + 2 * PADDING);
        rules.add(sheets.y());
    }

    private float room(int column) {
        return columns.width(column) - 2 * TableColumns.PADDING;
    }

    private void newPage(Row first) throws IOException {
        drawRules();
        sheets.newPage();
        head.repeat(sheets.page(), sheets.left(), sheets.y());
        sheets.down(head.height());
        outline.tablePage(first.texts().isEmpty() ? "" : first.texts().get(0), sheets.page());
    }

    private void drawRules() {
        if (!rules.isEmpty()) {
            Page page = sheets.page();
            page.beginArtifact();
            for (float y : rules) {
                page.rectangle(Look.RULE, sheets.left(), y - 0.2f, sheets.width(), 0.4f);
            }
            page.end();
            rules.clear();
        }
    }
}
