package fr.comptoir.paper;

import fr.comptoir.paper.Structure.Element;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The pages of a document as one long sheet: where the next thing goes, and a new page when it does not fit. Not thread-safe. */
final class Sheets {
    private final PDDocument file;
    private final PDResources resources;
    private final Structure structure;
    private final PDRectangle size;
    private final Language language;
    private final List<Page> pages = new ArrayList<>();
    private Page page;
    private float y;

    Sheets(PDDocument file, PDResources resources, Structure structure, PDRectangle size, Language language) {
        this.file = file;
        this.resources = resources;
        this.structure = structure;
        this.size = size;
        this.language = language;
        this.page = added();
    }

    private Page added() {
        Page added = new Page(file, structure, resources, size);
        pages.add(added);
        y = Look.MARGIN;
        return added;
    }

    void newPage() {
        page = added();
    }

    Page page() {
        return page;
    }

    List<Page> pages() {
        return pages;
    }

    /** How far down the page the next thing begins, in points. */
    float y() {
        return y;
    }

    void down(float points) {
        y += points;
    }

    float left() {
        return Look.MARGIN;
    }

    float width() {
        return size.getWidth() - 2 * Look.MARGIN;
    }

    /** How many points are left on the page. */
    float room() {
        return size.getHeight() - Look.MARGIN - Look.FOOT / 2 - y;
    }

    /** The room of a page on which nothing stands. */
    float wholeRoom() {
        return room() + y - Look.MARGIN;
    }

    /** Goes to a new page unless that many points are left on this one. */
    void need(float points) {
        if (room() < points) {
            newPage();
        }
    }

    /** Sets a text in lines, over as many pages as it needs. */
    void paragraph(Element element, String text, Typeface face, float points, int colour, float x, float width)
            throws IOException {
        float leading = points * Look.LEADING;
        List<String> lines = Paragraph.lines(text, face, points, width, language);
        int from = 0;
        while (from < lines.size()) {
            need(leading);
            int to = Math.min(lines.size(), from + Math.max(1, (int) (room() / leading)));
            List<String> slice = lines.subList(from, to);
            page.begin(element, Paragraph.spoken(slice, face));
            for (String line : slice) {
                page.text(face, points, colour, x, y + points * Look.BASELINE, line);
                y += leading;
            }
            page.end();
            from = to;
        }
    }
}
