package fr.comptoir.validate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.validate.event.Thing;
import fr.comptoir.validate.event.UsageRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What rules remember, against the plain collections that say the same. */
class StoresTest {
    private static final long SEED = 7L;

    @Test
    void keysAreNumberedInTheirOrder() {
        Random random = new Random(SEED);
        LongIndex index = new LongIndex();
        LongList keys = new LongList();
        Map<Long, Integer> plain = new HashMap<>();
        for (int round = 0; round < 100_000; round++) {
            long key = random.nextInt(40_000) * 0x9E3779B97F4A7C15L;
            Integer before = plain.get(key);
            int number = index.add(key);
            if (before == null) {
                assertThat(number).isEqualTo(~plain.size());
                plain.put(key, plain.size());
                keys.add(key);
            } else {
                assertThat(number).isEqualTo(before);
            }
        }
        assertThat(index.size()).isEqualTo(plain.size());
        plain.forEach((key, number) -> assertThat(keys.get(number)).isEqualTo(key));
    }

    @Test
    void keysThatDifferInTheirLastBitsAreKeysOfTheirOwn() {
        LongIndex index = new LongIndex();
        assertThat(MetricType.values()).hasSizeLessThan(1 << LongIndex.NEAR_BITS);
        for (int number = 0; number < 30_000; number++) {
            long key = (number >> LongIndex.NEAR_BITS) * 0x9E3779B97F4A7C15L & -(1L << LongIndex.NEAR_BITS);
            assertThat(index.add(key | (number & 31))).isEqualTo(~number);
            assertThat(index.add(key)).isEqualTo(number & ~31);
        }
    }

    @Test
    void countsComeBackAsTheyWereAdded() {
        Random random = new Random(SEED);
        CountStore store = new CountStore(30);
        Map<Long, List<String>> plain = new HashMap<>();
        List<Long> groups = new ArrayList<>();
        for (int round = 0; round < 50_000; round++) {
            UsageRow row = new UsageRow(new Thing(Thing.Role.ITEM), 30);
            StringBuilder counts = new StringBuilder();
            for (int month = 0; month < 30; month++) {
                long count = random.nextInt(3) == 0 ? random.nextLong() >>> (1 + random.nextInt(60)) : 0;
                row.counts[month] = random.nextBoolean() && count == 0 ? UsageRow.ABSENT : count;
                counts.append(count).append(' ');
            }
            row.code = random.nextLong() >>> random.nextInt(64);
            MetricType metric = MetricType.values()[random.nextInt(MetricType.values().length)];
            boolean book = random.nextBoolean();
            long group = random.nextInt(9000);
            store.add(group, row, metric, book);
            plain.computeIfAbsent(group, key -> {
                        groups.add(key);
                        return new ArrayList<>();
                    })
                    .add(0, row.code + " " + metric + " " + book + " " + counts);
        }
        assertThat(store.groups()).isEqualTo(groups.size());
        for (int group = 0; group < store.groups(); group++) {
            List<String> read = new ArrayList<>();
            store.read(group, (code, metric, book, counts) -> {
                StringBuilder text = new StringBuilder();
                for (long count : counts) {
                    text.append(count).append(' ');
                }
                read.add(code + " " + metric + " " + book + " " + text);
            });
            assertThat(read).isEqualTo(plain.get(groups.get(group)));
        }
    }
}
