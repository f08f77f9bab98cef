package fr.comptoir.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.JoinRequest;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.account.Tokens;
import fr.comptoir.customers.mail.Mail;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Coming to join an institution, from the public list or from a first sign-in. */
class JoiningTest extends VouchedFor {
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
}
