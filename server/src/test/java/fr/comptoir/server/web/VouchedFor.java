package fr.comptoir.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.base.Days;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.FederationEntity;
import fr.comptoir.customers.mail.Mail;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Two sites to which a provider of OpenID Connect and the proxy of a federation vouch for people, and the ways in. */
abstract class VouchedFor {
    static final String PROVIDER = "main";
    static final String IDP = "https://idp.uni.example/metadata";
    static final LocalDate END = LocalDate.of(2999, 8, 31);

    @TempDir
    static Path folder;

    static MockOAuth2Server provider;

    /** Members of an institution read what is its. */
    static Served readers;

    /** Nobody is given anything. */
    static Served asking;

    @BeforeAll
    static void serve() throws Exception {
        provider = new MockOAuth2Server();
        provider.start();
        readers = served("readers", "reader", "");
        asking = served("asking", "ask", "url: http://stats.test.example");
    }

    static Served served(String name, String joining, String url) throws Exception {
        Path site = Files.createDirectory(folder.resolve(name));
        Files.writeString(site.resolve("oidc-secret"), "not a secret\n");
        Served served = Served.in(site, """
                server:
                  trusted_proxies: [127.0.0.1]
                  %s
                  sign_in:
                    joining: %s
                    oidc:
                      issuer: %s
                      client_id: comptoir
                      client_secret_file: oidc-secret
                      scope_claim: affiliation
                      entity_claim: idp
                    federation:
                      start: /Shibboleth.sso/Login
                      persistent_id: persistent-id
                      entity_id: Shib-Identity-Provider
                      mail: mail
                      display_name: displayName
                      scope: affiliation
                """.formatted(url, joining, provider.issuerUrl(PROVIDER)));
        Customer uni = served.database.customers().find("uni").orElseThrow();
        served.database
                .federationEntities()
                .save(
                        "uni",
                        uni.version(),
                        List.of(
                                new FederationEntity(IDP, "uni.example", Days.until(END)),
                                new FederationEntity(IDP, "old.example", Days.until(LocalDate.of(2020, 1, 1)))),
                        Served.TEST)
                .orThrow();
        return served;
    }

    @AfterAll
    static void stop() throws Exception {
        readers.close();
        asking.close();
        provider.shutdown();
    }

    /** Goes the way of the authorization code; gives the answer to the last step. */
    static HttpResponse<String> byOidc(Browser browser, String subject, Map<String, Object> claims) throws Exception {
        provider.enqueueCallback(
                new DefaultOAuth2TokenCallback(PROVIDER, subject, "JWT", List.of("comptoir"), claims, 3600));
        HttpResponse<String> begun = browser.get("/sign-in/with/oidc");
        assertThat(begun.statusCode()).isEqualTo(302);
        URI authorize = URI.create(begun.headers().firstValue("Location").orElseThrow());
        assertThat(authorize.toString())
                .startsWith(provider.issuerUrl(PROVIDER).toString())
                .contains("response_type=code", "code_challenge_method=S256", "state=", "nonce=");
        HttpResponse<Void> authorized = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(authorize).build(), BodyHandlers.discarding());
        return browser.get(Browser.location(authorized));
    }

    static Map<String, Object> claims(String name, String email, Object affiliation) {
        return Map.of("name", name, "email", email, "email_verified", true, "affiliation", affiliation, "idp", IDP);
    }

    static HttpResponse<String> byFederation(Browser browser, String id, String mail, String affiliation)
            throws Exception {
        return browser.get(
                "/sign-in/federation",
                "persistent-id",
                id,
                "Shib-Identity-Provider",
                IDP,
                "mail",
                mail,
                "displayName",
                "Name of " + mail,
                "affiliation",
                affiliation);
    }

    static Account account(Served served, String email) {
        return served.database.accounts().findByEmail(email).orElseThrow();
    }

    static List<Mail> mails(String template) {
        return asking.database.outbox().in(Mail.State.WAITING, Page.first(500)).rows().stream()
                .filter(mail -> mail.template().equals(template))
                .toList();
    }
}
