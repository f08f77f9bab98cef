package fr.comptoir.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.model.site.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApachePatternTest {
    private static final String TIME = "[10/Oct/2026:13:55:36 +0200]";
    private static final String REST = "h " + TIME + " \"GET /a HTTP/1.1\" 200";

    /** Each directive between two values whose places are known: it is found whole, and the rest is read. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%l|-",
                "%u|frank",
                "%m|GET",
                "%U|/a",
                "%q|?x=y",
                "%H|HTTP/1.1",
                "%s|200",
                "%<s|301",
                "%b|-",
                "%b|2326",
                "%B|0",
                "%O|512",
                "%I|77",
                "%S|589",
                "%D|1234",
                "%T|0",
                "%{ms}T|12",
                "%v|www.example.org",
                "%V|www.example.org",
                "%p|443",
                "%{remote}p|50123",
                "%P|4711",
                "%{tid}P|140",
                "%k|0",
                "%X|+",
                "%f|/var/www/a.html",
                "%A|198.51.100.1",
                "%a|192.0.2.9",
                "%{c}a|192.0.2.9",
                "%{c}h|host",
                "%L|WxYz",
                "%{c}L|WxYz",
                "%R|proxy-server",
                "%{Accept-Language}i|fr",
                "%{Content-Type}o|text/html",
                "%{uid}C|u7",
                "%{VAR}e|value",
                "%{note}n|value",
                "%{X-Trailer}^ti|t",
                "%{X-Trailer}^to|t",
                "%{SSL_PROTOCOL}x|TLSv1.3",
                "%{version}c|TLSv1.3",
                "%!200,304{Referer}i|-",
                "%400,501{User-agent}i|-",
                "%200s|200",
                "%>200,302s|200",
                "%{sec}t|1791000000",
                "%{msec}t|1791000000123",
                "%{usec}t|1791000000123456",
                "%{msec_frac}t|123",
                "%{usec_frac}t|123456",
                "%{begin:%H:%M}t|13:55",
                "%{end:sec}t|1791000000",
                "%%|%",
                "x%%y|x%y",
            })
    void directive(String directive, String value) throws Exception {
        Sites.Read line = Sites.apache("<" + directive + "> %h %t \"%r\" %>s").read("<" + value + "> " + REST);
        assertThat(line.readable()).isTrue();
        assertThat(line.text(Field.PATH)).isEqualTo("/a");
        assertThat(line.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%{sec}t|1791000000|2026-10-03T04:00:00Z",
                "%{msec}t|1791000000123|2026-10-03T04:00:00.123Z",
                "%{usec}t|1791000000123456|2026-10-03T04:00:00.123Z",
                "%{begin:msec}t|1791000000123|2026-10-03T04:00:00.123Z",
                "%{end:msec}t|1791000000123|2026-10-03T04:00:00.123Z",
                "%{begin:}t|[10/Oct/2026:13:55:36 +0200]|2026-10-10T11:55:36Z",
                "%{sec}t.%{msec_frac}t|1791000000.123|2026-10-03T04:00:00.123Z",
                "%t %{usec_frac}t|[10/Oct/2026:13:55:36 +0200] 123456|2026-10-10T11:55:36.123Z",
                "%{%Y-%m-%dT%H:%M:%S%z}t|2026-10-10T13:55:36+0200|2026-10-10T11:55:36Z",
                "%{%Y-%m-%d %H:%M:%S}t.%{msec_frac}t %{%z}t|2026-10-10 13:55:36.250 -0100|2026-10-10T14:55:36.250Z",
                "%{%F}t %{%T}t|2026-10-10 13:55:36|2026-10-10T11:55:36Z",
                "%{%F}t %{%T}t|2026-12-10 13:55:36|2026-12-10T12:55:36Z",
                "%{%d/%b/%Y %T %Z}t|10/Oct/2026 13:55:36 UTC|2026-10-10T13:55:36Z",
                "%{%d/%b/%Y %T %Z}t|10/Oct/2026 13:55:36 CEST|2026-10-10T11:55:36Z",
                "%{%a %B %e %I:%M:%S %p %Y %z}t|Sat October  3 01:05:09 PM 2026 +0000|2026-10-03T13:05:09Z",
                "%{%D %R:%S %z}t|10/03/26 12:05:09 +0000|2026-10-03T12:05:09Z",
                "%{%s}t|1791000000|2026-10-03T04:00:00Z",
                "%{%Y%m%d%H%M%S}t|20261025023000|2026-10-25T00:30:00Z",
                "%{end:%F %T %z}t %{%F %T %z}t|2026-10-03 12:05:09 +0000 2026-10-03 12:05:08 +0000|2026-10-03T12:05:08Z",
            })
    void time(String directive, String value, String expected) throws Exception {
        Sites.Read line =
                Sites.apache("%h " + directive + " \"%r\" %s").read("h " + value + " \"GET /a HTTP/1.1\" 200");
        assertThat(line.readable()).isTrue();
        assertThat(line.time()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-02-31 13:55:36", "2026-10-10 25:55:36", "2026-1-10 13:55:36", "2026-10-10 13:55:3", ""})
    void impossibleTimesAreMalformed(String value) throws Exception {
        assertThat(Sites.apache("%h %{%F %T}t \"%r\" %s")
                        .read("h " + value + " \"GET /a HTTP/1.1\" 200")
                        .readable())
                .isFalse();
    }

    @Test
    void requestInPieces() throws Exception {
        Sites.Read line =
                Sites.apache("%a %t \"%m %U%q %H\" %>s").read("h " + TIME + " \"GET /a\\\"b?c=d HTTP/1.1\" 200");
        assertThat(line.text(Field.METHOD)).isEqualTo("GET");
        assertThat(line.text(Field.PATH)).isEqualTo("/a\"b");
        assertThat(line.text(Field.QUERY)).isEqualTo("c=d");
        Sites.Read apart = Sites.apache("%a %t %m %U \"%q\" %>s").read("h " + TIME + " GET /a \"?c=d\" 200");
        assertThat(apart.text(Field.PATH)).isEqualTo("/a");
        assertThat(apart.text(Field.QUERY)).isEqualTo("c=d");
        Sites.Read none = Sites.apache("%a %t %m %U \"%q\" %>s").read("h " + TIME + " GET /a \"\" 200");
        assertThat(none.has(Field.QUERY)).isFalse();
        Sites.Read garbage = Sites.apache("%a %t %m %U \"%q\" %>s").read("h " + TIME + " - - \"\" 400");
        assertThat(garbage.readable()).isTrue();
        assertThat(garbage.garbage()).isTrue();
    }

    @Test
    void requestWithoutQuotes() throws Exception {
        Sites.Read line = Sites.apache("%h %t %r %>s %b").read("h " + TIME + " GET /a b HTTP/1.1 200 5");
        assertThat(line.text(Field.PATH)).isEqualTo("/a b");
        assertThat(Sites.apache("%h %t %r %>s %b")
                        .read("h " + TIME + " - 408 0")
                        .garbage())
                .isTrue();
    }

    @Test
    void finalStatusBeatsTheFirst() throws Exception {
        assertThat(Sites.apache("%h %t \"%r\" %<s %s %>s")
                        .read("h " + TIME + " \"GET /\" 301 302 200")
                        .status())
                .isEqualTo(200);
        assertThat(Sites.apache("%h %t \"%r\" %<s %s")
                        .read("h " + TIME + " \"GET /\" 301 302")
                        .status())
                .isEqualTo(302);
    }

    @Test
    void tabsAndEscapesInThePattern() throws Exception {
        Sites.Read line = Sites.apache("%h\\t%t\\t\\\"%r\\\"\\t%>s\\t%{User-Agent}i")
                .read("h\t" + TIME + "\t\"GET /a HTTP/1.1\"\t200\tMozilla/5.0 (X11)");
        assertThat(line.readable()).isTrue();
        assertThat(line.text(Field.USER_AGENT)).isEqualTo("Mozilla/5.0 (X11)");
    }

    @Test
    void wholeLineOfAConfigurationIsTaken() throws Exception {
        assertThat(Sites.apache("LogFormat \"%h %t \\\"%r\\\" %>s\" mine")
                        .read(REST)
                        .readable())
                .isTrue();
    }

    @Test
    void namedFields() throws Exception {
        Sites site = Sites.apache("%h %u %t \"%r\" %>s \"%{UID}C\" \"%{sid}C\" \"%{X-Org}i\" \"%{X-Forwarded-For}i\"")
                .login("%u")
                .userCookie("%{UID}C")
                .sessionCookie("%{sid}C")
                .organisation("%{x-org}i")
                .client("%{X-Forwarded-For}i");
        Sites.Read line = site.read(
                "h frank " + TIME + " \"GET / HTTP/1.1\" 200 \"u1\" \"s1\" \"Org \\\"A\\\"\" \"192.0.2.1, 10.0.0.1\"");
        assertThat(line.text(Field.LOGIN)).isEqualTo("frank");
        assertThat(line.text(Field.USER_COOKIE)).isEqualTo("u1");
        assertThat(line.text(Field.SESSION_COOKIE)).isEqualTo("s1");
        assertThat(line.text(Field.ORGANISATION)).isEqualTo("Org \"A\"");
        assertThat(line.text(Field.CLIENT_CHAIN)).isEqualTo("192.0.2.1, 10.0.0.1");
        Sites.Read none = site.read("h - " + TIME + " \"GET / HTTP/1.1\" 200 \"-\" \"\" \"-\" \"-\"");
        for (Field field : new Field[] {
            Field.LOGIN, Field.USER_COOKIE, Field.SESSION_COOKIE, Field.ORGANISATION, Field.CLIENT_CHAIN
        }) {
            assertThat(none.has(field)).as("%s", field).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uid=7; sid=8|7",
                "sid=8; uid=7|7",
                "sid=8;uid=7|7",
                "xuid=1; uid=7; uid=9|7",
                "xuid=1|",
                "uid=|",
                "-|",
                "a; uid=a=b|a=b"
            })
    void cookieOutOfTheWholeHeader(String header, String expected) throws Exception {
        Sites.Read line = Sites.apache("%h %t \"%r\" %>s \"%{Cookie}i\"")
                .userCookie("%{uid}C")
                .read(REST + " \"" + header + "\"");
        assertThat(line.readable()).isTrue();
        assertThat(line.text(Field.USER_COOKIE)).isEqualTo(expected == null ? "" : expected);
        assertThat(line.has(Field.USER_COOKIE)).isEqualTo(expected != null);
    }

    @Test
    void addressMayBeTheLastOfAForwardedChain() throws Exception {
        Sites site = Sites.apache("%{X-Forwarded-For}i %l %u %t \"%r\" %>s");
        Sites.Read line = site.read("192.0.2.1, 198.51.100.2 - - " + TIME + " \"GET / HTTP/1.1\" 200");
        assertThat(line.text(Field.ADDRESS)).isEqualTo("198.51.100.2");
        assertThat(line.text(Field.CLIENT_CHAIN)).isEqualTo("192.0.2.1");
        Sites.Read single = site.read("192.0.2.1 - - " + TIME + " \"GET / HTTP/1.1\" 200");
        assertThat(single.text(Field.ADDRESS)).isEqualTo("192.0.2.1");
        assertThat(single.has(Field.CLIENT_CHAIN)).isFalse();
    }

    @Test
    void addressBeforeItsPort() throws Exception {
        assertThat(Sites.apache("%a:%{remote}p %t \"%r\" %>s")
                        .read("2001:db8::1:50123 " + TIME + " \"GET /\" 200")
                        .text(Field.ADDRESS))
                .isEqualTo("2001:db8::1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%h %t \"%r\" %>s %y|the directive %y is unknown",
                "%h %t \"%r\" %>s %{x}Q|the directive %{x}Q is unknown",
                "%h %t \"%r\" %>s %|the directive % is unknown",
                "%h %t \"%r\" %>s %i|the directive %i is unknown",
                "%h %{%c}t \"%r\" %>s|the conversion %c in %{%c}t is unknown",
                "%h %t \"%r\" %>s %{x|has no closing brace",
                "%h \"%r\" %>s|does not contain a time",
                "%h %t \"%r\"|does not contain a status",
                "%h %t %>s|does not contain a request",
                "%h %t %U %>s|does not contain a request",
                "%t \"%r\" %>s|does not contain a client address",
                "%h%u %t \"%r\" %>s|nothing stands between %h and %u",
            })
    void whatCannotBeCompiledIsSaid(String pattern, String message) {
        assertThatThrownBy(() -> Sites.apache(pattern).format())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("comptoir.yml")
                .hasMessageContaining("log.format")
                .hasMessageContaining(message);
    }

    @Test
    void fieldThatTheFormatLacksIsSaid() throws Exception {
        Sites site = Sites.combined().login("%u").userCookie("%{uid}C").organisation("%{X-Org}i");
        assertThat(site.format().warnings())
                .extracting(problem -> problem.field())
                .containsExactly("user.user_cookie", "organisation.field");
        assertThat(site.format().warnings().get(0).message()).contains("does not contain %{uid}C");
        assertThat(Sites.combined().login("%u").format().warnings()).isEmpty();
        assertThatThrownBy(() -> Sites.combined().client("%{X-Forwarded-For}i").format())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("log.client_address: the log format does not contain %{X-Forwarded-For}i");
    }
}
