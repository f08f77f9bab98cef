package fr.comptoir.operation;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/**
 * Why something became of a line.
 *
 * @param values what the sentence of the kind has in its places
 */
public record ExplainedRule(Kind kind, List<String> values) implements Comparable<ExplainedRule> {
    /** What can decide, with the sentence that says it. */
    public enum Kind {
        PAGE_RULE("page rule {0}"),
        UNKNOWN_ITEM("the catalogue does not know the item"),
        NO_ITEM("names no item"),
        NOT_SUCH_AN_ITEM("a {0} is no item of such an action"),
        DOUBLE_CLICK("double click of {0}"),
        WHOLE_BOOK("whole book of {0} segments"),
        NOT_AGAIN("{0} not again: same session as {1}"),
        STATUS("status {0}"),
        METHOD("method {0}"),
        ROBOT("robot: pattern \"{0}\", {1}"),
        /** The outcome says all. */
        OUTCOME("{0}");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }

    public ExplainedRule {
        values = List.copyOf(values);
    }

    static ExplainedRule of(Kind kind, String... values) {
        return new ExplainedRule(kind, List.of(values));
    }

    /** As a sentence. */
    public String text() {
        return new MessageFormat(kind.sentence, Locale.ROOT).format(values.toArray());
    }

    @Override
    public int compareTo(ExplainedRule other) {
        return text().compareTo(other.text());
    }
}
