package fr.comptoir.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class W3cTest {
    private static final String IIS_FIELDS =
            "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip"
                    + " cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken";
    private static final String IIS = "2026-10-10 11:55:36 10.0.0.1 GET /article/a+b x=y&z 443 DOM\\ann 192.0.2.7"
            + " Mozilla/5.0+(Windows+NT+10.0) https://example.org/ 200 0 0 31";
    private static final String CLOUDFRONT_FIELDS =
            "#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status"
                    + " cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header";
    private static final String CLOUDFRONT =
            "2026-10-10\t11:55:36\tCDG50-C1\t2390\t192.0.2.7\tGET\td111.cloudfront.net\t/article/1\t200"
                    + "\t-\tMozilla/5.0%2520(compatible;%20Bot+1)\t-\tuid=7;%20sid=a%20b\tHit\tabc==\twww.example.org";

    @Test
    void iis() throws Exception {
        Sites.Read line = Sites.w3c()
                .login("cs-username")
                .read("#Software: Microsoft Internet Information Services 10.0", IIS_FIELDS, IIS);
        assertThat(line.readable()).isTrue();
        assertThat(line.time()).isEqualTo("2026-10-10T11:55:36Z");
        assertThat(line.text(Field.ADDRESS)).isEqualTo("192.0.2.7");
        assertThat(line.text(Field.METHOD)).isEqualTo("GET");
        assertThat(line.text(Field.PATH)).isEqualTo("/article/a+b");
        assertThat(line.text(Field.QUERY)).isEqualTo("x=y&z");
        assertThat(line.status()).isEqualTo(200);
        assertThat(line.text(Field.USER_AGENT)).isEqualTo("Mozilla/5.0 (Windows NT 10.0)");
        assertThat(line.text(Field.REFERER)).isEqualTo("https://example.org/");
        assertThat(line.text(Field.LOGIN)).isEqualTo("DOM\\ann");
    }

    @Test
    void cloudFront() throws Exception {
        Sites.Read line = Sites.w3c()
                .userCookie("%{uid}C")
                .sessionCookie("$cookie_sid")
                .read("#Version: 1.0", CLOUDFRONT_FIELDS, CLOUDFRONT);
        assertThat(line.readable()).isTrue();
        assertThat(line.text(Field.USER_AGENT)).isEqualTo("Mozilla/5.0 (compatible; Bot+1)");
        assertThat(line.has(Field.REFERER)).isFalse();
        assertThat(line.has(Field.QUERY)).isFalse();
        assertThat(line.text(Field.HOST)).isEqualTo("www.example.org");
        assertThat(line.text(Field.USER_COOKIE)).isEqualTo("7");
        assertThat(line.text(Field.SESSION_COOKIE)).isEqualTo("a b");
    }

    @Test
    void columnsMayChangeOnTheWay() throws Exception {
        Sites.Read line = Sites.w3c()
                .read(
                        IIS_FIELDS,
                        IIS,
                        "#Date: 2026-10-11 00:00:00",
                        "#Fields: time c-ip cs-method cs-uri sc-status",
                        "00:01:02.5 h HEAD /b?c 304");
        assertThat(line.readable()).isTrue();
        assertThat(line.time()).isEqualTo("2026-10-11T00:01:02.500Z");
        assertThat(line.text(Field.METHOD)).isEqualTo("HEAD");
        assertThat(line.text(Field.QUERY)).isEqualTo("c");
        assertThat(Sites.w3c().read(IIS_FIELDS, "#Fields: date time", IIS).readable())
                .isFalse();
    }

    @Test
    void quotedValues() throws Exception {
        Sites.Read line = Sites.w3c()
                .read(
                        "#Fields: date time c-ip cs-method cs-uri-stem sc-status cs(User-Agent)",
                        "2026-10-10 11:55:36 h GET /a 200 \"An \"\"agent\"\" + more\"");
        assertThat(line.readable()).isTrue();
        assertThat(line.text(Field.USER_AGENT)).isEqualTo("An \"agent\" + more");
    }

    @Test
    void forwardedFor() throws Exception {
        Sites.Read line = Sites.w3c()
                .client("X-Forwarded-For")
                .read(
                        "#Fields: date\ttime\tc-ip\tcs-method\tcs-uri-stem\tsc-status\tx-forwarded-for",
                        "2026-10-10\t11:55:36\t10.0.0.1\tGET\t/a\t200\t192.0.2.1,%2010.0.0.2");
        assertThat(line.text(Field.CLIENT_CHAIN)).isEqualTo("192.0.2.1, 10.0.0.2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "2026-10-10",
                "2026-10-10 11:55:36 10.0.0.1 GET",
                "2026-10-10 11:55:36 10.0.0.1 GET /a - 443 - 192.0.2.7 A - 200 0 0 31 more",
                "2026-10-10 11:55:36 10.0.0.1 GET /a - 443 - 192.0.2.7 A - 200 0 0 ",
                "2026-02-30 11:55:36 10.0.0.1 GET /a - 443 - 192.0.2.7 A - 200 0 0 31",
                "2026-10-10 25:55:36 10.0.0.1 GET /a - 443 - 192.0.2.7 A - 200 0 0 31",
                "2026-10-10 11:55:36 10.0.0.1 GET /a - 443 - 192.0.2.7 A - 2x0 0 0 31",
                "2026-10-10 11:55:36 10.0.0.1 GET /a - 443 -  A - 200 0 0 31",
            })
    void linesThatDoNotFitAreMalformed(String line) throws Exception {
        boolean readable = Sites.w3c().read(IIS_FIELDS, line).readable();
        assertThat(readable).isEqualTo(line.endsWith("0 0 "));
    }

    @Test
    void entriesBeforeTheirFieldsAreMalformed() throws Exception {
        assertThat(Sites.w3c().read(IIS).readable()).isFalse();
    }

    @Test
    void directives() throws Exception {
        LineFormat format = Sites.w3c().format();
        byte[] marked = "\uFEFF#Fields: time".getBytes(StandardCharsets.UTF_8);
        assertThat(format.sequential()).isTrue();
        assertThat(format.isDirective(marked, 0, marked.length)).isTrue();
        assertThat(format.isDirective(marked, 4, marked.length)).isFalse();
        assertThat(format.isDirective(marked, 0, 0)).isFalse();
        assertThat(Sites.combined().format().sequential()).isFalse();
    }
}
