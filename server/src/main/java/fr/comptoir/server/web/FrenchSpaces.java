package fr.comptoir.server.web;

import java.util.regex.Pattern;

/**
 * What belongs together in French stays on one line: quotation marks with what they quote, and signs with the word before them. Files of words have
 * ordinary spaces, so that nobody has to see the difference.
 */
final class FrenchSpaces {
    /** No sign of an address or a form of input, which has something behind it. */
    private static final Pattern BEFORE = Pattern.compile(" ([»:;?!%])(?![\\w/=])");

    private static final Pattern BEHIND = Pattern.compile("« ");

    private FrenchSpaces() {}

    static String kept(String french) {
        return BEFORE.matcher(BEHIND.matcher(french).replaceAll("«\u00a0")).replaceAll("\u00a0$1");
    }
}
