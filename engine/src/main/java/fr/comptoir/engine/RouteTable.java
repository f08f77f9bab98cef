package fr.comptoir.engine;

import fr.comptoir.model.action.Names;
import fr.comptoir.model.fact.RouteFacts;

/** Facts of ways and routes, of which the rows with the same key are added up. Not thread-safe. */
final class RouteTable implements RowKey {
    final RouteFacts facts;
    private final RowIndex index = new RowIndex(this);

    RouteTable(Names arrivals) {
        facts = new RouteFacts(arrivals, 64);
    }

    /** The row with that key, which is new if there was none. */
    int row(int customers, int title, short arrival, byte route, byte accessMethod) {
        int last = facts.add(customers, title, arrival, route, accessMethod);
        int row = index.firstWithKeyOf(last);
        facts.size = row == last ? facts.size : last;
        return row;
    }

    /** Adds rows, whose ways have the same numbers. */
    void merge(RouteFacts found) {
        for (int i = 0; i < found.size; i++) {
            int row = row(found.customers[i], found.title[i], found.arrival[i], found.route[i], found.accessMethod[i]);
            add(row, found.counts, i * RouteFacts.Count.SIZE);
        }
    }

    /** Adds the counts that begin at {@code from}. */
    void add(int row, int[] counts, int from) {
        int to = row * RouteFacts.Count.SIZE;
        for (int i = 0; i < RouteFacts.Count.SIZE; i++) {
            facts.counts[to + i] += counts[from + i];
        }
    }

    @Override
    public long hash(int row) {
        long how = (long) facts.arrival[row] << Short.SIZE ^ facts.route[row] << Byte.SIZE ^ facts.accessMethod[row];
        return RowKey.mix(RowKey.mix((long) facts.customers[row] << Integer.SIZE ^ facts.title[row]) + how);
    }

    @Override
    public int compare(int row, int other) {
        int order = Integer.compare(facts.customers[row], facts.customers[other]);
        order = order != 0 ? order : Integer.compare(facts.title[row], facts.title[other]);
        order = order != 0 ? order : Short.compare(facts.arrival[row], facts.arrival[other]);
        order = order != 0 ? order : Byte.compare(facts.route[row], facts.route[other]);
        return order != 0 ? order : Byte.compare(facts.accessMethod[row], facts.accessMethod[other]);
    }
}
