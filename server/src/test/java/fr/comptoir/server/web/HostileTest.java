package fr.comptoir.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.account.Tokens;
import fr.comptoir.customers.base.Language;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who means no good: odd paths and headers, endless values, slow clients, codes and tokens that are used again or too late. */
class HostileTest {
    private static final Pattern SECRET = Pattern.compile("<code class=\"secret\">([A-Z2-7]+)</code>");

    @TempDir
    static Path folder;

    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-03-02T09:00:10Z"));

    private static Served served;

    private static final class HandClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }

        @Override
        public Instant instant() {
            return NOW.get();
        }
    }

    @BeforeAll
    static void serve() throws Exception {
        served = Served.in(folder, "", new HandClock());
    }

    @AfterAll
    static void stop() throws Exception {
        served.close();
    }

    private static void pass(Duration time) {
        NOW.updateAndGet(now -> now.plus(time));
    }

    private static void tellsNothing(String answer) {
        assertThat(answer)
                .doesNotContain("Exception", "\tat ", "fr.comptoir", "org.springframework", folder.toString())
                .doesNotContainIgnoringCase("tomcat");
    }

    @Test
    void pathsLeadNowhereElse() throws Exception {
        for (String path : new String[] {
            "/app/../../../../etc/passwd",
            "/app/..%2f..%2fcomptoir.yml",
            "/app/%2e%2e/%2e%2e/application.yml",
            "/app//comptoir.css/..",
            "/space/uni;x=/../admin/customers",
            "/admin;/customers",
            "//admin/customers",
            "/%2fadmin/customers",
            "/admin/customers%00",
            "/admin/customers/%c0%ae%c0%ae",
            "/r51/reports/..%2f..%2fmembers?customer_id=uni",
            "/manage/../admin/customers",
            "/manage/env",
            "/manage/heapdump"
        }) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(path).containsPattern("^HTTP/1.1 (302|400|401|403|404) ");
            if (answer.startsWith("HTTP/1.1 302")) {
                assertThat(answer).as(path).contains("/sign-in");
            }
            tellsNothing(answer);
        }
    }

    @Test
    void headersAreNotWrittenByOthers() throws Exception {
        String answer = get("/sign-in?to=%0d%0aSet-Cookie:%20a=b", "Host: localhost", "Accept: text/html");
        assertThat(answer).doesNotContain("a=b\r\n");
        answer = get("/account", "Host: evil.example", "Cookie: language=en%0d%0aX: y", "Accept: text/html");
        assertThat(answer).doesNotContain("\r\nX: y");
        for (String broken : new String[] {
            "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "GET / HTTP/1.1\r\n Host: localhost\r\n\r\n",
            "GET http://evil.example:99999/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "\u0000\u0001\u0002\r\n\r\n"
        }) {
            String refused = raw(broken.replaceFirst("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
            assertThat(refused).as(broken).containsPattern("^HTTP/1.1 (400|404|200) ");
            tellsNothing(refused);
        }
    }

    @Test
    void endlessValuesAreRefused() throws Exception {
        String endless = "x".repeat(100_000);
        String line = raw("GET /r51/reports/tr?customer_id=" + endless
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(line).startsWith("HTTP/1.1 400 ");
        tellsNothing(line);
        assertThat(line)
                .as("said in every language: which one is read was not read, nor the path, and the API has no pages")
                .contains("Content-Type: application/problem+json", "64 kB", "64 ko")
                .doesNotContain("<html");
        HttpResponse<String> name = served.browser()
                .post("/partners/uni/join", "email", "a@b.example", "name", endless, "message", endless);
        assertThat(name.statusCode()).isEqualTo(400);
        HttpResponse<String> password =
                served.browser().post("/sign-in", "email", endless + "@b.example", "password", endless);
        assertThat(password.statusCode()).isEqualTo(400);
        HttpResponse<String> search = served.browser().get("/partners?q=" + "%25_".repeat(5_000));
        assertThat(search.statusCode()).isEqualTo(200);
        StringBuilder many = new StringBuilder("/r51/reports?customer_id=uni");
        for (int i = 0; i < 200; i++) {
            many.append("&p").append(i).append("=1");
        }
        assertThat(served.browser().get(many.toString()).statusCode()).isGreaterThanOrEqualTo(400);
        tellsNothing(name.body() + password.body() + search.body());
    }

    @Test
    void sqlIsText() throws Exception {
        for (String text : new String[] {"' or 1=1 --", "'; drop table customer; --", "%", "\\", "\u0000"}) {
            Browser browser = served.browser();
            assertThat(browser.post("/sign-in", "email", text, "password", text).statusCode())
                    .isEqualTo(400);
            assertThat(browser.get("/partners?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(served.database.customers().find("uni")).isPresent();
    }

    @Test
    void slowClientsKeepNobodyWaiting() throws Exception {
        String form = "Content-Length: 900\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\nemail=";
        List<String> begun = List.of(
                "GET /r51/status HTTP/1.1\r\nHost: loc",
                "GET /r51/status HTTP/1.1\r\nHost: localhost\r\n" + form,
                "POST /r51/status HTTP/1.1\r\nHost: localhost\r\n" + form,
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\n" + form);
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 480; i++) {
                Socket socket = new Socket("localhost", served.port());
                slow.add(socket);
                socket.getOutputStream().write(begun.get(i % begun.size()).getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
            Socket last = slow.get(slow.size() - 1);
            assertThat(new String(last.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .as("what one of too many hears")
                    .startsWith("HTTP/1.1 503")
                    .contains("Retry-After");
            assertThat(served.browser().get("/r51/status", "Accept", "*/*").statusCode())
                    .isEqualTo(200);
            assertThat(served.browser().get("/sign-in").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void aCodeIsAskedForAndGoodOnce() throws Exception {
        Browser person = served.signedIn("totp@test.example", new Grant(Role.INSTITUTION_READER, "uni", null));
        Matcher secret = SECRET.matcher(person.post("/account/code").body());
        assertThat(secret.find()).isTrue();
        String key = secret.group(1);
        HttpResponse<String> confirmed = person.post("/account/code/confirm", "code", Codes.of(key, NOW.get()));
        Matcher recovery = Pattern.compile("<li><code>([^<]+)</code>").matcher(confirmed.body());
        assertThat(recovery.find()).isTrue();
        pass(Duration.ofSeconds(30));
        Browser browser = signInByPassword("totp@test.example");
        String wanted = "/space/uni/titles?from=2026-01&to=2026-02&publisher=Example+Press";
        assertThat(browser.get(wanted).statusCode()).as("the password alone").isEqualTo(302);
        assertThat(browser.post("/sign-in/code", "code", "000000").statusCode()).isEqualTo(400);
        String good = Codes.of(key, NOW.get());
        assertThat(Browser.location(browser.post("/sign-in/code", "code", good)))
                .as("the page that was asked for")
                .isEqualTo(wanted);
        assertThat(browser.get("/space/uni").statusCode()).isEqualTo(200);
        Browser thief = signInByPassword("totp@test.example");
        assertThat(thief.post("/sign-in/code", "code", good).statusCode())
                .as("seen over the shoulder")
                .isEqualTo(400);
        pass(Duration.ofMinutes(1));
        assertThat(Browser.location(thief.post("/sign-in/code", "code", recovery.group(1))))
                .isEqualTo("/space");
        Browser again = signInByPassword("totp@test.example");
        assertThat(again.post("/sign-in/code", "code", recovery.group(1)).statusCode())
                .as("a recovery code is good once")
                .isEqualTo(400);
        pass(Duration.ofMinutes(11));
        assertThat(Browser.location(again.post("/sign-in/code", "code", Codes.of(key, NOW.get()))))
                .as("ten minutes after the password")
                .isEqualTo("/sign-in");
    }

    private static Browser signInByPassword(String email) throws Exception {
        Browser browser = served.browser();
        HttpResponse<String> answer = browser.post("/sign-in", "email", email, "password", Served.PASSWORD);
        assertThat(Browser.location(answer)).isEqualTo("/sign-in/code");
        return browser;
    }

    @Test
    void linksEndWithTheirTimeAndSessionsWithTheirs() throws Exception {
        Account account = served.database
                .accounts()
                .invite("late@test.example", "Late", Language.EN, Served.TEST)
                .orThrow();
        String token = served.database.tokens().make(Tokens.Purpose.INVITATION, account.id(), "");
        assertThat(served.browser().get("/invitation/" + token).statusCode()).isEqualTo(200);
        Browser person = served.signedIn("session@test.example", new Grant(Role.INSTITUTION_READER, "uni", null));
        assertThat(person.get("/space/uni").statusCode()).isEqualTo(200);
        pass(Duration.ofHours(12));
        assertThat(person.get("/space/uni").statusCode())
                .as("twelve hours later")
                .isEqualTo(302);
        pass(Duration.ofDays(14));
        HttpResponse<String> late =
                served.browser().post("/invitation/" + token, "password", Served.PASSWORD, "again", Served.PASSWORD);
        assertThat(late.statusCode()).isEqualTo(410);
        assertThat(served.database.accounts().find(account.id()).orElseThrow().state())
                .isEqualTo(Account.State.INVITED);
    }

    @Test
    void aSessionThatEndedAndAFormOfAnotherOpenNothing() throws Exception {
        Browser person = served.signedIn("gone@test.example", new Grant(Role.INSTITUTION_MANAGER, "uni", null));
        String cookie = person.cookies();
        assertThat(cookie).contains("session=");
        person.post("/sign-out");
        String replayed = raw("GET /space/uni HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nCookie: " + cookie
                + "\r\nConnection: close\r\n\r\n");
        assertThat(replayed).startsWith("HTTP/1.1 302");
        Browser other = served.signedIn("form@test.example", new Grant(Role.INSTITUTION_MANAGER, "uni", null));
        assertThat(other.postWithoutToken("/space/uni/credentials/keys", "name", "x", "_csrf", "guessed")
                        .statusCode())
                .isEqualTo(403);
        assertThat(served.database.keys().of("uni")).isEmpty();
    }

    private static String get(String path, String... headers) throws IOException {
        return raw("GET " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", served.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
