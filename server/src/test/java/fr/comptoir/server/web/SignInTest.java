package fr.comptoir.server.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Identity;
import fr.comptoir.customers.account.Role;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.Test;

/** Signing in by a provider of OpenID Connect and by a federation's proxy. */
class SignInTest extends VouchedFor {
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
        assertThat(asked.body()).contains("«\u00a0owner@uni.example\u00a0» existe déjà");
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
        Browser alone = asking.browser();
        alone.get("/space/uni/overview?from=2026-01&to=2026-02");
        assertThat(Browser.location(byFederation(alone, "idp!sp!2fa", "", "")))
                .isEqualTo("/space/uni/overview?from=2026-01&to=2026-02");
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
}
