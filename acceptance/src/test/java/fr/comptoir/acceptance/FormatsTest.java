package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The same visits, written as one server and another writes them, give the same figures. */
class FormatsTest {
    private static final DateTimeFormatter CLF =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss '+0100'", Locale.ENGLISH);
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'+01:00'", Locale.ROOT);
    private static final DateTimeFormatter W3C = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private static Map<String, List<Map<String, String>>> figures;

    @TempDir
    Path folder;

    /** One visit, in words of no format; {@code agent} as the browser sent it. */
    private record Visit(
            String address, LocalDateTime time, String method, String path, String query, int status, String agent) {
        String target() {
            return query.isEmpty() ? path : path + "?" + query;
        }

        String clf() {
            return time.format(CLF);
        }

        String escaped() {
            return agent.replace("\\", "\\\\").replace("\"", "\\\"");
        }
    }

    private static final List<Visit> VISITS = visits();

    private static List<Visit> visits() {
        LocalDateTime time = LocalDateTime.of(2026, 1, 5, 10, 0);
        String quoted = "A \"quoted\" agent+plus \\ end";
        List<Visit> visits = new ArrayList<>();
        for (String address : List.of("192.0.2.1", "198.51.100.7", "203.0.113.9", "2001:db8::7")) {
            for (String agent : List.of(TestSite.CHROME, quoted, "Googlebot/2.1 (+http://example.org/bot)")) {
                visits.add(new Visit(address, time, "GET", "/article/a1", "", 200, agent));
                visits.add(
                        new Visit(address, time.plusSeconds(40), "GET", "/article/a1/pdf", "from=a%20b", 200, agent));
                visits.add(new Visit(address, time.plusSeconds(60), "GET", "/article/a1/pdf", "", 304, agent));
                visits.add(new Visit(address, time.plusSeconds(120), "GET", "/article/a2/fulltext", "", 403, agent));
                visits.add(
                        new Visit(address, time.plusSeconds(150), "GET", "/search", "q=caf%C3%A9&db=db1", 200, agent));
                visits.add(new Visit(address, time.plusSeconds(160), "POST", "/article/a1/pdf", "", 200, agent));
                visits.add(new Visit(address, time.plusSeconds(170), "GET", "/style.css", "", 200, agent));
                visits.add(new Visit(address, time.plusSeconds(180), "GET", "/article/nowhere", "", 200, agent));
            }
        }
        return visits;
    }

    private static List<String> written(Function<Visit, String> format) {
        return VISITS.stream().map(format).toList();
    }

    private static String combined(Visit visit) {
        return visit.address() + " - - [" + visit.clf() + "] \"" + visit.method() + " " + visit.target()
                + " HTTP/1.1\" " + visit.status() + " 5 \"-\" \"" + visit.escaped() + "\"";
    }

    @BeforeAll
    static void countCombined(@TempDir Path folder) {
        TestSite combined = TestSite.imported(folder);
        JsonNode count = combined.count(combined.log(written(FormatsTest::combined)));
        assertThat(count.get("lines").asLong()).isEqualTo(VISITS.size());
        assertThat(count.get("actions").asLong()).isEqualTo(40);
        assertThat(count.get("double_clicks").asLong()).isEqualTo(8);
        assertThat(count.get("excluded").get("robot").asLong()).isEqualTo(24);
        figures = figures(combined);
    }

    private void agrees(String logSection, List<String> lines) {
        String yaml = AlphaJournals.SITE.replace("  format: combined\n", logSection.indent(2)) + AlphaJournals.PAGES;
        TestSite site = site(yaml);
        JsonNode count = site.count(site.log(lines));
        assertThat(count.get("malformed").asLong()).isZero();
        assertThat(count.get("excluded").get("robot").asLong()).isEqualTo(24);
        assertThat(figures(site)).isEqualTo(figures);
    }

    private TestSite site(String yaml) {
        return new TestSite(folder.resolve("other"), yaml, AlphaJournals.CATALOGUE, AlphaJournals.INSTITUTIONS)
                .imported();
    }

    @Test
    void nginxLogFormat() {
        agrees(
                "format: '$remote_addr - $remote_user [$time_local] $host \"$request\" $status $body_bytes_sent \"$http_referer\" \"$http_user_agent\" $request_time \"$cookie_sid\"'",
                written(visit ->
                        visit.address() + " - - [" + visit.clf() + "] www.example.org \"" + visit.method() + " "
                                + visit.target() + " HTTP/2.0\" " + visit.status() + " 5 \"-\" \""
                                + visit.agent().replace("\\", "\\x5C").replace("\"", "\\x22") + "\" 0.003 \"-\""));
    }

    @Test
    void nginxWithItsOwnTimeAndUri() {
        agrees(
                "format: '$msec $request_method $request_uri $status $remote_addr \"$http_user_agent\"'",
                written(visit ->
                        visit.time().minusHours(1).toEpochSecond(ZoneOffset.UTC) + ".250 " + visit.method() + " "
                                + visit.target() + " " + visit.status() + " " + visit.address() + " \""
                                + visit.agent().replace("\\", "\\x5C").replace("\"", "\\x22") + "\""));
    }

    @Test
    void apacheLogFormatWithVirtualHost() {
        agrees(
                "format: '%v:%{local}p %a %l %u %{%d/%b/%Y:%H:%M:%S %z}t %D \"%m %U%q %H\" %>s %O \"%{User-Agent}i\" \"%{sid}C\"'",
                written(visit -> "www.example.org:443 " + visit.address() + " - - " + visit.clf() + " 2718 \""
                        + visit.method() + " " + visit.target() + " HTTP/1.1\" " + visit.status() + " 5123 \""
                        + visit.escaped() + "\" \"-\""));
    }

