package fr.comptoir.engine;

import fr.comptoir.model.fact.ItemFacts;
import fr.comptoir.model.fact.ItemFacts.Count;
import fr.comptoir.model.fact.ItemFacts.Format;

/** The counts of one item within one set of customers, by {@link Attributes}; used for one item after another. Not thread-safe. */
final class ItemCells {
    private final int[] counts = new int[Attributes.COUNT * Count.SIZE];
    private final int[] formats = new int[Attributes.COUNT * Format.SIZE];
    private final Told told;
    private long used;
    private int item;

    ItemCells(Told told) {
        this.told = told;
    }

    /** Says of which item (number in the catalogue) the counts that follow are. */
    void begin(int itemNumber) {
        item = itemNumber;
    }

    /** Adds what one row gives. */
    void add(int row, int attributes, Count count) {
        used |= 1L << attributes;
        counts[attributes * Count.SIZE + count.ordinal()]++;
        told.item(row, item, attributes, count);
    }

    /** Notes the format of what one row gives; its attributes have been used. */
    void addFormat(int attributes, Format format) {
        formats[attributes * Format.SIZE + format.ordinal()]++;
    }

    /** Adds 1 to each of a set of attributes. */
    void addEach(long attributes, Count count) {
        used |= attributes;
        for (long left = attributes; left != 0; left &= left - 1) {
            counts[Long.numberOfTrailingZeros(left) * Count.SIZE + count.ordinal()]++;
        }
    }

    /** Writes the item's rows and begins anew. */
    void end(int customers, ItemFacts facts) {
        for (long left = used; left != 0; left &= left - 1) {
            int attributes = Long.numberOfTrailingZeros(left);
            int row = facts.add(
                    customers,
                    item,
                    Attributes.accessType(attributes),
                    Attributes.accessTypeR5(attributes),
                    Attributes.accessMethod(attributes));
            int cell = attributes * Count.SIZE;
            for (int i = 0; i < Count.SIZE; i++) {
                facts.counts[row * Count.SIZE + i] = counts[cell + i];
                counts[cell + i] = 0;
            }
            int cellOfFormats = attributes * Format.SIZE;
            for (int i = 0; i < Format.SIZE; i++) {
                facts.formats[row * Format.SIZE + i] = formats[cellOfFormats + i];
                formats[cellOfFormats + i] = 0;
            }
        }
        used = 0;
    }
}
