package fr.comptoir.ingest.robot;

import fr.comptoir.model.text.Sentence;
import fr.comptoir.model.text.SentenceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a list in the COUNTER-Robots form: a JSON array of objects. Of each object the members that are strings are kept; any other member
 * is read over, whatever its name.
 */
final class RobotListReader {
    private static final int DEPTH_MAX = 64;

    private final String text;
    private int at;
    /** Where the next backslash stands, from the last place that was asked; -1 when there is none any more. */
    private int nextBackslash;

    private RobotListReader(String text) {
        this.text = text;
        nextBackslash = text.indexOf('\\');
    }

    /** @throws SentenceException where the text is not what was expected */
    static List<Map<String, String>> read(String json) {
        RobotListReader reader = new RobotListReader(json.startsWith("\uFEFF") ? json.substring(1) : json);
        List<Map<String, String>> entries = reader.array();
        reader.blanks();
        if (reader.at < reader.text.length()) {
            throw reader.wrong(Sentence.of("robots.nothing", "nothing more"));
        }
        return entries;
    }

    private List<Map<String, String>> array() {
        List<Map<String, String>> entries = new ArrayList<>();
        expect('[');
        if (next(']')) {
            return entries;
        }
        do {
            entries.add(object());
        } while (next(','));
        expect(']');
        return entries;
    }

    private Map<String, String> object() {
        Map<String, String> members = new LinkedHashMap<>();
        expect('{');
        if (next('}')) {
            return members;
        }
        do {
            blanks();
            String name = string();
            expect(':');
            blanks();
            if (at < text.length() && text.charAt(at) == '"') {
                members.put(name, string());
            } else {
                skip(0);
            }
        } while (next(','));
        expect('}');
        return members;
    }

    private void skip(int depth) {
        blanks();
        if (depth > DEPTH_MAX) {
            throw wrong(Sentence.of("robots.nesting", "less nesting"));
        }
        if (next('{')) {
            skipMembers('}', true, depth);
        } else if (next('[')) {
            skipMembers(']', false, depth);
        } else if (at < text.length() && text.charAt(at) == '"') {
            string();
        } else {
            int start = at;
            while (at < text.length()
                    && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
                at++;
            }
            if (at == start) {
                throw wrong(Sentence.of("robots.value", "a value"));
            }
        }
    }

    private void skipMembers(char close, boolean named, int depth) {
        if (next(close)) {
            return;
        }
        do {
            if (named) {
                blanks();
                string();
                expect(':');
            }
            skip(depth + 1);
        } while (next(','));
        expect(close);
    }

    private String string() {
        if (at >= text.length() || text.charAt(at) != '"') {
            throw wrong(Sentence.of("robots.string", "a string"));
        }
        at++;
        int close = text.indexOf('"', at);
        if (nextBackslash < at && nextBackslash >= 0) {
            nextBackslash = text.indexOf('\\', at);
        }
        if (close >= 0 && (nextBackslash < 0 || nextBackslash > close)) {
            String plain = text.substring(at, close);
            at = close + 1;
            return plain;
        }
        return escapedString();
    }

    private String escapedString() {
        StringBuilder out = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            out.append(c == '\\' ? escape() : c);
        }
        expect('"');
        return out.toString();
    }

    private char escape() {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        int simple = "\"\\/bfnrt".indexOf(c);
        if (simple >= 0) {
            return "\"\\/\b\f\n\r\t".charAt(simple);
        }
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = c == 'u' && at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) {
                throw wrong(Sentence.of("robots.escape", "an escape of JSON"));
            }
            code = code << 4 | digit;
            at++;
        }
        return (char) code;
    }

    private boolean next(char c) {
        blanks();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!next(c)) {
            throw wrong(character(c));
        }
    }

    private void blanks() {
        while (at < text.length() && text.charAt(at) <= ' ' && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private static Sentence character(char c) {
        return Sentence.of("robots.character", "'{0}'", String.valueOf(c));
    }

    private SentenceException wrong(Sentence expected) {
        long line = text.substring(0, Math.min(at, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        Sentence found = at < text.length() ? character(text.charAt(at)) : Sentence.of("robots.end", "the end");
        return new SentenceException(
                Sentence.of("robots.expected", "in line {0}, {1} was expected, not {2}", line, expected, found));
    }
}
