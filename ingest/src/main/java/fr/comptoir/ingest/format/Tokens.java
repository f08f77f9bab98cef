package fr.comptoir.ingest.format;

import fr.comptoir.ingest.format.Token.Literal;
import fr.comptoir.ingest.format.Token.Value;
import java.util.ArrayList;
import java.util.List;

/** Brings the tokens of a pattern into the form that a plan is made from. */
final class Tokens {
    private Tokens() {}

    /** Puts {@code %U%q} and {@code $uri$is_args$args} together, and takes the brackets of {@code %t} for the text they are. */
    static List<Token> joined(List<Token> tokens) {
        List<Token> joined = new ArrayList<>();
        for (Token token : tokens) {
            if (token instanceof Value value && value.time() == TimeForms.CLF_IN_BRACKETS) {
                addText(joined, "[");
                joined.add(new Value(value.written(), value.name(), Meaning.TIME, value.rank(), TimeForms.CLF));
                addText(joined, "]");
            } else if (token instanceof Literal literal) {
                addText(joined, literal.text());
            } else {
                joined.add(token);
                joinPath(joined);
            }
        }
        return joined;
    }

    private static void addText(List<Token> tokens, String text) {
        int last = tokens.size() - 1;
        if (last >= 0 && tokens.get(last) instanceof Literal before) {
            tokens.set(last, new Literal(before.text() + text));
        } else {
            tokens.add(new Literal(text));
        }
    }

    private static void joinPath(List<Token> tokens) {
        int size = tokens.size();
        if (size < 2 || ((Value) tokens.get(size - 1)).meaning() != Meaning.QUERY) {
            return;
        }
        int path = size - 2;
        if (path > 0 && tokens.get(path) instanceof Value mark && mark.name().equals("$is_args")) {
            path--;
        }
        if (tokens.get(path) instanceof Value value && value.meaning() == Meaning.PATH) {
            String written = "";
            while (tokens.size() > path) {
                written = ((Value) tokens.remove(tokens.size() - 1)).written() + written;
            }
            tokens.add(new Value(written, written, Meaning.TARGET, 2));
        }
    }
}
