package fr.comptoir.ingest.page;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.PageRule;
import fr.comptoir.model.site.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * The page rules of a platform, compiled. The first rule whose path and query match decides; its number is its place in the file, from 0.
 * Immutable and safe for many threads; each thread matches with its own {@link PageMatcher}.
 */
public final class PageRules {
    /** The number that stands for "no rule". */
    public static final int NONE = -1;

    /** Most rules that a platform may have: their numbers fit two bytes in rows. */
    static final int RULES_MAX = 30_000;

    final List<CompiledRule> compiled;

    private PageRules(List<CompiledRule> compiled) {
        this.compiled = List.copyOf(compiled);
    }

    /**
     * Compiles the rules.
     *
     * @param file the file they are from, as the user knows it
     * @throws InputException with every rule that is wrong
     */
    public static PageRules of(List<PageRule> rules, String file) throws InputException {
        List<CompiledRule> compiled = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (PageRule rule : rules) {
            try {
                compiled.add(new CompiledRule(rule));
            } catch (IllegalArgumentException wrong) {
                problems.add(Problem.error(
                        file, rule.line(), "pages", "the rule for " + rule.path() + ": " + wrong.getMessage()));
            }
        }
        if (rules.size() > RULES_MAX) {
            problems.add(Problem.error(file, 0, "pages", "more than " + RULES_MAX + " page rules"));
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return new PageRules(compiled);
    }

    public int size() {
        return compiled.size();
    }

    public PageRule rule(int number) {
        return compiled.get(number).rule;
    }

    /** What a reader of an explanation knows the rule by: its path, and the conditions on the query if it has any. */
    public String describe(int number) {
        PageRule rule = rule(number);
        if (rule.query().isEmpty()) {
            return rule.path();
        }
        return rule.path() + "?"
                + String.join(
                        "&",
                        rule.query().entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .sorted()
                                .toList());
    }

    public PageMatcher newMatcher() {
        return new PageMatcher(this);
    }
}
