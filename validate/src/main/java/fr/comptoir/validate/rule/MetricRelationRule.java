package fr.comptoir.validate.rule;

import static fr.comptoir.model.code.MetricType.TOTAL_ITEM_INVESTIGATIONS;
import static fr.comptoir.model.code.MetricType.TOTAL_ITEM_REQUESTS;
import static fr.comptoir.model.code.MetricType.UNIQUE_ITEM_INVESTIGATIONS;
import static fr.comptoir.model.code.MetricType.UNIQUE_ITEM_REQUESTS;
import static fr.comptoir.model.code.MetricType.UNIQUE_TITLE_INVESTIGATIONS;
import static fr.comptoir.model.code.MetricType.UNIQUE_TITLE_REQUESTS;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Attribute;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.Thing;
import fr.comptoir.validate.event.Thing.Role;
import fr.comptoir.validate.event.UsageRow;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Relations between metrics of one item, set of attributes and month: uniques are not above totals, Requests not above Investigations, titles not above
 * items; and where one is, the others are (CoP 5.1, sections 3.3.4, 7.3 and 7.4). Counts of components are added to their item first. Looked at when all
 * rows are known, since a table may have them in any order. What an item with a wrong identifier lacks may stand under its name with the right one.
 */
final class MetricRelationRule extends BodyRule {
    private static final Kind LESS = Kind.critical("metric-relation", "3.3.4");
    private static final Kind MISSING = Kind.critical("metric-missing", "3.3.4");

    /** A metric that is never below another. */
    private record Pair(MetricType more, MetricType less) {
        boolean investigationsAndRequests() {
            return more.code().endsWith("Investigations") && less.code().endsWith("Requests");
        }

        boolean itemsAndTitles() {
            return isTitle(less) && !isTitle(more);
        }
    }

    private static final List<Pair> PAIRS = List.of(
            new Pair(TOTAL_ITEM_INVESTIGATIONS, UNIQUE_ITEM_INVESTIGATIONS),
            new Pair(TOTAL_ITEM_INVESTIGATIONS, TOTAL_ITEM_REQUESTS),
            new Pair(TOTAL_ITEM_INVESTIGATIONS, UNIQUE_ITEM_REQUESTS),
            new Pair(UNIQUE_ITEM_INVESTIGATIONS, UNIQUE_ITEM_REQUESTS),
            new Pair(TOTAL_ITEM_REQUESTS, UNIQUE_ITEM_REQUESTS),
            new Pair(TOTAL_ITEM_INVESTIGATIONS, UNIQUE_TITLE_INVESTIGATIONS),
            new Pair(TOTAL_ITEM_INVESTIGATIONS, UNIQUE_TITLE_REQUESTS),
            new Pair(UNIQUE_ITEM_INVESTIGATIONS, UNIQUE_TITLE_INVESTIGATIONS),
            new Pair(UNIQUE_ITEM_INVESTIGATIONS, UNIQUE_TITLE_REQUESTS),
            new Pair(UNIQUE_TITLE_INVESTIGATIONS, UNIQUE_TITLE_REQUESTS),
            new Pair(TOTAL_ITEM_REQUESTS, UNIQUE_TITLE_REQUESTS),
            new Pair(UNIQUE_ITEM_REQUESTS, UNIQUE_TITLE_REQUESTS));

    private static final int METRICS = MetricType.values().length;

    private final Set<MetricType> watched = EnumSet.noneOf(MetricType.class);
    private final List<Pair> pairs;
    private final CountStore store;
    private final long[][] sums;
    private final long[] codes = new long[METRICS];
    /** The metrics of the group that is looked at, and whether it is a book. */
    private final Set<MetricType> used = EnumSet.noneOf(MetricType.class);

    private boolean book;
    private final @Nullable String onlyDataType;
    private final boolean titlesFollowItems;
    private final BadIdentifiers bad;
    /** Of each group the name of its item. */
    private final LongList names = new LongList();
    /** By name of what has a wrong identifier somewhere, the metrics and months that it has anywhere. */
    private final Map<Long, BitSet> anywhere = new HashMap<>();

    private long nameHash;
    private long name;

