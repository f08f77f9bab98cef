package fr.comptoir.store.usage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The figures of rows, each combination once, without columns that say nothing: one that is zero throughout, and one of Release 5 that is
 * that of Release 5.1 throughout, as it is in most months of most customers, share a place with another. Immutable.
 */
final class Figures {
    private final SmallNumbers values;
    private final int width;
    /** Where in a combination a column of {@link DistinctCounts#COLUMNS} stands. */
    private final int[] places;

    private Figures(SmallNumbers values, int width, int[] places) {
        this.values = values;
        this.width = width;
        this.places = places;
    }

    /** @param all combinations of {@link DistinctCounts#WIDTH} figures, one after another */
    static Figures of(int[] all) {
        int[] places = new int[DistinctCounts.WIDTH];
        List<Integer> kept = new ArrayList<>();
        for (int column = 0; column < places.length; column++) {
            int same = same(all, kept, column);
            places[column] = same < 0 ? kept.size() : same;
            if (same < 0) {
                kept.add(column);
            }
        }
        int width = kept.size();
        int size = all.length / DistinctCounts.WIDTH;
        SmallNumbers values =
                new SmallNumbers(size * width, Arrays.stream(all).max().orElse(0));
        for (int number = 0; number < size; number++) {
            for (int i = 0; i < width; i++) {
                values.put(number * width + i, all[number * DistinctCounts.WIDTH + kept.get(i)]);
            }
        }
        return new Figures(values, width, places);
    }

    /**
     * As they were kept.
     *
     * @param values of all combinations, {@code width} each
     */
    static Figures of(SmallNumbers values, int width, int[] places) {
        return new Figures(values, width, places);
    }

    /** The place of a column that has the same figures; -1 for none. */
    private static int same(int[] all, List<Integer> kept, int column) {
        for (int i = 0; i < kept.size(); i++) {
            int other = kept.get(i);
            boolean same = true;
            for (int at = 0; same && at < all.length; at += DistinctCounts.WIDTH) {
                same = all[at + column] == all[at + other];
            }
            if (same) {
                return i;
            }
        }
        return -1;
    }

    /** Where in a combination some columns stand. */
    int[] places(int[] columns) {
        int[] some = new int[columns.length];
        for (int i = 0; i < columns.length; i++) {
            some[i] = places[columns[i]];
        }
        return some;
    }

    int place(int column) {
        return places[column];
    }

    /** How many figures a combination needs. */
    int width() {
        return width;
    }

    /** @param place where a combination begins and the place of a column in it */
    int at(int place) {
        return values.at(place);
    }

    long bytes() {
        return values.bytes();
    }
}
