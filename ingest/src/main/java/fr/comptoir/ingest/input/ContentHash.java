package fr.comptoir.ingest.input;

import java.util.Arrays;

/**
 * A 128-bit hash of content, to know it again: for identity among one's own files, not for security (whoever wants to can make two
 * contents with the same hash). Content is cut into blocks of {@link #BLOCK_BYTES}, which any thread may hash by itself; the hash of the
 * content is that of its blocks' hashes in order and of its length. Hence the hash of a beginning needs only its last block hashed anew.
 */
public final class ContentHash {
    public static final int BLOCK_BYTES = 1 << 20;
    /** How many longs a block's hash has. */
    public static final int BLOCK_LONGS = 2;

    private static final long SEED = BlockHash.SEED;

    private long[] hashes = new long[64 * BLOCK_LONGS];
    private int blocks;
    private final byte[] block = new byte[BLOCK_BYTES];
    private int filled;

    /** A hash of content that comes piece by piece. Not thread-safe. */
    public ContentHash() {}

    /** Takes the next bytes of the content. */
    public void update(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int count = Math.min(to - at, BLOCK_BYTES - filled);
            if (count == BLOCK_BYTES) {
                add(bytes, at, at + count);
            } else {
                System.arraycopy(bytes, at, block, filled, count);
                filled += count;
                if (filled == BLOCK_BYTES) {
                    add(block, 0, BLOCK_BYTES);
                    filled = 0;
                }
            }
            at += count;
        }
    }

    /** Bytes taken so far. */
    public long bytes() {
        return (long) blocks * BLOCK_BYTES + filled;
    }

    /** The hash of all bytes so far, 32 hex digits; more bytes may follow. */
    public String hex() {
        int all = blocks;
        if (filled > 0) {
            add(block, 0, filled);
        }
        String hex = combine(hashes, blocks, (long) all * BLOCK_BYTES + filled);
        blocks = all;
        return hex;
    }

    private void add(byte[] bytes, int from, int to) {
        if (hashes.length < (blocks + 1) * BLOCK_LONGS) {
            hashes = Arrays.copyOf(hashes, hashes.length * 2);
        }
        block(bytes, from, to, hashes, blocks * BLOCK_LONGS);
        blocks++;
    }

    /** The hash of {@code bytes[from, to)}, of any length, as 32 hex digits. */
    public static String of(byte[] bytes, int from, int to) {
        long[] hashes = new long[BLOCK_LONGS * Math.max(1, (to - from + BLOCK_BYTES - 1) / BLOCK_BYTES)];
        int count = 0;
        for (int at = from; at < to; at += BLOCK_BYTES) {
            block(bytes, at, Math.min(to, at + BLOCK_BYTES), hashes, count * BLOCK_LONGS);
            count++;
        }
        return combine(hashes, count, to - from);
    }

    /**
     * The hash of a content from its blocks' hashes.
     *
     * @param hashes two longs a block, in the order of the blocks; all but the last are whole
     * @param blocks how many; none for empty content
     * @param totalBytes length of the content
     */
    public static String combine(long[] hashes, int blocks, long totalBytes) {
        long a = SEED ^ totalBytes;
        long b = ~SEED + totalBytes;
        for (int i = 0; i < blocks; i++) {
            a = mix(a ^ hashes[BLOCK_LONGS * i]) + b;
            b = mix(b + hashes[BLOCK_LONGS * i + 1]) ^ Long.rotateLeft(a, 23);
        }
        return hex(mix(a + b)) + hex(mix(b ^ Long.rotateLeft(a, 32)));
    }

    /** Puts the hash of one block into {@code into[at]} and {@code into[at + 1]}. */
    public static void block(byte[] bytes, int from, int to, long[] into, int at) {
        BlockHash hash = new BlockHash();
        int whole = to - (to - from) % BlockHash.STRIPE_BYTES;
        hash.take(bytes, from, whole);
        hash.end(bytes, whole, to, to - from, into, at);
    }

    /** Mixes all bits into all others (the finalizer of MurmurHash3). */
    static long mix(long value) {
        long v = (value ^ value >>> 33) * 0xFF51AFD7ED558CCDL;
        v = (v ^ v >>> 33) * 0xC4CEB9FE1A85EC53L;
        return v ^ v >>> 33;
    }

    private static String hex(long value) {
        String digits = Long.toHexString(value);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
