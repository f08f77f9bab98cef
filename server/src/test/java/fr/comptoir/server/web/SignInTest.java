package fr.comptoir.server.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Identity;
import fr.comptoir.customers.account.JoinRequest;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.account.Tokens;
import fr.comptoir.customers.base.Days;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.FederationEntity;
import fr.comptoir.customers.mail.Mail;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in by a provider of OpenID Connect and by a federation's proxy, and coming to join an institution. */
class SignInTest {
    private static final String PROVIDER = "main";
    private static final String IDP = "https://idp.uni.example/metadata";
    private static final LocalDate END = LocalDate.of(2999, 8, 31);

    @TempDir
    static Path folder;

    private static MockOAuth2Server provider;
    /** Members of an institution read what is its. */
    private static Served readers;
    /** Nobody is given anything. */
    private static Served asking;

    @BeforeAll
    static void serve() throws Exception {
        provider = new MockOAuth2Server();
        provider.start();
        readers = served("readers", "reader", "");
        asking = served("asking", "ask", "url: http://stats.test.example");
    }

    private static Served served(String name, String joining, String url) throws Exception {
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
    private static HttpResponse<String> byOidc(Browser browser, String subject, Map<String, Object> claims)
            throws Exception {
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

    private static Map<String, Object> claims(String name, String email, Object affiliation) {
        return Map.of("name", name, "email", email, "email_verified", true, "affiliation", affiliation, "idp", IDP);
    }

    private static HttpResponse<String> byFederation(Browser browser, String id, String mail, String affiliation)
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

    private static Account account(Served served, String email) {
        return served.database.accounts().findByEmail(email).orElseThrow();
    }

    @Test
    void aMemberReadsWhatIsTheInstitutionsWhereTheSettingsSaySo() throws Exception {
        Browser browser = readers.browser();
        Map<String, Object> claims =
                claims("Ada Byron", "ada@uni.example", List.of("staff@uni.example", "member@uni.example"));
        assertThat(Browser.location(byOidc(browser, "sub-ada", claims))).isEqualTo("/space");
        assertThat(browser.get("/space/uni").statusCode()).isEqualTo(200);
        assertThat(browser.get("/space/uni/credentials").statusCode()).isEqualTo(403);
        assertThat(browser.get("/space/other").statusCode()).isEqualTo(403);
        Account ada = account(readers, "ada@uni.example");
        assertThat(readers.database.roles().of(ada.id()))
                .containsExactly(new Grant(Role.INSTITUTION_READER, "uni", END));
        Browser again = readers.browser();
        Map<String, Object> renamed = claims("Ada Lovelace", "ada.lovelace@uni.example", "member@uni.example");
        assertThat(Browser.location(byOidc(again, "sub-ada", renamed))).isEqualTo("/space");
        assertThat(again.get("/account").body()).contains("ada@uni.example").doesNotContain("ada.lovelace@");
    }

    @Test
    void anAddressAloneOpensNoAccount() throws Exception {
        readers.signedIn("owner@uni.example", new Grant(Role.PLATFORM_ADMINISTRATOR, null, null));
        Browser browser = readers.browser();
        Map<String, Object> claims = claims("Not the owner", "owner@uni.example", "member@uni.example");
        assertThat(Browser.location(byOidc(browser, "sub-thief", claims))).isEqualTo("/welcome");
        assertThat(browser.get("/space").statusCode()).isEqualTo(302);
        assertThat(browser.get("/welcome").body()).contains("Not the owner");
        HttpResponse<String> asked = browser.post("/partners/uni/join", "message", "let me in");
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body()).contains("« owner@uni.example » existe déjà");
    }

    @Test
    void whoseScopeEndedOrIsUnknownIsGivenNothing() throws Exception {
        for (String scope : new String[] {"member@old.example", "member@else.example", ""}) {
            Browser browser = readers.browser();
            Map<String, Object> claims = claims("Late", "late@uni.example", scope);
            assertThat(Browser.location(byOidc(browser, "sub-late", claims))).isEqualTo("/welcome");
            assertThat(readers.database.accounts().findByEmail("late@uni.example"))
                    .isEmpty();
        }
    }

    @Test
    void anAddressThatIsNotVerifiedMakesNoAccount() throws Exception {
        Map<String, Object> claims = Map.of("email", "maybe@uni.example", "affiliation", "a@uni.example", "idp", IDP);
        Browser browser = readers.browser();
        assertThat(Browser.location(byOidc(browser, "sub-maybe", claims))).isEqualTo("/welcome");
        assertThat(readers.database.accounts().findByEmail("maybe@uni.example")).isEmpty();
    }

    @Test
    void anAnswerOfAnotherSessionOrASecondTimeOpensNothing() throws Exception {
        Browser mine = readers.browser();
        provider.enqueueCallback(new DefaultOAuth2TokenCallback(
                PROVIDER, "sub-x", "JWT", List.of("comptoir"), claims("X", "x@uni.example", "a@uni.example"), 3600));
        URI authorize = URI.create(
                mine.get("/sign-in/with/oidc").headers().firstValue("Location").orElseThrow());
        String back = Browser.location(HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(authorize).build(), BodyHandlers.discarding()));
        Browser other = readers.browser();
        assertThat(Browser.location(other.get(back))).isEqualTo("/welcome?failed");
        assertThat(Browser.location(mine.get(back.replaceFirst("state=[^&]*", "state=guessed"))))
                .isEqualTo("/welcome?failed");
        assertThat(Browser.location(mine.get(back))).isEqualTo("/space");
        assertThat(Browser.location(mine.get(back))).isEqualTo("/welcome?failed");
        assertThat(mine.get("/welcome?failed").body()).contains("a échoué");
        assertThat(mine.get("/sign-in/with/else").statusCode()).isEqualTo(404);
    }

