package fr.comptoir.operation.view;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.store.usage.UsageRow;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Figures of all metrics under one key, over the months asked and over those compared with. */
final class Sums {
    final long[] now = new long[MetricType.values().length];
    final long[] before = new long[MetricType.values().length];

    long now(MetricType metric) {
        return now[metric.ordinal()];
    }

    long before(MetricType metric) {
        return before[metric.ordinal()];
    }

    void add(View view, YearMonth month, long[] counts) {
        if (view.asks(month)) {
            add(now, counts);
        }
        if (view.comparesWith(month)) {
            add(before, counts);
        }
    }

    static void add(long[] sums, long[] counts) {
        for (int i = 0; i < counts.length; i++) {
            sums[i] += counts[i];
        }
    }

    /** Rows added up by a key; those whose key is null are left out. */
    static <K> SortedMap<K, Sums> by(
            View view, Collection<UsageRow> rows, Function<UsageRow, K> key, Comparator<? super K> order) {
        TreeMap<K, Sums> sums = new TreeMap<>(order);
        for (UsageRow row : rows) {
            K value = key.apply(row);
            if (value != null) {
                sums.computeIfAbsent(value, any -> new Sums()).add(view, row.month(), row.counts());
            }
        }
        return sums;
    }

    /** Rows added up. */
    static Sums of(View view, Collection<UsageRow> rows) {
        Sums sums = new Sums();
        rows.forEach(row -> sums.add(view, row.month(), row.counts()));
        return sums;
    }

    /** The total of a metric over the months asked. */
    static long total(Map<?, Sums> sums, MetricType metric) {
        return sums.values().stream().mapToLong(one -> one.now(metric)).sum();
    }
}
