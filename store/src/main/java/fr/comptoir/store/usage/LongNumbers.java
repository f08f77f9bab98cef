package fr.comptoir.store.usage;

import java.util.Arrays;

/** Gives values numbers from 0 in the order in which they are met. */
final class LongNumbers {
    private static final int FREE = -1;
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    private long[] values = new long[64];
    private int size;
    /** By a hash, twice as many places as values at least. */
    private int[] places = free(256);

    private static int[] free(int length) {
        int[] places = new int[length];
        Arrays.fill(places, FREE);
        return places;
    }

    int number(long value) {
        int mask = places.length - 1;
        int place = hash(value) & mask;
        while (places[place] != FREE) {
            if (values[places[place]] == value) {
                return places[place];
            }
            place = (place + 1) & mask;
        }
        places[place] = size;
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
        if (2 * size > places.length) {
            spread();
        }
        return size - 1;
    }

    private void spread() {
        places = free(2 * places.length);
        int mask = places.length - 1;
        for (int i = 0; i < size; i++) {
            int place = hash(values[i]) & mask;
            while (places[place] != FREE) {
                place = (place + 1) & mask;
            }
            places[place] = i;
        }
    }

    private static int hash(long value) {
        return (int) ((value * MIX) >>> 32);
    }

    long value(int number) {
        return values[number];
    }

    int size() {
        return size;
    }
}
