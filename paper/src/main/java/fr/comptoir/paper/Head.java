package fr.comptoir.paper;

import fr.comptoir.paper.Document.Brand;
import fr.comptoir.paper.Document.Particular;
import fr.comptoir.paper.Structure.Element;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** The head of the first page: whose document it is, what it is, whom it is about, and the lines of its particulars. */
final class Head {
    private static final float LOGO_HEIGHT = 34;
    private static final float LOGO_WIDTH = 170;
    private static final float LABEL = 104;

    private final Document document;
    private final Faces faces;
    private final Messages messages;

    Head(Document document, Faces faces, Messages messages) {
        this.document = document;
        this.faces = faces;
        this.messages = messages;
    }

    void draw(Sheets sheets, Element root, PDDocument file, PDResources resources) throws IOException {
        drawBrand(sheets, root, file, resources);
        sheets.paragraph(
                root.add("H1"), document.title(), faces.bold(), Look.TITLE, Look.ACCENT, sheets.left(), sheets.width());
        sheets.down(1);
        sheets.paragraph(
                root.add("P"),
                document.subtitle(),
                faces.bold(),
                Look.SUBTITLE,
                Look.INK,
                sheets.left(),
                sheets.width());
        sheets.down(5);
        for (Particular particular : document.particulars()) {
            drawParticular(sheets, root.add("P"), particular);
        }
        sheets.down(8);
    }

    /** The logo at the left, the name at the right of it, or at the left without a logo. */
    private void drawBrand(Sheets sheets, Element root, PDDocument file, PDResources resources) throws IOException {
        Brand brand = document.brand();
        float x = sheets.left();
        float top = sheets.y();
        if (brand.logo().isPresent()) {
            BufferedImage image = brand.logo().get().image();
            float scale = Math.min(LOGO_HEIGHT / image.getHeight(), LOGO_WIDTH / image.getWidth());
            float width = image.getWidth() * scale;
            float height = image.getHeight() * scale;
            Page page = sheets.page();
            float bottom = page.height() - top - height;
            Element figure = root.add("Figure")
                    .alternative(messages.text("logo", brand.name()))
                    .attributes(Structure.box(x, bottom, x + width, bottom + height));
            page.begin(figure, "");
            String name =
                    resources.add(LosslessFactory.createFromImage(file, image)).getName();
            page.image(name, x, top, width, height);
            page.end();
            sheets.down(height + 8);
        }
        sheets.paragraph(
                root.add("P"), brand.name(), faces.plain(), Look.TEXT, Look.QUIET, sheets.left(), sheets.width());
        sheets.down(4);
    }

    private void drawParticular(Sheets sheets, Element element, Particular particular) throws IOException {
        sheets.need(Look.TEXT * Look.LEADING);
        Page page = sheets.page();
        page.begin(element, "");
        String label = VisualOrder.composed(particular.label());
        page.text(faces.plain(), Look.TEXT, Look.QUIET, sheets.left(), sheets.y() + Look.TEXT * Look.BASELINE, label);
        page.end();
        float indent = Math.max(LABEL, faces.plain().width(label, Look.TEXT) + 8);
        sheets.paragraph(
                element,
                particular.value(),
                faces.plain(),
                Look.TEXT,
                Look.INK,
                sheets.left() + indent,
                sheets.width() - indent);
    }
}
