package fr.comptoir.model.action;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BytesTableTest {
    @Test
    void bytesHaveNumbersInTheOrderOfFirstSight() {
        SplittableRandom random = new SplittableRandom(11);
        BytesTable table = new BytesTable(random.nextLong());
        for (int round = 0; round < 2; round++) {
            Map<String, Integer> expected = new HashMap<>();
            for (int i = 0; i < 40_000; i++) {
                String text = "x".repeat(random.nextInt(30)) + random.nextInt(9_000);
                byte[] bytes = ("--" + text + "++").getBytes(UTF_8);
                int to = bytes.length - random.nextInt(3);
                String key = new String(bytes, 2, to - 2, UTF_8);
                long hash = table.hash(bytes, 2, to);
                int found = table.find(bytes, 2, to, hash);
                assertThat(found).isEqualTo(expected.getOrDefault(key, BytesTable.NONE));
                if (found < 0) {
                    expected.put(key, table.add(bytes, 2, to, hash));
                }
            }
            assertThat(table.size()).isEqualTo(expected.size());
            expected.forEach((key, number) -> assertThat(table.text(number)).isEqualTo(key));
            table.clear();
        }
    }

    @Test
    void theHashDoesNotDependOnWhatStandsAround() {
        BytesTable table = new BytesTable(3);
        for (int length = 0; length < 40; length++) {
            byte[] tight = "q".repeat(length).getBytes(UTF_8);
            byte[] loose = ("12345" + "q".repeat(length) + "6789012345").getBytes(UTF_8);
            assertThat(table.hash(tight, 0, length)).isEqualTo(table.hash(loose, 5, 5 + length));
        }
    }

    @Test
    void namesAreTextsWithNumbers() {
        Names names = new Names();
        assertThat(names.number("")).isZero();
        assertThat(names.number("d\u00e9p\u00f4t \ud83d\udcda")).isEqualTo(1);
        assertThat(names.number("d\u00e9p\u00f4t \ud83d\udcda".getBytes(UTF_8))).isEqualTo(1);
        assertThat(names.number("b")).isEqualTo(2);
        assertThat(names.texts()).containsExactly("", "d\u00e9p\u00f4t \ud83d\udcda", "b");
        assertThat(names.utf8(1)).isEqualTo(names.text(1).getBytes(UTF_8));
    }
}
