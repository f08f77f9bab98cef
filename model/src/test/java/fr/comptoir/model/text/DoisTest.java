package fr.comptoir.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoisTest {
    @ParameterizedTest
    @CsvSource({
        "https://doi.org/10.5555/joe.2, 10.5555/joe.2",
        "http://dx.doi.org/10.5555/joe.2, 10.5555/joe.2",
        "HTTPS://DOI.ORG/10.5555/Joe.2, 10.5555/Joe.2",
        "https://www.doi.org/10.5555/joe.2, 10.5555/joe.2",
        "doi.org/10.5555/joe.2, 10.5555/joe.2",
        "doi:10.5555/joe.2, 10.5555/joe.2",
        "DOI: 10.5555/joe.2, 10.5555/joe.2",
        "https://doi.org/10.5555%2Fjoe.2%3Ca%3E, 10.5555/joe.2<a>",
        "https://doi.org/10.5555/a+b%20c, 10.5555/a+b c",
        "https://doi.org/10.5555/100%, 10.5555/100%",
        "doi:10.5555/a%2Fb, 10.5555/a%2Fb",
        "10.5555/joe.2, 10.5555/joe.2",
        "journal doi:10.5555/joe.2 of, journal 10.5555/joe.2 of",
        "https://doi.org/about, https://doi.org/about",
        "mydoi:10.5555/joe.2, mydoi:10.5555/joe.2",
        "https://example.org/10.5555/joe.2, https://example.org/10.5555/joe.2",
    })
    void whatPeoplePasteIsTheDoi(String text, String bare) {
        assertThat(Dois.bare(text)).isEqualTo(bare);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.5555/joe.2", "10.1000.10/x(1)", "10.123/ä"})
    void aDoiIsKnown(String text) {
        assertThat(Dois.is(text)).isTrue();
    }

    @Test
    void otherTextsAreNone() {
        assertThat(new String[] {"", "10.5555", "10.5555/", "10.55/x", "10.5555/a b", "x10.5555/a", "1234-5679"})
                .noneMatch(Dois::is);
    }
}
