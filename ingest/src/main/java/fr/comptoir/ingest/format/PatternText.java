package fr.comptoir.ingest.format;

/** Takes a pattern out of the line of a server's configuration, if that is what the site gives. */
final class PatternText {
    private PatternText() {}

    /** {@code LogFormat "..." name}, or the pattern alone. */
    static String apache(String text) {
        String trimmed = text.strip();
        if (!trimmed.regionMatches(true, 0, "LogFormat", 0, 9) || trimmed.length() < 11) {
            return trimmed;
        }
        String rest = trimmed.substring(9).strip();
        if (!rest.startsWith("\"")) {
            return trimmed;
        }
        int end = 1;
        while (end < rest.length() && rest.charAt(end) != '"') {
            end += rest.charAt(end) == '\\' ? 2 : 1;
        }
        return rest.substring(1, Math.min(end, rest.length()));
    }

    /** {@code log_format name escape=json '...' "...";}, strings with nothing between them but blanks, or the pattern alone. */
    static String nginx(String text) {
        String trimmed = text.strip();
        int from = 0;
        if (trimmed.startsWith("log_format")) {
            from = firstQuote(trimmed, 0);
        } else if (!trimmed.startsWith("'")) {
            return trimmed;
        }
        StringBuilder pattern = new StringBuilder();
        while (from < trimmed.length()) {
            char quote = trimmed.charAt(from);
            int end = from + 1;
            while (end < trimmed.length() && trimmed.charAt(end) != quote) {
                end += trimmed.charAt(end) == '\\' ? 2 : 1;
            }
            pattern.append(trimmed, from + 1, Math.min(end, trimmed.length()));
            from = firstQuote(trimmed, end + 1);
        }
        return pattern.toString();
    }

    private static int firstQuote(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\'') {
            at++;
        }
        return at;
    }
}
