package fr.comptoir.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"/space/uni/overview", "/space/uni/titles?publisher=Example+Press&from=2026-01", "/account"})
    void aPageThatIsReadIsLedBackTo(String path) {
        assertThat(LocalPath.of(path, "/")).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example/",
                "/\\elsewhere.example",
                "/nowhere",
                "/account\r\nSet-Cookie: a=b",
                "/account#here",
                "/space/uni/overview?text={x}",
                ""
            })
    void nothingElseIs(String path) {
        assertThat(LocalPath.of(path, "/")).isEqualTo("/");
    }

    @Test
    void anEncodedBraceIsOurs() {
        assertThat(LocalPath.of("/space/uni/overview?text=%7Bx%7D", "/")).endsWith("%7Bx%7D");
    }
}
