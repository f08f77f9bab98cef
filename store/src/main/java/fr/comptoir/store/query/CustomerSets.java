package fr.comptoir.store.query;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds in each month the sets that a customer belongs to, before any fact is read: their numbers let Parquet skip what is not asked for.
 * A set may have another number in another month.
 */
public final class CustomerSets {
    /** With more numbers than these, their range says enough. */
    private static final int LISTED_MAX = 100;
    /** In a month an institution is alone, with a consortium, or moves from one to another. */
    private static final int FEW_EACH_MONTH = 4;
    /** Sets times months whose sums fit in memory, however much each was used. */
    private static final int SUMMED_MAX = 96;

    private final boolean world;
    private final boolean divided;
    private final int months;
    private final Set<Integer> numbers = new TreeSet<>();
    /** Of the world, when it is divided by it: by month the number of the set of nobody. */
    private List<Integer> nobody = List.of();
    /** Pairs of a month and a number. */
    private long pairs;

    private CustomerSets(boolean world, boolean divided, int months) {
        this.world = world;
        this.divided = divided;
        this.months = months;
    }

    /**
     * Makes the table {@code asked (m, customers, member)} where a condition needs it, {@code m} being the place of the month.
     *
     * @param members among whom the usage of a set is divided; in the table stands the place of the first that belongs to the set, and
     *     their number when none does
     */
    public static CustomerSets find(Duck duck, String customer, List<String> members, List<CountedMonth> months)
            throws SQLException, IOException {
        return find(duck, customer, members, months, false);
    }

    /** The same, of the world with what was attributed to nobody when {@code attributed} is to be known. */
    static CustomerSets find(
            Duck duck, String customer, List<String> members, List<CountedMonth> months, boolean attributed)
            throws SQLException, IOException {
        CustomerSets sets = new CustomerSets(customer.equals(Institution.THE_WORLD), !members.isEmpty(), months.size());
        if (!sets.world && !months.isEmpty()) {
            Asked asked = new Asked();
            int m = 0;
            for (MonthCustomers month : KeptCustomers.kept().of(duck, months)) {
                Map<Integer, Integer> places = places(month, members);
                for (int set : month.setsOf(customer)) {
                    sets.numbers.add(set);
                    asked.add(m, set, places.getOrDefault(set, members.size()));
                }
                m++;
            }
            sets.pairs = asked.size;
            if (asked.size > 0 && (sets.divided || !sets.sameInEachMonth())) {
                duck.execute(asked.sql());
            }
        }
        if (sets.world && attributed) {
            sets.nobody = KeptCustomers.kept().of(duck, months).stream()
                    .map(MonthCustomers::nobody)
                    .toList();
        }
        return sets;
    }

    /**
     * The rows of the table {@code asked}. Each column is one text: the 36,000 rows that a consortium of 1,500 members has in two years take
     * 50 ms so, and more than a second as VALUES, each of which DuckDB parses by itself.
     */
    private static final class Asked {
        private final StringJoiner months = new StringJoiner(",");
        private final StringJoiner customers = new StringJoiner(",");
        private final StringJoiner members = new StringJoiner(",");
        private int size;

        void add(int month, int set, int member) {
            months.add(Integer.toString(month));
            customers.add(Integer.toString(set));
            members.add(Integer.toString(member));
            size++;
        }

        String sql() {
            return "CREATE TABLE asked AS SELECT " + column(months) + " AS m, " + column(customers) + " AS customers, "
                    + column(members) + " AS member";
        }

        private static String column(StringJoiner numbers) {
            return "unnest(string_split(" + Sql.text(numbers.toString()) + ", ','))::INTEGER";
        }
    }

    /** The place of the first member that belongs to it, by set. */
    private static Map<Integer, Integer> places(MonthCustomers month, List<String> members) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int place = 0; place < members.size(); place++) {
            for (int set : month.setsOf(members.get(place))) {
                places.putIfAbsent(set, place);
            }
        }
        return places;
    }

    /** The numbers of the sets that each customer belongs to in a month, in ascending order. */
    public static SortedMap<String, int[]> ofCustomers(Duck duck, CountedMonth month) throws SQLException, IOException {
        return KeptCustomers.kept().of(duck, List.of(month)).get(0).all();
    }

    /** Whether everything was asked for. */
    public boolean world() {
        return world;
    }

    /** Whether nothing belongs to the customer. */
    public boolean none() {
        return !world && numbers.isEmpty();
    }

    /** Whether it is one institution: its rows lie together, and are few. */
    boolean few() {
        return !world && pairs <= FEW_EACH_MONTH * (long) months;
    }

    /** Of how many months the sums may be made at once; no sum is of two months. */
    public int monthsAtOnce() {
        return world ? 1 : Math.max(1, SUMMED_MAX / Math.max(1, numbers.size()));
    }

    /**
     * The place of the member to whom a row {@code f} with {@code Customers} and {@code file_index} belongs; of the world 1 for what was
     * attributed to nobody.
     *
     * @param from the place of the first file's month
     */
    String member(int from) {
        if (!nobody.isEmpty()) {
            return nobody(from) + "::INTEGER";
        }
        return divided && !world
                ? "(SELECT any_value(member) FROM asked WHERE asked.m = f.file_index + " + from
                        + " AND asked.customers = f.Customers)"
                : "0";
    }

    /** Whether a row was attributed to nobody: a condition as {@link #condition}, for the world alone. */
    String nobody(int from) {
        return "(f.Customers = (" + nobody + "::INTEGER[])[f.file_index::INTEGER + " + (from + 1) + "])";
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
        return sameInEachMonth()
                ? some
                : some + " AND EXISTS (FROM asked WHERE asked.m = f.file_index + " + from
                        + " AND asked.customers = f.Customers)";
    }

    /** Whether the numbers say all, so that no month needs to be told apart. */
    private boolean sameInEachMonth() {
        return numbers.size() <= LISTED_MAX && pairs == (long) numbers.size() * months;
    }
}
