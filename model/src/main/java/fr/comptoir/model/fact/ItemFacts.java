package fr.comptoir.model.fact;

import java.util.Arrays;

/**
 * Usage by item: one row for each set of customers, item, Access_Type of 5.1, Access_Type of 5 and Access_Method. YOP, Data_Type,
 * title and database follow from the item. Release 5.1 is the sum over {@code accessTypeR5}, Release 5 the sum over
 * {@code accessType}. A denial of a database (CoP 5.1, section 3.3.4) stands here with the database as its item. Not thread-safe.
 */
public final class ItemFacts {
    /** The counts of one row, in the order of the second index of {@link #counts}. */
    public enum Count {
        TOTAL_ITEM_INVESTIGATIONS,
        TOTAL_ITEM_REQUESTS,
        UNIQUE_ITEM_INVESTIGATIONS,
        UNIQUE_ITEM_REQUESTS,
        LIMIT_EXCEEDED,
        NO_LICENSE,
        TOTAL_ITEM_INVESTIGATIONS_R5,
        TOTAL_ITEM_REQUESTS_R5,
        UNIQUE_ITEM_INVESTIGATIONS_R5,
        UNIQUE_ITEM_REQUESTS_R5;

        /** How many counts a row has. */
        public static final int SIZE = values().length;
    }

    /**
     * The formats of which annual reports (Release 5.1) and Title Reports of Release 5 tell; what was delivered in another, or in one that no
     * page rule says, is in the total only.
     */
    public enum Format {
        HTML,
        PDF,
        HTML_R5,
        PDF_R5;

        /** The same of the requests of Release 5. */
        public Format r5() {
            return switch (this) {
                case HTML, HTML_R5 -> HTML_R5;
                case PDF, PDF_R5 -> PDF_R5;
            };
        }

        /** How many formats a row has. */
        public static final int SIZE = values().length;
    }

    public int size;
    /** Number in the dictionary of customers: the set of customers to whom the usage belongs. */
    public int[] customers;
    /** Number in the catalogue. */
    public int[] item;
    /** Ordinal of the AccessType in Release 5.1. */
    public byte[] accessType;
    /** Ordinal of the AccessType in Release 5. */
    public byte[] accessTypeR5;
    /** Ordinal of the AccessMethod. */
    public byte[] accessMethod;
    /** Row {@code i} has {@code counts[i * Count.SIZE + count.ordinal()]}. */
    public int[] counts;
    /** Total_Item_Requests of both releases by format: row {@code i} has {@code formats[i * Format.SIZE + format.ordinal()]}. */
    public int[] formats;

    public ItemFacts(int capacity) {
        customers = new int[capacity];
        item = new int[capacity];
        accessType = new byte[capacity];
        accessTypeR5 = new byte[capacity];
        accessMethod = new byte[capacity];
        counts = new int[capacity * Count.SIZE];
        formats = new int[capacity * Format.SIZE];
    }

    /** Gives the index of a new row with all counts 0. */
    public int add(int customersNumber, int itemNumber, byte type, byte typeR5, byte method) {
        if (size == customers.length) {
            reserve(Math.max(1024, size * 2));
        }
        int row = size++;
        customers[row] = customersNumber;
        item[row] = itemNumber;
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
        Arrays.fill(formats, 0, size * Format.SIZE, 0);
        size = 0;
    }

    /** Adds all rows of another table; there must be room for them. */
    public void append(ItemFacts rows) {
        System.arraycopy(rows.customers, 0, customers, size, rows.size);
        System.arraycopy(rows.item, 0, item, size, rows.size);
        System.arraycopy(rows.accessType, 0, accessType, size, rows.size);
        System.arraycopy(rows.accessTypeR5, 0, accessTypeR5, size, rows.size);
        System.arraycopy(rows.accessMethod, 0, accessMethod, size, rows.size);
        System.arraycopy(rows.counts, 0, counts, size * Count.SIZE, rows.size * Count.SIZE);
        System.arraycopy(rows.formats, 0, formats, size * Format.SIZE, rows.size * Format.SIZE);
        size += rows.size;
    }

    /** Makes room for {@code capacity} rows in all, not fewer than {@link #size}. */
    public void reserve(int capacity) {
        customers = Arrays.copyOf(customers, capacity);
        item = Arrays.copyOf(item, capacity);
        accessType = Arrays.copyOf(accessType, capacity);
        accessTypeR5 = Arrays.copyOf(accessTypeR5, capacity);
        accessMethod = Arrays.copyOf(accessMethod, capacity);
        counts = Arrays.copyOf(counts, capacity * Count.SIZE);
        formats = Arrays.copyOf(formats, capacity * Format.SIZE);
    }
}
