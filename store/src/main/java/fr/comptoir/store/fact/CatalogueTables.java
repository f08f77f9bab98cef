package fr.comptoir.store.fact;

import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.store.duck.ColumnTable;
import fr.comptoir.store.duck.Duck;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.duckdb.DuckDBColumnType;

/**
 * What facts need of the catalogue, as tables: {@code counted()}, a row for each thing that was counted; {@code things()}, a row
 * {@code (n, id, data_type)} for each title, parent and database they name; and the words of the Code.
 */
final class CatalogueTables {
    private final Catalogue catalogue;

    CatalogueTables(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Makes the tables known. The {@code n} of {@code counted()} is the place in {@code counted}. */
    void register(Duck duck, int[] counted) throws SQLException {
        int[] things = Arrays.stream(counted)
                .flatMap(number -> IntStream.of(catalogue.title(number), parent(number), database(number)))
                .filter(number -> number != Catalogue.NONE)
                .distinct()
                .toArray();
        registerThings(duck, things);
        new ColumnTable("counted", counted.length)
                .with("n", DuckDBColumnType.INTEGER, (vector, at, row) -> vector.setInt(at, row))
                .withTexts("id", ids(counted))
                .with("data_type", DuckDBColumnType.INTEGER, (vector, at, row) -> vector.setInt(at, type(counted[row])))
                .with(
                        "title",
                        DuckDBColumnType.INTEGER,
                        (vector, at, row) -> vector.setInt(at, catalogue.title(counted[row])))
                .with("parent", DuckDBColumnType.INTEGER, (vector, at, row) -> vector.setInt(at, parent(counted[row])))
                .with(
                        "database",
                        DuckDBColumnType.INTEGER,
                        (vector, at, row) -> vector.setInt(at, database(counted[row])))
                .with(
                        "yop",
                        DuckDBColumnType.SMALLINT,
                        (vector, at, row) -> vector.setShort(at, (short) catalogue.yop(counted[row])))
                .register(duck);
    }

    /** Makes {@code things()}, whose {@code n} is the number in the catalogue, and the words of the Code known. */
    void registerThings(Duck duck, int[] things) throws SQLException {
        codes("data_types", DataType.values(), DataType::code).register(duck);
        codes("access_types", AccessType.values(), AccessType::code).register(duck);
        codes("access_methods", AccessMethod.values(), AccessMethod::code).register(duck);
        new ColumnTable("things", things.length)
                .with("n", DuckDBColumnType.INTEGER, (vector, at, row) -> vector.setInt(at, things[row]))
                .withTexts("id", ids(things))
                .with("data_type", DuckDBColumnType.INTEGER, (vector, at, row) -> vector.setInt(at, type(things[row])))
                .register(duck);
    }

    private List<String> ids(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(catalogue::itemId).toList();
    }

    private int type(int number) {
        return catalogue.dataType(number).ordinal();
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

    private static <E> ColumnTable codes(String name, E[] values, Function<E, String> code) {
        return ColumnTable.dictionary(name, Arrays.stream(values).map(code).toList());
    }
}
