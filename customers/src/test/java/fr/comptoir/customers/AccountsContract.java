package fr.comptoir.customers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Identity;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.customer.CustomerKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class AccountsContract extends ContractTest {
    static final String PASSWORD = "seven purple trams in Grenoble";

    private Account invited(String email) {
        return db.accounts()
                .invite(email, "Name of " + email, Language.FR, MARIE)
                .orThrow();
    }

    private Account active(String email) {
        return db.logins()
                .setPassword(invited(email).id(), PASSWORD, List.of(), MARIE)
                .orThrow();
    }

    private Account administrator(String email) {
        Account account = active(email);
        db.roles()
                .give(account.id(), new Grant(Role.PLATFORM_ADMINISTRATOR, null, null), MARIE)
                .orThrow();
        return account;
    }

    @Test
    void anAddressIsOneAccountWhateverItsCase() throws Exception {
        Account account = invited("Jo.Müller@Example.ORG");

        assertThat(account.email()).isEqualTo("Jo.Müller@Example.ORG");
        assertThat(account.state()).isEqualTo(Account.State.INVITED);
        assertThat(db.accounts().findByEmail(" jo.MÜLLER@example.org ")).contains(account);
        assertThat(db.accounts()
                        .invite("JO.müller@example.org", "X", Language.EN, MARIE)
                        .problems())
                .containsExactly(new Fault("email", Fault.Kind.TAKEN, "JO.müller@example.org"));
        assertThat(atOnce(
                        5,
                        i -> db.accounts()
                                .invite("KIM@example.org", "Kim", Language.EN, MARIE)
                                .isDone()))
                .containsOnlyOnce(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jo",
                "jo@",
                "@example.org",
                "jo@example",
                "jo jo@example.org",
                "jo@example.org\r\nBcc: x@y.org"
            })
    void whatIsNoAddressIsRefused(String email) {
        assertThat(db.accounts().invite(email, "Jo", Language.FR, MARIE).problems())
                .extracting(Fault::field)
                .containsExactly("email");
    }

    @Test
    void theTourIsForEachPersonOnce() {
        Account one = active("one@example.org");
        Account other = active("other@example.org");
        assertThat(db.accounts().tookTour(one.id())).isFalse();

        db.accounts().noteTour(one.id());

        assertThat(db.accounts().tookTour(one.id())).isTrue();
        assertThat(db.accounts().tookTour(other.id())).isFalse();
        assertThat(db.accounts().find(one.id())).contains(one);
    }

    @Test
    void namesAreSearchedAsTheyStand() {
        Account jo = invited("jo%@example.org");
        invited("kim@example.org");

        assertThat(db.accounts().search("JO%", Page.first(5)).rows()).containsExactly(jo);
        assertThat(db.accounts().search("name of", Page.first(5)).total()).isEqualTo(2);
    }

    @Test
    void anOldVersionOverwritesNothing() {
        Account read = invited("jo@example.org");
        Account changed = db.accounts()
                .update(read.id(), read.version(), "Jo B", Language.EN, MARIE)
                .orThrow();

        assertThat(db.accounts().update(read.id(), read.version(), "Jo C", Language.FR, MARIE))
                .isEqualTo(new Outcome.Conflict<>(changed));
        assertThat(db.accounts()
                        .changeEmail(read.id(), changed.version(), "other@example.org", MARIE)
                        .orThrow()
                        .email())
                .isEqualTo("other@example.org");
        assertThat(db.accounts().findByEmail("jo@example.org")).isEmpty();
    }

    @Test
    void rolesHaveTheirCustomerAndTheirEnd() {
        Account jo = invited("jo@example.org");
        added("a", "A");
        added("k", "K", CustomerKind.CONSORTIUM);
        Grant reader = new Grant(Role.INSTITUTION_READER, "a", DAY);

        db.roles().give(jo.id(), reader, MARIE).orThrow();
        db.roles()
                .give(jo.id(), new Grant(Role.AUDITOR, null, DAY.plusDays(1)), MARIE)
                .orThrow();

        assertThat(db.roles().of(jo.id(), DAY)).hasSize(2).contains(reader);
        assertThat(db.roles().of(jo.id(), DAY.plusDays(1)))
                .extracting(Grant::role)
                .containsExactly(Role.AUDITOR);
        assertThat(db.roles().accountsOf("a", DAY)).containsExactly(jo);
        assertThat(db.roles().accountsOf("a", DAY.plusDays(1))).isEmpty();
        Grant longer = new Grant(Role.INSTITUTION_READER, "a", null);
        assertThat(db.roles().give(jo.id(), longer, MARIE).orThrow()).hasSize(2).contains(longer);
        assertThat(db.roles().take(jo.id(), reader, MARIE).orThrow()).hasSize(1);
    }

    @Test
    void aRoleThatDoesNotFitIsRefused() {
        Account jo = invited("jo@example.org");
        added("a", "A");
        added("p", "P", CustomerKind.PUBLISHER);

        for (Grant grant : List.of(
                new Grant(Role.INSTITUTION_READER, null, null),
                new Grant(Role.INSTITUTION_READER, "x", null),
                new Grant(Role.INSTITUTION_MANAGER, "p", null),
                new Grant(Role.CONSORTIUM_MANAGER, "a", null),
                new Grant(Role.PUBLISHER, "a", null),
                new Grant(Role.PLATFORM_ADMINISTRATOR, "a", null),
                new Grant(Role.AUDITOR, null, null))) {
            assertThat(db.roles().give(jo.id(), grant, MARIE).problems())
                    .as(grant.toString())
                    .hasSize(1);
        }
        assertThat(db.roles().of(jo.id())).isEmpty();
    }

    @Test
    void rolesOfAWithdrawnCustomerOpenNothing() {
        Account jo = invited("jo@example.org");
        added("a", "A");
        db.roles()
                .give(jo.id(), new Grant(Role.INSTITUTION_MANAGER, "a", null), MARIE)
                .orThrow();

        db.customers().withdraw("a", version("a"), MARIE).orThrow();

        assertThat(db.roles().of(jo.id(), DAY)).isEmpty();
        assertThat(db.roles().of(jo.id())).hasSize(1);
    }

    @Test
    void theLastAdministratorStays() throws Exception {
        Account one = administrator("one@example.org");
        Grant role = new Grant(Role.PLATFORM_ADMINISTRATOR, null, null);

        assertThat(db.roles().take(one.id(), role, MARIE).problems())
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.LAST_ADMINISTRATOR);
        assertThat(db.accounts()
                        .setState(one.id(), one.version(), Account.State.CLOSED, MARIE)
                        .problems())
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.LAST_ADMINISTRATOR);
        Account two = administrator("two@example.org");
        List<Account> both = List.of(one, two);
        assertThat(atOnce(2, i -> db.roles().take(both.get(i).id(), role, MARIE).isDone()))
                .as("of two administrators who resign at once one stays")
                .containsExactlyInAnyOrder(true, false);
        assertThat(db.roles().accountsWith(Role.PLATFORM_ADMINISTRATOR, DAY)).hasSize(1);
    }

    @Test
    void aClosedAccountStaysClosed() {
        Account jo = active("jo@example.org");
        Account closed = db.accounts()
                .setState(jo.id(), jo.version(), Account.State.CLOSED, MARIE)
                .orThrow();

        assertThat(db.accounts()
                        .setState(jo.id(), closed.version(), Account.State.ACTIVE, MARIE)
                        .isDone())
                .isFalse();
        assertThat(db.logins().setPassword(jo.id(), PASSWORD, List.of(), MARIE).isDone())
                .isFalse();
    }

    @Test
    void anIdentityElsewhereIsOfOneAccount() {
        Account jo = invited("jo@example.org");
        Account kim = invited("kim@example.org");
        String issuer = "https://idp.example.org";

        db.identities().link(jo.id(), Identity.Kind.OIDC, issuer, "123", MARIE).orThrow();

        assertThat(db.identities().find(Identity.Kind.OIDC, issuer, "123")).contains(jo);
        assertThat(db.identities().find(Identity.Kind.FEDERATION, issuer, "123"))
                .isEmpty();
        assertThat(db.identities()
                        .link(jo.id(), Identity.Kind.OIDC, issuer, "123", MARIE)
                        .orThrow())
                .hasSize(1);
        assertThat(db.identities()
                        .link(kim.id(), Identity.Kind.OIDC, issuer, "123", MARIE)
                        .problems())
                .containsExactly(new Fault("identity", Fault.Kind.TAKEN, issuer));
        db.identities().unlink(jo.id(), Identity.Kind.OIDC, issuer, "123", MARIE);
        assertThat(db.identities().find(Identity.Kind.OIDC, issuer, "123")).isEmpty();
    }
}
