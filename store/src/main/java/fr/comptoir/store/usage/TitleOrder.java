package fr.comptoir.store.usage;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.fact.FactQuery.YopRange;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * @param types codes of the types of title of which each must be one; empty for any
 * @param years of which some must be from the first to the last year of publication of what was used
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
        Set<String> types,
        Optional<YopRange> years,
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
        types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
        least = Map.copyOf(least);
    }

    /** The most used, by a metric. */
    public static TitleOrder most(
            MetricType metric, SortedSet<YearMonth> asked, SortedSet<YearMonth> before, int limit) {
        return new TitleOrder(
                metric, asked, before, metric.code(), true, Map.of(), Set.of(), Optional.empty(), Map.of(), 0, limit);
    }
}
