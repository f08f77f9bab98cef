package fr.comptoir.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CombinedTest {
    private static final String LINE =
            "192.0.2.7 - - [10/Oct/2026:13:55:36 +0200] \"GET /article/1?x=y HTTP/1.1\" 200 2326"
                    + " \"https://example.org/\" \"Mozilla/5.0 (X11; Linux)\"";

    @Test
    void everyField() throws Exception {
        Sites.Read line = Sites.combined().read(LINE);
        assertThat(line.readable()).isTrue();
        assertThat(line.text(Field.ADDRESS)).isEqualTo("192.0.2.7");
        assertThat(line.time()).isEqualTo("2026-10-10T11:55:36Z");
        assertThat(line.text(Field.METHOD)).isEqualTo("GET");
        assertThat(line.text(Field.TARGET)).isEqualTo("/article/1?x=y");
        assertThat(line.text(Field.PATH)).isEqualTo("/article/1");
        assertThat(line.text(Field.QUERY)).isEqualTo("x=y");
        assertThat(line.status()).isEqualTo(200);
        assertThat(line.text(Field.STATUS_TEXT)).isEqualTo("200");
        assertThat(line.text(Field.REFERER)).isEqualTo("https://example.org/");
        assertThat(line.text(Field.USER_AGENT)).isEqualTo("Mozilla/5.0 (X11; Linux)");
        assertThat(line.garbage()).isFalse();
        assertThat(line.has(Field.LOGIN)).isFalse();
    }

    @Test
    void commonHasNoAgent() throws Exception {
        Sites.Read line = Sites.apache("%h %l %u %t \"%r\" %>s %b")
                .read("::1 - frank [10/Oct/2000:13:55:36 -0700] \"GET /apache_pb.gif HTTP/1.0\" 200 2326");
        assertThat(line.readable()).isTrue();
        assertThat(line.text(Field.ADDRESS)).isEqualTo("::1");
        assertThat(line.time()).isEqualTo("2000-10-10T20:55:36Z");
        assertThat(line.has(Field.USER_AGENT)).isFalse();
    }

    @Test
    void dashIsAbsentButAnAgentOfDashIsEmpty() throws Exception {
        Sites.Read line = Sites.combined()
                .login("%u")
                .read("h - - [10/Oct/2026:13:55:36 +0200] \"GET / HTTP/1.1\" 304 - \"-\" \"-\"");
        assertThat(line.readable()).isTrue();
        assertThat(line.has(Field.LOGIN)).isFalse();
        assertThat(line.has(Field.REFERER)).isFalse();
        assertThat(line.has(Field.USER_AGENT)).isTrue();
        assertThat(line.text(Field.USER_AGENT)).isEmpty();
    }

    @Test
    void loginMayHoldBlanks() throws Exception {
        Sites.Read line = Sites.combined()
                .login("%u")
                .read("h - jean le fou [10/Oct/2026:13:55:36 +0200] \"GET / HTTP/1.1\" 304 - \"-\" \"-\"");
        assertThat(line.text(Field.LOGIN)).isEqualTo("jean le fou");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /x|GET|/x|/x|",
                "GET /x HTTP/1.1|GET|/x|/x|",
                "GET /x HTTP/2|GET|/x|/x|",
                "POST /a b c HTTP/1.0|POST|/a b c|/a b c|",
                "GET /a HTTP/1.1 b|GET|/a HTTP/1.1 b|/a HTTP/1.1 b|",
                "GET http://h.example:80/p/q?r HTTP/1.1|GET|http://h.example:80/p/q?r|/p/q|r",
                "GET http://h.example HTTP/1.1|GET|http://h.example|/|",
                "GET http://h.example?q=/ HTTP/1.1|GET|http://h.example?q=/|/|q=/",
                "GET /a#b?c HTTP/1.1|GET|/a#b?c|/a|",
                "GET /a?b#c HTTP/1.1|GET|/a?b#c|/a|b",
                "GET /a?b?c HTTP/1.1|GET|/a?b?c|/a|b?c",
                "OPTIONS * HTTP/1.0|OPTIONS|*|*|",
                "CONNECT h:443 HTTP/1.1|CONNECT|h:443|h:443|",
                "M-SEARCH /  HTTP/1.1|M-SEARCH|/|/|",
                "get /x|get|/x|/x|",
            })
    void requestLine(String request, String method, String target, String path, String query) throws Exception {
        Sites.Read line = Sites.combined().read(LINE.replace("GET /article/1?x=y HTTP/1.1", request));
        assertThat(line.readable()).isTrue();
        assertThat(line.garbage()).isFalse();
        assertThat(line.text(Field.METHOD)).isEqualTo(method);
        assertThat(line.text(Field.TARGET)).isEqualTo(target);
        assertThat(line.text(Field.PATH)).isEqualTo(path);
        assertThat(line.text(Field.QUERY)).isEqualTo(query == null ? "" : query);
        assertThat(line.has(Field.QUERY)).isEqualTo(query != null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "",
                "GET",
                "GET ",
                " /x",
                "GET HTTP/1.1",
                "\\x16\\x03\\x01\\x02",
                "\\x16\\x03 \\x01 HTTP/1.1",
                "\\n",
                "G\\\"T /x",
                "(x) /y"
            })
    void garbageIsReadable(String request) throws Exception {
        Sites.Read line = Sites.combined().read(LINE.replace("GET /article/1?x=y HTTP/1.1", request));
        assertThat(line.readable()).isTrue();
        assertThat(line.garbage()).isTrue();
        assertThat(line.has(Field.PATH)).isFalse();
        assertThat(line.status()).isEqualTo(200);
    }

    @Test
    void escapesAreUndone() throws Exception {
        Sites.Read line = Sites.combined()
                .read("h - - [10/Oct/2026:13:55:36 +0200] \"GET /a\\\"b\\\\c?q=\\xc3\\xa9 HTTP/1.1\" 200 1"
                        + " \"r\\x22\\x5C\" \"A \\\"quoted\\\" \\xE9t\\xc3\\xA9 \\t\\v\\n\\q\"");
        assertThat(line.readable()).isTrue();
        assertThat(line.text(Field.PATH)).isEqualTo("/a\"b\\c");
        assertThat(line.text(Field.QUERY)).isEqualTo("q=é");
        assertThat(line.text(Field.REFERER)).isEqualTo("r\"\\");
        assertThat(line.text(Field.USER_AGENT)).isEqualTo("A \"quoted\" \uFFFDté \t\u000B\n\\q");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/Feb/2026:13:55:36 +0200",
                "29/Feb/2026:13:55:36 +0200",
                "00/Oct/2026:13:55:36 +0200",
                "10/Okt/2026:13:55:36 +0200",
                "10/Oct/1960:13:55:36 +0200",
                "10/Oct/2026:25:55:36 +0200",
                "10/Oct/2026:24:00:00 +0200",
                "10/Oct/2026:13:60:36 +0200",
                "10/Oct/2026:13:55:60 +0200",
                "10/Oct/2026:13:55:3x +0200",
                "10/Oct/2026:1355:36: +0200",
                "10/Oct/2026:13:55:36 0200+",
                "10/Oct/2026:13:55:36 +9900",
                "10/Oct/2026:13:55:36 +0260",
                "10-Oct-2026:13:55:36 +0200",
                " 1/Oct/2026:13:55:36 +0200",
                "10/Oct/2026 13:55:36 +0200",
                "10/Oct/2026:13:55:36",
            })
    void impossibleTimesAreMalformed(String time) throws Exception {
        assertThat(Sites.combined()
                        .read(LINE, LINE.replace("10/Oct/2026:13:55:36 +0200", time))
                        .readable())
                .isFalse();
    }

    @Test
    void dayAndZoneMayChangeFromLineToLine() throws Exception {
        Sites site = Sites.combined();
        assertThat(site.read(LINE, LINE.replace("+0200", "-0330")).time()).isEqualTo("2026-10-10T17:25:36Z");
        assertThat(site.read(LINE, LINE.replace("10/Oct/2026", "29/feb/2028")).time())
                .isEqualTo("2028-02-29T11:55:36Z");
        assertThat(site.read(LINE.replace("10/Oct", "31/Feb"), LINE).time()).isEqualTo("2026-10-10T11:55:36Z");
        assertThat(site.read(LINE, LINE.replace("Oct/2026", "Oct/2027")).time()).isEqualTo("2027-10-10T11:55:36Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "h",
                "h - - ",
                "h - - [10/Oct/2026:13:55:36 +0200]",
                "h - - [10/Oct/2026:13:55:36 +0200] \"GET / HTTP/1.1\"",
                "h - - [10/Oct/2026:13:55:36 +0200] \"GET / HTTP/1.1\" 200 1",
                "h - - [10/Oct/2026:13:55:36 +0200] \"GET / HTTP/1.1\" 200 1 \"-\"",
                "h - - [10/Oct/2026:13:55:36 +0200] \"GET / HTTP/1.1\" 200 1 \"-\" \"-",
                "h - - [10/Oct/2026:13:55:36 +0200] \"GET / HTTP/1.1\" 200 1 \"-\" \"-\" ",
                "h - - [10/Oct/2026:13:55:36 +0200] \"GET / HTTP/1.1\" 200 1 \"-\" \"-\" x",
                "h - - [10/Oct/2026:13:55:36 +0200] \"GET / HTTP/1.1\" 200 1 \"-\" \"a\" b\"",
                "h - - [10/Oct/2026:13:55:36 +0200] \"GET / HTTP/1.1\" 200 1 \"-\" \"a\\\"",
                "h - - [10/Oct/2026:13:55:36 +0200] \"GET / HTTP/1.1\" 2000 1 \"-\" \"a\"",
                "h - - [10/Oct/2026:13:55:36 +0200] \"GET / HTTP/1.1\" 20 1 \"-\" \"a\"",
                "h - - [10/Oct/2026:13:55:36 +0200] \"GET / HTTP/1.1\" 2x0 1 \"-\" \"a\"",
                "h - - [10/Oct/2026:13:55:36 +0200] \"GET / HTTP/1.1\" 200 x \"-\" \"a\"",
                "h - - [10/Oct/2026:13:55:36 +0200] \"GET / HTTP/1.1\" 200  \"-\" \"a\"",
                "h - - [10/Oct/2026:13:55:36 +0200]  \"GET / HTTP/1.1\" 200 1 \"-\" \"a\"",
                "www.example.org:443 h - - [10/Oct/2026:13:55:36 +0200] \"GET / HTTP/1.1\" 200 1 \"-\" \"a\"",
                "192.0.2.1, h - ann [10/Oct/2026:13:55:36 +0200] \"GET / HTTP/1.1\" 200 1 \"-\" \"a\"",
                " - - [10/Oct/2026:13:55:36 +0200] \"GET / HTTP/1.1\" 200 1 \"-\" \"a\"",
            })
    void linesThatDoNotFitAreMalformed(String line) throws Exception {
        assertThat(Sites.combined().read(line).readable()).isFalse();
    }

    @Test
    void statusMayBeAbsent() throws Exception {
        Sites.Read line = Sites.combined().read(LINE.replace(" 200 ", " - "));
        assertThat(line.readable()).isTrue();
        assertThat(line.status()).isEqualTo(-1);
    }

    @Test
    void theLastLineOfABufferNeedsNoBytesAfterIt() throws Exception {
        byte[] bytes = LINE.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        LineReader reader = Sites.combined().format().newReader();
        assertThat(reader.read(bytes, 0, bytes.length, new LineFields())).isTrue();
        for (int length = 0; length < bytes.length; length++) {
            byte[] shorter = java.util.Arrays.copyOf(bytes, length);
            assertThat(reader.read(shorter, 0, length, new LineFields()))
                    .as("%s bytes", length)
                    .isFalse();
        }
    }
}
