package fr.comptoir.operation;

import fr.comptoir.model.site.PageRule;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Page rules as one text that is the same for the same rules: sets and maps in order, and no line numbers. */
final class RulesText {
    private RulesText() {}

    static String of(List<PageRule> rules) {
        return rules.stream().map(RulesText::of).collect(Collectors.joining("\n"));
    }

    private static String of(PageRule rule) {
        return String.join(
                "\t",
                rule.path(),
                new TreeMap<>(rule.query()).toString(),
                new TreeSet<>(rule.methods()).toString(),
                rule.action().name(),
                rule.item(),
                rule.format(),
                rule.accessMethod().name(),
                new TreeMap<>(rule.onStatus()).toString(),
                rule.accessTypeR5().toString(),
                rule.databases().toString(),
                rule.search().name());
    }
}
