package fr.comptoir.engine;

import java.util.Arrays;

/** Finds, among the rows of a growing table, the one that has the same key as another. Not thread-safe. */
final class RowIndex {
    private static final int FREE = -1;

    private final RowKey key;
    private int[] slots = new int[1024];
    private int size;

    RowIndex(RowKey key) {
        this.key = key;
        Arrays.fill(slots, FREE);
    }

    /** The row with the key of {@code row}: an earlier one, or {@code row} itself, which is then in the index. */
    int firstWithKeyOf(int row) {
        if (size * 2 >= slots.length) {
            grow();
        }
        int slot = slot(row);
        if (slots[slot] == FREE) {
            slots[slot] = row;
            size++;
        }
        return slots[slot];
    }

    private int slot(int row) {
        int mask = slots.length - 1;
        int slot = (int) key.hash(row) & mask;
        while (slots[slot] != FREE && key.compare(slots[slot], row) != 0) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int[] old = slots;
        slots = new int[old.length * 2];
        Arrays.fill(slots, FREE);
        for (int row : old) {
            if (row != FREE) {
                slots[slot(row)] = row;
            }
        }
    }
}
