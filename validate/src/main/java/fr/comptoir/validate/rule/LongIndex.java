package fr.comptoir.validate.rule;

import java.util.Arrays;

/**
 * Numbers keys of 64 bits in the order in which they come: 12 bytes a key at most two thirds full, so that a million take 24 MB. Keys that differ in the
 * last {@value #NEAR_BITS} bits only lie beside each other, so that looking for one brings the others.
 */
final class LongIndex {
    static final int NEAR_BITS = 5;

    private long[] keys = new long[1 << 10];
    private int[] numbers = new int[1 << 10];
    private int size;

    LongIndex() {
        Arrays.fill(numbers, -1);
    }

    int size() {
        return size;
    }

    /** The number of a key that was there before; the complement ({@code ~number}) of its new number when it was not. */
    int add(long key) {
        int slot = slot(keys, numbers, key);
        if (numbers[slot] >= 0) {
            return numbers[slot];
        }
        keys[slot] = key;
        numbers[slot] = size;
        int number = size++;
        if (size > keys.length / 3 * 2) {
            grow();
        }
        return ~number;
    }

    private void grow() {
        long[] more = new long[keys.length * 2];
        int[] moreNumbers = new int[more.length];
        Arrays.fill(moreNumbers, -1);
        for (int at = 0; at < keys.length; at++) {
            if (numbers[at] >= 0) {
                int slot = slot(more, moreNumbers, keys[at]);
                more[slot] = keys[at];
                moreNumbers[slot] = numbers[at];
            }
        }
        keys = more;
        numbers = moreNumbers;
    }

    private static int slot(long[] keys, int[] numbers, long key) {
        int mask = keys.length - 1;
        long far = key >>> NEAR_BITS;
        int slot = (int) (far ^ (far >>> 32)) & mask;
        while (numbers[slot] >= 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
