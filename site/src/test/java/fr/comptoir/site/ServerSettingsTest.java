package fr.comptoir.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.ServerConfig;
import fr.comptoir.model.site.SignInConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code server}: how the site is served. */
class ServerSettingsTest {
    private static final String SITE = """
            platform: {id: alpha, name: Alpha}
            log: {format: combined}
            pages: [{path: "/x/{item}", action: request}]
            """;

    @TempDir
    Path folder;

    @Test
    void howPeopleSignInIsRead() throws Exception {
        Files.writeString(folder.resolve("secret"), "x");
        SignInConfig signIn = server("""
                server:
                  trusted_proxies: [127.0.0.1]
                  sign_in:
                    oidc: {issuer: "https://login.example.org", client_id: comptoir, client_secret_file: secret, scope_claim: affiliation}
                    federation: {start: /Shibboleth.sso/Login, persistent_id: persistent-id, entity_id: Shib-Identity-Provider, mail: mail}
                    joining: reader
                    partner_list: hidden
                """).signIn();
        assertThat(signIn.oidc()).hasValueSatisfying(oidc -> {
            assertThat(oidc.issuer()).isEqualTo("https://login.example.org");
            assertThat(oidc.scopes()).containsExactly("openid", "profile", "email");
            assertThat(oidc.scopeClaim()).contains("affiliation");
        });
        assertThat(signIn.federation())
                .hasValueSatisfying(
                        federation -> assertThat(federation.entityId()).isEqualTo("Shib-Identity-Provider"));
        assertThat(signIn.joining()).isEqualTo(SignInConfig.Joining.READER);
        assertThat(signIn.partnerList()).isFalse();
    }

    @Test
    void aFederationNeedsAProxyAndPathsStayOnThisHost() {
        assertThatThrownBy(() -> server("""
                server:
                  sign_in:
                    federation: {start: //evil.example/x, persistent_id: "a b", entity_id: idp}
                """))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("needs server.trusted_proxies")
                .hasMessageContaining("'//evil.example/x' is no path on this host")
                .hasMessageContaining("'a b' is no name of a header")
                .hasMessageContaining("federation.mail: is missing");
        assertThatThrownBy(() -> server("""
                server:
                  sign_in:
                    oidc: {issuer: login, client_id: c, client_secret_file: s, scopes: [email]}
                """))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'login' is no address")
                .hasMessageContaining("openid is not among them");
    }

    @Test
    void withoutTheSectionAllIsAsByDefault() throws Exception {
        assertThat(server("")).isEqualTo(ServerConfig.DEFAULT);
    }

    @Test
    void everySettingIsRead() throws Exception {
        for (String name : new String[] {"chain.pem", "key.pem", "password"}) {
            Files.writeString(folder.resolve(name), "x");
        }
        ServerConfig server = server("""
                server:
                  url: https://stats.example.org/
                  address: 127.0.0.1
                  tls: {certificate: chain.pem, key: key.pem, password_file: password}
                  trusted_proxies: [10.0.0.0/8, "2001:db8::1"]
                  cors: [https://www.example.org]
                  report_wait: 5s
                  reports_waiting: 20
                  requests_per_minute: 30
                  mask_below: 10
                  database: {url: "jdbc:postgresql://db/comptoir", user: me, password_file: password}
                """);
        assertThat(server.url()).contains("https://stats.example.org");
        assertThat(server.address()).contains("127.0.0.1");
        assertThat(server.tls()).hasValueSatisfying(tls -> {
            assertThat(tls.certificate()).isEqualTo(folder.resolve("chain.pem"));
            assertThat(tls.key()).contains(folder.resolve("key.pem"));
        });
        assertThat(server.trustedProxies()).containsExactly("10.0.0.0/8", "2001:db8::1");
        assertThat(server.cors()).containsExactly("https://www.example.org");
        assertThat(server.reportWait()).isEqualTo(Duration.ofSeconds(5));
        assertThat(server.reportsWaiting()).isEqualTo(20);
        assertThat(server.requestsPerMinute()).isEqualTo(30);
        assertThat(server.maskBelow()).isEqualTo(10);
        assertThat(server.database()).hasValueSatisfying(database -> {
            assertThat(database.url()).isEqualTo("jdbc:postgresql://db/comptoir");
            assertThat(database.user()).isEqualTo("me");
        });
    }

    @Test
    void whatIsWrongIsSaidWithItsLine() {
        assertThatThrownBy(() -> server("""
                server:
                  url: stats.example.org
                  tls: {certificate: chain.pem}
                  cors: ["*"]
                  report_wait: soon
                  reports_waiting: many
                  requests_per_minute: 0
                  database: {url: "jdbc:h2:mem:x"}
                """))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll(
                        "server.url",
                        "server.tls.key",
                        "server.cors",
                        "server.report_wait",
                        "server.reports_waiting",
                        "requests_per_minute",
                        "PostgreSQL");
    }

    @Test
    void aPasswordIsNotSaidInTheAddress() {
        assertThatThrownBy(() -> server("server: {database: {url: \"jdbc:postgresql://db/c?password=secret\"}}\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("password_file")
                .hasMessageNotContaining("secret");
    }

    private ServerConfig server(String section) throws Exception {
        return SiteFile.parse("comptoir.yml", folder, SITE + section).config().server();
    }
}
