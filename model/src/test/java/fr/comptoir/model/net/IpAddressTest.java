package fr.comptoir.model.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
    @ParameterizedTest
    @CsvSource({
        "[2001:db8::1], [2001:db8::1]",
        "[2001:DB8:0:0:0:0:0:1], [2001:db8::1]",
        "[2001:db8::1]:8080, [2001:db8::1]",
        "[::ffff:192.0.2.1], [::ffff:192.0.2.1]",
        "[::FFFF:c000:201], [::ffff:192.0.2.1]",
    })
    void aHostIsItsCanonicalTextInBrackets(String text, String host) {
        assertThat(IpAddress.host(text)).contains(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2001:db8::1", "[2001:db8::1", "[2001:db8::1]:", "[2001:db8::1]:99999", "[192.0.2.1]", "[x]", ""
            })
    void whatIsNoAddressInBracketsIsNoHost(String text) {
        assertThat(IpAddress.host(text)).isEmpty();
    }

    private final long[] out = new long[2];

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "::ffff:192.0.2.1, 192.0.2.1",
        "::FFFF:c000:201, 192.0.2.1",
        "0:0:0:0:0:ffff:192.0.2.1, 192.0.2.1",
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "2001:DB8:0:0:8:800:200C:417A, 2001:db8::8:800:200c:417a",
        "2001:db8::1:0:0:1, 2001:db8::1:0:0:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
    })
    void readsAndWritesCanonically(String text, String canonical) {
        assertThat(IpAddress.parse(text, out)).isTrue();
        assertThat(IpAddress.format(out[0], out[1])).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "1",
                ":",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.",
                ".1.2.3",
                "1.2.3.256",
                "01.2.3.4",
                "1.2.3.04",
                "1..3.4",
                "1.2.3.4 ",
                " 1.2.3.4",
                "1.2.3.4:80",
                "[::1]",
                "fe80::1%eth0",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "12345::",
                "g::",
                "::1.2.3",
                "1:2:3:4:5:6:7:1.2.3.4",
                "1:",
                ":1",
                "::1:",
                "example.org",
                "+1.2.3.4",
                "1.2.3.-4",
                "::1.2.3.4:5",
                "1:2:3:4::5:6:7:8",
                "1.2.3.4::"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThat(IpAddress.parse(text, out)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "[2001:db8::1]:443, 2001:db8::1",
        "[2001:db8::1], 2001:db8::1",
        "192.0.2.1:65535, 192.0.2.1",
        "192.0.2.1, 192.0.2.1",
        "2001:db8::1, 2001:db8::1",
    })
    void readsHopsWithPorts(String text, String address) {
        byte[] bytes = text.getBytes(UTF_8);
        assertThat(IpAddress.parseHop(bytes, 0, bytes.length, out)).isTrue();
        assertThat(IpAddress.format(out[0], out[1])).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "192.0.2.1:",
                "192.0.2.1:65536",
                "[192.0.2.1]:80",
                "[::1",
                "[::1]80",
                "[::1]:x",
                "a:1",
                ":80"
            })
    void refusesHopsThatAreNone(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        assertThat(IpAddress.parseHop(bytes, 0, bytes.length, out)).isFalse();
    }

    @Test
    void agreesWithTheJdkOnRandomAddresses() throws Exception {
        long seed = 20_260_101;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[16];
            for (int group = 0; group < 16; group += 2) {
                if (random.nextInt(3) > 0) {
                    bytes[group] = (byte) random.nextInt(256);
                    bytes[group + 1] = (byte) random.nextInt(256);
                }
            }
            bytes[0] |= 1;
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            long high = buffer.getLong();
            long low = buffer.getLong();
            String jdk = InetAddress.getByAddress(bytes).getHostAddress();
            assertThat(IpAddress.parse(jdk, out)).as("%s, seed %d", jdk, seed).isTrue();
            assertThat(out).containsExactly(high, low);
            assertThat(IpAddress.parse(IpAddress.format(high, low), out)).isTrue();
            assertThat(out).as("seed %d", seed).containsExactly(high, low);
        }
    }

    @Test
    void whatIsReadIsWrittenAndReadAgain() {
        SplittableRandom random = new SplittableRandom(7);
        byte[] alphabet = "0123456789abcdefABCDEF:.[]%:::...".getBytes(UTF_8);
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[random.nextInt(48)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = alphabet[random.nextInt(alphabet.length)];
            }
            if (IpAddress.parse(bytes, 0, bytes.length, out)) {
                long high = out[0];
                long low = out[1];
                assertThat(IpAddress.parse(IpAddress.format(high, low), out)).isTrue();
                assertThat(out).containsExactly(high, low);
                assertThat(IpAddress.parseHop(bytes, 0, bytes.length, out)).isTrue();
            } else {
                IpAddress.parseHop(bytes, 0, bytes.length, out);
            }
        }
    }
}
