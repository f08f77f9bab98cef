package fr.comptoir.paper;

import fr.comptoir.paper.Document.Column;
import fr.comptoir.paper.Document.Kind;
import fr.comptoir.paper.Document.Table;
import fr.comptoir.paper.Structure.Element;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The headings of a table: part of the structure once, drawn again as an artifact on each further page. */
final class TableHead {
    private static final float LINE = TableColumns.SIZE * Look.LEADING;

    /**
     * A heading.
     *
     * @param from its first column
     * @param span how many columns it is over
     * @param row 0 or 1
     * @param rows how many rows it takes
     */
    private record Heading(int from, int span, int row, int rows, boolean number, List<String> lines) {}

    private final Faces faces;
    private final TableColumns columns;
    private final List<Heading> headings = new ArrayList<>();
    private final float[] rowHeights;
    private final float width;

    TableHead(Table table, TableColumns columns, Faces faces, Language language, float width) throws IOException {
        this.faces = faces;
        this.columns = columns;
        this.width = width;
        boolean grouped =
                table.columns().stream().anyMatch(column -> !column.group().isEmpty());
        rowHeights = new float[grouped ? 2 : 1];
        for (int i = 0; i < columns.count(); i++) {
            Column column = table.columns().get(i);
            if (grouped && !column.group().isEmpty() && isFirstOfGroup(table.columns(), i)) {
                int span = span(table.columns(), i);
                headings.add(new Heading(i, span, 0, 1, false, lines(column.group(), i, span, language)));
            }
            boolean alone = grouped && column.group().isEmpty();
            boolean number = column.kind() == Kind.NUMBER;
            List<String> lines = lines(column.heading(), i, 1, language);
            headings.add(new Heading(i, 1, grouped && !alone ? 1 : 0, alone ? rowHeights.length : 1, number, lines));
        }
        measure();
    }

    private static boolean isFirstOfGroup(List<Column> columns, int at) {
        return at == 0 || !columns.get(at - 1).group().equals(columns.get(at).group());
    }

    private static int span(List<Column> columns, int from) {
        int to = from;
        while (to < columns.size()
                && columns.get(to).group().equals(columns.get(from).group())) {
            to++;
        }
        return to - from;
    }

    private List<String> lines(String text, int from, int span, Language language) throws IOException {
        return Paragraph.lines(
                text, faces.bold(), TableColumns.SIZE, width(from, span) - 2 * TableColumns.PADDING + 0.1f, language);
    }

    private void measure() {
        for (Heading heading : headings) {
            if (heading.rows == 1) {
                rowHeights[heading.row] = Math.max(rowHeights[heading.row], height(heading));
            }
        }
        for (Heading heading : headings) {
            int last = rowHeights.length - 1;
            rowHeights[last] += Math.max(0, height(heading) - (heading.rows > 1 ? height() : rowHeights[heading.row]));
        }
    }

    private static float height(Heading heading) {
        return heading.lines.size() * LINE + 2 * TableColumns.PADDING;
    }

    float height() {
        float height = 0;
        for (float row : rowHeights) {
            height += row;
        }
        return height;
    }

    private float width(int from, int span) {
        float sum = 0;
        for (int i = from; i < from + span; i++) {
            sum += columns.width(i);
        }
        return sum;
    }

    /** Draws the headings and makes them part of the table. */
    void draw(Page page, float left, float top, Element table) throws IOException {
        page.beginArtifact();
        ground(page, left, top);
        page.end();
        Element head = table.add("THead");
        for (int row = 0; row < rowHeights.length; row++) {
            Element line = head.add("TR");
            for (Heading heading : headings) {
                if (heading.row == row) {
                    Element cell = line.add("TH").attributes(Structure.heading("Column", heading.span, heading.rows));
                    page.begin(cell, Paragraph.spoken(heading.lines, faces.bold()));
                    draw(page, left, top, heading);
                    page.end();
                }
            }
        }
    }

    /** Draws the headings again. */
    void repeat(Page page, float left, float top) throws IOException {
        page.beginPagination("Header");
        ground(page, left, top);
        for (Heading heading : headings) {
            draw(page, left, top, heading);
        }
        page.end();
    }

    private void ground(Page page, float left, float top) {
        page.rectangle(Look.SHADE, left, top, width, height());
        page.rectangle(Look.ACCENT, left, top + height() - 0.8f, width, 0.8f);
        for (Heading heading : headings) {
            if (heading.span > 1) {
                float x = left + width(0, heading.from) + TableColumns.PADDING;
                float line = width(heading.from, heading.span) - 2 * TableColumns.PADDING;
                page.rectangle(Look.ACCENT, x, top + rowHeights[0] - 0.4f, line, 0.4f);
            }
        }
    }

    private void draw(Page page, float left, float top, Heading heading) throws IOException {
        float x = left + width(0, heading.from) + TableColumns.PADDING;
        float room = width(heading.from, heading.span) - 2 * TableColumns.PADDING;
        float bottom = top + (heading.row + heading.rows == rowHeights.length ? height() : rowHeights[0]);
        float y = bottom - TableColumns.PADDING - heading.lines.size() * LINE;
        for (String line : heading.lines) {
            float free = room - faces.bold().width(line, TableColumns.SIZE);
            float indent = heading.number ? free : heading.span > 1 ? free / 2 : 0;
            float baseline = y + TableColumns.SIZE * Look.BASELINE;
            page.text(faces.bold(), TableColumns.SIZE, Look.INK, x + indent, baseline, line);
            y += LINE;
        }
    }
}