    @Test
    void theFederationIsBelievedByItsProxy() throws Exception {
        Browser browser = asking.browser();
        assertThat(Browser.location(byFederation(browser, "idp!sp!one", "zo\u00eb@uni.example", "member@uni.example")))
                .isEqualTo("/welcome");
        String page = browser.get("/welcome").body();
        assertThat(page).contains("University of Uni", "/partners/uni/join", IDP);
        HttpResponse<String> nobody = asking.browser().get("/sign-in/federation", "mail", "a@uni.example");
        assertThat(Browser.location(nobody)).isEqualTo("/welcome?nobody");
    }

    @Test
    void whoAsksToJoinIsLetInByTheManagerAndComesBackByTheFederation() throws Exception {
        Browser manager = asking.signedIn("boss@uni.example", new Grant(Role.INSTITUTION_MANAGER, "uni", null));
        Browser person = asking.browser();
        byFederation(person, "idp!sp!two", "two@uni.example", "member@uni.example");
        HttpResponse<String> asked =
                person.post("/partners/uni/join", "email", "lie@evil.example", "message", "I run\nthe library");
        assertThat(asked.body()).contains("Votre demande est enregistrée");
        assertThat(asking.database.accounts().findByEmail("lie@evil.example")).isEmpty();
        assertThat(person.get("/account").statusCode()).isEqualTo(200);
        assertThat(person.get("/space/uni").statusCode()).isEqualTo(403);
        assertThat(mails("join-asked")).anySatisfy(mail -> {
            assertThat(mail.address()).isEqualTo("boss@uni.example");
            assertThat(mail.data()).contains("two@uni.example", "I run\\nthe library");
        });
        JoinRequest request = asking.database.joinRequests().waiting("uni").stream()
                .filter(one -> one.email().equals("two@uni.example"))
                .findFirst()
                .orElseThrow();
        assertThat(manager.get("/space/uni/requests").body()).contains("Name of two@uni.example", "identity of " + IDP);
        String path = "/space/uni/requests/" + request.id();
        assertThat(manager.post(path + "/approve", "role", "PLATFORM_ADMINISTRATOR")
                        .statusCode())
                .isEqualTo(302);
        assertThat(person.get("/space/uni").statusCode()).isEqualTo(403);
        manager.post(path + "/approve", "role", "INSTITUTION_READER");
        assertThat(person.get("/space/uni").statusCode()).isEqualTo(200);
        assertThat(mails("join-approved")).anyMatch(mail -> mail.address().equals("two@uni.example"));
        Browser again = asking.browser();
        assertThat(Browser.location(byFederation(again, "idp!sp!two", "new@uni.example", "")))
                .isEqualTo("/space");
        Account two = account(asking, "two@uni.example");
        asking.database
                .accounts()
                .setState(two.id(), two.version(), Account.State.LOCKED, Served.TEST)
                .orThrow();
        assertThat(Browser.location(byFederation(asking.browser(), "idp!sp!two", "two@uni.example", "")))
                .isEqualTo("/welcome?closed");
        assertThat(again.get("/space/uni").statusCode()).isEqualTo(302);
    }