    @Test
    void w3cOfIis() {
        List<String> lines = new ArrayList<>(
                List.of(
                        "#Software: Microsoft Internet Information Services 10.0",
                        "#Version: 1.0",
                        "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus time-taken"));
        lines.addAll(written(visit ->
                visit.time().minusHours(1).format(W3C) + " 10.0.0.1 " + visit.method() + " " + visit.path() + " "
                        + (visit.query().isEmpty() ? "-" : visit.query()) + " 443 - " + visit.address() + " "
                        + visit.agent().replace("+", "%2B").replace(' ', '+') + " - " + visit.status() + " 0 15"));
        String yaml = AlphaJournals.SITE.replace("format: combined", "format: w3c") + AlphaJournals.PAGES;
        TestSite site = site(yaml);
        JsonNode count = site.count(site.log(lines));
        assertThat(count.get("actions").asLong()).isEqualTo(40);
        assertThat(figures(site)).isEqualTo(figures);
    }

    @Test
    void jsonOfCaddy() {
        agrees(
                "format: json",
                written(visit -> "{\"level\":\"info\",\"ts\":"
                        + visit.time().minusHours(1).toEpochSecond(ZoneOffset.UTC)
                        + ".125,\"logger\":\"http.log.access\",\"msg\":\"handled request\",\"request\":{\"remote_ip\":\""
                        + visit.address()
                        + "\",\"remote_port\":\"443\",\"client_ip\":\"" + visit.address()
                        + "\",\"proto\":\"HTTP/2.0\",\"method\":\""
                        + visit.method() + "\",\"host\":\"example.org\",\"uri\":\"" + visit.target()
                        + "\",\"headers\":{\"User-Agent\":[\""
                        + visit.escaped() + "\"]}},\"user_id\":\"\",\"duration\":0.01,\"size\":5,\"status\":"
                        + visit.status() + "}"));
    }

    @Test
    void jsonWithNamesOfOnesOwn() {
        agrees(
                "format: json\nfields: {time: at, address: client.ip, method: verb, uri: target, status: code, user_agent: ua}",
                written(visit -> "{\"at\":\"" + visit.time().format(ISO) + "\",\"client\":{\"ip\":\"" + visit.address()
                        + "\"},\"verb\":\""
                        + visit.method() + "\",\"target\":\"" + visit.target() + "\",\"code\":\"" + visit.status()
                        + "\",\"ua\":\""
                        + visit.escaped() + "\"}"));
    }

    /** The last hop that is no proxy of ours is the client; what a client forges before it changes nothing. */
    @Test
    void behindProxiesWithForgedHeaders() {
        agrees(
                "format: '%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\" \"%{X-Forwarded-For}i\"'\n"
                        + "client_address: '%{X-Forwarded-For}i'\ntrusted_proxies: [10.0.0.0/8, 172.16.5.5]",
                written(visit -> {
                    boolean direct = visit.status() == 304;
                    String forged = visit.status() == 200 ? "192.0.2.66, 10.9.9.9, " : "";
                    String through = direct ? "192.0.2.200, 192.0.2.130" : forged + visit.address() + ", 172.16.5.5";
                    return (direct ? visit.address() : "10.1.2.3")
                            + combined(visit).substring(visit.address().length()) + " \"" + through + "\"";
                }));
    }

    @Test
    void aLogOfTheCommonFormatHasNoAgents() {
        String yaml = AlphaJournals.SITE.replace("format: combined", "format: common") + AlphaJournals.PAGES;
        TestSite site = site(yaml);
        JsonNode count = site.count(site.log(
                "192.0.2.1 - - [05/Jan/2026:10:00:00 +0100] \"GET /article/a1/pdf HTTP/1.1\" 200 5",
                "192.0.2.1 - - [05/Jan/2026:10:00:10 +0100] \"GET http://example.org/article/a1/pdf?x=1 HTTP/1.1\" 200 -",
                "192.0.2.1 - - [05/Jan/2026:10:01:00 +0100] \"GET /article/a1/pdf\" 200 5"));
        assertThat(count.get("actions").asLong()).isEqualTo(3);
        assertThat(site.metrics("TR", "u1", "2026-01", "5.1")).containsEntry("Total_Item_Requests", 2L);
    }

    @Test
    void anAbsentAgentIsEmptyAndTheListDecides() {
        TestSite site = TestSite.imported(folder.resolve("empty-agents"));
        site.write("comptoir.yml", AlphaJournals.SITE + "robots: robots.json\n" + AlphaJournals.PAGES);
        site.write("robots.json", "[{\"pattern\": \"^.?$\"}, {\"pattern\": \"bot\"}]");
        JsonNode count = site.count(site.log(
                TestSite.line("192.0.2.1", "05/Jan/2026:10:00:00", "GET /article/a1/pdf HTTP/1.1", 200, "-"),
                TestSite.line("192.0.2.1", "05/Jan/2026:10:00:00", "GET /article/a1/pdf HTTP/1.1", 200, ""),
                TestSite.line("192.0.2.1", "05/Jan/2026:10:00:00", "GET /article/a1/pdf HTTP/1.1", 200, "x"),
                TestSite.line("192.0.2.1", "05/Jan/2026:10:00:00", "GET /article/a1/pdf HTTP/1.1", 200, "xy")));
        assertThat(count.get("excluded").get("robot").asLong()).isEqualTo(3);
        assertThat(count.get("actions").asLong()).isEqualTo(1);
    }

    private static Map<String, List<Map<String, String>>> figures(TestSite site) {
        return Figures.briefly(site, "2026-01", "2026-01", "u1", "u2");
    }
}
