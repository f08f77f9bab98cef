package fr.comptoir.model.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "93.25.1.2 | 93.25.1.2",
                "115.0.0.0/8 | 115.0.0.0/8",
                "192.0.2.17/24 | 192.0.2.0/24",
                "0.0.0.0/0 | 0.0.0.0/0",
                "128.0.0.100 - 128.0.1.110 | 128.0.0.100-128.0.1.110",
                "192.0.2.0-192.0.2.255 | 192.0.2.0/24",
                "192.0.2.1–192.0.2.9 | 192.0.2.1-192.0.2.9",
                "192.0.2.* | 192.0.2.0/24",
                "134.174.*.* | 134.174.0.0/16",
                "134.174.*.* - 134.175.*.* | 134.174.0.0/15",
                "192.0.2.1-50 | 192.0.2.1-192.0.2.50",
                "10.0-1.*.* | 10.0.0.0/15",
                "10.0-1.3-4.7-9 | 10.0.3.7-10.0.3.9, 10.0.4.7-10.0.4.9, 10.1.3.7-10.1.3.9, 10.1.4.7-10.1.4.9",
                "10.0.0.0 255.255.0.0 | 10.0.0.0/16",
                "10.0.0.0/255.255.255.0 | 10.0.0.0/24",
                "2001:db8::1 | 2001:db8::1",
                "2001:db8::/32 | 2001:db8::/32",
                "2001:db8::1-2001:db8::ffff | 2001:db8::1-2001:db8::ffff",
                "::/0 | ::/0",
                "::ffff:192.0.2.0/120 | 192.0.2.0/24",
                "192.0.2.1, 192.0.2.3 # proxy | 192.0.2.1, 192.0.2.3",
            })
    void readsEveryForm(String text, String canonical) {
        assertThat(String.join(
                        ", ",
                        IpRange.parse(text).stream().map(IpRange::toString).toList()))
                .isEqualTo(canonical);
    }

    @Test
    void octetRangesGiveOneRangeWhereTheyAreContiguous() {
        assertThat(IpRange.parse("10.0-3.1-254.*"))
                .hasSize(4)
                .allSatisfy(range -> assertThat(range.size()).isEqualTo(254 * 256))
                .first()
                .hasToString("10.0.1.0-10.0.254.255");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | no address",
                "example.org | is no IPv4 or IPv6 address",
                "192.0.2.9-192.0.2.1 | is reversed",
                "10.3-1.0.0 | is reversed",
                "192.0.2.0/33 | from 0 to 32",
                "2001:db8::/129 | from 0 to 128",
                "192.0.2.0/ | prefix length",
                "10.0.0.0 255.0.255.0 | is no netmask",
                "192.0.2.1-2001:db8::1 | one end is IPv4",
                "192.0.* | four parts",
                "192.0.2.300-400 | no number from 0 to 255",
                "*.*.*.1 | separate ranges",
                "192.0.2.1 campus | prefix length",
            })
    void saysWhatIsWrong(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IpRange.parse(text))
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.0.0/16",
                "172.31.255.255",
                "192.168.0.0/24",
                "127.0.0.1",
                "169.254.1.1",
                "100.64.0.1",
                "::1",
                "fd00::/8",
                "fe80::1"
            })
    void knowsPrivateAddresses(String text) {
        assertThat(IpRange.parse(text).get(0).isPrivate()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.0/24", "172.32.0.0/16", "11.0.0.0/8", "2001:db8::/32", "193.55.10.1"})
    void knowsPublicAddresses(String text) {
        assertThat(IpRange.parse(text).get(0).isPrivate()).isFalse();
    }

    @Test
    void randomRangesKeepTheirLaws() {
        long seed = 42;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 5_000; i++) {
            IpRange range = randomRange(random);
            assertThat(IpRange.parse(range.toString())).as("seed %d", seed).containsExactly(range);
            BigInteger sum = BigInteger.ZERO;
            List<IpRange> blocks = range.blocks();
            for (IpRange block : blocks) {
                assertThat(block.prefix()).isNotNegative();
                sum = sum.add(block.size());
            }
            assertThat(sum).as("seed %d", seed).isEqualTo(range.size());
            IpRange other = randomRange(random);
            assertThat(Integer.signum(range.compareSize(other)))
                    .isEqualTo(range.size().compareTo(other.size()));
        }
    }

    @Test
    void aSetContainsWhatOneOfItsRangesContains() {
        long seed = 43;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 200; i++) {
            List<IpRange> ranges = new ArrayList<>();
            for (int n = random.nextInt(8); n > 0; n--) {
                long from = random.nextInt(200);
                ranges.add(new IpRange(0, from, 0, from + random.nextInt(20)));
            }
            IpRangeSet set = IpRangeSet.of(ranges);
            for (long low = 0; low < 256; low++) {
                long address = low;
                assertThat(set.contains(0, address))
                        .as("seed %d", seed)
                        .isEqualTo(ranges.stream().anyMatch(range -> range.contains(0, address)));
            }
        }
        assertThat(IpRangeSet.parse(List.of("192.0.2.0/24")).contains(0, IpAddress.lowOfIpv4(0xc0000201L)))
                .isTrue();
    }

    private static IpRange randomRange(SplittableRandom random) {
        if (random.nextBoolean()) {
            long from = random.nextLong(1L << 32);
            long to = from + random.nextLong((1L << 32) - from);
            return new IpRange(0, IpAddress.lowOfIpv4(from), 0, IpAddress.lowOfIpv4(to));
        }
        long high = 0x20010db800000000L | random.nextInt(1 << 16);
        return new IpRange(high, random.nextLong(), high + 1 + random.nextInt(1 << 20), random.nextLong());
    }
}
