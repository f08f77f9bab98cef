package fr.comptoir.store.usage;

import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.store.query.CodeSql;
import fr.comptoir.store.query.CountedMonth;
import fr.comptoir.store.usage.Attributes.Kind;
import fr.comptoir.store.usage.Usage.OpenAccessRow;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One question to usage in memory, by one {@link Split}. The files, asked by {@link UsageSql}, give the same figures. */
final class KeptUsage {
    /** Between the customers of a set, as {@link fr.comptoir.store.fact.FactFiles} write it. */
    static final String SETS = "\\|";

    private static final Set<MetricType> METRICS = Sources.metrics(Sources.PLATFORM);
    private static final Set<MetricType> OF_NO_ITEM = METRICS.stream()
            .filter(metric -> !Sources.metrics(Sources.ITEMS).contains(metric))
            .collect(Collectors.toUnmodifiableSet());

    private final UsageQuery query;
    private final List<CountedMonth> months;
    private final KeptMonths.Found found;
    /** By month: whether its usage is by {@link Split#WAYS}. */
    private final boolean[] ofWays;

    private final Passing passing;
    /** Numbers of the content that is chosen; null for all. */
    private final boolean @Nullable [] chosen;

    private final Set<MetricType> metrics;

    private @Nullable List<Summed> summed;

    private KeptUsage(
            UsageQuery query,
            List<CountedMonth> months,
            KeptMonths.Found found,
            boolean[] ofWays,
            boolean @Nullable [] chosen) {
        this.query = query;
        this.months = months;
        this.found = found;
        this.ofWays = ofWays;
        this.chosen = chosen;
        passing = new Passing(query, found.titles().statuses());
        metrics = counted(METRICS);
    }

    /** @param split by what the usage of a month is kept apart */
    static KeptUsage of(
            UsageQuery query, List<CountedMonth> months, KeptMonths.Found found, Function<CountedMonth, Split> split)
            throws IOException {
        boolean[] ofWays = new boolean[months.size()];
        for (int month = 0; month < ofWays.length; month++) {
            ofWays[month] = split.apply(months.get(month)) == Split.WAYS;
        }
        boolean @Nullable [] chosen = query.content().isAll() ? null : chosen(query.content(), found.titles());
        return new KeptUsage(query, months, found, ofWays, chosen);
    }

    private static boolean[] chosen(UsageQuery.Content content, TitleNumbers titles) throws IOException {
        boolean[] chosen = new boolean[titles.size()];
        titles.chosen(content).stream().forEach(title -> chosen[title] = true);
        return chosen;
    }

    /** Takes the rows of one month that have the same attributes and pass. */
    @FunctionalInterface
    interface Groups {
        void group(int month, MonthUsage usage, int group);
    }

    void forEach(Groups groups) {
        for (int month = 0; month < months.size(); month++) {
            MonthUsage usage = found.months().get(month);
            for (int group = 0; group < usage.groups(); group++) {
                long attributes = usage.attributes(group);
                if (ofWays[month] ? passing.passesWay(attributes, usage.names()) : passing.passes(attributes)) {
                    groups.group(month, usage, group);
                }
            }
        }
    }

    /** Whether a metric is counted by what is asked for. */
    boolean counts(MetricType metric) {
        return query.ways().isAll() || Usage.OF_ROUTES.contains(metric);
    }

