package fr.comptoir.paper;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.jspecify.annotations.Nullable;

/** The bookmarks: each heading, and under that of the table each of its pages by its first row. */
final class Outline {
    private static final int LETTERS_MAX = 80;

    private final PDDocumentOutline outline = new PDDocumentOutline();
    private @Nullable PDOutlineItem last;

    Outline(PDDocument file) {
        file.getDocumentCatalog().setDocumentOutline(outline);
    }

    void heading(String text, Page page, float y) {
        PDOutlineItem item = item(text, page, y);
        outline.addLast(item);
        last = item;
    }

    void tablePage(String first, Page page) {
        if (last != null && !first.isBlank()) {
            last.addLast(item(first, page, 0));
        }
    }

    private static PDOutlineItem item(String text, Page page, float y) {
        PDOutlineItem item = new PDOutlineItem();
        int end = Math.min(text.length(), LETTERS_MAX);
        boolean cut = end < text.length();
        item.setTitle(
                cut ? text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…" : text);
        PDPageXYZDestination place = new PDPageXYZDestination();
        place.setPage(page.page());
        place.setLeft(0);
        place.setTop((int) (page.height() - y));
        item.setDestination(place);
        return item;
    }
}
