package fr.comptoir.store.usage;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.fact.FactQuery.YopRange;
import fr.comptoir.model.text.SearchText;
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
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * {@link UsedTitles} out of usage in memory: all titles are summed by what sorts them, then those of the page by everything that is said of
 * them.
 */
final class KeptTitles implements UsedTitles {
    private static final int NONE = -1;

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
        Used used = used(sortedBy(order).orElse(order.metric()), order.asked());
        int[] wanted = wanted(order, used).stream().toArray();
        int[] page = best(wanted, comparator(order, used), order.offset(), order.limit());
        return new Page(rows(page, order), wanted.length);
    }

    /** The metric by whose sums over the months asked titles are sorted. */
    private static Optional<MetricType> sortedBy(TitleOrder order) {
        return TitleOrder.TEXTS.contains(order.column())
                        || List.of("yop", "before").contains(order.column())
                ? Optional.empty()
                : Optional.of(MetricType.of(order.column()).orElseThrow());
    }

    /** Which titles were used at all in some months, and how much by one metric, both by number. */
    private record Used(boolean[] titles, long[] sums) {}

    private Used used(MetricType metric, SortedSet<YearMonth> of) {
        Used used = new Used(new boolean[size], new long[size]);
        boolean[] asked = among(months, of);
        boolean counts = usage.counts(metric);
        int[] column = usage.columns(Set.of(metric));
        int[] columns = usage.columns(usage.counted(metrics()));
        usage.forEach((month, some, group) -> {
            if (asked[month] && Attributes.kind(some.attributes(group)) == Kind.TITLE) {
                Figures figures = some.figures();
                add(some, group, counts ? figures.places(column)[0] : NONE, figures.places(columns), used);
            }
        });
        return used;
    }

    private void add(MonthUsage some, int group, int place, int[] places, Used used) {
        Figures figures = some.figures();
        int end = some.end(group);
        long[] sums = used.sums();
        boolean[] ofAny = used.titles();
        for (int row = usage.next(some, some.begin(group), end); row < end; row = usage.next(some, row + 1, end)) {
            int at = some.counts(row);
            int figure = place == NONE ? 0 : figures.at(at + place);
            int title = some.title(row);
            sums[title] += figure;
            if (!ofAny[title]) {
                ofAny[title] = figure != 0 || any(figures, at, places);
            }
        }
    }

    private static boolean any(Figures figures, int at, int[] places) {
        for (int place : places) {
            if (figures.at(at + place) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Which of some months are among others, by place. */
    static boolean[] among(List<CountedMonth> months, SortedSet<YearMonth> others) {
        boolean[] among = new boolean[months.size()];
        for (int month = 0; month < among.length; month++) {
            among[month] = others.contains(months.get(month).month());
        }
        return among;
    }

    /** Those of which there is enough and whose names hold what they must. */
    private BitSet wanted(TitleOrder order, Used used) throws IOException {
        BitSet wanted = new BitSet(size);
        IntStream.range(0, size).filter(title -> used.titles()[title]).forEach(wanted::set);
        for (Map.Entry<String, String> holds : order.holds().entrySet()) {
            if (!SearchText.folded(holds.getValue()).isEmpty()) { // what has no name holds nothing, too
                wanted.and(titles.where(UsedTitlesSql.holds(holds.getKey(), holds.getValue())));
            }
        }
        if (!order.types().isEmpty()) {
            wanted.and(titles.where(UsedTitlesSql.isOf(order.types())));
        }
        if (order.years().isPresent()) {
            YopRange years = order.years().get();
            Years known = years();
            wanted.stream()
                    .filter(title -> known.first()[title] == 0
                            || known.first()[title] > years.to()
                            || known.last()[title] < years.from())
                    .forEach(wanted::clear);
        }
        order.least().forEach((metric, least) -> {
            long[] sums = used(metric, order.asked()).sums();
            wanted.stream().filter(title -> sums[title] < least).forEach(wanted::clear);
        });
        return wanted;
    }

    private Comparator<Integer> comparator(TitleOrder order, Used used) throws IOException {
        if (TitleOrder.TEXTS.contains(order.column())) {
            int[] ranks = titles.ranks(UsedTitlesSql.byText(order.column(), order.descending()));
            return Comparator.comparingInt(title -> ranks[title]);
        }
        IntToLongFunction values = values(order, used);
        int[] names = titles.ranks(UsedTitlesSql.BY_NAME);
        Comparator<Integer> byValue = Comparator.comparingLong(values::applyAsLong);
        return (order.descending() ? byValue.reversed() : byValue).thenComparingInt(title -> names[title]);
    }

    private IntToLongFunction values(TitleOrder order, Used used) {
        if (order.column().equals("yop")) {
            int[] years = years().last();
            return title -> years[title];
        }
        long[] sums = order.column().equals("before")
                ? used(order.metric(), order.before()).sums()
                : used.sums();
        return title -> sums[title];
    }

    /** The first and the last year of publication of what was used of each title, by number; 0 where no year is known. */
    private record Years(int[] first, int[] last) {}

    private Years years() {
        Years years = new Years(new int[size], new int[size]);
        usage.forEach((month, of, group) -> {
            int year = knownYear(of.attributes(group));
            if (year > 0 && Attributes.kind(of.attributes(group)) == Kind.TITLE) {
                int end = of.end(group);
                for (int row = usage.next(of, of.begin(group), end); row < end; row = usage.next(of, row + 1, end)) {
                    int title = of.title(row);
                    int first = years.first()[title];
                    years.first()[title] = first == 0 ? year : Math.min(first, year);
                    years.last()[title] = Math.max(years.last()[title], year);
                }
            }
        });
        return years;
    }

    /** As {@link UsedTitlesSql} has it. */
    static int knownYear(long attributes) {
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

    private List<TitleRow> rows(int[] page, TitleOrder order) throws IOException {
        Map<Integer, TitleNumbers.Texts> texts = titles.texts(page);
        KeptPage.Sum[] sums = new KeptPage(usage, months, page, size, order, usage.counted(metrics())).summed();
        List<TitleRow> rows = new ArrayList<>();
        for (int i = 0; i < page.length; i++) {
            TitleNumbers.Texts said = texts.get(page[i]);
            if (said == null) {
                throw new IllegalStateException("no title has the number " + page[i]);
            }
            rows.add(row(said, sums[page[i]]));
        }
        return rows;
    }

    private TitleRow row(TitleNumbers.Texts said, KeptPage.Sum sum) {
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
                sum.course(months));
    }
}
