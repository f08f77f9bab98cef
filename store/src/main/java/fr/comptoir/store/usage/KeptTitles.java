package fr.comptoir.store.usage;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.store.query.CountedMonth;
import fr.comptoir.store.usage.Attributes.Kind;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;

/**
 * {@link UsedTitles} out of usage in memory: all titles are summed by what sorts them, then those of the page by everything that is said of
 * them.
 */
final class KeptTitles implements UsedTitles {
    private final KeptUsage usage;
    private final List<CountedMonth> months;
    private final TitleNumbers titles;
    private final int size;

    KeptTitles(KeptUsage usage, List<CountedMonth> months, TitleNumbers titles) {
        this.usage = usage;
        this.months = months;
        this.titles = titles;
        size = titles.size();
    }

    @Override
    public Set<MetricType> metrics() {
        return Sources.metrics(Sources.TITLES);
    }

    @Override
    public Page page(TitleOrder order) throws IOException {
        int[] wanted = wanted(order).stream().toArray();
        int[] page = best(wanted, comparator(order), order.offset(), order.limit());
        return new Page(rows(page, order), wanted.length);
    }

    /** Takes a row of a title. */
    @FunctionalInterface
    private interface Rows {
        void row(int month, int title, int[] figures, int at);
    }

    private void forEach(Rows rows) {
        usage.forEach((month, of, group) -> {
            if (Attributes.kind(of.attributes(group)) == Kind.TITLE) {
                int end = of.end(group);
                for (int row = of.begin(group); row < end; row++) {
                    if (usage.isChosen(of, row)) {
                        rows.row(month, of.title(row), of.figures(), of.counts(row));
                    }
                }
            }
        });
    }

    private boolean[] among(SortedSet<YearMonth> some) {
        boolean[] among = new boolean[months.size()];
        for (int month = 0; month < among.length; month++) {
            among[month] = some.contains(months.get(month).month());
        }
        return among;
    }

    /** Those with any usage in the months asked of which there is enough and whose names hold what they must. */
    private BitSet wanted(TitleOrder order) throws IOException {
        BitSet wanted = new BitSet(size);
        boolean[] asked = among(order.asked());
        int[] places = usage.places(metrics());
        forEach((month, title, figures, at) -> {
            if (asked[month] && any(figures, at, places)) {
                wanted.set(title);
            }
        });
        for (Map.Entry<String, String> holds : order.holds().entrySet()) {
            if (!Contents.folded(holds.getValue()).isEmpty()) { // what has no name holds nothing, too
                wanted.and(titles.where(UsedTitlesSql.holds(holds.getKey(), holds.getValue())));
            }
        }
        order.least().forEach((metric, least) -> {
            long[] sums = sums(metric, order.asked());
            wanted.stream().filter(title -> sums[title] < least).forEach(wanted::clear);
        });
        return wanted;
    }

    private static boolean any(int[] figures, int at, int[] places) {
        for (int place : places) {
            if (figures[at + place] != 0) {
                return true;
            }
        }
        return false;
    }

    private long[] sums(MetricType metric, SortedSet<YearMonth> of) {
        long[] sums = new long[size];
        boolean[] asked = among(of);
        int place = usage.places(Set.of(metric))[0];
        forEach((month, title, figures, at) -> {
            if (asked[month]) {
                sums[title] += figures[at + place];
            }
        });
        return sums;
    }

    private Comparator<Integer> comparator(TitleOrder order) throws IOException {
        if (TitleOrder.TEXTS.contains(order.column())) {
            int[] ranks = titles.ranks(UsedTitlesSql.byText(order.column(), order.descending()));
            return Comparator.comparingInt(title -> ranks[title]);
        }
        IntToLongFunction values = values(order);
        int[] names = titles.ranks(UsedTitlesSql.BY_NAME);
        Comparator<Integer> byValue = Comparator.comparingLong(values::applyAsLong);
        return (order.descending() ? byValue.reversed() : byValue).thenComparingInt(title -> names[title]);
    }

