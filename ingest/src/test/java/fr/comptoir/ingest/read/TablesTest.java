package fr.comptoir.ingest.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.action.BytesTable;
import fr.comptoir.model.action.KeyedHash;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small tables behind reading, each against the plain way of doing the same. */
class TablesTest {
    @Test
    void longsHaveNumbers() {
        SplittableRandom random = new SplittableRandom(12);
        LongNumbers numbers = new LongNumbers();
        Map<Long, Integer> expected = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            long key = 1L + random.nextInt(9_000) * 0x1_0000_0001L;
            assertThat(numbers.get(key)).isEqualTo(expected.getOrDefault(key, LongNumbers.NONE));
            numbers.put(key, i);
            expected.put(key, i);
        }
        numbers.clear();
        assertThat(numbers.get(1)).isEqualTo(LongNumbers.NONE);
    }

    @Test
    void lineFeedsAreFoundWhereverTheyStand() {
        for (int length = 0; length < 40; length++) {
            for (int feed = -1; feed < length; feed++) {
                byte[] bytes = "\u000B\u0009\u008A"
                        .repeat(40)
                        .substring(0, length + 10)
                        .getBytes(UTF_8);
                if (feed >= 0) {
                    bytes[5 + feed] = '\n';
                }
                assertThat(LineEnds.next(bytes, 5, 5 + length)).isEqualTo(feed < 0 ? -1 : 5 + feed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Paris",
                "America/St_Johns",
                "Australia/Lord_Howe",
                "Asia/Kathmandu",
                "Pacific/Apia",
                "Africa/Casablanca",
                "+05:30"
            })
    void daysAndHoursAreThoseOfTheZone(String id) {
        ZoneId zone = ZoneId.of(id);
        LocalHours hours = new LocalHours(zone);
        SplittableRandom random = new SplittableRandom(13);
        long time = Instant.parse("2011-12-20T00:00:00Z").toEpochMilli();
        for (int i = 0; i < 60_000; i++) {
            time += random.nextInt(40) == 0
                    ? random.nextLong(-40_000_000_000L, 40_000_000_000L)
                    : random.nextLong(-900_000, 1_000_000);
            hours.locate(time);
            ZonedDateTime local = Instant.ofEpochMilli(time).atZone(zone);
            assertThat(hours.day()).isEqualTo((int) local.toLocalDate().toEpochDay());
            assertThat(hours.hour()).isEqualTo(local.getHour());
        }
    }

    @Test
    void titlesThatAreNoItemsAreNeverMissed() {
        BytesTable table = new BytesTable(5);
        NotItems notItems = new NotItems(Site.CATALOGUE, table);
        for (String id : new String[] {"j1", "d1", "d2"}) {
            byte[] bytes = id.getBytes(UTF_8);
            assertThat(notItems.mayHave(table.hash(bytes, 0, bytes.length))).isTrue();
        }
    }

    @Test
    void theKeyedHashIsSipHash() {
        byte[] key = new byte[16];
        byte[] text = new byte[15];
        for (int i = 0; i < 16; i++) {
            key[i] = (byte) i;
        }
        System.arraycopy(key, 0, text, 0, 15);
        assertThat(new KeyedHash(key).of(text, 0, 15))
                .as("the example of the authors' appendix A")
                .isEqualTo(0xa129ca6149be45e5L);
    }

    @Test
    void theKeyedHashOfTwoWordsIsThatOfTheirBytes() {
        SplittableRandom random = new SplittableRandom(14);
        for (int i = 0; i < 1_000; i++) {
            long first = random.nextLong();
            long second = random.nextLong();
            byte[] bytes = ByteBuffer.allocate(16)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(first)
                    .putLong(second)
                    .array();
            assertThat(Site.HASH.of(first, second)).isEqualTo(Site.HASH.of(bytes, 0, 16));
        }
    }
}
