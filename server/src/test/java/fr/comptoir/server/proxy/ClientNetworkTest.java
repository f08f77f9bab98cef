package fr.comptoir.server.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientNetworkTest {
    @Test
    void theAddressesOfOneIpv6NetworkAreOneAsker() {
        assertThat(ClientNetwork.of("2001:db8:1:2:aaaa::1"))
                .isEqualTo(ClientNetwork.of("2001:db8:1:2:ffff::9"))
                .isNotEqualTo(ClientNetwork.of("2001:db8:1:3::1"));
        assertThat(ClientNetwork.of("192.0.2.1")).isNotEqualTo(ClientNetwork.of("192.0.2.2"));
    }
}
