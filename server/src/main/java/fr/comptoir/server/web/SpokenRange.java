package fr.comptoir.server.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of an e-mail that is a range with words in it or around it: {@code de 192.0.2.1 à 192.0.2.9}, {@code 192.0.2.0 mask 255.255.255.0},
 * {@code Campus: 192.0.2.0/24}, {@code 192.0.2.0/24 (library)}.
 *
 * @param range what is left to be read as a range; it may be none
 * @param before the words before a colon, which are of the whole line; {@code ""} for none
 * @param after the words after the range; {@code ""} for none
 */
record SpokenRange(String range, String before, String after) {
    /** A label may have as many characters. */
    private static final int LENGTH_MAX = 200;

    private static final String BLANKS = "[\\s\\u00a0]";
    private static final Pattern QUOTES = Pattern.compile("[\"'\\u00ab\\u00bb\\u201c\\u201d]+");
    private static final Pattern MASK = word("(?:net)?(?:mask|masque)" + BLANKS + "*:?");
    private static final Pattern TO = word("(?:\\u00e0|au|to|through|bis)");
    private static final Pattern FROM =
            Pattern.compile("^(?:de|du|from|von)" + BLANKS + "+(?=[0-9])", Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKS = Pattern.compile("^[\\s>*\\u2022\\u00b7-]+");
    private static final Pattern AFTER =
            Pattern.compile(BLANKS + "*[(\\[]|" + BLANKS + "+(?:[-\\u2010-\\u2015]" + BLANKS + "+)?(?=\\p{L}[^:]*$)");
    private static final Pattern END = Pattern.compile("[)\\].]+$");

    /** A word between two addresses. */
    private static Pattern word(String words) {
        return Pattern.compile(
                "(?<=[0-9A-Fa-f:])" + BLANKS + "+" + words + BLANKS + "+(?=[0-9A-Fa-f:])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Whether words stand before a colon, and a blank after it: no address has that. */
    private static boolean isWords(String text, int colon) {
        return colon > 0
                && colon < text.length() - 1
                && Character.isWhitespace(text.charAt(colon + 1))
                && text.substring(0, colon).chars().anyMatch(Character::isLetter);
    }

    /** Reads a piece that is not much longer than a line of people's. */
    static Optional<SpokenRange> of(String piece) {
        return piece.length() > LENGTH_MAX ? Optional.empty() : Optional.of(read(piece));
    }

    private static SpokenRange read(String piece) {
        String text = QUOTES.matcher(piece).replaceAll("").strip();
        text = MASK.matcher(text).replaceAll(" ");
        String before = "";
        int colon = text.indexOf(':');
        if (isWords(text, colon)) {
            before = MARKS.matcher(text.substring(0, colon))
                    .replaceFirst("")
                    .replace('\u00a0', ' ')
                    .strip();
            text = text.substring(colon + 1).strip();
        }
        text = TO.matcher(FROM.matcher(text).replaceFirst("")).replaceAll(" - ");
        Matcher cut = AFTER.matcher(text);
        String after = "";
        if (cut.find()) {
            after = END.matcher(text.substring(cut.end())).replaceFirst("").strip();
            text = text.substring(0, cut.start());
        }
        return new SpokenRange(END.matcher(text.strip()).replaceFirst(""), before, after);
    }
}
