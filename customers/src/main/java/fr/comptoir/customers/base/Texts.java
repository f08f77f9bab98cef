package fr.comptoir.customers.base;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it is kept and as it is searched. */
public final class Texts {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Texts() {}

    /** Without accents and ligatures, in small letters, with single blanks: what two spellings of one name share. */
    public static String folded(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("\u0153", "oe")
                .replace("\u00e6", "ae")
                .replace("\u00df", "ss")
                .replace("\u00f8", "o")
                .replace("\u0131", "i")
                .replace("\u0142", "l")
                .replace('\u2019', '\'');
        return BLANKS.matcher(bare).replaceAll(" ").strip();
    }

    /** A pattern for {@code like ... escape '!'} that finds the text anywhere, whatever signs are in it. */
    public static String anywhere(String text) {
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** At most {@code max} characters; no pair of surrogates is cut. */
    public static String shortened(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }

    /** What came from outside, fit to be kept and shown: controls and halves of characters are replaced, then shortened. */
    public static String harmless(String text, int max) {
        return shortened(withoutControls(shortened(text, max)), max);
    }

    /** Controls and halves of characters replaced by U+FFFD. */
    private static String withoutControls(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(isKept(c) ? c : 0xFFFD));
        return out.toString();
    }

    /** Whether a text of one line has no control character and no half of a character. */
    public static boolean isOneLine(String text) {
        return text.codePoints().allMatch(Texts::isKept);
    }

    /** As {@link #isOneLine}, with line ends and tabs. */
    public static boolean isLines(String text) {
        return text.codePoints().allMatch(c -> isKept(c) || c == '\n' || c == '\r' || c == '\t');
    }

    private static boolean isKept(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL && type != Character.SURROGATE;
    }
}
