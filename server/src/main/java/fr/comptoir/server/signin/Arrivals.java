package fr.comptoir.server.signin;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Identity;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.customers.customer.FederationEntity;
import fr.comptoir.model.site.SignInConfig.Joining;
import fr.comptoir.server.web.Languages;
import fr.comptoir.server.web.Sessions;
import fr.comptoir.server.web.Today;
import fr.comptoir.server.web.Viewer;
import fr.comptoir.server.web.WantedPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of somebody who arrives from an identity provider. An account is found by who they are there, for good, and by nothing else.
 * Who is not known gets no right, but where the settings say that the members of an institution read what is its.
 */
final class Arrivals {
    static final String WELCOME = "/welcome";

    private final CustomersDatabase database;
    private final Sessions sessions;
    private final Today today;
    private final Joining joining;

    Arrivals(CustomersDatabase database, Sessions sessions, Today today, Joining joining) {
        this.database = database;
        this.sessions = sessions;
        this.today = today;
        this.joining = joining;
    }

    /** Signs in, or keeps what was said for the page that follows; gives the path of that page. */
    String arrive(Arrival arrival, HttpServletRequest request, HttpServletResponse response) {
        Account viewer = Viewer.of(request).account();
        if (viewer != null) {
            arrival.keep(request); // to be linked with the account, if the person says so there
            return "/account";
        }
        Optional<Account> known = known(arrival).or(() -> becomesReader(arrival, Languages.of(request)));
        if (known.isEmpty()) {
            arrival.keep(request);
            return WELCOME;
        }
        if (known.get().state() != Account.State.ACTIVE) {
            return WELCOME + "?closed";
        }
        return signIn(known.get(), request, response);
    }

    Optional<Account> known(Arrival arrival) {
        return database.identities().find(arrival.kind(), arrival.issuer(), arrival.subject());
    }

    /** A second factor that an account has is asked for in any case. */
    String signIn(Account account, HttpServletRequest request, HttpServletResponse response) {
        if (account.secondFactor()) {
            sessions.wantCode(account, request, response);
            return "/sign-in/code";
        }
        sessions.signIn(database.logins().noteLogin(account.id()), request, response);
        return WantedPage.take("/space", request, response);
    }

    /** The institutions of today whose members the provider's word makes them. */
    List<Customer> institutions(Arrival arrival) {
        return database.federationEntities().find(arrival.entityId(), arrival.scopes(), today.get()).stream()
                .flatMap(id -> database.customers().find(id).stream())
                .filter(customer -> !customer.isWithdrawn() && customer.kind() != CustomerKind.PUBLISHER)
                .toList();
    }

    private Optional<Account> becomesReader(Arrival arrival, Language language) {
        List<Customer> institutions = institutions(arrival);
        if (joining != Joining.READER || institutions.size() != 1) {
            return Optional.empty();
        }
        String customer = institutions.get(0).customerId();
        Outcome<Account> made = database.attempt(() -> {
            Outcome<Account> account = account(arrival, language);
            if (!account.isDone()) {
                return account;
            }
            Grant grant = new Grant(Role.INSTITUTION_READER, customer, lastDay(arrival, customer));
            Outcome<List<Grant>> given = database.roles().give(account.orThrow().id(), grant, author(arrival));
            return given.isDone() ? account : new Outcome.Refused<>(given.problems());
        });
        return made instanceof Outcome.Done<Account> done ? Optional.of(done.value()) : Optional.empty();
    }

    /** The last day on which the provider speaks for the institution; null for no end. */
    private @Nullable LocalDate lastDay(Arrival arrival, String customer) {
        List<FederationEntity> entries = database.federationEntities().of(customer).stream()
                .filter(entry -> entry.entityId().equals(arrival.entityId())
                        && entry.days().holds(today.get())
                        && (entry.scope().isEmpty() || arrival.scopes().contains(entry.scope())))
                .toList();
        if (entries.stream().anyMatch(entry -> entry.days().to() == null)) {
            return null;
        }
        return entries.stream()
                .flatMap(entry -> Optional.ofNullable(entry.days().to()).stream())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Makes an active account without a password and without a role; needs an address that the provider says to be theirs. */
    Outcome<Account> account(Arrival arrival, Language language) {
        Author author = author(arrival);
        return database.attempt(() -> {
            Outcome<Account> invited = database.accounts().invite(arrival.email(), arrival.name(), language, author);
            if (!invited.isDone()) {
                return invited;
            }
            Account account = invited.orThrow();
            Outcome<List<Identity>> linked = link(account, arrival);
            return linked.isDone()
                    ? database.accounts().setState(account.id(), account.version(), Account.State.ACTIVE, author)
                    : new Outcome.Refused<>(linked.problems());
        });
    }

    Outcome<List<Identity>> link(Account account, Arrival arrival) {
        return database.identities()
                .link(account.id(), arrival.kind(), arrival.issuer(), arrival.subject(), author(arrival));
    }

    private static Author author(Arrival arrival) {
        return Author.of("comptoir serve").because(arrival.kind() + " " + arrival.issuer());
    }
}