    private IntToLongFunction values(TitleOrder order) {
        if (order.column().equals("yop")) {
            int[] years = new int[size];
            usage.forEach((month, of, group) -> {
                int year = knownYear(of.attributes(group));
                if (year > 0 && Attributes.kind(of.attributes(group)) == Kind.TITLE) {
                    for (int row = of.begin(group); row < of.end(group); row++) {
                        if (usage.isChosen(of, row)) {
                            years[of.title(row)] = Math.max(years[of.title(row)], year);
                        }
                    }
                }
            });
            return title -> years[title];
        }
        long[] sums = order.column().equals("before")
                ? sums(order.metric(), order.before())
                : sums(MetricType.of(order.column()).orElseThrow(), order.asked());
        return title -> sums[title];
    }

    /** As {@link UsedTitlesSql} has it. */
    private static int knownYear(long attributes) {
        int year = Attributes.yop(attributes);
        return year >= 2 && year <= 9998 ? year : 0;
    }

    /** Some of them in an order, without sorting what is not asked for. */
    private static int[] best(int[] some, Comparator<Integer> order, int offset, int limit) {
        long end = Math.min((long) offset + limit, some.length);
        PriorityQueue<Integer> best = new PriorityQueue<>(order.reversed());
        for (int title : some) {
            if (best.size() < end) {
                best.add(title);
            } else if (!best.isEmpty() && order.compare(title, best.element()) < 0) {
                best.remove();
                best.add(title);
            }
        }
        Integer[] sorted = best.toArray(new Integer[0]);
        Arrays.sort(sorted, order);
        return Arrays.stream(sorted).skip(offset).mapToInt(Integer::intValue).toArray();
    }

    /** What is summed of one title of a page. */
    private static final class Sum {
        private final long[] counts = new long[MetricType.values().length];
        private final TreeMap<YearMonth, Long> course = new TreeMap<>();
        private long before;
        private int yopFirst;
        private int yopLast;

        void year(int year) {
            if (year > 0) {
                yopFirst = yopFirst == 0 ? year : Math.min(yopFirst, year);
                yopLast = Math.max(yopLast, year);
            }
        }
    }

    private List<TitleRow> rows(int[] page, TitleOrder order) throws IOException {
        Map<Integer, TitleNumbers.Texts> texts = titles.texts(page);
        Sum[] sums = summed(page, order);
        List<TitleRow> rows = new ArrayList<>();
        for (int i = 0; i < page.length; i++) {
            TitleNumbers.Texts said = texts.get(page[i]);
            if (said == null) {
                throw new IllegalStateException("no title has the number " + page[i]);
            }
            rows.add(row(said, sums[i]));
        }
        return rows;
    }

    private Sum[] summed(int[] page, TitleOrder order) {
        Sum[] sums = new Sum[page.length];
        Sum[] ofTitle = new Sum[size];
        for (int i = 0; i < page.length; i++) {
            sums[i] = new Sum();
            ofTitle[page[i]] = sums[i];
        }
        boolean[] asked = among(order.asked());
        boolean[] before = among(order.before());
        MetricType[] metrics = metrics().toArray(new MetricType[0]);
        int[] places = usage.places(metrics());
        int compared = usage.places(Set.of(order.metric()))[0];
        usage.forEach((month, of, group) -> {
            if (Attributes.kind(of.attributes(group)) != Kind.TITLE) {
                return;
            }
            int year = knownYear(of.attributes(group));
            int[] figures = of.figures();
            for (int row = of.begin(group); row < of.end(group); row++) {
                Sum sum = ofTitle[of.title(row)];
                if (sum != null && usage.isChosen(of, row)) {
                    int at = of.counts(row);
                    sum.year(year);
                    if (before[month]) {
                        sum.before += figures[at + compared];
                    }
                    if (asked[month]) {
                        sum.course.merge(months.get(month).month(), (long) figures[at + compared], Long::sum);
                        for (int i = 0; i < places.length; i++) {
                            sum.counts[metrics[i].ordinal()] += figures[at + places[i]];
                        }
                    }
                }
            }
        });
        return sums;
    }

    private static TitleRow row(TitleNumbers.Texts said, Sum sum) {
        return new TitleRow(
                said.id(),
                said.text("data_type"),
                said.text("name"),
                said.text("publisher"),
                said.text("doi"),
                said.text("isbn"),
                said.text("print_issn"),
                said.text("online_issn"),
                said.text("uri"),
                said.text("packages"),
                sum.yopFirst,
                sum.yopLast,
                sum.counts,
                sum.before,
                sum.course);
    }
}
