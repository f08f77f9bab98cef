package fr.comptoir.model.fact;

import java.util.Arrays;

/**
 * Searches: one row for each set of customers, database (NONE: the platform), Access_Method and kind of search. Not thread-safe.
 */
public final class SearchFacts {
    public int size;
    public int[] customers;
    /** Number of the database in the catalogue, or NONE for Searches_Platform. */
    public int[] database;

    public byte[] accessMethod;
    /** Ordinal of the ActionKind: SEARCHES_PLATFORM, SEARCHES_REGULAR, SEARCHES_AUTOMATED or SEARCHES_FEDERATED. */
    public byte[] kind;

    public int[] count;

    public SearchFacts(int capacity) {
        customers = new int[capacity];
        database = new int[capacity];
        accessMethod = new byte[capacity];
        kind = new byte[capacity];
        count = new int[capacity];
    }

    /** Gives the index of a new row with count 0. */
    public int add(int customersNumber, int databaseNumber, byte method, byte kindOrdinal) {
        if (size == customers.length) {
            int capacity = Math.max(64, size * 2);
            customers = Arrays.copyOf(customers, capacity);
            database = Arrays.copyOf(database, capacity);
            accessMethod = Arrays.copyOf(accessMethod, capacity);
            kind = Arrays.copyOf(kind, capacity);
            count = Arrays.copyOf(count, capacity);
        }
        int row = size++;
        customers[row] = customersNumber;
        database[row] = databaseNumber;
        accessMethod[row] = method;
        kind[row] = kindOrdinal;
        return row;
    }
}