    /** Those of some metrics. */
    Set<MetricType> counted(Set<MetricType> metrics) {
        return metrics.stream()
                .filter(this::counts)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(MetricType.class)));
    }

    /** The first row from {@code row} on whose content is asked for, {@code end} where there is none. */
    int next(MonthUsage usage, int row, int end) {
        return chosen == null ? row : usage.next(row, end, chosen);
    }

    /** Whether a title is asked for, by its number. */
    boolean isChosen(int title) {
        return chosen == null || chosen[title];
    }

    @Nullable
    AccessType accessType(long attributes) {
        return Attributes.accessType(attributes, query.release());
    }

    /** Where the figures of the metrics stand among {@link DistinctCounts#COLUMNS}, by their order. */
    int[] columns(Set<MetricType> metrics) {
        return metrics.stream()
                .mapToInt(metric -> DistinctCounts.column(metric, query.release()))
                .toArray();
    }

    /** What passes and is chosen among the rows of one month that have the same attributes, added up. */
    private record Summed(int month, long attributes, long[] sums) {}

    /** In the order of {@link #metrics}; without groups that have nothing. Made for whoever asks first. */
    private List<Summed> summed() {
        List<Summed> known = summed;
        if (known == null) {
            List<Summed> all = new ArrayList<>();
            int[] columns = columns(metrics);
            forEach((month, usage, group) -> {
                long[] sums = new long[columns.length];
                sum(usage, group, columns, sums);
                if (any(sums)) {
                    all.add(new Summed(month, usage.attributes(group), sums));
                }
            });
            summed = all;
            known = all;
        }
        return known;
    }

    private void sum(MonthUsage usage, int group, int[] columns, long[] sums) {
        if (chosen == null && usage.isSummed()) {
            for (int i = 0; i < columns.length; i++) {
                sums[i] = usage.sum(group, columns[i]);
            }
            return;
        }
        Figures figures = usage.figures();
        int[] places = figures.places(columns);
        int end = usage.end(group);
        for (int row = next(usage, usage.begin(group), end); row < end; row = next(usage, row + 1, end)) {
            int at = usage.counts(row);
            for (int i = 0; i < places.length; i++) {
                sums[i] += figures.at(at + places[i]);
            }
        }
    }

    private static boolean any(long[] sums) {
        return Arrays.stream(sums).anyMatch(sum -> sum != 0);
    }

    private static long[] byOrdinal(Set<MetricType> metrics, long[] sums) {
        long[] counts = new long[MetricType.values().length];
        int i = 0;
        for (MetricType metric : metrics) {
            counts[metric.ordinal()] = sums[i++];
        }
        return counts;
    }

    List<UsageRow> byAttributes() {
        return summed().stream()
                .map(row -> new UsageRow(
                        months.get(row.month()).month(),
                        named(row.attributes()),
                        accessType(row.attributes()),
                        Attributes.accessMethod(row.attributes()),
                        Attributes.yop(row.attributes()),
                        byOrdinal(metrics, row.sums())))
                .toList();
    }

    private DataType named(long attributes) {
        return CodeSql.named(Attributes.dataType(attributes), Subject.PLATFORM, query.release());
    }

    List<OpenAccessRow> byOpenAccess() {
        Map<YearMonth, Map<String, long[]>> all = new TreeMap<>();
        for (Summed row : query.ways().isAll() ? summed() : List.<Summed>of()) {
            long[] counts = byOrdinal(metrics, row.sums());
            OF_NO_ITEM.forEach(metric -> counts[metric.ordinal()] = 0);
            if (Attributes.kind(row.attributes()) != Kind.SEARCH && any(counts)) {
                all.computeIfAbsent(months.get(row.month()).month(), any -> new TreeMap<>())
                        .merge(passing.status(row.attributes()), counts, KeptUsage::added);
            }
        }
        List<OpenAccessRow> rows = new ArrayList<>();
        all.forEach((month, statuses) ->
                statuses.forEach((status, counts) -> rows.add(new OpenAccessRow(month, status, counts))));
        return rows;
    }

    private static long[] added(long[] some, long[] more) {
        for (int i = 0; i < some.length; i++) {
            some[i] += more[i];
        }
        return some;
    }

    /** Of usage by {@link Split#WAYS}. */
    List<RouteRow> byRoutes() {
        List<RouteRow> rows = new ArrayList<>();
        int[] columns = columns(Usage.OF_ROUTES);
        for (int month = 0; month < months.size(); month++) {
            MonthUsage usage = found.months().get(month);
            for (int group = 0; group < usage.groups(); group++) {
                long attributes = usage.attributes(group);
                if (passing.passesWay(attributes)) {
                    long[] sums = new long[columns.length];
                    sum(usage, group, columns, sums);
                    rows.add(new RouteRow(
                            months.get(month).month(),
                            usage.names().get(Attributes.arrival(attributes) - 1),
                            Attributes.route(attributes),
                            Attributes.accessMethod(attributes),
                            byOrdinal(Usage.OF_ROUTES, sums)));
                }
            }
        }
        return rows;
    }

    /** Of usage by {@link Split#SETS}; it is not told by content. */
    List<SetRow> bySets() {
        List<SetRow> rows = new ArrayList<>();
        int[] columns = columns(METRICS);
        for (int month = 0; month < months.size(); month++) {
            MonthUsage usage = found.months().get(month);
            long[][] sums = new long[usage.names().size()][];
            for (int group = 0; group < usage.groups(); group++) {
                if (passing.passes(usage.attributes(group))) {
                    addSets(usage, group, columns, sums);
                }
            }
            for (int set = 0; set < sums.length; set++) {
                if (sums[set] != null) {
                    String names = usage.names().get(set);
                    List<String> customers = names.isEmpty() ? List.of() : List.of(names.split(SETS, -1));
                    rows.add(new SetRow(months.get(month).month(), customers, byOrdinal(METRICS, sums[set])));
                }
            }
        }
        return rows;
    }

    private static void addSets(MonthUsage usage, int group, int[] columns, long[][] sums) {
        Figures figures = usage.figures();
        int[] places = figures.places(columns);
        for (int row = usage.begin(group); row < usage.end(group); row++) {
            int set = usage.title(row);
            long[] ofSet = sums[set];
            if (ofSet == null) {
                ofSet = new long[columns.length];
                sums[set] = ofSet;
            }
            for (int i = 0; i < places.length; i++) {
                ofSet[i] += figures.at(usage.counts(row) + places[i]);
            }
        }
    }

    UsedTitles titles() {
        return new KeptTitles(this, months, found.titles());
    }

    List<PackageRow> packages(MetricType metric, SortedSet<YearMonth> asked, SortedSet<YearMonth> before)
            throws IOException {
        Choice<String> names = query.content().packages();
        return new KeptPackages(this, found.titles(), names, passing::passes, months, metric, asked, before).rows();
    }
}
