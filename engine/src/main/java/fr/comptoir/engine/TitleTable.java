package fr.comptoir.engine;

import fr.comptoir.model.fact.TitleFacts;

/** Title facts gathered from several threads or parts. Not thread-safe. */
final class TitleTable implements RowKey {
    final TitleFacts facts = new TitleFacts(0);
    private final RowIndex index = new RowIndex(this);

    /** Adds rows whose keys are not yet here. */
    void append(TitleFacts found) {
        int at = facts.size;
        System.arraycopy(found.customers, 0, facts.customers, at, found.size);
        System.arraycopy(found.title, 0, facts.title, at, found.size);
        System.arraycopy(found.database, 0, facts.database, at, found.size);
        System.arraycopy(found.yop, 0, facts.yop, at, found.size);
        System.arraycopy(found.accessType, 0, facts.accessType, at, found.size);
        System.arraycopy(found.accessTypeR5, 0, facts.accessTypeR5, at, found.size);
        System.arraycopy(found.accessMethod, 0, facts.accessMethod, at, found.size);
        System.arraycopy(found.counts, 0, facts.counts, at * TitleFacts.Count.SIZE, found.size * TitleFacts.Count.SIZE);
        facts.size += found.size;
    }

    /** Adds rows, each to that with its key if there is one; every row must come by this way. */
    void merge(TitleFacts found) {
        for (int i = 0; i < found.size; i++) {
            int last = facts.add(
                    found.customers[i],
                    found.title[i],
                    found.database[i],
                    found.yop[i],
                    found.accessType[i],
                    found.accessTypeR5[i],
                    found.accessMethod[i]);
            int row = index.firstWithKeyOf(last);
            for (int count = 0; count < TitleFacts.Count.SIZE; count++) {
                facts.counts[row * TitleFacts.Count.SIZE + count] += found.counts[i * TitleFacts.Count.SIZE + count];
            }
            facts.size = row == last ? facts.size : last;
        }
    }

    @Override
    public long hash(int row) {
        long attributes = Attributes.of(facts.accessType[row], facts.accessTypeR5[row], facts.accessMethod[row]);
        long where = (long) facts.database[row] << Short.SIZE ^ facts.yop[row];
        long title = (long) facts.customers[row] << Integer.SIZE ^ facts.title[row];
        return RowKey.mix(RowKey.mix(RowKey.mix(title) + where) + attributes);
    }

    @Override
    public int compare(int row, int other) {
        int order = Integer.compare(facts.customers[row], facts.customers[other]);
        order = order != 0 ? order : Integer.compare(facts.title[row], facts.title[other]);
        order = order != 0 ? order : Integer.compare(facts.database[row], facts.database[other]);
        order = order != 0 ? order : Short.compare(facts.yop[row], facts.yop[other]);
        order = order != 0 ? order : Byte.compare(facts.accessType[row], facts.accessType[other]);
        order = order != 0 ? order : Byte.compare(facts.accessTypeR5[row], facts.accessTypeR5[other]);
        return order != 0 ? order : Byte.compare(facts.accessMethod[row], facts.accessMethod[other]);
    }
}
