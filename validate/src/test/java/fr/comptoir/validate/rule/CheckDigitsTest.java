package fr.comptoir.validate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Identifiers that exist, and the same with one digit changed. */
class CheckDigitsTest {
    @ParameterizedTest
    @CsvSource({
        "issn, 0317-8471, 0317-8472",
        "issn, 2434-561X, 2434-5610",
        "isbn, 978-3-16-148410-0, 978-3-16-148410-3",
        "isbn, 979-10-90636-07-1, 979-10-90636-07-2",
        "isni, 0000000121032683, 0000000121032684",
        "isni, 0000 0001 2103 2683, 0000 0001 2103 2638",
        "isni, 0000-0002-1694-233X, 0000-0002-1694-2330",
        "isni, 0000-0001-2345-6789, 0000-0001-2345-6798",
        "ror, 05dxps055, 05dxps056",
        "ror, 02feahw73, 02feahw74"
    })
    void tellRightFromWrong(String type, String right, String wrong) {
        assertThat(isRight(type, right)).isTrue();
        assertThat(isRight(type, wrong)).isFalse();
    }

    private static boolean isRight(String type, String id) {
        return switch (type) {
            case "issn" -> CheckDigits.issn(id);
            case "isbn" -> CheckDigits.isbn(id);
            case "isni" -> CheckDigits.isni(id);
            default -> CheckDigits.ror(id);
        };
    }
}
