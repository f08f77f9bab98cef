package fr.comptoir.engine;

/** Sorts indices of rows by what the rows hold; never worse than n log n comparisons. Keeps its scratch between calls; not thread-safe. */
final class RowSort {
    private static final int SMALL = 12;

    private int[] scratch = new int[64];

    /** An order of rows by their content. */
    interface Order {
        int compare(int row, int other);
    }

    void sort(int[] rows, int from, int to, Order order) {
        if (to - from > SMALL && scratch.length < to - from) {
            scratch = new int[Math.max(to - from, scratch.length * 2)];
        }
        mergeSort(rows, from, to, order);
    }

    private void mergeSort(int[] rows, int from, int to, Order order) {
        if (to - from <= SMALL) {
            insertionSort(rows, from, to, order);
            return;
        }
        int middle = (from + to) >>> 1;
        mergeSort(rows, from, middle, order);
        mergeSort(rows, middle, to, order);
        if (order.compare(rows[middle - 1], rows[middle]) <= 0) {
            return;
        }
        int left = middle - from;
        System.arraycopy(rows, from, scratch, 0, left);
        int i = 0;
        int j = middle;
        int at = from;
        while (i < left && j < to) {
            rows[at++] = order.compare(scratch[i], rows[j]) <= 0 ? scratch[i++] : rows[j++];
        }
        System.arraycopy(scratch, i, rows, at, left - i);
    }

    private static void insertionSort(int[] rows, int from, int to, Order order) {
        for (int i = from + 1; i < to; i++) {
            int row = rows[i];
            int j = i;
            while (j > from && order.compare(rows[j - 1], row) > 0) {
                rows[j] = rows[j - 1];
                j--;
            }
            rows[j] = row;
        }
    }
}
