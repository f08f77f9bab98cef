package fr.comptoir.operation;

import fr.comptoir.model.site.ArrivalConfig;
import fr.comptoir.model.site.ArrivalRule;
import fr.comptoir.model.site.PageRule;
import fr.comptoir.model.site.TitleChanges;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Rules of the site as texts that are the same for the same rules: sets and maps in order, and no line numbers. */
final class RulesText {
    private RulesText() {}

    static String of(List<PageRule> rules) {
        return rules.stream().map(RulesText::of).collect(Collectors.joining("\n"));
    }

    /** What is said of arrivals; blank when nothing is, as for sites that were counted before there was anything to say. */
    static String of(ArrivalConfig arrivals) {
        if (arrivals.equals(ArrivalConfig.NONE)) {
            return "";
        }
        String rules = arrivals.rules().stream()
                .map(rule -> String.join("\t", rule.name(), rule.referrers().toString(), query(rule)))
                .collect(Collectors.joining("\n"));
        return "\n"
                + String.join(
                        "\n", arrivals.hosts().toString(), arrivals.token().toString(), rules);
    }

    /** Which titles became which, and how the releases tell them apart; blank when none did. */
    static String of(TitleChanges titles) {
        if (titles.changes().isEmpty()) {
            return "";
        }
        return titles.changes().stream()
                .map(change -> change.from() + " became " + change.to() + " in " + change.month())
                .sorted()
                .collect(Collectors.joining(
                        "; ", "", "; Release 5 by " + titles.release5() + ", Release 5.1 by " + titles.release51()));
    }

    private static String query(ArrivalRule rule) {
        TreeMap<String, TreeSet<String>> sorted = new TreeMap<>();
        rule.query().forEach((name, values) -> sorted.put(name, new TreeSet<>(values)));
        return sorted.toString();
    }

    /** Of what rules have said only since later, nothing where they do not say it: a site that was counted before has the same rules. */
    private static String of(PageRule rule) {
        String text = ofPage(rule);
        String routed = rule.route().map(route -> text + "\t" + route.code()).orElse(text);
        return rule.documents()
                .map(documents -> String.join(
                        "\t",
                        routed,
                        "documents",
                        documents.count(),
                        String.valueOf(documents.otherwise()),
                        String.valueOf(documents.atMost())))
                .orElse(routed);
    }

    private static String ofPage(PageRule rule) {
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
