package fr.comptoir.operation.view;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.site.OccurringMetrics;
import fr.comptoir.model.site.SiteConfig;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.store.usage.TitleOrder;
import fr.comptoir.store.usage.TitleRow;
import fr.comptoir.store.usage.Usage;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a customer uses the platform.
 *
 * @param panels in the order of the page
 * @param compared the months of the comparison that were counted; fewer than asked where the history begins later
 */
public record Overview(View view, List<Panel> panels, SortedSet<YearMonth> compared) {
    private static final int TOP = 10;
    /** Panels of what is not counted by way of arrival and route of access. */
    private static final Set<String> NOT_BY_WAYS = Set.of("access", "oa", "years", "searches");

    public Overview {
        panels = List.copyOf(panels);
    }

    /** Reads into memory what it is made of, as far as that can be kept there. */
    public static void prepare(ReportingSite now, View view) throws IOException {
        try (Usage usage = now.usage(view.usage(now.availability().counted()))) {
            usage.keep();
        }
    }

    public static Overview of(ReportingSite now, View asked) throws IOException {
        View view = asked.counted();
        try (Usage usage = now.usage(view.usage(now.availability().counted()))) {
            SortedSet<YearMonth> available =
                    view.choosesWays() ? usage.known() : now.availability().counted();
            usage.together();
            OverviewPanels panels = new OverviewPanels(
                    view, usage.byAttributes(), occurring(now.site().config()), available);
            RoutePanels routes = RoutePanels.of(view, usage, now.site().config(), available);
            MetricType ranked = ofTitles(view.metric());
            List<TitleRow> titles = usage.titles()
                    .page(TitleOrder.most(ranked, view.asked(), view.before(), TOP))
                    .rows();
            List<Panel> all = new ArrayList<>(List.of(
                    panels.headline(),
                    panels.months(),
                    panels.titles(ranked == view.metric() ? titles : List.of()),
                    panels.dataTypes(),
                    panels.accessTypes(),
                    panels.openAccess(usage.byOpenAccess()),
                    panels.accessMethods(),
                    panels.denials(),
                    panels.years(),
                    panels.searches()));
            if (view.publishers()
                    .isEmpty()) { // a portal names the institution, whose use is none of a publisher's business
                all.addAll(all.size() - 3, List.of(routes.arrivals(), routes.routes()));
            }
            all.removeIf(
                    panel -> panel.id().equals("searches") && view.publishers().isPresent());
            all.replaceAll(panel -> noted(panel, view));
            return new Overview(
                    asked, all, view.before().isEmpty() ? view.before() : retained(view.before(), available));
        }
    }

    /** A panel that is empty because of a filter by which nothing of it is counted says so. */
    private static Panel noted(Panel panel, View view) {
        if (!view.choosesWays() || !panel.isEmpty()) {
            return panel;
        }
        return view.choosesUnknownOfWays()
                ? panel.with("note.notByThis")
                : NOT_BY_WAYS.contains(panel.id()) ? panel.with("note.notByWays") : panel;
    }

    /** The months of which a view has figures: those that were counted, of some ways those that recorded them. */
    public static SortedSet<YearMonth> known(ReportingSite now, View view) throws IOException {
        SortedSet<YearMonth> counted = now.availability().counted();
        if (!view.choosesWays()) {
            return counted;
        }
        try (Usage usage = now.usage(view.usage(counted))) {
            return usage.known();
        }
    }

    private static SortedSet<YearMonth> retained(SortedSet<YearMonth> months, SortedSet<YearMonth> available) {
        TreeSet<YearMonth> retained = new TreeSet<>(months);
        retained.retainAll(available);
        return retained;
    }

    /** Searches have no title. */
    private static MetricType ofTitles(MetricType metric) {
        return metric.code().startsWith("Searches_") ? MetricType.TOTAL_ITEM_REQUESTS : metric;
    }

    /** Metrics that can occur on a platform. */
    static Set<MetricType> occurring(SiteConfig config) {
        EnumSet<MetricType> metrics = EnumSet.noneOf(MetricType.class);
        metrics.addAll(OccurringMetrics.of(config.pages()));
        metrics.removeAll(config.platform().never());
        return metrics;
    }

    /** One of its panels. */
    public Optional<Panel> panel(String id) {
        return panels.stream().filter(panel -> panel.id().equals(id)).findFirst();
    }
}
