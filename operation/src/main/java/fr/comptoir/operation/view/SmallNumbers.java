package fr.comptoir.operation.view;

import fr.comptoir.model.code.MetricType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which figures of one month must not be told to whom knows their sum. Those from 1 to under the least are hidden, and of the others, the
 * smallest first, as many as are needed that from the sum each hidden small one may still be anything from 1 to under the least. Where even
 * all do not hide them, the month is not told of at all.
 */
final class SmallNumbers {
    private final int least;
    private final List<MetricType> metrics;

    /**
     * Begins.
     *
     * @param least the smallest figure that may be told
     * @param metrics that are told or hidden together, as one says much of the other
     */
    SmallNumbers(int least, List<MetricType> metrics) {
        this.least = least;
        this.metrics = metrics;
    }

    /**
     * What is not told.
     *
     * @param small those that are hidden because they are small
     * @param others those that are hidden so that the small ones are not worked out
     * @param month whether nothing of the month is told
     */
    record Hidden(Set<String> small, Set<String> others, boolean month) {
        boolean has(String id) {
            return month || small.contains(id) || others.contains(id);
        }
    }

    /** Of figures by customer; by ordinal of {@link MetricType}. */
    Hidden of(Map<String, long[]> counts) {
        Set<String> small = new LinkedHashSet<>();
        List<String> large = new ArrayList<>();
        counts.forEach((id, figures) -> {
            if (metrics.stream().anyMatch(metric -> isSmall(figures[metric.ordinal()]))) {
                small.add(id);
            } else if (metrics.stream().anyMatch(metric -> figures[metric.ordinal()] > 0)) {
                large.add(id);
            }
        });
        large.sort(Comparator.comparingLong((String id) -> sum(counts, id)).thenComparing(Comparator.naturalOrder()));
        Set<String> hidden = new LinkedHashSet<>(small);
        for (int more = 0; ; more++) {
            if (metrics.stream().allMatch(metric -> isSafe(counts, hidden, metric))) {
                Set<String> others = new LinkedHashSet<>(hidden);
                others.removeAll(small);
                return new Hidden(small, others, false);
            }
            if (more == large.size()) {
                return new Hidden(small, Set.copyOf(large), true);
            }
            hidden.add(large.get(more));
        }
    }

    private boolean isSmall(long count) {
        return count > 0 && count < least;
    }

    private long sum(Map<String, long[]> counts, String id) {
        long[] figures = counts.getOrDefault(id, new long[MetricType.values().length]);
        return metrics.stream().mapToLong(metric -> figures[metric.ordinal()]).sum();
    }

    /** Whether each small figure may be anything from 1 to under the least, for all that the sum of the hidden ones says. */
    private boolean isSafe(Map<String, long[]> counts, Set<String> hidden, MetricType metric) {
        long smallOnes = 0;
        long ofSmall = 0;
        long others = 0;
        long ofOthers = 0;
        for (String id : hidden) {
            long count = counts.getOrDefault(id, new long[MetricType.values().length])[metric.ordinal()];
            if (isSmall(count)) {
                smallOnes++;
                ofSmall += count;
            } else if (count > 0) {
                others++;
                ofOthers += count;
            }
        }
        if (smallOnes == 0) {
            return true;
        }
        if (others == 0) {
            return ofSmall >= least + smallOnes - 2 && ofSmall <= (smallOnes - 1) * (least - 1) + 1;
        }
        return ofOthers - others * least + ofSmall - smallOnes >= least - 2;
    }
}
