package fr.comptoir.ingest.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with names in braces, taken apart: {@code literals} has one more element than {@code names}, and literal {@code i} stands before
 * name {@code i}.
 */
record TemplateText(List<String> literals, List<String> names) {

    /** @throws IllegalArgumentException with a sentence for the user, when a brace has no partner or a name is empty */
    static TemplateText of(String text) {
        List<String> literals = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int at = 0;
        int open = text.indexOf('{');
        while (open >= 0) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("the brace at \"" + text.substring(open) + "\" is not closed");
            }
            String name = text.substring(open + 1, close);
            if (name.isEmpty() || name.indexOf('{') >= 0) {
                throw new IllegalArgumentException("\"" + text.substring(open, close + 1) + "\" is no name in braces");
            }
            literals.add(literal(text, at, open));
            names.add(name);
            at = close + 1;
            open = text.indexOf('{', at);
        }
        literals.add(literal(text, at, text.length()));
        return new TemplateText(List.copyOf(literals), List.copyOf(names));
    }

    private static String literal(String text, int from, int to) {
        String literal = text.substring(from, to);
        if (literal.indexOf('}') >= 0) {
            throw new IllegalArgumentException("a closing brace in \"" + text + "\" was never opened");
        }
        return literal;
    }
}
