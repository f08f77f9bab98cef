package fr.comptoir.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"u1", "a/b", "..", ".", "Université de la Côte", "~41", "100%", "a b+c&d?e#f", "x.json", "a.b"})
    void anyIdIsOneSegmentAndComesBack(String id) {
        String segment = CustomerPath.write(id);
        assertThat(segment).matches("[A-Za-z0-9_~-][A-Za-z0-9._~-]*");
        assertThat(segment).doesNotMatch(".*\\.(json|csv|xlsx)");
        assertThat(CustomerPath.read(segment)).isEqualTo(id);
    }
}
