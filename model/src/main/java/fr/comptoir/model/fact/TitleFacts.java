package fr.comptoir.model.fact;

import java.util.Arrays;

/**
 * Unique titles (CoP 5.1, section 7.4): one row for each set of customers, title, database, YOP, Access_Type of 5.1, Access_Type of 5
 * and Access_Method. Rows with database {@link fr.comptoir.model.catalogue.Catalogue#NONE} are those of Platform and Title Reports; rows
 * with a database are those of Database Reports, counted within that database, and never to be added to the others. Not thread-safe.
 */
public final class TitleFacts {
    /** The counts of one row, in the order of the second index of {@link #counts}. */
    public enum Count {
        UNIQUE_TITLE_INVESTIGATIONS,
        UNIQUE_TITLE_REQUESTS,
        UNIQUE_TITLE_INVESTIGATIONS_R5,
        UNIQUE_TITLE_REQUESTS_R5;

        /** How many counts a row has. */
        public static final int SIZE = values().length;
    }

    public int size;
    public int[] customers;
    /** Number of the title in the catalogue. */
    public int[] title;
    /** Number of the database in the catalogue, or NONE. */
    public int[] database;

    public short[] yop;
    public byte[] accessType;
    public byte[] accessTypeR5;
    public byte[] accessMethod;
    /** Row {@code i} has {@code counts[i * Count.SIZE + count.ordinal()]}. */
    public int[] counts;

    public TitleFacts(int capacity) {
        customers = new int[capacity];
        title = new int[capacity];
        database = new int[capacity];
        yop = new short[capacity];
        accessType = new byte[capacity];
        accessTypeR5 = new byte[capacity];
        accessMethod = new byte[capacity];
        counts = new int[capacity * Count.SIZE];
    }

    /** Gives the index of a new row with all counts 0. */
    public int add(
            int customersNumber, int titleNumber, int databaseNumber, short year, byte type, byte typeR5, byte method) {
        if (size == customers.length) {
            reserve(Math.max(1024, size * 2));
        }
        int row = size++;
        customers[row] = customersNumber;
        title[row] = titleNumber;
        database[row] = databaseNumber;
        yop[row] = year;
        accessType[row] = type;
        accessTypeR5[row] = typeR5;
        accessMethod[row] = method;
        return row;
    }

    public void count(int row, Count count, int amount) {
        counts[row * Count.SIZE + count.ordinal()] += amount;
    }

    public int count(int row, Count count) {
        return counts[row * Count.SIZE + count.ordinal()];
    }

    /** Forgets all rows and keeps the room. */
    public void clear() {
        Arrays.fill(counts, 0, size * Count.SIZE, 0);
        size = 0;
    }

    /** Adds all rows of another table; there must be room for them. */
    public void append(TitleFacts rows) {
        System.arraycopy(rows.customers, 0, customers, size, rows.size);
        System.arraycopy(rows.title, 0, title, size, rows.size);
        System.arraycopy(rows.database, 0, database, size, rows.size);
        System.arraycopy(rows.yop, 0, yop, size, rows.size);
        System.arraycopy(rows.accessType, 0, accessType, size, rows.size);
        System.arraycopy(rows.accessTypeR5, 0, accessTypeR5, size, rows.size);
        System.arraycopy(rows.accessMethod, 0, accessMethod, size, rows.size);
        System.arraycopy(rows.counts, 0, counts, size * Count.SIZE, rows.size * Count.SIZE);
        size += rows.size;
    }

    /** Makes room for {@code capacity} rows in all, not fewer than {@link #size}. */
    public void reserve(int capacity) {
        customers = Arrays.copyOf(customers, capacity);
        title = Arrays.copyOf(title, capacity);
        database = Arrays.copyOf(database, capacity);
        yop = Arrays.copyOf(yop, capacity);
        accessType = Arrays.copyOf(accessType, capacity);
        accessTypeR5 = Arrays.copyOf(accessTypeR5, capacity);
        accessMethod = Arrays.copyOf(accessMethod, capacity);
        counts = Arrays.copyOf(counts, capacity * Count.SIZE);
    }
}
