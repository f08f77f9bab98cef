package fr.comptoir.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static final String NGINX =
            "{\"time_iso8601\":\"2026-10-10T13:55:36+02:00\",\"remote_addr\":\"192.0.2.7\",\"remote_user\":\"ann\","
                    + "\"request\":\"GET /a\\/b?c=\\u00e9 HTTP/1.1\",\"status\":\"200\",\"body_bytes_sent\":12,\"http_referrer\":\"\",\"http_user_agent\":\"A \\\"B\\\" \\ud83d\\ude00\"}";
    private static final String CADDY =
            "{\"level\":\"info\",\"ts\":1791000000.5241024,\"logger\":\"http.log.access\",\"msg\":\"handled request\",\"request\":"
                    + "{\"remote_ip\":\"192.0.2.7\",\"remote_port\":\"41342\",\"client_ip\":\"192.0.2.8\",\"proto\":\"HTTP/2.0\",\"method\":\"GET\",\"host\":\"www.example.org\","
                    + "\"uri\":\"/a?b=c\",\"headers\":{\"User-Agent\":[\"curl/7.82.0\",\"x\"],\"Accept\":[\"*/*\"],\"Cookie\":[\"uid=7; sid=8\"],\"X-Org\":[\"Org\"]},"
                    + "\"tls\":{\"resumed\":false,\"version\":772}},\"bytes_read\":0,\"user_id\":\"ann\",\"duration\":0.0009,\"size\":1,\"status\":200,\"resp_headers\":{\"Server\":[\"Caddy\"],\"status\":[]}}";
    private static final String TRAEFIK =
            "{\"ClientAddr\":\"192.0.2.7:50123\",\"ClientHost\":\"192.0.2.7\",\"ClientUsername\":\"-\",\"DownstreamStatus\":304,"
                    + "\"RequestHost\":\"www.example.org\",\"RequestMethod\":\"GET\",\"RequestPath\":\"/a?b=c\\u0026d=e\",\"StartUTC\":\"2026-10-10T11:55:36.123456789Z\","
                    + "\"request_User-Agent\":\"Mozilla/5.0\",\"request_X-Forwarded-For\":\"192.0.2.1\",\"level\":\"info\",\"time\":\"2026-10-10T11:55:37Z\"}";

    @Test
    void nginx() throws Exception {
        Sites.Read line = Sites.json().login("$remote_user").read(NGINX);
        assertThat(line.readable()).isTrue();
        assertThat(line.time()).isEqualTo("2026-10-10T11:55:36Z");
        assertThat(line.text(Field.ADDRESS)).isEqualTo("192.0.2.7");
        assertThat(line.text(Field.METHOD)).isEqualTo("GET");
        assertThat(line.text(Field.PATH)).isEqualTo("/a/b");
        assertThat(line.text(Field.QUERY)).isEqualTo("c=é");
        assertThat(line.status()).isEqualTo(200);
        assertThat(line.text(Field.USER_AGENT)).isEqualTo("A \"B\" \uD83D\uDE00");
        assertThat(line.has(Field.REFERER)).isFalse();
        assertThat(line.text(Field.LOGIN)).isEqualTo("ann");
    }

    @Test
    void caddy() throws Exception {
        Sites.Read line = Sites.json()
                .login("user_id")
                .userCookie("%{uid}C")
                .organisation("request.headers.X-Org")
                .read(CADDY);
        assertThat(line.readable()).isTrue();
        assertThat(line.time()).isEqualTo("2026-10-03T04:00:00.524Z");
        assertThat(line.text(Field.ADDRESS)).isEqualTo("192.0.2.8");
        assertThat(line.text(Field.PATH)).isEqualTo("/a");
        assertThat(line.text(Field.QUERY)).isEqualTo("b=c");
        assertThat(line.text(Field.HOST)).isEqualTo("www.example.org");
        assertThat(line.text(Field.USER_AGENT)).isEqualTo("curl/7.82.0");
        assertThat(line.text(Field.LOGIN)).isEqualTo("ann");
        assertThat(line.text(Field.USER_COOKIE)).isEqualTo("7");
        assertThat(line.text(Field.ORGANISATION)).isEqualTo("Org");
    }

    @Test
    void traefik() throws Exception {
        Sites.Read line = Sites.json().login("%u").client("%{X-Forwarded-For}i").read(TRAEFIK);
        assertThat(line.readable()).isTrue();
        assertThat(line.time()).isEqualTo("2026-10-10T11:55:36.123Z");
        assertThat(line.text(Field.ADDRESS)).isEqualTo("192.0.2.7");
        assertThat(line.text(Field.QUERY)).isEqualTo("b=c&d=e");
        assertThat(line.status()).isEqualTo(304);
        assertThat(line.has(Field.LOGIN)).isFalse();
        assertThat(line.text(Field.CLIENT_CHAIN)).isEqualTo("192.0.2.1");
    }

    @Test
    void namesThatTheSiteSets() throws Exception {
        Map<String, String> names = Map.of(
                "address",
                "net.client",
                "time",
                "@t",
                "method",
                "m",
                "uri",
                "http.url",
                "status",
                "s",
                "user_agent",
                "ua",
                "login",
                "who");
        Sites.Read line = Sites.json()
                .fields(names)
                .read(
                        "{ \"@t\" : 1791000000123 , \"net\" : {\"client\":\"[2001:db8::1]:443\"}, \"m\":\"GET\", \"http.url\":\"https://h/p?q\", \"s\":200, \"ua\":null, \"who\":\"bob\", \"status\":404 }");
        assertThat(line.readable()).isTrue();
        assertThat(line.time()).isEqualTo("2026-10-03T04:00:00.123Z");
        assertThat(line.text(Field.ADDRESS)).isEqualTo("2001:db8::1");
        assertThat(line.text(Field.PATH)).isEqualTo("/p");
        assertThat(line.status()).isEqualTo(200);
        assertThat(line.has(Field.USER_AGENT)).isFalse();
        assertThat(line.text(Field.LOGIN)).isEqualTo("bob");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1791000000|2026-10-03T04:00:00Z",
                "1791000000.9876|2026-10-03T04:00:00.987Z",
                "1791000000123|2026-10-03T04:00:00.123Z",
                "1791000000123456|2026-10-03T04:00:00.123Z",
                "1791000000123456789|2026-10-03T04:00:00.123Z",
                "'\"1791000000.5\"'|2026-10-03T04:00:00.500Z",
                "'\"2026-10-10T13:55:36+02:00\"'|2026-10-10T11:55:36Z",
                "'\"2026-10-10T13:55:36.25-0130\"'|2026-10-10T15:25:36.250Z",
                "'\"2026-10-10 13:55:36\"'|2026-10-10T11:55:36Z",
                "'\"2026/10/10 13:55:36 +0000\"'|2026-10-10T13:55:36Z",
                "'\"10/Oct/2026:13:55:36 +0200\"'|2026-10-10T11:55:36Z",
            })
    void times(String time, String expected) throws Exception {
        Sites.Read line =
                Sites.json().read("{\"time\":" + time + ",\"address\":\"h\",\"request\":\"GET /\",\"status\":200}");
        assertThat(line.readable()).isTrue();
        assertThat(line.time()).isEqualTo(expected);
    }

    @Test
    void pathAndQueryApart() throws Exception {
        Sites.Read line = Sites.json()
                .read(
                        "{\"msec\":\"1791000000.5\",\"remote_addr\":\"h\",\"request_method\":\"GET\",\"uri\":\"/a\",\"args\":\"b=\\\"\",\"status\":200}");
        assertThat(line.text(Field.PATH)).isEqualTo("/a");
        assertThat(line.text(Field.QUERY)).isEqualTo("b=\"");
    }

    @Test
    void garbageIsReadable() throws Exception {
        Sites.Read line = Sites.json().read(NGINX.replace("GET /a\\/b?c=\\u00e9 HTTP/1.1", "\\u0016\\u0003\\u0001"));
        assertThat(line.readable()).isTrue();
        assertThat(line.garbage()).isTrue();
        assertThat(Sites.json().read(CADDY.replace("\"/a?b=c\"", "\"\"")).garbage())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\" 1}",
                "{\"a\":1,}",
                "{\"a\":tru}",
                "{a:1}",
                "{\"a\":\"b}",
                "{\"a\":[1,]}",
                "{\"a\":[1}"
            })
    void whatIsNoObjectIsMalformed(String line) throws Exception {
        assertThat(Sites.json().read(line).readable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"time_iso8601", "remote_addr", "request", "status"})
    void whatCountingNeedsMustBeThere(String name) throws Exception {
        assertThat(Sites.json().read(NGINX.replace("\"" + name + "\"", "\"x\"")).readable())
                .isFalse();
    }

    @Test
    void bytesAfterTheObjectAreMalformed() throws Exception {
        assertThat(Sites.json().read(NGINX + " ").readable()).isTrue();
        assertThat(Sites.json().read(NGINX + "x").readable()).isFalse();
        assertThat(Sites.json().read(NGINX + NGINX).readable()).isFalse();
        assertThat(Sites.json()
                        .read("{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}")
                        .readable())
                .isFalse();
    }

    @Test
    void impossibleTimesAreMalformed() throws Exception {
        assertThat(Sites.json()
                        .read(NGINX.replace("2026-10-10T13", "2026-02-31T13"))
                        .readable())
                .isFalse();
        assertThat(Sites.json()
                        .read(NGINX.replace("2026-10-10T13", "2026-10-10T25"))
                        .readable())
                .isFalse();
        assertThat(Sites.json().read(NGINX.replace("+02:00", "+02:00x")).readable())
                .isFalse();
    }
}
