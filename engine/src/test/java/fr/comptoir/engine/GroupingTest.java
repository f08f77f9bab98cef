package fr.comptoir.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupingTest {
    /** Rows whose key is a number; hashes are cut to so many bits that different keys share them. */
    private static final class Numbers implements Grouping.Table {
        final int[] keys;
        final int hashBits;
        int[] rows = {};

        Numbers(int[] keys, int hashBits) {
            this.keys = keys;
            this.hashBits = hashBits;
        }

        @Override
        public boolean takes(int row) {
            return keys[row] >= 0;
        }

        @Override
        public long hash(int row) {
            return hashBits == 0 ? 0 : RowKey.mix(keys[row]) & -1L << (Long.SIZE - hashBits);
        }

        @Override
        public void places(int size) {
            rows = new int[size];
            Arrays.fill(rows, -1);
        }

        @Override
        public void put(int row, int place) {
            assertThat(rows[place]).isEqualTo(-1);
            rows[place] = row;
        }

        @Override
        public int compare(int place, int other) {
            return Integer.compare(keys[rows[place]], keys[rows[other]]);
        }
    }

    @ParameterizedTest(name = "{0} rows, {1} keys, {2} bits of hash, {3} threads")
    @CsvSource({
        "0, 1, 64, 2",
        "1, 1, 64, 2",
        "10, 3, 64, 2",
        "10, 3, 0, 1",
        "5000, 1000, 0, 2",
        "5000, 5000, 4, 2",
        "60000, 20000, 64, 1",
        "60000, 20000, 64, 2",
        "60000, 20000, 3, 3",
        "60000, 1, 64, 2",
    })
    void givesEachKeyOnceWithAllItsRows(int size, int keys, int hashBits, int threads) {
        SplittableRandom random = new SplittableRandom(size + keys);
        int[] keyOfRow =
                IntStream.range(0, size).map(i -> random.nextInt(-1, keys)).toArray();
        Numbers numbers = new Numbers(keyOfRow, hashBits);
        AtomicInteger[] seen =
                IntStream.range(0, keys).mapToObj(i -> new AtomicInteger()).toArray(AtomicInteger[]::new);
        AtomicInteger groups = new AtomicInteger();
        Grouping.run(size, numbers, new Workers(threads), () -> (places, count) -> {
            groups.incrementAndGet();
            for (int i = 0; i < count; i++) {
                int key = keyOfRow[numbers.rows[places[i]]];
                assertThat(key).isEqualTo(keyOfRow[numbers.rows[places[0]]]);
                seen[key].incrementAndGet();
            }
        });
        assertThat(groups.get()).isEqualTo((int)
                Arrays.stream(keyOfRow).filter(key -> key >= 0).distinct().count());
        for (int key = 0; key < keys; key++) {
            int expected = key;
            assertThat(seen[key].get()).isEqualTo((int)
                    Arrays.stream(keyOfRow).filter(k -> k == expected).count());
            if (key > 50) {
                break;
            }
        }
        assertThat(Arrays.stream(seen).mapToInt(AtomicInteger::get).sum())
                .isEqualTo((int) Arrays.stream(keyOfRow).filter(key -> key >= 0).count());
    }
}
