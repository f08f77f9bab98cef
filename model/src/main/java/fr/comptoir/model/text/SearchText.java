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
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String small = Normalizer.normalize(bare, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder typed = new StringBuilder(small.length());
        small.codePoints().filter(c -> LEFT_OUT.indexOf(c) < 0).forEach(c -> {
            int at = PRINTED.indexOf(c);
            typed.appendCodePoint(at < 0 ? c : TYPED.charAt(at));
        });
        String folded = typed.toString();
        for (Map.Entry<String, String> ligature : LIGATURES.entrySet()) {
            folded = folded.replace(ligature.getKey(), ligature.getValue());
        }
        return folded;
    }

    /** A folded number, such as an ISSN, without its hyphens; any other text as it is. */
    public static String bareNumber(String folded) {
        return folded.matches("[0-9][0-9-]*[0-9x]") ? folded.replace("-", "") : folded;
    }
}
