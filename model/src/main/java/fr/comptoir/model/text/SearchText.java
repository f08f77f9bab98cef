package fr.comptoir.model.text;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names as they are searched: what two ways of typing one have in common. */
public final class SearchText {
    /** Signs that keyboards write in another way, one for one with {@link #TYPED}. */
    public static final String PRINTED =
            "\u2019\u2018\u02bc\u2032\u00b4`\u2010\u2011\u2012\u2013\u2014\u2212\u00a0\u202f\u2009\u0142\u00f8\u0111\u0131";

    public static final String TYPED = "''''''------   lodi";

    /** Quotation marks, and the star after which some catalogues look for any ending. */
    public static final String LEFT_OUT = "\"*\u201c\u201d\u201e\u00ab\u00bb";

    /** What stands for two letters. */
    public static final Map<String, String> LIGATURES = ligatures();

    private static final char ASCII_LAST = 0x7f;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private SearchText() {}

    private static Map<String, String> ligatures() {
        Map<String, String> ligatures = new LinkedHashMap<>();
        ligatures.put("\u0153", "oe");
        ligatures.put("\u00e6", "ae");
        ligatures.put("\u00df", "ss");
        return Map.copyOf(ligatures);
    }

    /**
     * In small letters, without accents, ligatures and quotation marks, with the apostrophes, hyphens and blanks of keyboards; and put together
     * again, as the syllables of Korean are.
     */
    public static String folded(String text) {
        return isAscii(text) ? typed(text.toLowerCase(Locale.ROOT)) : foldedOfAny(text);
    }

    /** Most names have no more, and are read by the hundred thousand. */
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > ASCII_LAST) {
                return false;
            }
        }
        return true;
    }

    private static String foldedOfAny(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String folded = typed(Normalizer.normalize(bare, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
        for (Map.Entry<String, String> ligature : LIGATURES.entrySet()) {
            folded = folded.replace(ligature.getKey(), ligature.getValue());
        }
        return folded;
    }

    /** With the signs of keyboards. */
    private static String typed(String small) {
        StringBuilder typed = new StringBuilder(small.length());
        for (int i = 0; i < small.length(); i++) {
            char sign = small.charAt(i);
            if (Character.isLetterOrDigit(sign) && sign <= ASCII_LAST) {
                typed.append(sign);
            } else if (LEFT_OUT.indexOf(sign) < 0) {
                int at = PRINTED.indexOf(sign);
                typed.append(at < 0 ? sign : TYPED.charAt(at));
            }
        }
        return typed.toString();
    }

    /** A folded number, such as an ISSN, without its hyphens; any other text as it is. */
    public static String bareNumber(String folded) {
        return folded.matches("[0-9][0-9-]*[0-9x]") ? folded.replace("-", "") : folded;
    }
}
