package fr.comptoir.store.usage;

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
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One question to usage in memory. The files, asked by {@link UsageSql}, give the same figures. */
final class KeptUsage {
    private final UsageQuery query;
    private final List<CountedMonth> months;
    private final KeptMonths.Found found;
    private final Passing passing;
    /** Numbers of the content that is chosen; null for all. */
    private final @Nullable BitSet chosen;

    private KeptUsage(UsageQuery query, List<CountedMonth> months, KeptMonths.Found found, @Nullable BitSet chosen) {
        this.query = query;
        this.months = months;
        this.found = found;
        this.chosen = chosen;
        passing = new Passing(query, found.titles().statuses());
    }

    static KeptUsage of(UsageQuery query, List<CountedMonth> months, KeptMonths.Found found) throws IOException {
        BitSet chosen = query.content().isAll() ? null : found.titles().chosen(query.content());
        return new KeptUsage(query, months, found, chosen);
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
                if (passing.passes(usage.attributes(group))) {
                    groups.group(month, usage, group);
                }
            }
        }
    }

    /** Whether the content of a row is asked for. */
    boolean isChosen(MonthUsage usage, int row) {
        return chosen == null || chosen.get(usage.title(row));
    }

    /** Where the figures of the metrics stand, by their order. */
    int[] places(Set<MetricType> metrics) {
        return metrics.stream()
                .mapToInt(metric -> DistinctCounts.column(metric, query.release()))
                .toArray();
    }

    /** Adds up some figures of a group; false when it has none of them. */
    private boolean sum(MonthUsage usage, int group, int[] places, long[] sums) {
        Arrays.fill(sums, 0);
        int[] figures = usage.figures();
        int end = usage.end(group);
        for (int row = usage.begin(group); row < end; row++) {
            if (isChosen(usage, row)) {
                int at = usage.counts(row);
                for (int i = 0; i < places.length; i++) {
                    sums[i] += figures[at + places[i]];
                }
            }
        }
        for (long sum : sums) {
            if (sum != 0) {
                return true;
            }
        }
        return false;
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
        List<UsageRow> rows = new ArrayList<>();
        Set<MetricType> metrics = Sources.metrics(Sources.PLATFORM);
        int[] places = places(metrics);
        long[] sums = new long[places.length];
        forEach((month, usage, group) -> {
            if (sum(usage, group, places, sums)) {
                long attributes = usage.attributes(group);
                rows.add(new UsageRow(
                        months.get(month).month(),
                        named(attributes),
                        Attributes.accessType(attributes, query.release()),
                        Attributes.accessMethod(attributes),
                        Attributes.yop(attributes),
                        byOrdinal(metrics, sums)));
            }
        });
        return rows;
    }

    private DataType named(long attributes) {
        return CodeSql.named(Attributes.dataType(attributes), Subject.PLATFORM, query.release());
    }

    List<OpenAccessRow> byOpenAccess() {
        Set<MetricType> metrics = Sources.metrics(Sources.ITEMS);
        int[] places = places(metrics);
        long[] sums = new long[places.length];
        Map<YearMonth, Map<String, long[]>> all = new TreeMap<>();
        forEach((month, usage, group) -> {
            if (Attributes.kind(usage.attributes(group)) != Kind.SEARCH && sum(usage, group, places, sums)) {
                long[] counts = all.computeIfAbsent(months.get(month).month(), any -> new TreeMap<>())
                        .computeIfAbsent(passing.status(usage.attributes(group)), any -> new long[places.length]);
                for (int i = 0; i < sums.length; i++) {
                    counts[i] += sums[i];
                }
            }
        });
        List<OpenAccessRow> rows = new ArrayList<>();
        all.forEach((month, statuses) -> statuses.forEach(
                (status, counts) -> rows.add(new OpenAccessRow(month, status, byOrdinal(metrics, counts)))));
        return rows;
    }

    UsedTitles titles() {
        return new KeptTitles(this, months, found.titles());
    }
}
