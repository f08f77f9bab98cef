package fr.comptoir.server.space;

import fr.comptoir.operation.view.Panel;
import fr.comptoir.server.web.Markup;
import fr.comptoir.server.web.Written;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Cells that the tables of a page have in common. */
final class FigureCells {
    private final PageTexts texts;
    private final Links links;
    private final Locale locale;
    private final Written written;
    private final Course course;
    private final String open;

    /** @param counted the months that have figures */
    FigureCells(PageTexts texts, Links links, Set<YearMonth> counted, Locale locale) {
        this.texts = texts;
        this.links = links;
        this.locale = locale;
        written = texts.written(locale);
        course = new Course(links.view().asked(), counted);
        open = texts.say(locale, "explain.open");
    }

    Links links() {
        return links;
    }

    String say(String key) {
        return texts.say(locale, key);
    }

    String heading(Panel.Column column) {
        return texts.heading(column, links.view(), locale);
    }

    String text(Panel.Column column, @Nullable Object cell) {
        return texts.cell(column, cell, locale, written);
    }

    /** A figure that leads to its actions. */
    void opens(Markup html, String to, String text) {
        html.element("a", text, "class", "opens", "href", to, "title", open);
    }

    /** The same, or the bare figure where it leads nowhere. */
    void figure(Markup html, String to, String text) {
        if (to.isEmpty()) {
            html.text(text);
        } else {
            opens(html, to, text);
        }
    }

    /** The course by month of what a row is about: a small line, and the same in words. */
    void course(Markup html, SortedMap<YearMonth, Long> months) {
        html.open("td");
        picture(html, "course", "0 0 100 20").element("path", "", "d", course.path(months));
        html.close("svg").element("span", course.said(months, texts, locale, written), "class", "unseen");
        html.close("td");
    }

    /** Begins a picture that fills its place, and says nothing to who does not see it. */
    static Markup picture(Markup html, String kind, String field) {
        return html.open(
                "svg",
                "class",
                kind,
                "viewBox",
                field,
                "preserveAspectRatio",
                "none",
                "aria-hidden",
                "true",
                "focusable",
                "false");
    }

    static String standing(Panel.Column column) {
        return column.isNumber() ? "number" : "";
    }

    /** The same in a table that is sorted by a column: its figures stay in sight where the table is wider than the screen. */
    static String standing(Panel.Column column, String sorted) {
        return standing(column) + (column.isNumber() && column.key().equals(sorted) ? " sorted" : "");
    }
}
