package fr.comptoir.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.model.site.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NginxPatternTest {
    private static final String MAIN = "$remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent"
            + " \"$http_referer\" \"$http_user_agent\" \"$http_x_forwarded_for\"";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$realip_remote_addr|192.0.2.1",
                "$http_x_forwarded_for|192.0.2.1, 192.0.2.2",
                "$proxy_add_x_forwarded_for|192.0.2.1, 192.0.2.2",
                "$proxy_protocol_addr|192.0.2.1",
                "$remote_user|-",
                "$time_iso8601|2026-10-10T13:55:36+02:00",
                "$msec|1791000000.123",
                "$request_method|GET",
                "$request_uri|/a?b",
                "$uri|/a",
                "$document_uri|/a",
                "$uri$is_args$args|/a?b",
                "$args|b",
                "$query_string|b",
                "$is_args|?",
                "$body_bytes_sent|12",
                "$bytes_sent|12",
                "$request_length|12",
                "$http_accept|*/*",
                "$sent_http_content_type|text/html",
                "$cookie_uid|7",
                "$host|www.example.org",
                "$server_name|www.example.org",
                "$request_time|0.003",
                "$upstream_addr|10.0.0.1:80, 10.0.0.2:80 : unix:/a",
                "$upstream_response_time|0.001, 0.002",
                "$upstream_status|200",
                "$scheme|https",
                "$server_protocol|HTTP/2.0",
                "$server_port|443",
                "$ssl_protocol|TLSv1.3",
                "$ssl_cipher|X",
                "$geoip_country_code|FR",
                "${request_time}s|0.003s",
                "$scheme://$host:$server_port$request_uri|https://h:443/a?b",
                "$5|$5",
            })
    void variable(String variable, String value) throws Exception {
        Sites.Read line = Sites.nginx(variable + " $remote_addr [$time_local] \"$request\" $status")
                .read(value + " 192.0.2.9 [10/Oct/2026:13:55:36 +0200] \"GET /z HTTP/1.1\" 200");
        assertThat(line.readable()).isTrue();
        assertThat(line.text(Field.ADDRESS)).isEqualTo("192.0.2.9");
        assertThat(line.text(Field.PATH)).isEqualTo("/z");
    }

    @Test
    void mainFormat() throws Exception {
        Sites.Read line = Sites.nginx(MAIN)
                .login("$remote_user")
                .client("$http_x_forwarded_for")
                .read(
                        "10.0.0.7 - ann [10/Oct/2026:13:55:36 +0200] \"GET /a\\x22b?c HTTP/2.0\" 200 12 \"-\" \"A \\x22B\\x22 \\x5C\" \"192.0.2.1, 10.0.0.1\"");
        assertThat(line.readable()).isTrue();
        assertThat(line.text(Field.PATH)).isEqualTo("/a\"b");
        assertThat(line.text(Field.USER_AGENT)).isEqualTo("A \"B\" \\");
        assertThat(line.text(Field.LOGIN)).isEqualTo("ann");
        assertThat(line.text(Field.CLIENT_CHAIN)).isEqualTo("192.0.2.1, 10.0.0.1");
    }

    @Test
    void wholeLogFormatDirectiveIsTaken() throws Exception {
        Sites.Read line = Sites.nginx("log_format main '$remote_addr [$time_local] '\n   '\"$request\" ' \"$status\";")
                .read("h [10/Oct/2026:13:55:36 +0200] \"GET /a HTTP/1.1\" 304");
        assertThat(line.readable()).isTrue();
        assertThat(line.status()).isEqualTo(304);
    }

    @Test
    void millisecondsAreKept() throws Exception {
        Sites.Read line = Sites.nginx("$msec $remote_addr [$time_local] \"$request_method $request_uri\" $status")
                .read("1791000000.987 h [10/Oct/2026:13:55:36 +0200] \"GET /a?b\" 200");
        assertThat(line.time()).isEqualTo("2026-10-03T04:00:00.987Z");
        assertThat(line.text(Field.QUERY)).isEqualTo("b");
    }

    @Test
    void jsonAsAPattern() throws Exception {
        String pattern =
                "{\"t\":\"$time_iso8601\",\"a\":\"$remote_addr\",\"r\":\"$request\",\"s\":$status,\"ua\":\"$http_user_agent\"}";
        Sites.Read line = Sites.nginx(pattern)
                .read(
                        "{\"t\":\"2026-10-10T13:55:36+02:00\",\"a\":\"::1\",\"r\":\"GET /a HTTP/1.1\",\"s\":200,\"ua\":\"A \\\"B\\\" \\u00e9\"}");
        assertThat(line.readable()).isTrue();
        assertThat(line.time()).isEqualTo("2026-10-10T11:55:36Z");
        assertThat(line.text(Field.USER_AGENT)).isEqualTo("A \"B\" é");
    }

    @Test
    void cookieOutOfTheWholeHeader() throws Exception {
        Sites.Read line = Sites.nginx(MAIN + " \"$http_cookie\"")
                .sessionCookie("$cookie_sid")
                .read("h - - [10/Oct/2026:13:55:36 +0200] \"GET / HTTP/1.1\" 200 1 \"-\" \"-\" \"-\" \"a=b; sid=s1\"");
        assertThat(line.text(Field.SESSION_COOKIE)).isEqualTo("s1");
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThatThrownBy(() -> Sites.nginx("$remote_addr $request").format())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("does not contain a time")
                .hasMessageContaining("does not contain a status");
        assertThatThrownBy(() -> Sites.nginx("$remote_addr$status [$time_local] \"$request\"")
                        .format())
                .hasMessageContaining("nothing stands between $remote_addr and $status");
    }
}
