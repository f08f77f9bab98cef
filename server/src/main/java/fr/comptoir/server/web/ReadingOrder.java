package fr.comptoir.server.web;

import java.text.Bidi;

/**
 * Names that are read from right to left, amid texts that are read from left to right: without a mark, the punctuation and the numbers beside
 * them would change sides.
 */
final class ReadingOrder {
    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String POP_ISOLATE = "\u2069";

    private ReadingOrder() {}

    /** Whether any of a text is read from right to left. */
    static boolean turns(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    /** A text to be put into a sentence, in its own order whatever that of the sentence. */
    static String isolated(String text) {
        return turns(text) ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : text;
    }
}
