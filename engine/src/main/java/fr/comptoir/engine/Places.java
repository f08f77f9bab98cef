package fr.comptoir.engine;

import java.util.Arrays;

/** A list of places of {@link Uses}, or a part of one; used again and again. Not thread-safe. */
final class Places {
    /** None; never to be added to. */
    static final Places NONE = new Places();

    private int[] places = {};
    private int from;
    private int to;

    /** Where the list begins, for {@link #get}. */
    int from() {
        return from;
    }

    /** Where it ends: one after the last. */
    int to() {
        return to;
    }

    boolean isEmpty() {
        return from == to;
    }

    int get(int i) {
        return places[i];
    }

    void clear() {
        from = 0;
        to = 0;
    }

    void add(int place) {
        if (to == places.length) {
            places = Arrays.copyOf(places, Math.max(64, to * 2));
        }
        places[to++] = place;
    }

    /** Becomes a view of a part of another list, until that changes. */
    Places view(Places other, int start, int end) {
        places = other.places;
        from = start;
        to = end;
        return this;
    }

    void sort(RowSort sort, RowSort.Order order) {
        sort.sort(places, from, to, order);
    }
}
