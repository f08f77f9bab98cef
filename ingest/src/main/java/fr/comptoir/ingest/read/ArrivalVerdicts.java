package fr.comptoir.ingest.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.comptoir.ingest.arrival.ArrivalRules;
import fr.comptoir.ingest.arrival.Referrer;
import fr.comptoir.ingest.format.Field;
import fr.comptoir.ingest.format.LineFields;
import fr.comptoir.ingest.format.Words;
import fr.comptoir.ingest.page.PageMatcher;
import fr.comptoir.ingest.page.QueryParameters;
import fr.comptoir.model.action.Arrivals;
import fr.comptoir.model.action.BytesTable;
import java.util.Arrays;
import java.util.Optional;

/**
 * The way of arrival of lines, by rules that are asked once for each referrer, as far as they look at it: up to its path, or up to its
 * query. Referrers are forgotten when they have become many. Not thread-safe.
 */
final class ArrivalVerdicts {
    private static final int REFERER = Field.REFERER.ordinal();
    private static final int QUERY = Field.QUERY.ordinal();

    private final ArrivalRules rules;
    private final BytesTable table;
    /** Of each referrer the first rule that it alone decides; one past the last rule when there is none. */
    private short[] decided = new short[256];
    /** Of each referrer its way, if no parameter decides before. */
    private short[] ways = new short[256];
    /** Of each referrer, for each rule with parameters, whether that has nothing against it. */
    private boolean[] fits;

    private long[] otherSites = new long[256];
    private final FrequentTexts unmatched = new FrequentTexts(FrequentTexts.KINDS_MAX);

    ArrivalVerdicts(ArrivalRules rules, long seed) {
        this.rules = rules;
        table = new BytesTable(seed);
        fits = new boolean[256 * rules.withQuery()];
    }

    /**
     * The number of the way in which someone came to a line; see {@link ArrivalRules#ways}.
     *
     * @param matcher to which the line's target was given
     * @param hasPlace whether the log would say a referrer if there was one
     */
    short of(LineFields fields, PageMatcher matcher, boolean hasPlace) {
        int referrer = fields.has(Field.REFERER) ? number(fields) : BytesTable.NONE;
        if (rules.withQuery() > 0 && fields.from[QUERY] >= 0 && fields.from[QUERY] < fields.to[QUERY]) {
            int rule = byQuery(matcher.query(), referrer);
            if (rule != ArrivalRules.NO_RULE) {
                return rules.way(rule);
            }
        }
        if (referrer == BytesTable.NONE) {
            return hasPlace ? Arrivals.DIRECT_NUMBER : Arrivals.NOT_RECORDED_NUMBER;
        }
        otherSites[referrer] += ways[referrer] == Arrivals.OTHER_SITE_NUMBER ? 1 : 0;
        return ways[referrer];
    }

    private int byQuery(QueryParameters query, int referrer) {
        int before = referrer == BytesTable.NONE ? rules.size() : decided[referrer];
        for (int number = 0; number < rules.withQuery(); number++) {
            int rule = rules.ruleWithQuery(number);
            if (rule > before) {
                return ArrivalRules.NO_RULE;
            }
            boolean fitting = referrer == BytesTable.NONE
                    ? rules.fitsWithoutReferrer(number)
                    : fits[referrer * rules.withQuery() + number];
            if (fitting && rules.fits(number, query)) {
                return rule;
            }
        }
        return ArrivalRules.NO_RULE;
    }

    private int number(LineFields fields) {
        fields.unescape(Field.REFERER);
        byte[] bytes = fields.bytesOf(Field.REFERER);
        int from = fields.from[REFERER];
        int to = end(bytes, from, fields.to[REFERER]);
        long hash = table.hash(bytes, from, to);
        int number = table.find(bytes, from, to, hash);
        if (number != BytesTable.NONE) {
            return number;
        }
        if (JudgeNames.isLarge(table)) {
            forget();
            hash = table.hash(bytes, from, to);
        }
        return judge(bytes, from, to, table.add(bytes, from, to, hash));
    }

    /** Where ends what rules look at: with the host, or with the path. */
    private int end(byte[] bytes, int from, int to) {
        int end = to;
        if (!rules.asksForPath()) {
            int slash = Words.findEither(bytes, from, to, Words.SLASHES, Words.SLASHES);
            boolean afterScheme = slash > from && slash + 1 < to && bytes[slash - 1] == ':' && bytes[slash + 1] == '/';
            end = afterScheme ? Words.findEither(bytes, slash + 2, to, Words.SLASHES, Words.SLASHES) : to;
        }
        return Words.findEither(bytes, from, end, Words.QUESTION_MARKS, Words.HASHES);
    }

    private int judge(byte[] bytes, int from, int to, int number) {
        if (number == ways.length) {
            ways = Arrays.copyOf(ways, 2 * number);
            decided = Arrays.copyOf(decided, 2 * number);
            otherSites = Arrays.copyOf(otherSites, 2 * number);
            fits = Arrays.copyOf(fits, 2 * number * rules.withQuery());
        }
        otherSites[number] = 0;
        Optional<Referrer> referrer = Referrer.parse(bytes, from, to);
        int rule = referrer.map(rules::byReferrer).orElse(ArrivalRules.NO_RULE);
        decided[number] = (short) (rule == ArrivalRules.NO_RULE ? rules.size() : rule);
        ways[number] = rule == ArrivalRules.NO_RULE ? otherwise(referrer) : rules.way(rule);
        for (int i = 0; i < rules.withQuery(); i++) {
            int with = i;
            fits[number * rules.withQuery() + i] =
                    referrer.map(known -> rules.fits(with, known)).orElse(rules.fitsWithoutReferrer(i));
        }
        return number;
    }

    private short otherwise(Optional<Referrer> referrer) {
        if (referrer.isEmpty()) {
            return Arrivals.DIRECT_NUMBER;
        }
        return rules.isOwn(referrer.get()) ? Arrivals.WITHIN_NUMBER : Arrivals.OTHER_SITE_NUMBER;
    }

    /** The hosts that no rule matched, with the actions from there. */
    FrequentTexts otherSites() {
        forget();
        return unmatched;
    }

    private void forget() {
        for (int number = 0; number < table.size(); number++) {
            if (otherSites[number] > 0) {
                byte[] text = table.text(number).getBytes(UTF_8);
                long actions = otherSites[number];
                Referrer.parse(text, 0, text.length).ifPresent(site -> unmatched.add(site.host(), actions));
            }
        }
        table.clear();
    }
}
