package fr.comptoir.registry;

import fr.comptoir.model.catalogue.Catalogue;
import java.util.Arrays;
import java.util.BitSet;

/** The columns of a catalogue in the making, by the number of the item. */
final class CatalogueColumns {
    byte[] dataTypes = new byte[0];
    /** 0 for blank. */
    short[] yops = new short[0];

    int[] parents = new int[0];
    int[] databases = new int[0];
    /** First what the row says, then the number of the history; see {@link AccessResolver}. */
    int[] access = new int[0];
    /** Line in the source. */
    int[] lines = new int[0];

    void ensure(int size) {
        if (size > dataTypes.length) {
            int capacity = Math.max(1024, size + size / 2);
            dataTypes = Arrays.copyOf(dataTypes, capacity);
            yops = Arrays.copyOf(yops, capacity);
            parents = Arrays.copyOf(parents, capacity);
            databases = Arrays.copyOf(databases, capacity);
            access = Arrays.copyOf(access, capacity);
            lines = Arrays.copyOf(lines, capacity);
        }
    }

    /** These rows only, in the same order, with parents and databases by their new numbers; lines are left behind. */
    CatalogueColumns renumbered(BitSet rows, int[] numbers) {
        CatalogueColumns dense = new CatalogueColumns();
        int size = rows.cardinality();
        dense.dataTypes = new byte[size];
        dense.yops = new short[size];
        dense.parents = new int[size];
        dense.databases = new int[size];
        dense.access = new int[size];
        for (int i = rows.nextSetBit(0), at = 0; i >= 0; i = rows.nextSetBit(i + 1), at++) {
            dense.dataTypes[at] = dataTypes[i];
            dense.yops[at] = yops[i];
            dense.parents[at] = parents[i] == Catalogue.NONE ? Catalogue.NONE : numbers[parents[i]];
            dense.databases[at] = databases[i] == Catalogue.NONE ? Catalogue.NONE : numbers[databases[i]];
            dense.access[at] = access[i];
        }
        return dense;
    }
}
