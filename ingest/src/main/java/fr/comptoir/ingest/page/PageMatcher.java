package fr.comptoir.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Matches request targets with the page rules, one after the other. Holds the last answer, which refers to the bytes that were given;
 * not thread-safe.
 */
public final class PageMatcher {
    private static final byte[] NO_BYTES = {};

    private final CompiledRule[] rules;
    private final FirstSegments firstSegments;
    private final PathSegments path = new PathSegments();
    private final QueryParameters query = new QueryParameters();
    private final Captures captures;
    private byte[] queryBytes = NO_BYTES;
    private int queryFrom;
    private int queryTo;
    private boolean queryRead;
    private int rule = PageRules.NONE;
    private byte[] item = NO_BYTES;
    private int itemFrom;
    private int itemTo;

    PageMatcher(PageRules rules) {
        this.rules = rules.compiled.toArray(CompiledRule[]::new);
        firstSegments = new FirstSegments(rules.compiled);
        int most = 0;
        for (CompiledRule compiled : rules.compiled) {
            most = Math.max(most, compiled.path.captures.size());
        }
        captures = new Captures(most);
    }

    /**
     * Finds the first rule that matches.
     *
     * @param bytes holds the path {@code from..to}, without scheme, host and query
     * @param theQueryBytes holds the query {@code theQueryFrom..theQueryTo}, without its question mark
     * @return the rule's number, or {@link PageRules#NONE}
     */
    public int match(byte[] bytes, int from, int to, byte[] theQueryBytes, int theQueryFrom, int theQueryTo) {
        rule = PageRules.NONE;
        itemFrom = 0;
        itemTo = 0;
        if (from == to || bytes[from] != '/') {
            return rule;
        }
        int[] possible = firstSegments.rules(bytes, from + 1, to);
        if (possible.length == 0) {
            return rule;
        }
        queryBytes = theQueryBytes;
        queryFrom = theQueryFrom;
        queryTo = theQueryTo;
        queryRead = false;
        path.read(bytes, from, to);
        for (int number : possible) {
            CompiledRule tried = rules[number];
            if (tried.path.matches(path, captures) && (tried.conditions.isEmpty() || tried.conditionsHold(query()))) {
                rule = number;
                putItem(tried);
                break;
            }
        }
        return rule;
    }

    /** Whether the rule of the last match names an item: a search and an ignored page do not, nor does an absent parameter. */
    public boolean hasItem() {
        return itemFrom < itemTo;
    }

    /** Holds the item of the last match in UTF-8, from {@link #itemFrom} to {@link #itemTo}. */
    public byte[] itemBytes() {
        return item;
    }

    public int itemFrom() {
        return itemFrom;
    }

    public int itemTo() {
        return itemTo;
    }

    /** The distinct databases that the last match names, in order of first sight; at most a thousand. */
    public Set<String> databases() {
        if (rule == PageRules.NONE || rules[rule].databases.isEmpty()) {
            return Set.of();
        }
        Set<String> distinct = new LinkedHashSet<>();
        for (ValueTemplate template : rules[rule].databases) {
            for (byte[] value : template.values(path, captures, query(), ValueTemplate.VALUES_MAX)) {
                if (distinct.size() < ValueTemplate.VALUES_MAX) {
                    distinct.add(new String(value, UTF_8));
                }
            }
        }
        return distinct;
    }

    /** How many documents the archive holds that the last match delivers; absent when its rule is no extraction. */
    public Optional<Documents> documents() {
        return rule == PageRules.NONE
                ? Optional.empty()
                : rules[rule].documents.map(count -> count.of(path, captures, query()));
    }

    private void putItem(CompiledRule matched) {
        if (matched.item.isEmpty()) {
            return;
        }
        ValueTemplate template = matched.item.get(0);
        if (template.isOneCapture()) {
            item = path.bytes;
            itemFrom = captures.from[template.firstCapture()];
            itemTo = captures.to[template.firstCapture()];
            return;
        }
        List<byte[]> values = template.values(path, captures, query(), 1);
        item = values.isEmpty() ? NO_BYTES : values.get(0);
        itemTo = item.length;
    }

    /** The parameters of the target that was last given, if it had any chance to match. */
    public QueryParameters query() {
        if (!queryRead) {
            query.read(queryBytes, queryFrom, queryTo);
            queryRead = true;
        }
        return query;
    }
}
