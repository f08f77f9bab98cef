package fr.comptoir.model.fact;

import fr.comptoir.model.action.Names;
import java.util.Arrays;

/**
 * From where usage came and by what access: one row for each set of customers, title, way of arrival, route of access and Access_Method. The
 * counts are those of {@link ItemFacts}, added up. Not thread-safe.
 */
public final class RouteFacts {
    /** The counts of one row, in the order of the second index of {@link #counts}. */
    public enum Count {
        TOTAL_ITEM_INVESTIGATIONS,
        TOTAL_ITEM_REQUESTS,
        LIMIT_EXCEEDED,
        NO_LICENSE,
        TOTAL_ITEM_INVESTIGATIONS_R5,
        TOTAL_ITEM_REQUESTS_R5;

        /** How many counts a row has. */
        public static final int SIZE = values().length;
    }

    /** What the numbers of ways of arrival mean. */
    public final Names arrivals;

    public int size;
    /** Number in the dictionary of customers: the set of customers to whom the usage belongs. */
    public int[] customers;
    /** Number in the catalogue: the title, or the item when it has none. */
    public int[] title;
    /** Number in {@link #arrivals}. */
    public short[] arrival;
    /** Ordinal of the AccessRoute. */
    public byte[] route;
    /** Ordinal of the AccessMethod. */
    public byte[] accessMethod;
    /** Row {@code i} has {@code counts[i * Count.SIZE + count.ordinal()]}. */
    public int[] counts;

    public RouteFacts(Names arrivals, int capacity) {
        this.arrivals = arrivals;
        customers = new int[capacity];
        title = new int[capacity];
        arrival = new short[capacity];
        route = new byte[capacity];
        accessMethod = new byte[capacity];
        counts = new int[capacity * Count.SIZE];
    }

    /** Of a month of which nothing is known. */
    public static RouteFacts none() {
        return new RouteFacts(new Names(), 0);
    }

    /** Gives the index of a new row with all counts 0. */
    public int add(int customersNumber, int titleNumber, short arrivalNumber, byte routeOrdinal, byte method) {
        if (size == customers.length) {
            reserve(Math.max(256, size * 2));
        }
        int row = size++;
        customers[row] = customersNumber;
        title[row] = titleNumber;
        arrival[row] = arrivalNumber;
        route[row] = routeOrdinal;
        accessMethod[row] = method;
        return row;
    }

    private void reserve(int capacity) {
        customers = Arrays.copyOf(customers, capacity);
        title = Arrays.copyOf(title, capacity);
        arrival = Arrays.copyOf(arrival, capacity);
        route = Arrays.copyOf(route, capacity);
        accessMethod = Arrays.copyOf(accessMethod, capacity);
        counts = Arrays.copyOf(counts, capacity * Count.SIZE);
    }
}