    @Test
    void whoHasNoAccountAsksFromTheListAndIsInvited() throws Exception {
        Browser person = asking.browser();
        assertThat(person.get("/partners?q=other").body()).contains("Other Institute");
        assertThat(person.post("/partners/other/join", "email", "no address", "name", "A")
                        .statusCode())
                .isEqualTo(400);
        person.post("/partners/other/join", "email", "new@other.example", "name", "New", "message", "");
        long id = asking.database.joinRequests().waiting("other").get(0).id();
        Browser stranger = asking.signedIn("far@uni.example", new Grant(Role.INSTITUTION_MANAGER, "uni", null));
        stranger.post("/space/uni/requests/" + id + "/approve", "role", "INSTITUTION_READER");
        assertThat(asking.database.joinRequests().find(id).orElseThrow().state())
                .isEqualTo(JoinRequest.State.WAITING);
        Browser manager = asking.signedIn("chief@other.example", new Grant(Role.INSTITUTION_MANAGER, "other", null));
        manager.post("/space/other/requests/" + id + "/approve", "role", "INSTITUTION_MANAGER");
        Account made = account(asking, "new@other.example");
        assertThat(made.state()).isEqualTo(Account.State.INVITED);
        assertThat(asking.database.roles().of(made.id()))
                .containsExactly(new Grant(Role.INSTITUTION_MANAGER, "other", null));
    }

    @Test
    void anAddressThatAProviderSaidAloneGetsNoRightThatSomebodyElseAsksFor() throws Exception {
        Browser thief = asking.browser();
        byFederation(thief, "idp!sp!thief", "victim@uni.example", "member@uni.example");
        thief.post("/partners/uni/join", "message", "");
        assertThat(thief.get("/account").statusCode()).isEqualTo(200);
        Browser victim = asking.browser();
        victim.post("/partners/uni/join", "email", "victim@uni.example", "name", "Victim", "message", "me");
        JoinRequest request = asking.database.joinRequests().waiting("uni").stream()
                .filter(one -> one.email().equals("victim@uni.example") && one.account() == null)
                .findFirst()
                .orElseThrow();
        Browser manager = asking.signedIn("dean@uni.example", new Grant(Role.INSTITUTION_MANAGER, "uni", null));
        manager.post("/space/uni/requests/" + request.id() + "/approve", "role", "INSTITUTION_MANAGER");
        assertThat(manager.get("/space/uni/requests").body()).contains("never been proven");
        Account account = account(asking, "victim@uni.example");
        assertThat(asking.database.roles().of(account.id())).isEmpty();
        assertThat(asking.database
                        .joinRequests()
                        .find(request.id())
                        .orElseThrow()
                        .state())
                .isEqualTo(JoinRequest.State.WAITING);
        String token = asking.database.tokens().make(Tokens.Purpose.INVITATION, account.id(), "");
        victim.post("/invitation/" + token, "password", Served.PASSWORD, "again", Served.PASSWORD);
        assertThat(asking.database.identities().of(account.id())).isEmpty();
        assertThat(thief.get("/account").statusCode()).isEqualTo(302);
        manager.post("/space/uni/requests/" + request.id() + "/approve", "role", "INSTITUTION_MANAGER");
        assertThat(victim.get("/space/uni/credentials").statusCode()).isEqualTo(200);
    }

