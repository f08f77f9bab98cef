package fr.comptoir.ingest.robot;

import fr.comptoir.model.text.Sentence;
import java.util.regex.PatternSyntaxException;

/** What is wrong with a regular expression, in the words of the JDK: those of the usual mistakes are known and can be said otherwise. */
final class WrongExpression {
    private WrongExpression() {}

    static Sentence of(RobotPattern entry, PatternSyntaxException wrong) {
        return Sentence.of(
                "expression.wrong",
                "entry {0}: \"{1}\": {2}",
                entry.number(),
                entry.pattern(),
                reason(wrong.getDescription()));
    }

    private static Sentence reason(String description) {
        if (description.startsWith("Dangling meta character")) {
            return Sentence.of("expression.dangling", "{0}", description);
        }
        return switch (description) {
            case "Unclosed group" -> Sentence.of("expression.group", "Unclosed group");
            case "Unclosed character class" -> Sentence.of("expression.class", "Unclosed character class");
            case "Unclosed counted closure" -> Sentence.of("expression.counted", "Unclosed counted closure");
            case "Unmatched closing ')'" -> Sentence.of("expression.parenthesis", "Unmatched closing ')'");
            case "Illegal repetition", "Illegal repetition range" ->
                Sentence.of("expression.repetition", "{0}", description);
            case "Illegal character range" -> Sentence.of("expression.range", "Illegal character range");
            case "Illegal/unsupported escape sequence" ->
                Sentence.of("expression.escape", "Illegal/unsupported escape sequence");
            default -> Sentence.of("expression.other", "{0}", description);
        };
    }
}
