package fr.comptoir.validate.rule;

import java.util.ArrayList;
import java.util.List;

/** Numbers by their place, in pieces, so that a longer list copies nothing. */
final class LongList {
    private static final int BITS = 14;
    private static final int MASK = (1 << BITS) - 1;

    private final List<long[]> pieces = new ArrayList<>();
    private int size;

    void add(long value) {
        if (size >> BITS == pieces.size()) {
            pieces.add(new long[1 << BITS]);
        }
        pieces.get(size >> BITS)[size & MASK] = value;
        size++;
    }

    long get(int at) {
        return pieces.get(at >> BITS)[at & MASK];
    }

    void set(int at, long value) {
        pieces.get(at >> BITS)[at & MASK] = value;
    }
}
