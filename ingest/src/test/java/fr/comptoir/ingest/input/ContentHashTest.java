package fr.comptoir.ingest.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ContentHashTest {
    private static final long SEED = 17;

    @Test
    void sameInPiecesInBlocksAndAtOnce() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 20; i++) {
            byte[] bytes = bytes(random, random.nextInt(3 * ContentHash.BLOCK_BYTES));
            ContentHash pieces = new ContentHash();
            int at = 0;
            while (at < bytes.length) {
                int end = Math.min(bytes.length, at + 1 + random.nextInt(ContentHash.BLOCK_BYTES + 500_000));
                pieces.update(bytes, at, end);
                assertThat(pieces.hex()).as("seed %s, %s bytes", SEED, end).isEqualTo(ContentHash.of(bytes, 0, end));
                at = end;
            }
            assertThat(pieces.bytes()).isEqualTo(bytes.length);
            int blocks = (bytes.length + ContentHash.BLOCK_BYTES - 1) / ContentHash.BLOCK_BYTES;
            long[] hashes = new long[blocks * ContentHash.BLOCK_LONGS];
            for (int block = blocks - 1; block >= 0; block--) {
                int from = block * ContentHash.BLOCK_BYTES;
                ContentHash.block(
                        bytes,
                        from,
                        Math.min(bytes.length, from + ContentHash.BLOCK_BYTES),
                        hashes,
                        block * ContentHash.BLOCK_LONGS);
            }
            assertThat(ContentHash.combine(hashes, blocks, bytes.length))
                    .isEqualTo(ContentHash.of(bytes, 0, bytes.length));
        }
    }

    @Test
    void placeInTheBufferDoesNotMatter() {
        byte[] bytes = bytes(new SplittableRandom(SEED), 1000);
        byte[] shifted = new byte[1010];
        System.arraycopy(bytes, 0, shifted, 3, 1000);
        assertThat(ContentHash.of(shifted, 3, 1003))
                .isEqualTo(ContentHash.of(bytes, 0, 1000))
                .hasSize(32)
                .matches("[0-9a-f]{32}");
    }

    @Test
    void anyOtherContentHasAnotherHash() {
        byte[] bytes = bytes(new SplittableRandom(SEED), 300);
        Set<String> hashes = new HashSet<>();
        int contents = 0;
        for (int length = 0; length <= bytes.length; length++) {
            contents++;
            hashes.add(ContentHash.of(bytes, 0, length));
        }
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            contents++;
            hashes.add(ContentHash.of(changed, 0, changed.length));
        }
        byte[] zeros = new byte[100];
        for (int length = 0; length <= zeros.length; length++) {
            contents += length > 0 ? 1 : 0;
            hashes.add(ContentHash.of(zeros, 0, length));
        }
        assertThat(hashes).hasSize(contents);
    }

    @Test
    void orderOfWordsAndBlocksMatters() {
        byte[] bytes = bytes(new SplittableRandom(SEED), 2 * ContentHash.BLOCK_BYTES);
        byte[] swapped = new byte[bytes.length];
        System.arraycopy(bytes, 0, swapped, ContentHash.BLOCK_BYTES, ContentHash.BLOCK_BYTES);
        System.arraycopy(bytes, ContentHash.BLOCK_BYTES, swapped, 0, ContentHash.BLOCK_BYTES);
        assertThat(ContentHash.of(swapped, 0, swapped.length)).isNotEqualTo(ContentHash.of(bytes, 0, bytes.length));
        byte[] words = Arrays.copyOf(bytes, 128);
        System.arraycopy(bytes, 0, words, 32, 8);
        System.arraycopy(bytes, 32, words, 0, 8);
        assertThat(ContentHash.of(words, 0, 128)).isNotEqualTo(ContentHash.of(bytes, 0, 128));
    }

    /** A hash of the content stands in the store: it must stay what it is. */
    @Test
    void hashesAreForEver() {
        byte[] text = "192.0.2.7 - - [10/Oct/2026:13:55:36 +0200] \"GET / HTTP/1.1\" 200 5\n"
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertThat(ContentHash.of(text, 0, 0)).isEqualTo("64b5720b4b825f210aba358fe4a55665");
        assertThat(ContentHash.of(text, 0, text.length)).isEqualTo("ea54481323854652d8081e72b78ee762");
    }

    private static byte[] bytes(SplittableRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
