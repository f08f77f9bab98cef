package fr.comptoir.store.fact;

import fr.comptoir.model.action.Names;
import fr.comptoir.model.catalogue.Catalogue;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Sorts facts without comparing a text twice: distinct values get their place among all, and rows are then sorted by counting. */
final class Places {
    private Places() {}

    /** For each number of a dictionary its place when the texts are sorted. */
    static int[] ofTexts(Names names) {
        Integer[] sorted = new Integer[names.size()];
        Arrays.setAll(sorted, i -> i);
        Arrays.sort(sorted, Comparator.comparing(names::text));
        int[] places = new int[sorted.length];
        for (int place = 0; place < sorted.length; place++) {
            places[sorted[place]] = place;
        }
        return places;
    }

    /** The distinct catalogue numbers of {@code column}, sorted by the id of the title and then by their own. */
    static int[] sorted(int[] column, int size, Catalogue catalogue) {
        BitSet used = new BitSet(catalogue.size());
        for (int row = 0; row < size; row++) {
            used.set(column[row]);
        }
        Entry[] entries = used.stream()
                .mapToObj(number -> new Entry(number, title(number, catalogue), catalogue.itemId(number)))
                .toArray(Entry[]::new);
        Arrays.parallelSort(entries);
        return Arrays.stream(entries).mapToInt(Entry::number).toArray();
    }

    private static String title(int number, Catalogue catalogue) {
        int title = catalogue.title(number);
        return title == Catalogue.NONE ? "" : catalogue.itemId(title);
    }

    private record Entry(int number, String title, String id) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTitle = title.compareTo(other.title);
            return byTitle != 0 ? byTitle : id.compareTo(other.id);
        }
    }

    /** The inverse of {@code sorted}: place by catalogue number. */
    static int[] inverse(int[] sorted, int catalogueSize) {
        int[] places = new int[catalogueSize];
        for (int place = 0; place < sorted.length; place++) {
            places[sorted[place]] = place;
        }
        return places;
    }

    /**
     * Row numbers sorted by {@code key}, rows of the same key in the order of {@code before}, or by number when it is null.
     *
     * @param keys greater than any key
     */
    static int[] order(int @Nullable [] before, int[] key, int size, int keys) {
        int[] next = new int[keys + 1];
        for (int row = 0; row < size; row++) {
            next[key[row] + 1]++;
        }
        for (int i = 0; i < keys; i++) {
            next[i + 1] += next[i];
        }
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int row = before == null ? i : before[i];
            order[next[key[row]]++] = row;
        }
        return order;
    }
}
