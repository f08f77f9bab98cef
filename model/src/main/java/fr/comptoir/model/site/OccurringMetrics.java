package fr.comptoir.model.site;

import fr.comptoir.model.code.MetricType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What page rules can make: a metric that is not among them cannot occur on the platform, whatever the logs hold. Whether a catalogue has
 * the items, databases and books that it takes is not asked here.
 */
public final class OccurringMetrics {
    private static final Set<MetricType> INVESTIGATIONS = EnumSet.of(
            MetricType.TOTAL_ITEM_INVESTIGATIONS,
            MetricType.UNIQUE_ITEM_INVESTIGATIONS,
            MetricType.UNIQUE_TITLE_INVESTIGATIONS);
    private static final Set<MetricType> REQUESTS = EnumSet.of(
            MetricType.TOTAL_ITEM_REQUESTS, MetricType.UNIQUE_ITEM_REQUESTS, MetricType.UNIQUE_TITLE_REQUESTS);

    private OccurringMetrics() {}

    /** Of all rules together. */
    public static Set<MetricType> of(List<PageRule> pages) {
        Set<MetricType> metrics = EnumSet.noneOf(MetricType.class);
        pages.forEach(page -> metrics.addAll(of(page)));
        return Collections.unmodifiableSet(metrics);
    }

    /** Of one rule: a request is an investigation too (CoP 5.1, section 3.3.4). */
    public static Set<MetricType> of(PageRule page) {
        Set<MetricType> metrics = EnumSet.noneOf(MetricType.class);
        switch (page.action()) {
            case INVESTIGATION -> metrics.addAll(INVESTIGATIONS);
            case REQUEST -> {
                metrics.addAll(INVESTIGATIONS);
                metrics.addAll(REQUESTS);
            }
            case SEARCH -> {
                metrics.add(MetricType.SEARCHES_PLATFORM);
                if (!page.databases().isEmpty()) {
                    MetricType.of(page.search().code()).ifPresent(metrics::add);
                }
            }
            case IGNORE -> {}
        }
        page.onStatus().values().forEach(denial -> MetricType.of(denial.code()).ifPresent(metrics::add));
        return metrics;
    }
}
