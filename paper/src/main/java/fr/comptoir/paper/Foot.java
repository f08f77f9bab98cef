package fr.comptoir.paper;

import java.io.IOException;
import java.util.List;

/** The foot of every page: the title, whom it is about, the page and how many there are. */
final class Foot {
    private final Document document;
    private final Faces faces;
    private final Messages messages;

    Foot(Document document, Faces faces, Messages messages) {
        this.document = document;
        this.faces = faces;
        this.messages = messages;
    }

    void draw(List<Page> pages) throws IOException {
        Language language = document.language();
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(i);
            float width = page.page().getMediaBox().getWidth() - 2 * Look.MARGIN;
            float baseline = page.height() - Look.FOOT + 6;
            String number = messages.text("page", language.number(i + 1), language.number(pages.size()));
            float numberWidth = faces.plain().width(number, Look.SMALL);
            // The first line only: a longer name stands whole on the first page.
            String about = Paragraph.lines(
                            document.title() + " – " + document.subtitle(),
                            faces.plain(),
                            Look.SMALL,
                            width - numberWidth - 20,
                            language)
                    .get(0);
            page.beginPagination("Footer");
            page.rectangle(Look.RULE, Look.MARGIN, baseline - 11, width, 0.4f);
            page.text(faces.plain(), Look.SMALL, Look.QUIET, Look.MARGIN, baseline, about);
            page.text(faces.plain(), Look.SMALL, Look.QUIET, Look.MARGIN + width - numberWidth, baseline, number);
            page.end();
        }
    }
}
