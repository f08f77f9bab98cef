package fr.comptoir.store.usage;

import org.jspecify.annotations.Nullable;

/** Numbers from 0, in two bytes each where they fit and four where not. */
final class SmallNumbers {
    private final char @Nullable [] small;
    private final int @Nullable [] large;

    /** @param max the largest that will be put */
    SmallNumbers(int size, int max) {
        boolean fits = max <= Character.MAX_VALUE;
        small = fits ? new char[size] : null;
        large = fits ? null : new int[size];
    }

    int at(int place) {
        return small != null ? small[place] : large == null ? 0 : large[place];
    }

    void put(int place, int number) {
        if (small != null) {
            small[place] = (char) number;
        } else if (large != null) {
            large[place] = number;
        }
    }

    /**
     * The first place from {@code from} on whose number is wanted, {@code to} where there is none before it. Most of what is asked passes
     * over most rows, which this does several times faster than asking for each.
     *
     * @param wanted by number
     */
    int next(int from, int to, boolean[] wanted) {
        char[] some = small;
        int place = from;
        if (some != null) {
            while (place < to && !wanted[some[place]]) {
                place++;
            }
        } else {
            while (place < to && !wanted[at(place)]) {
                place++;
            }
        }
        return place;
    }

    long bytes() {
        return small != null ? 2L * small.length : large == null ? 0 : 4L * large.length;
    }
}
