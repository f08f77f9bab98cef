package fr.comptoir.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.site.LogFormat;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatGuessTest {
    private static final String COMMON = "192.0.2.7 - - [10/Oct/2026:13:55:36 +0200] \"GET /a HTTP/1.1\" 200 23";
    private static final String COMBINED = COMMON + " \"-\" \"Mozilla/5.0\"";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "''|''|COMMON|%h %l %u %t \"%r\" %>s %b",
                "''| \"-\" \"A b\"|COMBINED|%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\"",
                "'www.example.org:443 '| \"-\" \"A b\"|APACHE|%v:%p %h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\"",
                "'www.example.org '| \"-\" \"A b\"|APACHE|%v %h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\"",
                "''| \"-\" \"A b\" \"192.0.2.1, 10.0.0.1\"|APACHE|%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\" \"%{X-Forwarded-For}i\"",
                "''| \"-\" \"A b\" 0.003 \"x y\"|APACHE|%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\" %{unnamed1}n \"%{unnamed2}n\"",
                "''| 1234|APACHE|%h %l %u %t \"%r\" %>s %b %{unnamed1}n",
                "'198.51.100.1, '| \"-\" \"A b\"|APACHE|%{X-Forwarded-For}i %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\"",
            })
    void patterns(String before, String after, LogFormat.Kind kind, String pattern) {
        String line = before + COMMON + (after.isEmpty() ? "" : " " + after.strip());
        Optional<FormatGuess> guess = guess(line + "\n" + line + "\n\n" + line.substring(0, 20));
        assertThat(guess).isPresent();
        assertThat(guess.get().format().kind()).isEqualTo(kind);
        assertThat(guess.get().format().pattern()).isEqualTo(pattern);
        assertThat(guess.get().readable()).isEqualTo(2);
        assertThat(guess.get().lines()).isEqualTo(3);
    }

    @Test
    void forwardedChainBecomesTheClientAddress() {
        FormatGuess guess =
                guess(COMBINED + " \"-\"\n" + COMBINED + " \"2001:db8::1\"\n").orElseThrow();
        assertThat(guess.format().clientAddress()).contains("%{X-Forwarded-For}i");
        assertThat(guess.notes()).singleElement().asString().contains("trusted_proxies");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "#Software: Microsoft Internet Information Services 10.0~#Fields: date time c-ip cs-method cs-uri-stem sc-status~2026-10-10 11:55:36 h GET /a 200|W3C|W3C extended, by IIS|1",
                "#Version: 1.0~#Fields: date time x-edge-location~2026-10-10 11:55:36 CDG|W3C|W3C extended, by CloudFront|0",
                "{\"time\":1,\"remote_addr\":\"h\",\"request\":\"GET /\",\"status\":200}|JSON|JSON lines, by nginx|1",
                "{\"ts\":1.5,\"request\":{\"remote_ip\":\"h\",\"method\":\"GET\",\"uri\":\"/\"},\"status\":200}|JSON|JSON lines, by Caddy|1",
                "{\"DownstreamStatus\":200,\"a\":1}|JSON|JSON lines, by Traefik|0",
                "{\"a\":1}|JSON|JSON lines|0",
            })
    void others(String text, LogFormat.Kind kind, String name, int readable) {
        FormatGuess guess = guess(text.replace('~', '\n') + "\n").orElseThrow();
        assertThat(guess.format().kind()).isEqualTo(kind);
        assertThat(guess.name()).isEqualTo(name);
        assertThat(guess.readable()).isEqualTo(readable);
        assertThat(guess.lines()).isEqualTo(1);
    }

    @Test
    void whatIsNoLogIsNotGuessed() {
        assertThat(guess("")).isEmpty();
        assertThat(guess("Dear all,\nplease find attached\n")).isEmpty();
        assertThat(guess("\n\n\n")).isEmpty();
    }

    private static Optional<FormatGuess> guess(String text) {
        return FormatGuess.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
