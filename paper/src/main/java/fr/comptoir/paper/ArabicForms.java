package fr.comptoir.paper;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Arabic letters in the form that joins them to their neighbours. The forms are those of the Unicode block Arabic Presentation Forms-B, where
 * each letter stands alone, at the end, at the beginning and in the middle, in this order; letters that do not join to the next have the
 * first two only.
 */
final class ArabicForms {
    private static final int FIRST = 0xFE80;
    private static final int LAST = 0xFEF4;
    private static final int ALONE = 0;
    private static final int END = 1;
    private static final int BEGINNING = 2;
    private static final int MIDDLE = 3;

    /** For each letter the first of its forms and, from bit 16, how many it has. */
    private static final Map<Integer, Integer> FORMS = forms();

    private ArabicForms() {}

    private static Map<Integer, Integer> forms() {
        Map<Integer, Integer> forms = new HashMap<>();
        for (int form = FIRST; form <= LAST; form++) {
            int first = form;
            int letter = Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC)
                    .codePointAt(0);
            forms.merge(letter, first | 1 << 16, (known, added) -> known + (1 << 16));
        }
        return forms;
    }

    /** A text in logical order with its Arabic letters joined. */
    static String joined(String text) {
        int[] letters = text.codePoints().toArray();
        StringBuilder joined = new StringBuilder(text.length());
        for (int i = 0; i < letters.length; i++) {
            int forms = FORMS.getOrDefault(letters[i], 0);
            if (forms == 0) {
                joined.appendCodePoint(letters[i]);
                continue;
            }
            boolean before = joinsToNext(neighbour(letters, i, -1)) && count(forms) > 1;
            boolean after = joinsToNext(letters[i]) && count(FORMS.getOrDefault(neighbour(letters, i, 1), 0)) > 1;
            int form = before ? (after ? MIDDLE : END) : (after ? BEGINNING : ALONE);
            joined.appendCodePoint((forms & 0xffff) + form);
        }
        return joined.toString();
    }

    private static boolean joinsToNext(int letter) {
        return count(FORMS.getOrDefault(letter, 0)) > BEGINNING;
    }

    private static int count(int forms) {
        return forms >>> 16;
    }

    /** The next letter in a direction, marks left out; 0 for none. */
    private static int neighbour(int[] letters, int from, int step) {
        int at = from + step;
        while (at >= 0 && at < letters.length && VisualOrder.isMark(letters[at])) {
            at += step;
        }
        return at < 0 || at >= letters.length ? 0 : letters[at];
    }
}
