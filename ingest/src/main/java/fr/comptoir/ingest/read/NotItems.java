package fr.comptoir.ingest.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.comptoir.model.action.BytesTable;
import fr.comptoir.model.catalogue.Catalogue;

/**
 * A quick look at whether an item id could be that of a title that is no item, or of a database: few are, so that for most lines of
 * robots the catalogue need not be asked. A set of bits by hash: "no" is sure, "perhaps" is not. Immutable.
 */
final class NotItems {
    private static final int BITS_PER_ROW = 32;
    private static final int BITS_MAX = 1 << 28;

    private final long[] bits;
    private final int mask;

    NotItems(Catalogue catalogue, BytesTable hashing) {
        int rows = 0;
        for (int number = 0; number < catalogue.size(); number++) {
            rows += catalogue.dataType(number).mayBeItem() ? 0 : 1;
        }
        int size = 64;
        while (size < BITS_MAX && size < (long) BITS_PER_ROW * rows) {
            size *= 2;
        }
        bits = new long[size >> 6];
        mask = size - 1;
        for (int number = 0; number < catalogue.size(); number++) {
            if (!catalogue.dataType(number).mayBeItem()) {
                byte[] id = catalogue.itemId(number).getBytes(UTF_8);
                int bit = (int) hashing.hash(id, 0, id.length) & mask;
                bits[bit >> 6] |= 1L << bit;
            }
        }
    }

    /** @param hash of the id, by the same table's hashing */
    boolean mayHave(long hash) {
        int bit = (int) hash & mask;
        return (bits[bit >> 6] >>> bit & 1) != 0;
    }
}
