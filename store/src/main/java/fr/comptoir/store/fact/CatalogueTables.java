package fr.comptoir.store.fact;

import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.fact.SearchFacts;
import fr.comptoir.model.fact.TitleFacts;
import fr.comptoir.store.duck.ColumnTable;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Words;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** What facts need of the catalogue, as tables. */
final class CatalogueTables {
    private final Catalogue catalogue;
    private final int[] counted;

    /**
     * For the facts of a month.
     *
     * @param counted the catalogue's numbers of everything that item facts are about
     */
    CatalogueTables(Catalogue catalogue, int[] counted) {
        this.catalogue = catalogue;
        this.counted = counted;
    }

    /**
     * Makes known: {@code counted}, a row for each thing that was counted, {@code n} being its place; {@code things}, a row
     * {@code (n, id, data_type)} for each title, parent and database, {@code n} being its number in the catalogue; and the words of the
     * Code.
     */
    void register(Duck duck, TitleFacts titles, SearchFacts searches) throws SQLException {
        Words.table(duck, "data_types", DataType.values(), DataType::code);
        Words.table(duck, "access_types", AccessType.values(), AccessType::code);
        Words.table(duck, "access_methods", AccessMethod.values(), AccessMethod::code);
        new ColumnTable("counted", counted.length)
                .rowNumbers("n")
                .texts("id", ids(counted))
                .ints("data_type", types(counted))
                .ints("title", Arrays.stream(counted).map(catalogue::title).toArray())
                .ints("parent", Arrays.stream(counted).map(this::parent).toArray())
                .ints("database", Arrays.stream(counted).map(this::database).toArray())
                .ints("yop", Arrays.stream(counted).map(catalogue::yop).toArray())
                .register(duck);
        int[] things = things(titles, searches);
        new ColumnTable("things", things.length)
                .ints("n", things)
                .texts("id", ids(things))
                .ints("data_type", types(things))
                .register(duck);
    }

    private int[] things(TitleFacts titles, SearchFacts searches) {
        // Shifted by one: NONE, which is -1, is number 0 and left out.
        BitSet named = new BitSet(catalogue.size() + 1);
        for (int number : counted) {
            named.set(catalogue.title(number) + 1);
            named.set(parent(number) + 1);
            named.set(database(number) + 1);
        }
        for (int row = 0; row < titles.size; row++) {
            named.set(titles.title[row] + 1);
            named.set(titles.database[row] + 1);
        }
        for (int row = 0; row < searches.size; row++) {
            named.set(searches.database[row] + 1);
        }
        named.clear(Catalogue.NONE + 1);
        return named.stream().map(number -> number - 1).toArray();
    }

    private List<String> ids(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(catalogue::itemId).toList();
    }

    private int[] types(int[] numbers) {
        return Arrays.stream(numbers)
                .map(number -> catalogue.dataType(number).ordinal())
                .toArray();
    }

    /** A database belongs to itself, so that its denials are in the Database Report. */
    private int database(int number) {
        return catalogue.dataType(number).isDatabase() ? number : catalogue.database(number);
    }

    /** An item of a full-text database has no other parent than the database (CoP 5.1, section 3.3.2, table 3.q). */
    private int parent(int number) {
        int parent = catalogue.parent(number);
        boolean itemOfDatabase = catalogue.dataType(number) == DataType.DATABASE_FULL_ITEM;
        return parent == Catalogue.NONE && itemOfDatabase ? catalogue.database(number) : parent;
    }
}
