package fr.comptoir.ingest.arrival;

import fr.comptoir.ingest.page.QueryParameters;
import fr.comptoir.model.action.Arrivals;
import fr.comptoir.model.action.Names;
import fr.comptoir.model.site.ArrivalConfig;
import fr.comptoir.model.site.ArrivalRule;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules for the way of arrival, compiled: the first whose referrer and parameters match decides. What depends on the referrer alone is
 * asked once for each referrer; only rules with parameters look at more than that. Immutable and safe for many threads.
 */
public final class ArrivalRules {
    /** The number that stands for "no rule". */
    public static final int NO_RULE = -1;

    private final List<HostPattern> hosts;
    private final List<CompiledArrival> rules;
    /** Numbers of the rules that ask for parameters, in their order. */
    private final int[] withQuery;

    private final List<String> ways;
    private final boolean asksForPath;

    private ArrivalRules(List<HostPattern> hosts, List<CompiledArrival> rules, List<String> ways) {
        this.hosts = List.copyOf(hosts);
        this.rules = List.copyOf(rules);
        this.ways = List.copyOf(ways);
        List<Integer> numbers = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            if (rules.get(rule).asksForQuery()) {
                numbers.add(rule);
            }
        }
        withQuery = numbers.stream().mapToInt(Integer::intValue).toArray();
        asksForPath = rules.stream().anyMatch(CompiledArrival::asksForPath);
    }

    /**
     * Compiles the rules of a site.
     *
     * @param file the file they are from, as the user knows it
     * @throws InputException with every rule that is wrong
     */
    public static ArrivalRules of(ArrivalConfig config, String file) throws InputException {
        Names ways = new Names();
        Arrivals.BUILT_IN.forEach(ways::number);
        List<CompiledArrival> compiled = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (ArrivalRule rule : config.rules()) {
            try {
                compiled.add(new CompiledArrival(rule, (short) ways.number(rule.name())));
            } catch (IllegalArgumentException wrong) {
                problems.add(Problem.error(
                        file, rule.line(), "arrivals", "the rule " + rule.name() + ": " + wrong.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return new ArrivalRules(config.hosts().stream().map(HostPattern::new).toList(), compiled, ways.texts());
    }

    /** Whether there is none: then no way of arrival is recorded. */
    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /** All ways by their numbers: first those that no rule names, then the names of the rules, each once. */
    public List<String> ways() {
        return ways;
    }

    /** How many rules there are. */
    public int size() {
        return rules.size();
    }

    /** The number of the way that a rule names. */
    public short way(int rule) {
        return rules.get(rule).way;
    }

    /** Whether any rule looks at the path of the referrer. */
    public boolean asksForPath() {
        return asksForPath;
    }

    /** The first rule that needs no more than this referrer, or {@link #NO_RULE}. */
    public int byReferrer(Referrer referrer) {
        for (int rule = 0; rule < rules.size(); rule++) {
            CompiledArrival tried = rules.get(rule);
            if (!tried.asksForQuery() && tried.fits(referrer)) {
                return rule;
            }
        }
        return NO_RULE;
    }

    /** Whether a referrer is a page of the platform itself. */
    public boolean isOwn(Referrer referrer) {
        return hosts.stream().anyMatch(host -> host.matches(referrer.host()));
    }

    /** Whether a host is the platform's own, or one that a rule knows whatever its path. */
    public boolean names(String host) {
        Referrer referrer = Referrer.ofHost(host);
        return isOwn(referrer) || byReferrer(referrer) != NO_RULE;
    }

    /** How many rules ask for parameters; they are numbered in their order for {@link #fits}. */
    public int withQuery() {
        return withQuery.length;
    }

    /** The number among all of the {@code number}th rule that asks for parameters. */
    public int ruleWithQuery(int number) {
        return withQuery[number];
    }

    /** Whether the {@code number}th rule that asks for parameters has nothing against this referrer. */
    public boolean fits(int number, Referrer referrer) {
        return rules.get(withQuery[number]).fits(referrer);
    }

    /** Whether it has nothing against there being no referrer. */
    public boolean fitsWithoutReferrer(int number) {
        return !rules.get(withQuery[number]).asksForReferrer();
    }

    /** Whether the {@code number}th rule that asks for parameters is content with these. */
    public boolean fits(int number, QueryParameters query) {
        return rules.get(withQuery[number]).fits(query);
    }
}
