package fr.comptoir.registry;

/**
 * A set of 64-bit hashes, given once, to each of which a 64-bit value may be put later. 0 is no hash. Not thread-safe while values are put.
 */
final class LongTable {
    private final long[] keys;
    private final long[] values;
    private final boolean[] known;

    LongTable(long[] hashes) {
        int length = Integer.highestOneBit(Math.max(8, hashes.length)) * 4;
        keys = new long[length];
        values = new long[length];
        known = new boolean[length];
        for (long hash : hashes) {
            if (hash != 0) {
                keys[slot(hash)] = hash;
            }
        }
    }

    private int slot(long hash) {
        int slot = (int) (hash ^ hash >>> 32) & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != hash) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    /** Puts the value of a hash, if the hash is one of the set. */
    void put(long hash, long value) {
        int slot = slot(hash);
        if (keys[slot] != 0) {
            values[slot] = value;
            known[slot] = true;
        }
    }

    boolean has(long hash) {
        return known[slot(hash)];
    }

    /** The value of a hash that {@link #has} one. */
    long get(long hash) {
        return values[slot(hash)];
    }
}
