package fr.comptoir.engine;

import fr.comptoir.model.fact.ItemFacts;

/** Item facts gathered from several threads or parts. Not thread-safe. */
final class ItemTable implements RowKey {
    final ItemFacts facts = new ItemFacts(0);
    private final RowIndex index = new RowIndex(this);

    /** Adds rows whose keys are not yet here. */
    void append(ItemFacts found) {
        int at = facts.size;
        System.arraycopy(found.customers, 0, facts.customers, at, found.size);
        System.arraycopy(found.item, 0, facts.item, at, found.size);
        System.arraycopy(found.accessType, 0, facts.accessType, at, found.size);
        System.arraycopy(found.accessTypeR5, 0, facts.accessTypeR5, at, found.size);
        System.arraycopy(found.accessMethod, 0, facts.accessMethod, at, found.size);
        System.arraycopy(found.counts, 0, facts.counts, at * ItemFacts.Count.SIZE, found.size * ItemFacts.Count.SIZE);
        System.arraycopy(
                found.formats, 0, facts.formats, at * ItemFacts.Format.SIZE, found.size * ItemFacts.Format.SIZE);
        facts.size += found.size;
    }

    /** Adds rows, each to that with its key if there is one; every row must come by this way. */
    void merge(ItemFacts found) {
        for (int i = 0; i < found.size; i++) {
            int last = facts.add(
                    found.customers[i],
                    found.item[i],
                    found.accessType[i],
                    found.accessTypeR5[i],
                    found.accessMethod[i]);
            int row = index.firstWithKeyOf(last);
            for (int count = 0; count < ItemFacts.Count.SIZE; count++) {
                facts.counts[row * ItemFacts.Count.SIZE + count] += found.counts[i * ItemFacts.Count.SIZE + count];
            }
            for (int format = 0; format < ItemFacts.Format.SIZE; format++) {
                facts.formats[row * ItemFacts.Format.SIZE + format] +=
                        found.formats[i * ItemFacts.Format.SIZE + format];
            }
            facts.size = row == last ? facts.size : last;
        }
    }

    @Override
    public long hash(int row) {
        long attributes = Attributes.of(facts.accessType[row], facts.accessTypeR5[row], facts.accessMethod[row]);
        return RowKey.mix(RowKey.mix((long) facts.customers[row] << Integer.SIZE ^ facts.item[row]) + attributes);
    }

    @Override
    public int compare(int row, int other) {
        int order = Integer.compare(facts.customers[row], facts.customers[other]);
        order = order != 0 ? order : Integer.compare(facts.item[row], facts.item[other]);
        order = order != 0 ? order : Byte.compare(facts.accessType[row], facts.accessType[other]);
        order = order != 0 ? order : Byte.compare(facts.accessTypeR5[row], facts.accessTypeR5[other]);
        return order != 0 ? order : Byte.compare(facts.accessMethod[row], facts.accessMethod[other]);
    }
}
