package fr.comptoir.ingest.format;

import fr.comptoir.ingest.format.Token.Literal;
import fr.comptoir.ingest.format.Token.Value;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads a LogFormat string of Apache httpd (mod_log_config, mod_logio, mod_ssl). */
final class ApachePattern {
    private static final String PLAIN = "lHPpDTXkLRAf";
    private static final String NUMBERS = "bBOIS";
    private static final String NAMED_ONLY = "ioCenxc";

    private final String pattern;
    private int at;
    private final List<Token> tokens = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();

    private ApachePattern(String pattern) {
        this.pattern = pattern;
    }

    /** @throws InputException when a directive is unknown */
    static List<Token> parse(String pattern) throws InputException {
        return new ApachePattern(pattern).parse();
    }

    /** The name of a single directive as a site writes it; the text itself when it is none. */
    static String name(String directive) {
        try {
            List<Token> tokens = parse(directive);
            return tokens.size() == 1 && tokens.get(0) instanceof Value value ? value.name() : directive;
        } catch (InputException e) {
            return directive; // not a directive: no format holds a field of that name, which is said then
        }
    }

    private List<Token> parse() throws InputException {
        while (at < pattern.length()) {
            char c = pattern.charAt(at++);
            if (c == '\\' && at < pattern.length()) {
                escape(pattern.charAt(at++));
            } else if (c == '%') {
                directive();
            } else {
                literal.append(c);
            }
        }
        endLiteral();
        return tokens;
    }

    private void escape(char c) {
        switch (c) {
            case 't' -> literal.append('\t');
            case 'n' -> literal.append('\n');
            case 'r' -> literal.append('\r');
            case '"', '\'', '\\' -> literal.append(c);
            default -> literal.append('\\').append(c);
        }
    }

    /** {@code %}, then conditions, {@code <}, {@code >} and a name in braces in any order, then the letter. */
    private void directive() throws InputException {
        int begin = at - 1;
        String argument = "";
        char request = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '{') {
                int close = pattern.indexOf('}', at);
                if (close < 0) {
                    throw problem(pattern.substring(begin) + " has no closing brace");
                }
                argument = pattern.substring(at + 1, close);
                at = close + 1;
            } else if (c == '<' || c == '>') {
                request = c;
                at++;
            } else if (c == '!' || c == ',' || (c >= '0' && c <= '9')) {
                at++;
            } else {
                break;
            }
        }
        int letter = at;
        at = Math.min(pattern.length(), letter + (letter < pattern.length() && pattern.charAt(letter) == '^' ? 3 : 1));
        String written = pattern.substring(begin, at);
        String kind = pattern.substring(letter, at);
        if (kind.equals("%")) {
            literal.append('%');
            return;
        }
        Optional<Value> value = value(written, kind, argument, request);
        if (value.isEmpty()) {
            throw problem("the directive " + written + " is unknown");
        }
        endLiteral();
        tokens.add(value.get());
    }

    private Optional<Value> value(String written, String kind, String argument, char request) throws InputException {
        if (kind.equals("^ti") || kind.equals("^to")) {
            return Optional.of(new Value(written, kind + ":" + argument, Meaning.TEXT, 0));
        }
        if (kind.length() != 1) {
            return Optional.empty();
        }
        char c = kind.charAt(0);
        if (PLAIN.indexOf(c) >= 0) {
            return Optional.of(new Value(written, "%" + c, Meaning.OPAQUE, 0));
        }
        if (NUMBERS.indexOf(c) >= 0) {
            return Optional.of(new Value(written, "%" + c, Meaning.NUMBER, 0));
        }
        if (NAMED_ONLY.indexOf(c) >= 0) {
            return argument.isEmpty() ? Optional.empty() : Optional.of(named(written, c, argument));
        }
        boolean connection = argument.equals("c");
        return Optional.ofNullable(
                switch (c) {
                    case 'a' -> new Value(written, connection ? "%{c}a" : "%a", Meaning.ADDRESS, connection ? 3 : 1);
                    case 'h' -> new Value(written, connection ? "%{c}h" : "%h", Meaning.ADDRESS, connection ? 4 : 2);
                    case 'u' -> new Value(written, FieldNames.USER, Meaning.USER, 0);
                    case 'r' -> new Value(written, "%r", Meaning.REQUEST, 0);
                    case 'm' -> new Value(written, "%m", Meaning.METHOD, 0);
                    case 'U' -> new Value(written, "%U", Meaning.PATH, 0);
                    case 'q' -> new Value(written, "%q", Meaning.QUERY, 0);
                    case 's' -> new Value(written, "%s", Meaning.STATUS, request == '>' ? 1 : request == '<' ? 3 : 2);
                    case 'v', 'V' -> new Value(written, "%" + c, Meaning.HOST, 1);
                    case 't' -> time(written, argument);
                    default -> null;
                });
    }

    private static Value named(String written, char c, String argument) {
        return switch (c) {
            case 'i' -> new Value(written, FieldNames.requestHeader(argument), FieldNames.header(argument), 2);
            case 'o' -> new Value(written, FieldNames.responseHeader(argument), Meaning.TEXT, 0);
            case 'C' -> new Value(written, FieldNames.cookie(argument), Meaning.TEXT, 0);
            default -> new Value(written, c + ":" + argument, Meaning.TEXT, 0);
        };
    }

    private Value time(String written, String argument) throws InputException {
        if (argument.isEmpty()) {
            return new Value(written, "%t", Meaning.TIME, 1, TimeForms.CLF_IN_BRACKETS);
        }
        boolean end = argument.startsWith("end:");
        String form = end || argument.startsWith("begin:") ? argument.substring(argument.indexOf(':') + 1) : argument;
        int late = end ? 1 : 0;
        Optional<Supplier<TimeForm>> epoch = switch (form.toLowerCase(Locale.ROOT)) {
            case "" -> Optional.of(TimeForms.CLF_IN_BRACKETS);
            case "sec" -> Optional.of(TimeForms.WHOLE_SECONDS);
            case "msec" -> Optional.of(TimeForms.MILLIS);
            case "usec" -> Optional.of(TimeForms.MICROS);
            default -> Optional.empty();
        };
        if (epoch.isPresent()) {
            return new Value(written, written, Meaning.TIME, 1 + late, epoch.get());
        }
        if (form.equals("msec_frac") || form.equals("usec_frac")) {
            Supplier<TimeForm> fraction =
                    form.startsWith("m") ? TimeForms.MILLIS_OF_SECOND : TimeForms.MICROS_OF_SECOND;
            return new Value(written, written, Meaning.TIME, Token.FRACTION, fraction);
        }
        Optional<String> unknown = Strftime.unknown(form);
        if (unknown.isPresent()) {
            throw problem("the conversion " + unknown.get() + " in " + written + " is unknown");
        }
        return new Value(written, written, Meaning.TIME, Token.PIECE + late, () -> Strftime.reader(form));
    }

    private void endLiteral() {
        if (!literal.isEmpty()) {
            tokens.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private static InputException problem(String message) {
        return new InputException(Problem.error("comptoir.yml", 0, "log.format", message));
    }
}
