package fr.comptoir.model.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** DOIs as people write and paste them. */
public final class Dois {
    private static final Pattern WRITTEN =
            Pattern.compile("(?i)(?<!\\S)(?:(https?://)?(?:dx\\.|www\\.)?doi\\.org/|doi:\\s*)(?=10(?:\\.|%2e))(\\S+)");
    private static final Pattern DOI = Pattern.compile("10\\.[1-9][0-9]{2}[0-9.]*/\\S+");
    private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");

    private Dois() {}

    /**
     * A text with each DOI in it bare, as catalogues have it: without the address of a resolver, whose percent-encoding is undone, and
     * without {@code doi:}.
     */
    public static String bare(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(
                found.group().regionMatches(true, 0, "doi:", 0, 4) ? found.group(2) : decoded(found.group(2))));
    }

    /** Whether a text is one bare DOI. */
    public static boolean is(String text) {
        return DOI.matcher(text).matches();
    }

    /** A plus stands for itself in a path. */
    private static String decoded(String text) {
        if (!ENCODED.matcher(text).find()) {
            return text;
        }
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a percent sign of its own
        }
    }
}
