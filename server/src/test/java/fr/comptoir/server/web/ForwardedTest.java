package fr.comptoir.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.base.Days;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.FederationEntity;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What proxies say of clients, and what anybody says who wants to be taken for one. */
class ForwardedTest {
    private static final String[] FORGED = {
        "X-Forwarded-For", "127.0.0.1", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "stats.example.org"
    };

    @TempDir
    static Path folder;

    private static Served open;
    private static Served proxied;

    @BeforeAll
    static void serve() throws Exception {
        open = Served.in(Files.createDirectory(folder.resolve("open")), """
                server:
                  trusted_proxies: [192.0.2.0/24]
                  sign_in:
                    joining: reader
                    oidc: {issuer: "http://127.0.0.1:1/none", client_id: c, client_secret_file: comptoir.yml}
                    federation: {start: /Shibboleth.sso/Login, persistent_id: persistent-id, entity_id: idp, mail: mail}
                """);
        proxied = Served.in(Files.createDirectory(folder.resolve("proxied")), """
                server:
                  trusted_proxies: [127.0.0.0/8, "::1"]
                  cors: [https://www.example.org]
                """);
    }

    @AfterAll
    static void stop() throws Exception {
        open.close();
        proxied.close();
    }

    @Test
    void aTrustedProxyIsBelieved() throws Exception {
        HttpResponse<String> answer = proxied.browser().get("/", FORGED);
        assertThat(answer.body()).contains("<code>https://stats.example.org/r51</code>");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("Secure");
        assertThat(proxied.browser().get("/account", FORGED).headers().firstValue("Location"))
                .hasValue("https://stats.example.org/sign-in?to=%2Faccount");
    }

    @Test
    void forwardedOfRfc7239IsBelievedWhereTheProxyWritesNothingElse() throws Exception {
        String forwarded = "for=127.0.0.1;host=evil.example, for=203.0.113.7;proto=https;host=stats.example.org";
        assertThat(proxied.browser().get("/", "Forwarded", forwarded).body())
                .contains("<code>https://stats.example.org/r51</code>")
                .doesNotContain("evil.example");
        assertThat(proxied.browser()
                        .get("/", "Forwarded", "for=203.0.113.7;host=evil.example", "X-Forwarded-For", "203.0.113.7")
                        .body())
                .doesNotContain("evil.example");
        assertThat(proxied.browser()
                        .get("/account", "X-Forwarded-Prefix", "//evil.example")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .doesNotContain("evil.example");
    }

    @Test
    void anybodyElseIsNot() throws Exception {
        for (String[] headers :
                new String[][] {FORGED, {"Forwarded", "for=127.0.0.1;proto=https;host=stats.example.org"}}) {
            HttpResponse<String> answer = open.browser().get("/", headers);
            assertThat(answer.body()).contains("<code>http://localhost:").doesNotContain("stats.example.org");
            assertThat(open.browser().get("/nothing", headers).body()).doesNotContain("stats.example.org");
        }
    }

    @Test
    void nobodyButAProxySaysWhoSomebodyIs() throws Exception {
        Customer uni = open.database.customers().find("uni").orElseThrow();
        open.database
                .federationEntities()
                .save(
                        "uni",
                        uni.version(),
                        List.of(new FederationEntity("https://idp.example", "", Days.ALWAYS)),
                        Served.TEST)
                .orThrow();
        HttpResponse<String> forged = open.browser()
                .get(
                        "/sign-in/federation",
                        "persistent-id",
                        "anybody",
                        "idp",
                        "https://idp.example",
                        "mail",
                        "anybody@uni.example",
                        "X-Forwarded-For",
                        "192.0.2.1");
        assertThat(Browser.location(forged)).isEqualTo("/welcome?failed");
        assertThat(open.database.accounts().findByEmail("anybody@uni.example")).isEmpty();
    }

    @Test
    void aProviderThatCannotBeReachedIsSaidAndNotNeeded() throws Exception {
        assertThat(Browser.location(open.browser().get("/sign-in/with/oidc"))).isEqualTo("/welcome?failed");
        assertThat(Browser.location(open.browser().get("/sign-in/back/oidc?code=a&state=b")))
                .isEqualTo("/welcome?failed");
        assertThat(proxied.browser().get("/sign-in/with/oidc").statusCode()).isEqualTo(404);
    }

    @Test
    void metricsAreForProgramsOfThisMachineThatAskForThemselves() throws Exception {
        for (Served served : new Served[] {open, proxied}) {
            assertThat(served.browser()
                            .get("/manage/prometheus", "Accept", "text/plain")
                            .statusCode())
                    .isEqualTo(200);
            for (String header : new String[] {"X-Forwarded-For", "Forwarded", "X-Forwarded-Host"}) {
                assertThat(served.browser()
                                .get("/manage/prometheus", header, "127.0.0.1")
                                .statusCode())
                        .as(header)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void onlyPagesOfTheOriginsOfTheSettingsReadTheApi() throws Exception {
        HttpResponse<String> allowed = proxied.browser().get("/r51/status", "Origin", "https://www.example.org");
        assertThat(allowed.statusCode()).isEqualTo(200);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://www.example.org");
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        HttpResponse<String> other = proxied.browser().get("/r51/status", "Origin", "https://evil.example");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        for (String page : new String[] {"/", "/sign-in"}) {
            assertThat(proxied.browser()
                            .get(page, "Origin", "https://www.example.org")
                            .headers()
                            .firstValue("Access-Control-Allow-Origin"))
                    .as(page)
                    .isEmpty();
        }
        assertThat(open.browser()
                        .get("/r51/status", "Origin", "https://www.example.org")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }
}
