package fr.comptoir.store.usage;

import fr.comptoir.model.text.SearchText;
import fr.comptoir.store.duck.Sql;
import java.util.Map;

/** {@link SearchText} in SQL. */
final class FoldedText {
    private FoldedText() {}

    /** An expression, folded as {@link SearchText#folded} does. */
    static String sql(String text) {
        String folded = "translate(lower(strip_accents(" + text + ")), "
                + Sql.text(SearchText.PRINTED + SearchText.LEFT_OUT) + ", " + Sql.text(SearchText.TYPED) + ")";
        for (Map.Entry<String, String> ligature : SearchText.LIGATURES.entrySet()) {
            folded = "replace(" + folded + ", " + Sql.text(ligature.getKey()) + ", " + Sql.text(ligature.getValue())
                    + ")";
        }
        return folded;
    }

    /**
     * Whether words that are folded, and in which numbers stand without their hyphens, too, have one in them.
     *
     * @param words a column
     * @param word as it was typed
     */
    static String holds(String words, String word) {
        String folded = SearchText.folded(word);
        String bare = SearchText.bareNumber(folded);
        String holds = "contains(" + words + ", " + Sql.text(folded) + ")";
        return bare.equals(folded) ? holds : "(" + holds + " OR contains(" + words + ", " + Sql.text(bare) + "))";
    }

    /** The same of words at hand. */
    static boolean isIn(String words, String folded) {
        return words.contains(folded) || words.contains(SearchText.bareNumber(folded));
    }
}
