package fr.comptoir.engine;

import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.fact.ItemFacts;
import fr.comptoir.model.fact.SearchFacts;
import fr.comptoir.model.fact.TitleFacts;

/** Counts the rows that are left, with the rules that each kind of row needs. Each thread has one. */
final class MonthTally implements Grouping.Handler {
    private final Uses uses;
    private final Catalogue catalogue;
    private final FactsCollector collector;
    private final int[] customersNumbers;
    private final ItemFacts items = new ItemFacts(256);
    private final TitleFacts titles = new TitleFacts(256);
    private final SearchFacts searches = new SearchFacts(64);
    private final Places searchPlaces = new Places();
    private final Places itemPlaces = new Places();
    private final RowSort sort = new RowSort();
    private final SearchRule searchRule;
    private final UniqueItemRule uniqueItemRule;
    private final WholeBookRule wholeBookRule;
    private final UniqueTitleRule uniqueTitleRule;

    private MonthTally(Uses uses, Catalogue catalogue, FactsCollector collector, int[] customersNumbers, Told told) {
        this.uses = uses;
        this.catalogue = catalogue;
        this.collector = collector;
        this.customersNumbers = customersNumbers;
        AccessTypeRule accessTypes = new AccessTypeRule(catalogue);
        searchRule = new SearchRule(uses, searches, told);
        RouteRule routes = new RouteRule(uses, catalogue, collector.newRoutes());
        uniqueItemRule = new UniqueItemRule(uses, accessTypes, items, routes, told);
        wholeBookRule = new WholeBookRule(uses, catalogue, uniqueItemRule);
        uniqueTitleRule = new UniqueTitleRule(uses, catalogue, accessTypes, titles, told);
    }

    /** Counts every row whose fate is to be counted. */
    static void count(Batch batch, Catalogue catalogue, Workers workers, FactsCollector collector, Told told) {
        Uses uses = new Uses(batch, catalogue, workers);
        collector.arrivals(batch.arrivals());
        int[] customers = collector.customers(batch.actions.dictionaries.customers());
        Grouping.run(
                batch.actions.size, uses, workers, () -> new MonthTally(uses, catalogue, collector, customers, told));
    }

    /** Takes the rows of one set of customers on one unit. */
    @Override
    public void group(int[] places, int size) {
        searchPlaces.clear();
        itemPlaces.clear();
        for (int i = 0; i < size; i++) {
            (uses.kind(places[i]).isSearch() ? searchPlaces : itemPlaces).add(places[i]);
        }
        int customers = customersNumbers[uses.customers(places[0])];
        int unit = uses.unit(places[0]);
        searchRule.count(customers, unit, searchPlaces);
        if (itemPlaces.isEmpty()) {
            return;
        }
        itemPlaces.sort(sort, (place, other) -> Long.compare(uses.session(place), uses.session(other)));
        if (UniqueTitleRule.counts(catalogue.dataType(unit))) {
            wholeBookRule.count(customers, unit, itemPlaces);
            uniqueTitleRule.count(customers, unit, itemPlaces);
        } else {
            uniqueItemRule.count(customers, unit, itemPlaces);
        }
    }

    @Override
    public void handled(int rows) {
        collector.collect(items, titles, searches, rows);
        items.clear();
        titles.clear();
        searches.size = 0;
    }
}
