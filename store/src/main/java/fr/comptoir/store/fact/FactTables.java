package fr.comptoir.store.fact;

import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.fact.ItemFacts;
import fr.comptoir.model.fact.MonthFacts;
import fr.comptoir.model.fact.SearchFacts;
import fr.comptoir.model.fact.TitleFacts;
import fr.comptoir.store.duck.ColumnTable;
import fr.comptoir.store.duck.Duck;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import org.duckdb.DuckDBColumnType;

/** The facts of a month as tables of numbers, sorted as they are to lie in the files. */
final class FactTables {
    private final MonthFacts facts;
    private final Catalogue catalogue;
    private final int[] sets;

    FactTables(MonthFacts facts, Catalogue catalogue) {
        this.facts = facts;
        this.catalogue = catalogue;
        sets = Places.ofTexts(facts.customers());
    }

    /** The place of each set of customers among all, by its number in the dictionary. */
    int[] sets() {
        return sets;
    }

    /** Everything that stands in the items, in the order in which it stands there. */
    int[] countedItems() {
        return Places.sorted(facts.items().item, facts.items().size, catalogue);
    }

    /** {@code rows()} of the items, whose {@code item} is a place in {@code counted}. */
    void registerItems(Duck duck, int[] counted) throws SQLException {
        ItemFacts items = facts.items();
        int[] item = at(Places.inverse(counted, catalogue.size()), items.item, items.size);
        int[] set = at(sets, items.customers, items.size);
        int[] order = Places.order(Places.order(null, item, items.size, counted.length), set, items.size, sets.length);
        ColumnTable rows = new ColumnTable("rows", items.size)
                .with("customers", DuckDBColumnType.INTEGER, (vector, at, row) -> vector.setInt(at, set[order[row]]))
                .with("item", DuckDBColumnType.INTEGER, (vector, at, row) -> vector.setInt(at, item[order[row]]))
                .with(
                        "access_type",
                        DuckDBColumnType.INTEGER,
                        (vector, at, row) -> vector.setInt(at, items.accessType[order[row]]))
                .with(
                        "access_type_r5",
                        DuckDBColumnType.INTEGER,
                        (vector, at, row) -> vector.setInt(at, items.accessTypeR5[order[row]]))
                .with(
                        "access_method",
                        DuckDBColumnType.INTEGER,
                        (vector, at, row) -> vector.setInt(at, items.accessMethod[order[row]]));
        for (ItemFacts.Count count : ItemFacts.Count.values()) {
            int which = count.ordinal();
            rows.with(
                    count.name().toLowerCase(Locale.ROOT),
                    DuckDBColumnType.INTEGER,
                    (vector, at, row) -> vector.setInt(at, items.counts[order[row] * ItemFacts.Count.SIZE + which]));
        }
        rows.register(duck);
    }

    /** {@code rows()} of the titles, whose {@code title} and {@code database} are numbers of the catalogue. */
    void registerTitles(Duck duck) throws SQLException {
        TitleFacts titles = facts.titles();
        int[] sorted = Places.sorted(titles.title, titles.size, catalogue);
        int[] title = at(Places.inverse(sorted, catalogue.size()), titles.title, titles.size);
        int[] set = at(sets, titles.customers, titles.size);
        int[] order =
                Places.order(Places.order(null, title, titles.size, sorted.length), set, titles.size, sets.length);
        ColumnTable rows = new ColumnTable("rows", titles.size)
                .with("customers", DuckDBColumnType.INTEGER, (vector, at, row) -> vector.setInt(at, set[order[row]]))
                .with(
                        "title",
                        DuckDBColumnType.INTEGER,
                        (vector, at, row) -> vector.setInt(at, titles.title[order[row]]))
                .with(
                        "database",
                        DuckDBColumnType.INTEGER,
                        (vector, at, row) -> vector.setInt(at, titles.database[order[row]]))
                .with(
                        "yop",
                        DuckDBColumnType.SMALLINT,
                        (vector, at, row) -> vector.setShort(at, titles.yop[order[row]]))
                .with(
                        "access_type",
                        DuckDBColumnType.INTEGER,
                        (vector, at, row) -> vector.setInt(at, titles.accessType[order[row]]))
                .with(
                        "access_type_r5",
                        DuckDBColumnType.INTEGER,
                        (vector, at, row) -> vector.setInt(at, titles.accessTypeR5[order[row]]))
                .with(
                        "access_method",
                        DuckDBColumnType.INTEGER,
                        (vector, at, row) -> vector.setInt(at, titles.accessMethod[order[row]]));
        for (TitleFacts.Count count : TitleFacts.Count.values()) {
            int which = count.ordinal();
            rows.with(
                    count.name().toLowerCase(Locale.ROOT),
                    DuckDBColumnType.INTEGER,
                    (vector, at, row) -> vector.setInt(at, titles.counts[order[row] * TitleFacts.Count.SIZE + which]));
        }
        rows.register(duck);
    }

    /** Every title and database of the titles' rows and every database of the searches. */
    int[] namedByTitlesAndSearches() {
        TitleFacts titles = facts.titles();
        SearchFacts searches = facts.searches();
        int[] all = new int[2 * titles.size + searches.size];
        System.arraycopy(titles.title, 0, all, 0, titles.size);
        System.arraycopy(titles.database, 0, all, titles.size, titles.size);
        System.arraycopy(searches.database, 0, all, 2 * titles.size, searches.size);
        return Arrays.stream(all)
                .filter(number -> number != Catalogue.NONE)
                .distinct()
                .toArray();
    }

    /** {@code rows()} of the searches, a row for each kind. */
    void registerSearches(Duck duck) throws SQLException {
        SearchFacts searches = facts.searches();
        new ColumnTable("rows", searches.size)
                .with(
                        "customers",
                        DuckDBColumnType.INTEGER,
                        (vector, at, row) -> vector.setInt(at, sets[searches.customers[row]]))
                .with(
                        "database",
                        DuckDBColumnType.INTEGER,
                        (vector, at, row) -> vector.setInt(at, searches.database[row]))
                .with(
                        "access_method",
                        DuckDBColumnType.INTEGER,
                        (vector, at, row) -> vector.setInt(at, searches.accessMethod[row]))
                .with("kind", DuckDBColumnType.INTEGER, (vector, at, row) -> vector.setInt(at, searches.kind[row]))
                .with("searches", DuckDBColumnType.INTEGER, (vector, at, row) -> vector.setInt(at, searches.count[row]))
                .register(duck);
    }

    private static int[] at(int[] values, int[] places, int size) {
        int[] result = new int[size];
        for (int i = 0; i < size; i++) {
            result[i] = values[places[i]];
        }
        return result;
    }
}