    MetricRelationRule(Layout layout, Places places, Findings findings, BadIdentifiers bad) {
        super(layout, places, findings);
        this.bad = bad;
        Set<MetricType> present = EnumSet.copyOf(layout.report.metrics());
        List<String> chosen = layout.header.filter("Metric_Type");
        present.removeIf(metric -> !chosen.isEmpty() && !chosen.contains(metric.code()));
        pairs = PAIRS.stream()
                .filter(pair -> present.contains(pair.more) && present.contains(pair.less))
                .toList();
        pairs.forEach(pair -> watched.addAll(List.of(pair.more, pair.less)));
        store = new CountStore(layout.counts());
        sums = new long[METRICS][layout.counts()];
        onlyDataType = layout.shows(Attribute.DATA_TYPE) ? null : layout.onlyValue(Attribute.DATA_TYPE);
        // Titles have no Section_Type, so that a filter on it leaves items without their titles.
        titlesFollowItems = layout.header.filter("Section_Type").isEmpty();
    }

    private static boolean isTitle(MetricType metric) {
        return metric == UNIQUE_TITLE_INVESTIGATIONS || metric == UNIQUE_TITLE_REQUESTS;
    }

    @Override
    void thing(Thing thing) {
        if (thing.role == Role.ITEM) {
            nameHash = thing.nameHash();
        }
    }

    @Override
    void row(UsageRow row) {
        MetricType metric = row.metric;
        if (metric != null && watched.contains(metric)) {
            int groups = store.groups();
            store.add(row.groupHash(), row, metric, isBook(row));
            if (store.groups() > groups) {
                names.add(nameHash);
            }
        }
    }

    private boolean isBook(UsageRow row) {
        String type = layout.shows(Attribute.DATA_TYPE) ? row.get(Attribute.DATA_TYPE) : onlyDataType;
        return "Book".equals(type) || (release == Release.R5_1 && "Reference_Work".equals(type));
    }

    @Override
    void end() {
        if (pairs.isEmpty()) {
            return;
        }
        for (int at = 0; at < store.groups(); at++) {
            if (bad.has(names.get(at))) {
                store.read(at, remember(anywhere.computeIfAbsent(names.get(at), any -> new BitSet())));
            }
        }
        for (int at = 0; at < store.groups(); at++) {
            for (MetricType metric : used) {
                Arrays.fill(sums[metric.ordinal()], 0);
            }
            used.clear();
            book = false;
            store.read(at, this::sum);
            name = names.get(at);
            for (Pair pair : pairs) {
                if (used.contains(pair.more) || used.contains(pair.less)) {
                    compare(pair, book);
                }
            }
        }
    }

    private static CountStore.Reader remember(BitSet there) {
        return (code, metric, isBook, counts) -> {
            for (int month = 0; month < counts.length; month++) {
                if (counts[month] > 0) {
                    there.set(month * METRICS + metric.ordinal());
                }
            }
        };
    }

    private void sum(long code, MetricType metric, boolean isBook, long[] counts) {
        used.add(metric);
        codes[metric.ordinal()] = code;
        book |= isBook;
        long[] sum = sums[metric.ordinal()];
        for (int month = 0; month < counts.length; month++) {
            sum[month] += counts[month];
        }
    }

    private void compare(Pair pair, boolean book) {
        long[] more = sums[pair.more.ordinal()];
        long[] less = sums[pair.less.ordinal()];
        for (int month = 0; month < more.length; month++) {
            if (more[month] == 0 && less[month] == 0) {
                continue;
            }
            if (more[month] == 0) {
                missing(pair.more, pair.less, month);
            } else if (less[month] == 0) {
                boolean mayBeMissing =
                        pair.investigationsAndRequests() || (pair.itemsAndTitles() && !(book && titlesFollowItems));
                if (!mayBeMissing) {
                    missing(pair.less, pair.more, month);
                }
            } else if (more[month] < less[month]) {
                less(pair, month, more[month], less[month]);
            }
        }
    }

    private void missing(MetricType missing, MetricType there, int month) {
        BitSet elsewhere = anywhere.get(name);
        if (bad.mayHave(name) || (elsewhere != null && elsewhere.get(month * METRICS + missing.ordinal()))) {
            return;
        }
        long code = codes[there.ordinal()];
        findings.add(
                MISSING,
                () -> places.count(code, there, month),
                () -> Sentence.of(
                        "metric-missing",
                        "there is {0} in {1}, but no {2}",
                        there.code(),
                        layout.key(month),
                        missing.code()));
    }

    private void less(Pair pair, int month, long more, long less) {
        long code = codes[pair.less.ordinal()];
        findings.add(
                LESS,
                () -> places.count(code, pair.less, month),
                () -> Sentence.of(
                        "metric-relation",
                        "{0} is {1} in {2}, above {3}, which is {4}",
                        pair.less.code(),
                        less,
                        layout.key(month),
                        pair.more.code(),
                        more));
    }
}
