package fr.comptoir.store.query;

import java.util.Arrays;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sets of customers of a month, by customer: a few numbers for each, so that the months that are asked for can be kept. */
final class MonthCustomers {
    private static final int[] NONE = {};

    /** In ascending order. */
    private final String[] customers;
    /** By customer, where its sets end among all. */
    private final int[] ends;
    /** Of each customer in ascending order. */
    private final int[] sets;

    private final int nobody;

    /** @param nobody the number of the empty set, or -1 */
    MonthCustomers(SortedMap<String, NavigableSet<Integer>> setsOf, int nobody) {
        this.nobody = nobody;
        customers = setsOf.keySet().toArray(String[]::new);
        sets = setsOf.values().stream()
                .flatMapToInt(some -> some.stream().mapToInt(Integer::intValue))
                .toArray();
        ends = setsOf.values().stream().mapToInt(NavigableSet::size).toArray();
        Arrays.parallelPrefix(ends, Integer::sum);
    }

    /** The numbers of the sets that a customer belongs to, in ascending order. */
    int[] setsOf(String customer) {
        int at = Arrays.binarySearch(customers, customer);
        return at < 0 ? NONE : Arrays.copyOfRange(sets, at == 0 ? 0 : ends[at - 1], ends[at]);
    }

    /** The number of the empty set, whose usage was attributed to nobody; -1 when there is none. */
    int nobody() {
        return nobody;
    }

    /** The sets of each customer. */
    SortedMap<String, int[]> all() {
        SortedMap<String, int[]> all = new TreeMap<>();
        for (String customer : customers) {
            all.put(customer, setsOf(customer));
        }
        return all;
    }

    /** Pairs of a customer and a set. */
    int size() {
        return sets.length;
    }
}