    @Test
    void anAddressOfAnEntityThatIsNotListedIsNobodys() throws Exception {
        Browser person = asking.browser();
        byFederation(person, "idp!sp!far", "far.away@uni.example", "member@elsewhere.example");
        assertThat(person.get("/partners/uni/join").body()).doesNotContain("value=\"far.away@uni.example");
        person.post("/partners/uni/join", "email", "typed@uni.example", "name", "Typed");
        assertThat(asking.database.accounts().findByEmail("far.away@uni.example"))
                .isEmpty();
        assertThat(asking.database.accounts().findByEmail("typed@uni.example")).isEmpty();
    }

    @Test
    void aPersistentIdentifierOfSeveralValuesIsOneOrNobody() throws Exception {
        Browser person = asking.signedIn("several@uni.example", new Grant(Role.INSTITUTION_READER, "uni", null));
        byFederation(person, "idp!sp!same; idp!sp!same", "else@uni.example", "");
        person.post("/account/identity");
        assertThat(asking.database
                        .identities()
                        .of(account(asking, "several@uni.example").id()))
                .extracting(Identity::subject)
                .containsExactly("idp!sp!same");
        assertThat(Browser.location(byFederation(asking.browser(), "idp!sp!same;idp!sp!other", "", "")))
                .isEqualTo("/welcome?nobody");
    }

    @Test
    void withoutAnAddressOfTheServiceNobodyIsInvitedByMail() throws Exception {
        readers.browser().post("/partners/other/join", "email", "far@other.example", "name", "Far");
        long id = readers.database.joinRequests().waiting("other").get(0).id();
        Browser admin = readers.signedIn("chief@test.example", new Grant(Role.PLATFORM_ADMINISTRATOR, null, null));
        admin.post("/space/other/requests/" + id + "/approve", "role", "INSTITUTION_READER");
        assertThat(admin.get("/space/other/requests").body()).contains("server.url of comptoir.yml");
        assertThat(readers.database.joinRequests().find(id).orElseThrow().state())
                .isEqualTo(JoinRequest.State.WAITING);
        assertThat(readers.database.accounts().findByEmail("far@other.example")).isEmpty();
    }

    @Test
    void aClosedAccountIsNotTheOneThatIsTold() throws Exception {
        asking.signedIn("gone@cons.example", new Grant(Role.CONSORTIUM_MANAGER, "cons", null));
        asking.signedIn("there@test.example", new Grant(Role.PLATFORM_ADMINISTRATOR, null, null));
        Account gone = account(asking, "gone@cons.example");
        asking.database
                .accounts()
                .setState(gone.id(), gone.version(), Account.State.CLOSED, Served.TEST)
                .orThrow();
        asking.browser().post("/partners/cons/join", "email", "hello@else.example", "name", "Hello");
        assertThat(mails("join-asked"))
                .filteredOn(mail -> mail.data().contains("hello@else.example"))
                .extracting(Mail::address)
                .contains("there@test.example")
                .doesNotContain("gone@cons.example");
    }

