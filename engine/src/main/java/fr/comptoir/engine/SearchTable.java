package fr.comptoir.engine;

import fr.comptoir.model.fact.SearchFacts;

/** Search facts gathered from several threads; there are few. Not thread-safe. */
final class SearchTable implements RowKey {
    final SearchFacts facts = new SearchFacts(64);
    private final RowIndex index = new RowIndex(this);

    /** Adds rows, each to that with its key if there is one. */
    void merge(SearchFacts found) {
        for (int i = 0; i < found.size; i++) {
            int last = facts.add(found.customers[i], found.database[i], found.accessMethod[i], found.kind[i]);
            facts.count[last] = 0;
            int row = index.firstWithKeyOf(last);
            facts.count[row] += found.count[i];
            facts.size = row == last ? facts.size : last;
        }
    }

    @Override
    public long hash(int row) {
        long what = (long) facts.kind[row] << Byte.SIZE ^ facts.accessMethod[row];
        return RowKey.mix(RowKey.mix((long) facts.customers[row] << Integer.SIZE ^ facts.database[row]) + what);
    }

    @Override
    public int compare(int row, int other) {
        int order = Integer.compare(facts.customers[row], facts.customers[other]);
        order = order != 0 ? order : Integer.compare(facts.database[row], facts.database[other]);
        order = order != 0 ? order : Byte.compare(facts.accessMethod[row], facts.accessMethod[other]);
        return order != 0 ? order : Byte.compare(facts.kind[row], facts.kind[other]);
    }
}
