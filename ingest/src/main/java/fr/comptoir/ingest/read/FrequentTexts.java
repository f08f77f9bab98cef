package fr.comptoir.ingest.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Counts texts, and remembers the frequent ones: when there are more than so many, the rarer half is forgotten. What is frequent in the whole
 * survives. Not thread-safe.
 */
final class FrequentTexts {
    static final int KINDS_MAX = 20_000;

    private final int most;
    private final Map<String, Long> counts = new HashMap<>();

    FrequentTexts(int most) {
        this.most = most;
    }

    void add(String text, long count) {
        counts.merge(text, count, Long::sum);
        if (counts.size() > most) {
            forgetHalf();
        }
    }

    void add(FrequentTexts other) {
        other.counts.forEach(this::add);
    }

    private void forgetHalf() {
        List<Long> all = new ArrayList<>(counts.values());
        all.sort(Comparator.naturalOrder());
        long median = all.get(all.size() / 2);
        counts.values().removeIf(value -> value < median);
        Iterator<Long> left = counts.values().iterator();
        while (counts.size() > most / 2 && left.hasNext()) {
            if (left.next() == median) {
                left.remove();
            }
        }
    }

    /** The most frequent ones, the most frequent first, equals by text. */
    List<Map.Entry<String, Long>> most(int count) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(count)
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .toList();
    }
}
