package fr.comptoir.ingest.robot;

/**
 * Finds a text that stands in everything a regular expression can match, so that an agent without it needs no matching. It reads the
 * expression cautiously: what it does not understand ends the text or, where that could be wrong, there is none.
 */
final class RequiredLiteral {
    private final String pattern;
    private final StringBuilder run = new StringBuilder();
    private String longest = "";
    private int at;

    private RequiredLiteral(String pattern) {
        this.pattern = pattern;
    }

    /** The longest such text, its ASCII letters in lower case; {@code ""} when none is sure. */
    static String of(String pattern) {
        String body = pattern;
        if (pattern.startsWith("(?-i:") && closes(pattern, 0) == pattern.length() - 1) {
            body = pattern.substring(5, pattern.length() - 1);
        }
        return new RequiredLiteral(body).find();
    }

    private String find() {
        if (pattern.contains("(?") || pattern.contains("\\Q") || pattern.contains("&&")) {
            return "";
        }
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '|') {
                return "";
            } else if (c == '\\') {
                escape();
            } else if (c == '[') {
                endRun();
                at = classEnd(pattern, at) + 1;
            } else if (c == '(') {
                endRun();
                at = closes(pattern, at) + 1;
            } else if (c == '?' || c == '*' || c == '{') {
                run.setLength(Math.max(0, run.length() - 1));
                endRun();
                at = c == '{' ? after('}') : at + 1;
            } else if (c == '+' || c == '.' || c == '^' || c == '$' || c == ')' || c == ']') {
                endRun();
                at++;
            } else {
                literal(c);
            }
        }
        endRun();
        return longest;
    }

    /** {@code \.} and its like are literals; {@code \d}, {@code \s} and any other letter or digit are not. */
    private void escape() {
        char c = at + 1 < pattern.length() ? pattern.charAt(at + 1) : 'a';
        at++;
        if (c < 0x80 && !Character.isLetterOrDigit(c)) {
            literal(c);
        } else {
            endRun();
            at = isSimpleClass(c) ? at + 1 : pattern.length();
        }
    }

    private static boolean isSimpleClass(char c) {
        return "dDsSwWbBAzZGhHvVRtnrfae".indexOf(c) >= 0;
    }

    private void literal(char c) {
        if (c < 0x80) {
            run.append(c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c);
        } else {
            endRun();
        }
        at++;
    }

    private void endRun() {
        if (run.length() > longest.length()) {
            longest = run.toString();
        }
        run.setLength(0);
    }

    private int after(char c) {
        int found = pattern.indexOf(c, at);
        return found < 0 ? pattern.length() : found + 1;
    }

    /** Where the class that opens at {@code open} closes; a {@code ]} right after the opening belongs to the class. */
    private static int classEnd(String pattern, int open) {
        int i = open + 1;
        if (i < pattern.length() && pattern.charAt(i) == '^') {
            i++;
        }
        int depth = 1;
        for (int first = i; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                depth++;
            } else if (c == ']' && i > first && --depth == 0) {
                return i;
            }
        }
        return pattern.length() - 1;
    }

    /** Where the group that opens at {@code open} closes. */
    private static int closes(String pattern, int open) {
        int depth = 0;
        for (int i = open; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                i = classEnd(pattern, i);
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        return pattern.length();
    }
}
