package fr.comptoir.ingest.read;

import java.util.Arrays;

/** A map from longs other than 0 to numbers, without an object for each. Not thread-safe. */
final class LongNumbers {
    /** The answer for a long that has no number. */
    static final int NONE = -1;

    private long[] keys = new long[1024];
    private int[] values = new int[1024];
    private int size;

    int get(long key) {
        int at = place(keys, key);
        return keys[at] == 0 ? NONE : values[at];
    }

    void put(long key, int value) {
        if (2 * (size + 1) > keys.length) {
            grow();
        }
        int at = place(keys, key);
        size += keys[at] == 0 ? 1 : 0;
        keys[at] = key;
        values[at] = value;
    }

    void clear() {
        if (size > 0) {
            Arrays.fill(keys, 0);
            size = 0;
        }
    }

    private void grow() {
        long[] largerKeys = new long[2 * keys.length];
        int[] largerValues = new int[2 * keys.length];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                int at = place(largerKeys, keys[i]);
                largerKeys[at] = keys[i];
                largerValues[at] = values[i];
            }
        }
        keys = largerKeys;
        values = largerValues;
    }

    private static int place(long[] keys, long key) {
        int mask = keys.length - 1;
        int at = (int) (key ^ key >>> 32) & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
