package fr.comptoir.operation;

import fr.comptoir.engine.AccessTypeRule;
import fr.comptoir.engine.Verdicts.Figure;
import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.store.Store;
import fr.comptoir.store.usage.TitleOrder;
import fr.comptoir.store.usage.TitleRow;
import fr.comptoir.store.usage.Usage;
import fr.comptoir.store.usage.UsageQuery;
import fr.comptoir.store.usage.UsageRow;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** To what a question to the facts narrows the figures of a title or an item, and the actions behind them. */
final class Narrowing {
    private static final AccessMethod[] ACCESS_METHODS = AccessMethod.values();
    /** More items than any title has. */
    private static final int ITEMS_MAX = 1_000_000;

    private final UsageQuery query;
    private final WantedFigures wanted;
    private final Optional<Set<String>> chosen;
    private final boolean ofAnyContent;

    private Narrowing(UsageQuery query, WantedFigures wanted, Optional<Set<String>> chosen) {
        this.query = query;
        this.wanted = wanted;
        this.chosen = chosen;
        this.ofAnyContent = chosen.isEmpty()
                && query.dataTypes().isAll()
                && query.accessTypes().isAll()
                && query.openAccess().isAll()
                && query.yop().isAll();
    }

    /**
     * Asks what it chooses.
     *
     * @param query of one month
     */
    static Narrowing of(Store store, UsageQuery query, Catalogue catalogue) throws IOException {
        try (Usage usage = store.usage(query)) {
            return new Narrowing(query, WantedFigures.of(query, catalogue, usage), usage.chosen());
        }
    }

    /** Whether what a row adds to a figure is wanted. */
    boolean has(Figure figure, String arrival, AccessRoute route) {
        return wanted.has(figure) && passesWays(arrival, route);
    }

    /** Whether a row on an item would be wanted if it counted: what it would have added to, had nothing replaced it. */
    boolean couldHave(Catalogue catalogue, int item, Actions actions, int row, String arrival) {
        ActionKind kind = ActionKind.of(actions.kind[row]);
        if (kind.isSearch()) {
            return false;
        }
        MetricType metric = kind.isDenial() ? denial(kind) : MetricType.TOTAL_ITEM_INVESTIGATIONS;
        Figure figure = new Figure(
                query.release(),
                metric,
                item,
                Catalogue.NONE,
                catalogue.yop(item),
                accessType(catalogue, item, actions, row, kind),
                ACCESS_METHODS[actions.accessMethod[row]]);
        return has(figure, arrival, AccessRoute.of(actions.route[row]));
    }

    /**
     * As {@link #couldHave} of whatever a row was on: nothing, something that the catalogue does not know, a database that was searched.
     *
     * @param item its number in the catalogue, NONE for none
     */
    boolean couldHaveAny(Catalogue catalogue, int item, Actions actions, int row, String arrival) {
        ActionKind kind = ActionKind.of(actions.kind[row]);
        AccessRoute route = AccessRoute.of(actions.route[row]);
        AccessMethod method = ACCESS_METHODS[actions.accessMethod[row]];
        if (kind.isSearch() && (item != Catalogue.NONE || kind == ActionKind.SEARCHES_PLATFORM)) {
            MetricType metric = MetricType.of(kind.code()).orElseThrow();
            Figure figure = new Figure(query.release(), metric, item, Catalogue.NONE, 0, null, method);
            return has(figure, arrival, route);
        }
        return item == Catalogue.NONE
                ? ofAnyContent && query.accessMethods().passes(method) && passesWays(arrival, route)
                : couldHave(catalogue, item, actions, row, arrival);
    }

    private boolean passesWays(String arrival, AccessRoute route) {
        return query.ways().arrivals().passes(arrival) && query.ways().routes().passes(route);
    }

    private static MetricType denial(ActionKind kind) {
        return kind == ActionKind.NO_LICENSE ? MetricType.NO_LICENSE : MetricType.LIMIT_EXCEEDED;
    }

    private AccessType accessType(Catalogue catalogue, int item, Actions actions, int row, ActionKind kind) {
        int day = actions.day[row];
        return switch (query.release()) {
            case R5 -> AccessTypeRule.inR5(catalogue, item, day, actions.accessTypeR5[row], kind);
            case R5_1 -> catalogue.accessType(item, day);
        };
    }

    /** All figures as pages show them, by metric. */
    Map<String, Long> figures(Store store) throws IOException {
        return figures(store, query);
    }

    private static Map<String, Long> figures(Store store, UsageQuery query) throws IOException {
        Map<String, Long> figures = new TreeMap<>();
        try (Usage usage = store.usage(query)) {
            for (UsageRow row : usage.byAttributes()) {
                add(row.counts(), figures);
            }
        }
        return figures;
    }

    /** The figures of a title as a page shows them, by metric. */
    Map<String, Long> ofTitle(Store store, String title) throws IOException {
        if (chosen.isPresent() && !chosen.get().contains(title)) {
            return new TreeMap<>();
        }
        return figures(store, query.ofTitle(title));
    }

    /**
     * The figures of an item as a page shows them, by metric.
     *
     * @param title that of the item; without one, the item itself
     */
    Map<String, Long> ofItem(Store store, String title, String item) throws IOException {
        Map<String, Long> figures = new TreeMap<>();
        if (chosen.isPresent() && !chosen.get().contains(title)) {
            return figures;
        }
        try (Usage usage = store.usage(query.ofTitle(title))) {
            TitleOrder all = TitleOrder.most(
                    MetricType.TOTAL_ITEM_INVESTIGATIONS, query.months(), Collections.emptySortedSet(), ITEMS_MAX);
            for (TitleRow row : usage.items().page(all).rows()) {
                if (row.id().equals(item)) {
                    add(row.counts(), figures);
                }
            }
        }
        return figures;
    }

    private static void add(long[] counts, Map<String, Long> figures) {
        for (MetricType metric : MetricType.values()) {
            if (counts[metric.ordinal()] > 0) {
                figures.merge(metric.code(), counts[metric.ordinal()], Long::sum);
            }
        }
    }
}
