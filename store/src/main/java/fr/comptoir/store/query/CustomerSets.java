package fr.comptoir.store.query;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.fact.FactFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds in each month the sets that a customer belongs to, before any fact is read: their numbers let Parquet skip what is not asked for.
 * A set may have another number in another month.
 */
final class CustomerSets {
    /** With more numbers than these, their range says enough. */
    private static final int LISTED_MAX = 100;

    private final boolean world;
    private final Set<Integer> numbers = new TreeSet<>();

    private CustomerSets(boolean world) {
        this.world = world;
    }

    /** Makes the table {@code asked (m, customers)}, {@code m} being the place of the month. */
    static CustomerSets find(Duck duck, String customer, List<CountedMonth> months) throws SQLException, IOException {
        CustomerSets sets = new CustomerSets(customer.equals(Institution.THE_WORLD));
        if (!sets.world) {
            List<Path> files = months.stream()
                    .map(month -> month.facts().resolve(FactFiles.CUSTOMERS))
                    .toList();
            duck.execute("CREATE TABLE asked AS SELECT file_index::INTEGER AS m, Customers AS customers FROM "
                    + Sql.parquet(files) + " WHERE Customer_ID = " + Sql.text(customer));
            ColumnReader.read(duck, "SELECT DISTINCT customers FROM asked", (chunk, rows) -> {
                for (int row = 0; row < rows; row++) {
                    sets.numbers.add(chunk.vector(0).getInt(row));
                }
            });
        }
        return sets;
    }

    /** Whether everything was asked for. */
    boolean world() {
        return world;
    }

    /** Whether nothing belongs to the customer. */
    boolean none() {
        return !world && numbers.isEmpty();
    }

    /** A condition on rows with {@code Customers} and {@code file_index}. */
    String condition() {
        if (world) {
            return "true";
        }
        String some = numbers.size() <= LISTED_MAX
                ? numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "Customers IN (", ")"))
                : "Customers BETWEEN " + numbers.stream().findFirst().orElseThrow() + " AND "
                        + numbers.stream().mapToInt(Integer::intValue).max().orElseThrow();
        return some + " AND EXISTS (FROM asked WHERE asked.m = file_index AND asked.customers = f.Customers)";
    }
}
