package fr.comptoir.server.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * HTML that is written element by element: what stands in it is escaped, and a text that is read from right to left is put into
 * {@code <bdi>}, as in templates. For what a page has thousands of, where each expression of a template would be evaluated thousands of times.
 */
public final class Markup {
    private static final int USUAL_LENGTH = 16_384;

    private final StringBuilder html = new StringBuilder(USUAL_LENGTH);

    /**
     * Begins an element.
     *
     * @param attributes names and values in turn; one whose value is null or blank is left out
     */
    public Markup open(String element, @Nullable String... attributes) {
        html.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            String value = attributes[i + 1];
            if (value != null && !value.isEmpty()) {
                html.append(' ').append(attributes[i]).append("=\"");
                html.append(escaped(value)).append('"');
            }
        }
        html.append('>');
        return this;
    }

    public Markup close(String element) {
        html.append("</").append(element).append('>');
        return this;
    }

    public Markup text(String text) {
        html.append(shown(text));
        return this;
    }

    /** An element that holds a text and nothing else. */
    public Markup element(String element, String text, @Nullable String... attributes) {
        return open(element, attributes).text(text).close(element);
    }

    /** A text as it stands in an element. */
    static String shown(String text) {
        String escaped = escaped(text);
        return ReadingOrder.turns(text) ? "<bdi>" + escaped + "</bdi>" : escaped;
    }

    /** A text without what HTML reads otherwise, in elements and in attributes. */
    static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
