package fr.comptoir.server.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {
    private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8", "2001:db8:1::/48"));

    @Test
    void theClientIsTheLastHopThatIsNoProxy() {
        assertThat(proxies.client(List.of("203.0.113.7"))).hasValue("203.0.113.7");
        assertThat(proxies.client(List.of("198.51.100.1, 203.0.113.7, 10.1.2.3")))
                .as("what the client wrote before itself is nothing")
                .hasValue("203.0.113.7");
        assertThat(proxies.client(List.of("198.51.100.1", "203.0.113.7", "[2001:db8:1::5]:8443")))
                .hasValue("203.0.113.7");
        assertThat(proxies.client(List.of("10.0.0.1, 10.0.0.2"))).hasValue("10.0.0.1");
    }

    @Test
    void aHopThatIsNoAddressEndsTheChain() {
        assertThat(proxies.client(List.of("203.0.113.7, unknown"))).isEmpty();
        assertThat(proxies.client(List.of("", "\"><script>"))).isEmpty();
        assertThat(proxies.client(List.of())).isEmpty();
    }

    @Test
    void ofForwardedTheElementOfTheClientIsTaken() {
        assertThat(proxies.element(List.of(
                        "for=127.0.0.1;host=evil.example, for=\"[2001:db8::9]:4711\";proto=https;host=a.example,"
                                + " For=10.0.0.9")))
                .hasValue("for=\"[2001:db8::9]:4711\";proto=https;host=a.example");
        assertThat(proxies.element(List.of("for=\"a,b\";host=x"))).isEmpty();
        assertThat(proxies.element(List.of("proto=https"))).isEmpty();
    }

    @Test
    void nobodyIsTrustedByDefault() {
        assertThat(new TrustedProxies(List.of()).trusts("127.0.0.1")).isFalse();
        assertThat(proxies.trusts("10.255.0.1")).isTrue();
        assertThat(proxies.trusts("11.0.0.1")).isFalse();
        assertThat(proxies.trusts("proxy.example")).isFalse();
    }
}
