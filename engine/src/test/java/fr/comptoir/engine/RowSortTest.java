package fr.comptoir.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowSortTest {
    @ParameterizedTest(name = "{0} rows")
    @ValueSource(ints = {0, 1, 2, 12, 13, 100, 1000, 4097})
    void sortsAndKeepsTheOrderOfEqualRows(int size) {
        SplittableRandom random = new SplittableRandom(size);
        int[] value = IntStream.range(0, size).map(i -> random.nextInt(10)).toArray();
        int[] rows = IntStream.range(0, size + 2).map(i -> i - 1).toArray();
        new RowSort().sort(rows, 1, size + 1, (row, other) -> Integer.compare(value[row], value[other]));
        assertThat(rows[0]).isEqualTo(-1);
        assertThat(rows[size + 1]).isEqualTo(size);
        int[] expected = IntStream.range(0, size)
                .boxed()
                .sorted((row, other) -> Integer.compare(value[row], value[other]))
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(Arrays.copyOfRange(rows, 1, size + 1)).isEqualTo(expected);
    }
}
