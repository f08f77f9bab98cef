package fr.comptoir.store.usage;

import fr.comptoir.model.code.MetricType;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which titles of an answer are wanted, and in which order.
 *
 * @param metric that of the course and of the comparison
 * @param asked the months asked, all of them in the question
 * @param before the months to compare with, which may be some of those
 * @param column by what they are sorted: a column of {@link #TEXTS}, {@code yop}, {@code before}, or the code of a metric
 * @param holds by column of {@link #TEXTS}: what must be in it, whatever the letter case and the accents
 * @param least by metric: how much there must be at least
 * @param offset how many to leave out
 * @param limit how many at most
 */
public record TitleOrder(
        MetricType metric,
        SortedSet<YearMonth> asked,
        SortedSet<YearMonth> before,
        String column,
        boolean descending,
        Map<String, String> holds,
        Map<MetricType, Long> least,
        int offset,
        int limit) {
    /** The columns of text, as a catalogue calls them. */
    public static final SortedSet<String> TEXTS = new TreeSet<>(
            List.of("name", "publisher", "print_issn", "online_issn", "isbn", "doi", "packages", "data_type"));

    public TitleOrder {
        asked = new TreeSet<>(asked);
        before = new TreeSet<>(before);
        holds = Map.copyOf(new TreeMap<>(holds));
        least = Map.copyOf(least);
    }

    /** The most used, by a metric. */
    public static TitleOrder most(
            MetricType metric, SortedSet<YearMonth> asked, SortedSet<YearMonth> before, int limit) {
        return new TitleOrder(metric, asked, before, metric.code(), true, Map.of(), Map.of(), 0, limit);
    }
}
