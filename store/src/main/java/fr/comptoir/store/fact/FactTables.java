package fr.comptoir.store.fact;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.fact.ItemFacts;
import fr.comptoir.model.fact.MonthFacts;
import fr.comptoir.model.fact.RouteFacts;
import fr.comptoir.model.fact.SearchFacts;
import fr.comptoir.model.fact.TitleFacts;
import fr.comptoir.store.duck.ColumnTable;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Words;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;

/** The facts of a month as tables of numbers, sorted as they are to lie in the files, and what the numbers mean. */
final class FactTables {
    private final MonthFacts facts;
    private final Catalogue catalogue;

    FactTables(MonthFacts facts, Catalogue catalogue) {
        this.facts = facts;
        this.catalogue = catalogue;
    }

    /**
     * Makes known: {@code sets}, the sets of customers; {@code item_rows}, whose {@code item} is the place in {@code counted};
     * {@code title_rows} and {@code search_rows}, whose {@code title} and {@code database} are numbers of {@code things}.
     */
    void register(Duck duck) throws SQLException {
        int[] sets = Places.ofTexts(facts.customers());
        new ColumnTable("sets", sets.length)
                .ints("n", sets)
                .texts("text", facts.customers().texts())
                .register(duck);
        int[] counted = Places.sorted(facts.items().item, facts.items().size, catalogue);
        new CatalogueTables(catalogue, counted).register(duck, facts.titles(), facts.searches());
        items(sets, counted).register(duck);
        titles(sets).register(duck);
        searches(sets).register(duck);
        if (facts.routes().size > 0) {
            routes(sets, duck).register(duck);
        }
    }

    /** Makes known {@code route_titles}, {@code arrivals} and {@code routes}, which the table names by number. */
    private ColumnTable routes(int[] sets, Duck duck) throws SQLException {
        RouteFacts routes = facts.routes();
        Words.table(duck, "arrivals", routes.arrivals.texts());
        Words.table(duck, "routes", AccessRoute.values(), AccessRoute::code);
        int[] titles = Places.sorted(routes.title, routes.size, catalogue);
        new ColumnTable("route_titles", titles.length)
                .rowNumbers("n")
                .texts("id", Arrays.stream(titles).mapToObj(catalogue::itemId).toList())
                .ints(
                        "data_type",
                        Arrays.stream(titles)
                                .map(title -> catalogue.dataType(title).ordinal())
                                .toArray())
                .register(duck);
        int[] title = at(Places.inverse(titles, catalogue.size()), routes.title, routes.size);
        int[] set = at(sets, routes.customers, routes.size);
        ColumnTable rows = new ColumnTable("route_rows", order(routes, set, sets.length, title, titles.length))
                .ints("customers", set)
                .ints("title", title)
                .shorts("arrival", routes.arrival)
                .bytes("route", routes.route)
                .bytes("access_method", routes.accessMethod);
        for (RouteFacts.Count count : RouteFacts.Count.values()) {
            rows.ints(count.name().toLowerCase(Locale.ROOT), routes.counts, RouteFacts.Count.SIZE, count.ordinal());
        }
        return rows;
    }

    /** By customers, title, and how the title was reached. */
    private static int[] order(RouteFacts routes, int[] set, int sets, int[] title, int titles) {
        int[] how = new int[routes.size];
        int methods = AccessMethod.values().length;
        int ways = AccessRoute.values().length * methods;
        for (int row = 0; row < routes.size; row++) {
            how[row] = routes.arrival[row] * ways + routes.route[row] * methods + routes.accessMethod[row];
        }
        int[] byHow = Places.order(null, how, routes.size, routes.arrivals.size() * ways);
        int[] byTitle = Places.order(byHow, title, routes.size, titles);
        return Places.order(byTitle, set, routes.size, sets);
    }

    private ColumnTable items(int[] sets, int[] counted) {
        ItemFacts items = facts.items();
        int[] item = at(Places.inverse(counted, catalogue.size()), items.item, items.size);
        int[] set = at(sets, items.customers, items.size);
        int[] byItem = Places.order(null, item, items.size, counted.length);
        ColumnTable rows = new ColumnTable("item_rows", Places.order(byItem, set, items.size, sets.length))
                .ints("customers", set)
                .ints("item", item)
                .bytes("access_type", items.accessType)
                .bytes("access_type_r5", items.accessTypeR5)
                .bytes("access_method", items.accessMethod);
        for (ItemFacts.Count count : ItemFacts.Count.values()) {
            rows.ints(count.name().toLowerCase(Locale.ROOT), items.counts, ItemFacts.Count.SIZE, count.ordinal());
        }
        for (ItemFacts.Format format : ItemFacts.Format.values()) {
            rows.ints(
                    "requests_" + format.name().toLowerCase(Locale.ROOT),
                    items.formats,
                    ItemFacts.Format.SIZE,
                    format.ordinal());
        }
        return rows;
    }

    private ColumnTable titles(int[] sets) {
        TitleFacts titles = facts.titles();
        int[] sorted = Places.sorted(titles.title, titles.size, catalogue);
        int[] title = at(Places.inverse(sorted, catalogue.size()), titles.title, titles.size);
        int[] set = at(sets, titles.customers, titles.size);
        int[] byTitle = Places.order(null, title, titles.size, sorted.length);
        ColumnTable rows = new ColumnTable("title_rows", Places.order(byTitle, set, titles.size, sets.length))
                .ints("customers", set)
                .ints("title", titles.title)
                .ints("database", titles.database)
                .shorts("yop", titles.yop)
                .bytes("access_type", titles.accessType)
                .bytes("access_type_r5", titles.accessTypeR5)
                .bytes("access_method", titles.accessMethod);
        for (TitleFacts.Count count : TitleFacts.Count.values()) {
            rows.ints(count.name().toLowerCase(Locale.ROOT), titles.counts, TitleFacts.Count.SIZE, count.ordinal());
        }
        return rows;
    }

    private ColumnTable searches(int[] sets) {
        SearchFacts searches = facts.searches();
        return new ColumnTable("search_rows", searches.size)
                .ints("customers", at(sets, searches.customers, searches.size))
                .ints("database", searches.database)
                .bytes("access_method", searches.accessMethod)
                .bytes("kind", searches.kind)
                .ints("searches", searches.count);
    }

    private static int[] at(int[] values, int[] places, int size) {
        int[] result = new int[size];
        for (int i = 0; i < size; i++) {
            result[i] = values[places[i]];
        }
        return result;
    }
}
