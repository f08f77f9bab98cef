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
public final class CustomerSets {
    /** With more numbers than these, their range says enough. */
    private static final int LISTED_MAX = 100;
    /** Sets times months whose sums fit in memory, however much each was used. */
    private static final int SUMMED_MAX = 96;

    private final boolean world;
    private final int months;
    private final Set<Integer> numbers = new TreeSet<>();
    /** Pairs of a month and a number. */
    private long pairs;

    private CustomerSets(boolean world, int months) {
        this.world = world;
        this.months = months;
    }

    /**
     * Makes the table {@code asked (m, customers, member)}, {@code m} being the place of the month.
     *
     * @param members among whom the usage of a set is divided; in the table stands the place of the first that belongs to the set, and
     *     their number when none does
     */
    public static CustomerSets find(Duck duck, String customer, List<String> members, List<CountedMonth> months)
            throws SQLException, IOException {
        CustomerSets sets = new CustomerSets(customer.equals(Institution.THE_WORLD), months.size());
        if (!sets.world && !months.isEmpty()) {
            List<Path> files = months.stream()
                    .map(month -> month.facts().resolve(FactFiles.CUSTOMERS))
                    .toList();
            duck.execute("CREATE TABLE asked AS " + asked(Sql.parquet(files), customer, members));
            ColumnReader.read(duck, "SELECT customers FROM asked", (chunk, rows) -> {
                sets.pairs += rows;
                for (int row = 0; row < rows; row++) {
                    sets.numbers.add(chunk.vector(0).getInt(row));
                }
            });
        }
        return sets;
    }

    private static String asked(String files, String customer, List<String> members) {
        String of = " FROM " + files + " WHERE Customer_ID = " + Sql.text(customer);
        if (members.isEmpty()) {
            return "SELECT file_index::INTEGER AS m, Customers AS customers, 0 AS member" + of;
        }
        String list = "[" + members.stream().map(Sql::text).collect(Collectors.joining(", ")) + "]";
        return "SELECT m, customers, coalesce(min(place), " + members.size() + ")::INTEGER AS member FROM"
                + " (SELECT file_index::INTEGER AS m, Customers AS customers, list_position(" + list
                + ", Customer_ID) - 1 AS place FROM " + files
                + ") SEMI JOIN (SELECT file_index::INTEGER AS m, Customers AS customers" + of
                + ") USING (m, customers) GROUP BY m, customers";
    }

    /** Whether everything was asked for. */
    public boolean world() {
        return world;
    }

    /** Whether nothing belongs to the customer. */
    public boolean none() {
        return !world && numbers.isEmpty();
    }

    /** Of how many months the sums may be made at once; no sum is of two months. */
    public int monthsAtOnce() {
        return world ? 1 : Math.max(1, SUMMED_MAX / Math.max(1, numbers.size()));
    }

    /**
     * The place of the member to whom a row {@code f} with {@code Customers} and {@code file_index} belongs.
     *
     * @param from the place of the first file's month
     */
    String member(int from) {
        return world
                ? "0"
                : "(SELECT any_value(member) FROM asked WHERE asked.m = f.file_index + " + from
                        + " AND asked.customers = f.Customers)";
    }

    /**
     * A condition on rows {@code f} with {@code Customers} and {@code file_index}.
     *
     * @param from the place of the first file's month
     */
    public String condition(int from) {
        if (world) {
            return "true";
        }
        String some = numbers.size() <= LISTED_MAX
                ? numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "Customers IN (", ")"))
                : "Customers BETWEEN " + numbers.stream().findFirst().orElseThrow() + " AND "
                        + numbers.stream().mapToInt(Integer::intValue).max().orElseThrow();
        boolean sameInEachMonth = numbers.size() <= LISTED_MAX && pairs == (long) numbers.size() * months;
        return sameInEachMonth
                ? some
                : some + " AND EXISTS (FROM asked WHERE asked.m = f.file_index + " + from
                        + " AND asked.customers = f.Customers)";
    }
}
