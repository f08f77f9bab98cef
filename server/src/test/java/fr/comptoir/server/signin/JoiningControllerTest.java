package fr.comptoir.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JoiningControllerTest {
    @Test
    void theAddressesOfOneIpv6NetworkAreOneAsker() {
        assertThat(JoiningController.network("2001:db8:1:2:aaaa::1"))
                .isEqualTo(JoiningController.network("2001:db8:1:2:ffff::9"))
                .isNotEqualTo(JoiningController.network("2001:db8:1:3::1"));
        assertThat(JoiningController.network("192.0.2.1")).isNotEqualTo(JoiningController.network("192.0.2.2"));
    }
}
