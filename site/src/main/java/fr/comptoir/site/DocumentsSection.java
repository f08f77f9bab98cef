package fr.comptoir.site;

import fr.comptoir.model.site.DocumentsRule;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads and checks {@code documents} of a page rule: how many an archive holds that it delivers. */
final class DocumentsSection {
    static final String KEY = "documents";

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    private DocumentsSection() {}

    /** @param captures those of the rule's path */
    static Optional<DocumentsRule> read(Section rule, Set<String> captures) {
        if (!rule.has(KEY)) {
            return Optional.empty();
        }
        Section section = rule.section(KEY);
        if (!rule.isMapping(KEY)) {
            return Optional.empty();
        }
        String count = section.required("count", "what says how many documents there are, such as \"{query.size}\"");
        ValueTemplate.wrong(count, captures).ifPresent(wrong -> section.error("count", wrong));
        if (!section.has("default")) {
            section.error("default", "is missing: how many documents there are when the line does not say it");
        }
        int atMost = number(section, "at_most", 1).orElse(DocumentsRule.AT_MOST);
        int otherwise = number(section, "default", 0).orElse(0);
        if (otherwise > atMost) {
            section.error("default", otherwise + " is more than at_most, " + atMost);
        }
        section.close();
        return Optional.of(new DocumentsRule(count, otherwise, atMost));
    }

    private static OptionalInt number(Section section, String key, int least) {
        Optional<String> text = section.text(key);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (DIGITS.matcher(text.get()).matches()) {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= DocumentsRule.BOUND_MAX) {
                return OptionalInt.of(number);
            }
        }
        section.error(key, "'" + text.get() + "' is no whole number from " + least + " to " + DocumentsRule.BOUND_MAX);
        return OptionalInt.empty();
    }
}