    @Test
    void whoOnlyBeginsToSignInLeavesNoSessionHere() throws Exception {
        HttpResponse<String> begun = readers.browser().get("/sign-in/with/oidc");
        List<String> cookies = begun.headers().allValues("Set-Cookie");
        assertThat(cookies).noneMatch(cookie -> cookie.startsWith("session="));
        assertThat(cookies)
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("begun=")
                        .contains("Path=/sign-in/back", "HttpOnly", "SameSite=Lax", "Max-Age=600"));
        String forged = cookies.stream()
                .filter(cookie -> cookie.startsWith("begun="))
                .findFirst()
                .orElseThrow()
                .replaceFirst("begun=(...).([^;]*);.*", "begun=$1x$2");
        URI authorize = URI.create(begun.headers().firstValue("Location").orElseThrow());
        String state = authorize.getQuery().replaceFirst(".*state=([^&]*).*", "$1");
        HttpResponse<String> back = readers.browser()
                .get("/sign-in/back/oidc?code=x&state=" + URLEncoder.encode(state, UTF_8), "Cookie", forged);
        assertThat(Browser.location(back)).isEqualTo("/welcome?failed");
    }

    @Test
    void aRefusalIsToldWithItsReason() throws Exception {
        asking.browser().post("/partners/cons/join", "email", "no@else.example", "name", "No", "message", "please");
        long id = asking.database.joinRequests().waiting("cons").get(0).id();
        Browser admin = asking.signedIn("root@test.example", new Grant(Role.PLATFORM_ADMINISTRATOR, null, null));
        admin.post("/space/cons/requests/" + id + "/refuse", "reason", "unknown here");
        assertThat(mails("join-refused"))
                .anyMatch(mail ->
                        mail.address().equals("no@else.example") && mail.data().contains("unknown here"));
        assertThat(asking.database.accounts().findByEmail("no@else.example")).isEmpty();
    }

    @Test
    void anIdentityIsLinkedByItsAccountAndThenOpensIt() throws Exception {
        Browser person = asking.signedIn("link@uni.example", new Grant(Role.INSTITUTION_READER, "uni", null));
        assertThat(Browser.location(byFederation(person, "idp!sp!link", "else@uni.example", "")))
                .isEqualTo("/account");
        Account account = account(asking, "link@uni.example");
        assertThat(asking.database.identities().of(account.id())).isEmpty();
        assertThat(person.get("/account").body()).contains("Link this identity");
        person.post("/account/identity");
        assertThat(asking.database.identities().of(account.id()))
                .extracting(Identity::subject)
                .containsExactly("idp!sp!link");
        Browser again = asking.browser();
        byFederation(again, "idp!sp!link", "", "");
        assertThat(again.get("/account").body()).contains("link@uni.example");
        person.post("/account/identity/remove", "number", "0");
        assertThat(asking.database.identities().of(account.id())).isEmpty();
    }

    @Test
    void whatEndedStaysEndedWhoeverVouches() throws Exception {
        asking.signedIn("audit@test.example", new Grant(Role.AUDITOR, null, LocalDate.of(2999, 1, 1)));
        Account auditor = account(asking, "audit@test.example");
        asking.database
                .identities()
                .link(auditor.id(), Identity.Kind.FEDERATION, IDP, "idp!sp!audit", Served.TEST)
                .orThrow();
        Browser browser = asking.browser();
        assertThat(Browser.location(byFederation(browser, "idp!sp!audit", "", "")))
                .isEqualTo("/space");
        assertThat(browser.get("/admin/customers").statusCode()).isEqualTo(200);
        asking.database
                .roles()
                .give(auditor.id(), new Grant(Role.AUDITOR, null, LocalDate.of(2020, 1, 1)), Served.TEST)
                .orThrow();
        assertThat(browser.get("/admin/customers").statusCode()).isEqualTo(403);
        Browser again = asking.browser();
        byFederation(again, "idp!sp!audit", "", "");
        assertThat(again.get("/admin/customers").statusCode()).isEqualTo(403);
    }

    @Test
    void aSecondFactorIsAskedForHereToo() throws Exception {
        asking.signedIn("two-factors@test.example", new Grant(Role.INSTITUTION_READER, "uni", null));
        Account account = account(asking, "two-factors@test.example");
        asking.database
                .identities()
                .link(account.id(), Identity.Kind.FEDERATION, IDP, "idp!sp!2fa", Served.TEST)
                .orThrow();
        assertThat(Browser.location(byFederation(asking.browser(), "idp!sp!2fa", "", "")))
                .isEqualTo("/space");
        String secret = asking.database
                .secondFactors()
                .begin(account.id(), "Alpha")
                .orThrow()
                .secret();
        asking.database
                .secondFactors()
                .confirm(account.id(), Codes.of(secret, Clock.systemUTC().instant()), Served.TEST)
                .orThrow();
        Browser browser = asking.browser();
        assertThat(Browser.location(byFederation(browser, "idp!sp!2fa", "", "")))
                .isEqualTo("/sign-in/code");
        assertThat(browser.get("/space/uni").statusCode()).isEqualTo(302);
    }

    private static List<Mail> mails(String template) {
        return asking.database.outbox().in(Mail.State.WAITING, Page.first(500)).rows().stream()
                .filter(mail -> mail.template().equals(template))
                .toList();
    }
}
