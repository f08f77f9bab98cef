package fr.comptoir.model.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexNameTest {
    @ParameterizedTest
    @CsvSource({
        "u1, u1",
        "Univ-Blancherive, univ-blancherive",
        "Université d’Été, universite-d-ete",
        "FR/751:A*, fr-751-a",
        "_hidden, hidden",
        "İSTANBUL, istanbul",
    })
    void theCustomerIdInLettersOfAnIndex(String customer, String name) {
        assertThat(IndexName.of(customer, "")).isEqualTo(name);
        assertThat(IndexName.isGood(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"機構", "..", "-", "u1-r51"})
    void whatHasNoneGetsOne(String customer) {
        assertThat(IndexName.of(customer, "")).startsWith("customer-").satisfies(IndexName::isGood);
    }

    @Test
    void theChosenOneWins() {
        assertThat(IndexName.of("u1", "b-univ1")).isEqualTo("b-univ1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "B-Univ", "-b", "_b", ".b", "a b", "a,b", "a*", "a/b", "a#b", "a:b", "é", "b-r51"})
    void whatElasticsearchDoesNotTakeIsNoName(String name) {
        assertThat(IndexName.isGood(name)).isFalse();
    }
}
