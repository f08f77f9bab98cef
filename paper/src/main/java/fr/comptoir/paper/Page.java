package fr.comptoir.paper;

import fr.comptoir.paper.Structure.Element;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * One page, drawn upon in points from its upper left corner. All that is drawn is either part of an element of the structure or an artifact,
 * which nobody needs to hear. Not thread-safe.
 */
final class Page {
    private final PDPage page;
    private final float height;
    private final COSArray parents;
    private final StringBuilder content = new StringBuilder(1 << 14);
    private int marks;
    private int filled = -1;

    /** Adds a page to a document. */
    Page(PDDocument document, Structure structure, PDResources resources, PDRectangle size) {
        page = new PDPage(size);
        height = size.getHeight();
        int number = document.getNumberOfPages();
        parents = structure.addPage(number);
        page.setStructParents(number);
        page.setResources(resources);
        page.getCOSObject().setItem("Tabs", COSName.S);
        document.addPage(page);
    }

    PDPage page() {
        return page;
    }

    float height() {
        return height;
    }

    /** Begins the content of an element; {@code spoken} is what to read where the letters drawn are not the text itself, else "". */
    void begin(Element element, String spoken) {
        int id = marks++;
        element.addContent(page.getCOSObject(), id, parents);
        content.append('/').append(element.type()).append(" <</MCID ").append(id);
        if (!spoken.isEmpty()) {
            content.append(" /ActualText <FEFF");
            for (byte b : spoken.getBytes(StandardCharsets.UTF_16BE)) {
                hex(b & 0xff, 2);
            }
            content.append('>');
        }
        content.append(">> BDC\n");
    }

    /** Begins what is no content: rules, repeated headings. */
    void beginArtifact() {
        content.append("/Artifact BMC\n");
    }

    /** Begins what stands on every page. */
    void beginPagination(String subtype) {
        content.append("/Artifact <</Type /Pagination /Subtype /")
                .append(subtype)
                .append(">> BDC\n");
    }

    void end() {
        content.append("EMC\n");
    }

    /** Draws a line of text with its baseline at {@code y}. */
    void text(Typeface face, float size, int colour, float x, float y, String line) throws IOException {
        String visual = VisualOrder.of(line);
        if (visual.isEmpty()) {
            return;
        }
        fill(colour);
        content.append("BT 1 0 0 1 ");
        number(x);
        number(height - y);
        content.append("Tm ");
        int font = -1;
        for (int i = 0; i < visual.length(); ) {
            int letter = visual.codePointAt(i);
            Typeface.Glyph glyph = face.glyph(letter);
            if (glyph.font() != font) {
                content.append(font < 0 ? "" : "> Tj ");
                font = glyph.font();
                content.append('/').append(face.name(font)).append(' ');
                number(size);
                content.append("Tf <");
            }
            hex(glyph.code(), 4);
            i += Character.charCount(letter);
        }
        content.append("> Tj ET\n");
    }

    void rectangle(int colour, float x, float y, float width, float rectangleHeight) {
        fill(colour);
        number(x);
        number(height - y - rectangleHeight);
        number(width);
        number(rectangleHeight);
        content.append("re f\n");
    }

    void image(String name, float x, float y, float width, float imageHeight) {
        content.append("q ");
        number(width);
        content.append("0 0 ");
        number(imageHeight);
        number(x);
        number(height - y - imageHeight);
        content.append("cm /").append(name).append(" Do Q\n");
    }

    /** Puts what was drawn into the document; nothing more may be drawn. */
    void finish(PDDocument document) throws IOException {
        byte[] bytes = content.toString().getBytes(StandardCharsets.US_ASCII);
        page.setContents(new PDStream(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE));
        content.setLength(0);
        content.trimToSize();
    }

    private void fill(int colour) {
        if (colour == filled) {
            return;
        }
        filled = colour;
        for (int shift = 16; shift >= 0; shift -= 8) {
            content.append(String.format(Locale.ROOT, "%.3f ", ((colour >> shift) & 0xff) / 255f));
        }
        content.append("rg ");
    }

    /** With two decimals, which is a hundredth of a point. */
    private void number(float value) {
        long hundredths = Math.round(value * 100.0);
        if (hundredths < 0) {
            content.append('-');
            hundredths = -hundredths;
        }
        content.append(hundredths / 100);
        long decimals = hundredths % 100;
        if (decimals != 0) {
            content.append(decimals < 10 ? ".0" : ".").append(decimals);
        }
        content.append(' ');
    }

    private void hex(int value, int digits) {
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            content.append(Character.toUpperCase(Character.forDigit((value >> shift) & 0xf, 16)));
        }
    }
}
