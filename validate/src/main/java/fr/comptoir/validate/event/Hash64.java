package fr.comptoir.validate.event;

/**
 * 64-bit hashes of text and of sequences. Two of a million rows fall together by chance once in forty million reports, which lets a rule
 * remember a row by eight bytes.
 */
public final class Hash64 {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Hash64() {}

    public static long of(String text) {
        long hash = text.length();
        for (int at = 0; at < text.length(); at++) {
            hash = (hash ^ text.charAt(at)) * GOLDEN;
            hash ^= hash >>> 29;
        }
        return mix(hash);
    }

    /** The hash of a sequence that is longer by {@code next}. */
    public static long then(long hash, long next) {
        return mix(hash * 31 + next + GOLDEN);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 32)) * 0xD6E8FEB86659FD93L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return mixed ^ (mixed >>> 32);
    }
}
