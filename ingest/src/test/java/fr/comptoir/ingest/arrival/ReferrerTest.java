package fr.comptoir.ingest.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferrerTest {
    @ParameterizedTest
    @CsvSource({
        "https://www.Example.org/a?b=c:d, www.example.org, /a",
        "https://example.org:8443, example.org, ''",
        "https://me:secret@example.org.:443/x, example.org, /x",
        "http://[2001:DB8::1]/path, [2001:db8::1], /path",
        "http://[2001:db8::1]:8080/path, [2001:db8::1], /path",
        "http://me@[::1]:80/, [::1], /",
        "http://[2001:0db8:0:0::0001]/, [2001:db8::1], /",
        "http://[fe80::1%25Eth0]/, [fe80::1%25eth0], /",
    })
    void aHostIsReadWithoutUserAndPort(String referrer, String host, String path) {
        byte[] bytes = referrer.getBytes(StandardCharsets.UTF_8);
        Referrer parsed = Referrer.parse(bytes, 0, bytes.length).orElseThrow();
        assertThat(parsed.host()).isEqualTo(host);
        assertThat(new String(parsed.path(), StandardCharsets.UTF_8)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({"about:blank", "http:///x", "http://[2001:db8::1/x", "-"})
    void whatHasNoHostIsNone(String referrer) {
        byte[] bytes = referrer.getBytes(StandardCharsets.UTF_8);
        assertThat(Referrer.parse(bytes, 0, bytes.length)).isEmpty();
    }
}
