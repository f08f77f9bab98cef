package fr.comptoir.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds ids that stand twice among millions, in 12 bytes a slot: a table of 64-bit hashes and line numbers. Two lines with the same hash
 * are only suspects; who reads the file again decides by the ids themselves. Not thread-safe.
 */
final class DuplicateIds {
    /** More suspects than this are not noted: the file is wrong in any case. */
    static final int SUSPECTS_MAX = 10_000;

    /** {@code id} of {@code line} has the same hash as the id of {@code firstLine}. */
    record Suspect(int firstLine, int line, String id) {}

    private long[] hashes = new long[1 << 12];
    private int[] lines = new int[1 << 12];
    private int size;
    private final List<Suspect> suspects = new ArrayList<>();

    void add(String id, int line) {
        if (size > hashes.length / 8 * 5) {
            grow();
        }
        long hash = hash(id);
        int slot = slot(hash, hashes.length);
        while (lines[slot] != 0) {
            if (hashes[slot] == hash) {
                if (suspects.size() >= SUSPECTS_MAX) {
                    return;
                }
                suspects.add(new Suspect(lines[slot], line, id));
            }
            slot = (slot + 1) & (hashes.length - 1);
        }
        hashes[slot] = hash;
        lines[slot] = line;
        size++;
    }

    List<Suspect> suspects() {
        return suspects;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldLines = lines;
        hashes = new long[oldHashes.length * 2];
        lines = new int[oldLines.length * 2];
        for (int i = 0; i < oldLines.length; i++) {
            if (oldLines[i] != 0) {
                int slot = slot(oldHashes[i], hashes.length);
                while (lines[slot] != 0) {
                    slot = (slot + 1) & (hashes.length - 1);
                }
                hashes[slot] = oldHashes[i];
                lines[slot] = oldLines[i];
            }
        }
        Arrays.fill(oldLines, 0);
    }

    private static int slot(long hash, int length) {
        return (int) (hash >>> 32) & (length - 1);
    }

    private static long hash(String id) {
        long hash = id.length();
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x9e3779b97f4a7c15L;
            hash ^= hash >>> 29;
        }
        hash *= 0xbf58476d1ce4e5b9L;
        return hash ^ hash >>> 31;
    }
}
