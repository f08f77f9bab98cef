package fr.comptoir.paper;

import fr.comptoir.paper.Document.Chart;
import fr.comptoir.paper.Document.Note;
import fr.comptoir.paper.Structure.Element;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;

/**
 * Writes a document as a PDF that is accessible (PDF/UA-1) and fit for archives (PDF/A-3a). Memory grows with the rows of the table, by about
 * a kilobyte for each cell.
 */
public final class Pdf {
    private final Document document;
    private final Messages messages;
    private final PDDocument file;
    private final PDResources resources = new PDResources();
    private final Faces faces;
    private final TableColumns columns;
    private final Outline outline;
    private final Element root;
    private final Sheets sheets;

    private Pdf(Document document, PDDocument file) throws IOException {
        this.document = document;
        this.file = file;
        messages = new Messages("fr.comptoir.paper.messages", document.language());
        Identity.write(file, document);
        faces = Faces.load(file, resources);
        columns = TableColumns.of(document.table(), faces, document.language());
        outline = new Outline(file);
        Structure structure = new Structure(file);
        root = structure.document();
        sheets = new Sheets(file, resources, structure, columns.page(), document.language());
    }

    /** Writes the document; the stream is left open. */
    public static void write(Document document, OutputStream out) throws IOException {
        try (PDDocument file = new PDDocument()) {
            new Pdf(document, file).draw();
            file.save(new Unclosed(out));
        }
    }

    private void draw() throws IOException {
        outline.heading(document.title(), sheets.page(), 0);
        new Head(document, faces, messages).draw(sheets, root, file, resources);
        if (document.chart().isPresent()) {
            Chart chart = document.chart().get();
            heading(chart.title(), ChartDrawing.HEIGHT);
            new ChartDrawing(chart, faces, messages).draw(sheets, root);
            sheets.down(12);
        }
        drawTable();
        for (Note note : document.notes()) {
            drawNote(note);
        }
        new Foot(document, faces, messages).draw(sheets.pages());
        for (Page page : sheets.pages()) {
            page.finish(file);
        }
        faces.plain().embed();
        faces.bold().embed();
    }

    private void drawTable() throws IOException {
        if (document.table().rows().isEmpty()) {
            heading(document.table().heading(), Look.TEXT * 2);
            paragraph(document.table().empty());
            return;
        }
        TableBody body = new TableBody(sheets, columns, document.table(), faces, document.language(), outline);
        heading(document.table().heading(), body.leastHeight());
        body.draw(root);
        sheets.down(12);
    }

    private void drawNote(Note note) throws IOException {
        heading(note.heading(), Look.TEXT * Look.LEADING * 3);
        for (String text : note.paragraphs()) {
            paragraph(text);
        }
        sheets.down(6);
    }

    /** A heading with a bookmark, on the same page as what follows it. */
    private void heading(String text, float following) throws IOException {
        List<String> lines = Paragraph.lines(text, faces.bold(), Look.HEADING, sheets.width(), document.language());
        sheets.need(lines.size() * Look.HEADING * Look.LEADING + 4 + following);
        outline.heading(text, sheets.page(), sheets.y());
        sheets.paragraph(root.add("H2"), text, faces.bold(), Look.HEADING, Look.ACCENT, sheets.left(), sheets.width());
        sheets.down(4);
    }

    private void paragraph(String text) throws IOException {
        float width = Math.min(sheets.width(), Look.TEXT * 62);
        sheets.paragraph(root.add("P"), text, faces.plain(), Look.TEXT, Look.INK, sheets.left(), width);
        sheets.down(4);
    }

    /** Lets the library close what is not its own. */
    private static final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
