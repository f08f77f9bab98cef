package fr.comptoir.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTest {
    private static final Map<String, Function<String, Identifiers.Checked>> CHECKS = Map.of(
            "issn", Identifiers::issn,
            "isbn", Identifiers::isbn,
            "doi", Identifiers::doi,
            "isni", Identifiers::isni,
            "orcid", Identifiers::orcid,
            "ror", Identifiers::ror);

    @ParameterizedTest
    @CsvSource({
        "issn, 0317-8471, 0317-8471",
        "issn, 03178471, 0317-8471",
        "issn, 2434-561x, 2434-561X",
        "isbn, 978-3-16-148410-0, 978-3-16-148410-0",
        "isbn, 9783161484100, 9783161484100",
        "isbn, 0306406152, 9780306406157",
        "isbn, 0-8044-2957-X, 978-0-8044-2957-3",
        "doi, 10.1000/182, 10.1000/182",
        "doi, https://doi.org/10.1000/182, 10.1000/182",
        "doi, http://dx.doi.org/10.1000/(AB)<1>, 10.1000/(AB)<1>",
        "doi, DOI:10.1000/182, 10.1000/182",
        "isni, 0000 0001 2150 090x, 000000012150090X",
        "orcid, https://orcid.org/0000-0002-1825-0097, 0000-0002-1825-0097",
        "ror, https://ror.org/02mhbdp94, 02mhbdp94",
    })
    void rightOnesAreNormalised(String kind, String text, String value) {
        assertThat(CHECKS.get(kind).apply(text)).isEqualTo(new Identifiers.Checked(value, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "issn, 0317-8472, 0317-8472",
        "isbn, 9783161484101, 9783161484101",
        "isbn, 0306406153, 9780306406157",
        "isni, 0000000121500901, 0000000121500901",
        "orcid, 0000-0002-1825-0098, 0000-0002-1825-0098",
        "ror, 02mhbdp95, 02mhbdp95",
    })
    void aWrongCheckDigitIsSaidAndTheValueKept(String kind, String text, String value) {
        Identifiers.Checked checked = CHECKS.get(kind).apply(text);
        assertThat(checked.value()).isEqualTo(value);
        assertThat(checked.wrong().orElseThrow().toString()).contains("check digit");
    }

    @ParameterizedTest
    @CsvSource({
        "issn, 317-8471",
        "issn, 0317X8471",
        "issn, 0317-847Y",
        "isbn, 123",
        "isbn, 9773161484100",
        "doi, 10.1000",
        "doi, 11.1000/1",
        "isni, 1",
        "orcid, 0000-0002-1825",
        "ror, ilou12345",
    })
    void whatHasNotTheFormIsLeftOut(String kind, String text) {
        Identifiers.Checked checked = CHECKS.get(kind).apply(text);
        assertThat(checked.value()).isEmpty();
        assertThat(checked.wrong().orElseThrow().toString()).contains("is left out");
    }
}
