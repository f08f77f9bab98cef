package fr.comptoir.paper;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A text cut into lines of a width. Nothing is left out: a word wider than the line goes on in the next one. */
final class Paragraph {
    /** After these a word may be cut before it must be cut elsewhere. */
    private static final String SOFT = "_/.,;:?&=-";

    private static final Pattern PIECES = Pattern.compile("(?<=[ _/.,;:?&=])|(?<=-)(?<![0-9]-(?=[0-9]))");

    private final Typeface face;
    private final float size;
    private final float width;
    private final Language language;
    private final List<String> lines = new ArrayList<>();

    private Paragraph(Typeface face, float size, float width, Language language) {
        this.face = face;
        this.size = size;
        this.width = width;
        this.language = language;
    }

    /** The lines of a text, in the order of its letters; an empty text has one empty line. */
    static List<String> lines(String text, Typeface face, float size, float width, Language language)
            throws IOException {
        String clean = VisualOrder.composed(text);
        if (face.width(clean, size) <= width) {
            return List.of(clean);
        }
        Paragraph paragraph = new Paragraph(face, size, width, language);
        paragraph.cut(clean);
        return paragraph.lines;
    }

    private void cut(String text) throws IOException {
        BreakIterator breaks = BreakIterator.getLineInstance(language.locale());
        breaks.setText(text);
        StringBuilder line = new StringBuilder();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            if (isInWord(text, to)) {
                continue;
            }
            String word = text.substring(from, to);
            from = to;
            if (face.width(line + word.stripTrailing(), size) <= width) {
                line.append(word);
                continue;
            }
            end(line);
            cutWord(word, line);
        }
        end(line);
    }

    /** Words of French with an apostrophe, and numbers with hyphens (ISBN, ISSN, ORCID), are one word to whoever reads them. */
    private static boolean isInWord(String text, int at) {
        if (at < 2 || at >= text.length()) {
            return false;
        }
        char before = text.charAt(at - 1);
        return (before == '\u2019' || before == '\'')
                ? Character.isLetter(text.charAt(at - 2)) && Character.isLetter(text.charAt(at))
                : before == '-' && isDigit(text.charAt(at - 2)) && isDigit(text.charAt(at));
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    /** Leaves in {@code line} what is not yet a whole line. */
    private void cutWord(String word, StringBuilder line) throws IOException {
        String left = word;
        while (face.width(left.stripTrailing(), size) > width) {
            int end = fitting(left);
            line.append(left, 0, end);
            end(line);
            left = left.substring(end);
        }
        line.append(left);
    }

    /** How much of a word fits, at least one letter; to the last soft place where there is one. */
    private int fitting(String word) throws IOException {
        float sum = 0;
        int soft = 0;
        int at = 0;
        while (at < word.length()) {
            int letter = word.codePointAt(at);
            sum += face.glyph(letter).advance() * size / 1000;
            if (sum > width && at > 0) {
                break;
            }
            at += Character.charCount(letter);
            soft = SOFT.indexOf(letter) >= 0 ? at : soft;
        }
        return soft > 0 ? soft : at;
    }

    private void end(StringBuilder line) {
        String text = line.toString().strip();
        if (!text.isEmpty()) {
            lines.add(text);
        }
        line.setLength(0);
    }

    /** What is to be read aloud of some lines, or {@code ""} when the letters drawn tell it themselves. */
    static String spoken(List<String> lines, Typeface face) throws IOException {
        for (String line : lines) {
            if (!face.has(line) || !VisualOrder.of(line).equals(line)) {
                return String.join(" ", lines);
            }
        }
        return "";
    }

    /** The widest piece of a text that is not cut without need. */
    static float widestWord(String text, Typeface face, float size) throws IOException {
        float widest = 0;
        for (String word : PIECES.split(text, -1)) {
            widest = Math.max(widest, face.width(VisualOrder.composed(word.strip()), size));
        }
        return widest;
    }
}
