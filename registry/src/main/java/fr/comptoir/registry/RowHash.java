package fr.comptoir.registry;

import java.util.HexFormat;
import java.util.List;

/**
 * A hash of a set of rows, whatever their order: the sums of two 64-bit hashes of each. It tells versions apart; it is no protection
 * against forgery.
 */
final class RowHash {
    private long sum1;
    private long sum2;
    private long count;

    void add(List<String> values) {
        long hash1 = 0x243f6a8885a308d3L;
        long hash2 = 0x13198a2e03707344L;
        for (String value : values) {
            hash1 = mix(hash1 ^ value.length());
            for (int i = 0; i < value.length(); i++) {
                hash1 = (hash1 ^ value.charAt(i)) * 0x9e3779b97f4a7c15L;
                hash1 ^= hash1 >>> 29;
                hash2 = (Long.rotateLeft(hash2, 13) + value.charAt(i)) * 0xd1342543de82ef95L;
            }
            hash2 = mix(hash2 + value.length());
        }
        sum1 += mix(hash1);
        sum2 += mix(hash2 ^ hash1);
        count++;
    }

    /** 32 hex digits. */
    String text() {
        return HexFormat.of().toHexDigits(mix(sum1 + count)) + HexFormat.of().toHexDigits(mix(sum2));
    }

    private static long mix(long word) {
        long mixed = (word ^ word >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
