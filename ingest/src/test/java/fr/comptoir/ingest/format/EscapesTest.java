package fr.comptoir.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "LOG|plain|plain",
                "LOG|\\\"a\\\\b\\/|\"a\\b/",
                "LOG|\\x41\\xc3\\xA9|A\u00e9",
                "LOG|\\x4|\\x4",
                "LOG|\\xZZ|\\xZZ",
                "LOG|a\\|a\\",
                "LOG|\\u00e9\\u20ac|\u00e9\u20ac",
                "LOG|\\ud83d\\ude00|\uD83D\uDE00",
                "LOG|\\ud83dx|\uFFFDx",
                "LOG|\\ud83d\\u0041|\uFFFDA",
                "LOG|\\ude00|\uFFFD",
                "LOG|\\u12|\\u12",
                "LOG|\\q|\\q",
                "PLUS|a+b%20|a b%20",
                "PERCENT|a%20b+%2520c|a b+ c",
                "PERCENT|%|%",
                "PERCENT|%2|%2",
                "PERCENT|%zz%41|%zzA",
                "DOUBLED_QUOTES|a\"\"b\"\"|a\"b\"",
            })
    void decode(Escapes escapes, String written, String plain) {
        byte[] source = ("xx" + written + "yy").getBytes(StandardCharsets.UTF_8);
        byte[] into = new byte[source.length];
        int end = escapes.decode(source, 2, source.length - 2, into, 1);
        assertThat(new String(Arrays.copyOfRange(into, 1, end), StandardCharsets.UTF_8))
                .isEqualTo(plain);
    }
}
