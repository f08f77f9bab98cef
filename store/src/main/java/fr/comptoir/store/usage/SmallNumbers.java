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

    long bytes() {
        return small != null ? 2L * small.length : large == null ? 0 : 4L * large.length;
    }
}
