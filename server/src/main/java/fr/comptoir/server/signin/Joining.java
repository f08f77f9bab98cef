package fr.comptoir.server.signin;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.JoinRequest;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.account.Tokens.Purpose;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.customers.mail.Outbox;
import fr.comptoir.operation.Site;
import fr.comptoir.server.web.CustomerPath;
import fr.comptoir.server.web.Today;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Asking to join an institution, and what who keeps it answers. Whoever is concerned is told by mail. */
final class Joining {
    /** To who keeps the institution: somebody asks. Data: customer, name (the customer's), person, email, message. */
    static final String ASKED = "join-asked";

    /** To who asked: yes. Data: customer, name, link, which comes in or sets the first password. */
    static final String APPROVED = "join-approved";

    /** To who asked: no. Data: customer, name, reason. */
    static final String REFUSED = "join-refused";

    /** Requests that wait for one institution; more are not taken. */
    private static final int WAITING_MAX = 200;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CustomersDatabase database;
    private final Today today;
    private final Site site;

    Joining(CustomersDatabase database, Today today, Site site) {
        this.database = database;
        this.today = today;
        this.site = site;
    }

    /**
     * Keeps a request and tells who may decide.
     *
     * @param account null when the person has none yet
     */
    Outcome<JoinRequest> ask(@Nullable Account account, Customer customer, String email, String name, String message) {
        return database.attempt(() -> {
            if (database.joinRequests().waiting(customer.customerId()).size() >= WAITING_MAX) {
                return Outcome.refused("join_request", Fault.Kind.TOO_MANY, String.valueOf(WAITING_MAX));
            }
            Outcome<JoinRequest> asked = database.joinRequests()
                    .ask(account == null ? null : account.id(), email, name, customer.customerId(), message);
            if (asked instanceof Outcome.Done<JoinRequest> done) {
                tellKeepers(done.value(), customer);
            }
            return asked;
        });
    }

    /** Managers of the institution who can sign in; where it has none, the platform's administrators. */
    private void tellKeepers(JoinRequest request, Customer customer) {
        List<Account> managers = database.roles().accountsOf(customer.customerId(), today.get()).stream()
                .filter(account -> account.state() == Account.State.ACTIVE && isManager(account, customer))
                .toList();
        List<Account> keepers =
                managers.isEmpty() ? database.roles().accountsWith(Role.PLATFORM_ADMINISTRATOR, today.get()) : managers;
        for (Account keeper : keepers) {
            Map<String, String> data = new LinkedHashMap<>();
            put(customer, data);
            data.put("person", request.name());
            data.put("email", request.email());
            data.put("message", request.message());
            mail(ASKED + " " + request.id() + " " + keeper.id(), keeper, ASKED, data);
        }
    }

    private static void put(Customer customer, Map<String, String> data) {
        data.put("customer", customer.customerId());
        data.put("name", customer.name());
    }

    private boolean isManager(Account account, Customer customer) {
        return database.roles().of(account.id(), today.get()).stream()
                .anyMatch(grant -> customer.customerId().equals(grant.customerId())
                        && (grant.role() == Role.INSTITUTION_MANAGER || grant.role() == Role.CONSORTIUM_MANAGER));
    }

    /** The address under which people reach the service; a mail names none that a stranger's request made up. */
    private String link(String path) {
        return site.config().server().url().map(url -> url + path).orElse("");
    }

    /**
     * Gives the role that was asked for, to the account that asked, else to the one of the address, else to a new one that is invited.
     *
     * @param customer of the request; that of another is not found
     */
    Outcome<JoinRequest> approve(long id, Customer customer, Role role, Language language, Author author) {
        return database.attempt(() -> {
            Outcome<JoinRequest> decided = decide(id, customer, true, author);
            if (!(decided instanceof Outcome.Done<JoinRequest> done)) {
                return decided;
            }
            Outcome<Account> account = account(done.value(), language, author);
            if (!account.isDone()) {
                return new Outcome.Refused<>(account.problems());
            }
            Account asker = account.orThrow();
            boolean invited = asker.state() == Account.State.INVITED;
            if (invited && site.config().server().url().isEmpty()) {
                return Outcome.refused(
                        "server_url", Fault.Kind.BLANK, ""); // shown to nobody, the link proves the address
            }
            Outcome<List<Grant>> given =
                    database.roles().give(asker.id(), new Grant(role, customer.customerId(), null), author);
            if (!given.isDone()) {
                return new Outcome.Refused<>(given.problems());
            }
            Map<String, String> data = new LinkedHashMap<>();
            put(customer, data);
            data.put(
                    "link",
                    invited
                            ? link("/invitation/" + database.tokens().make(Purpose.INVITATION, asker.id(), ""))
                            : link("/space/" + CustomerPath.write(customer.customerId())));
            mail(APPROVED + " " + id, asker, APPROVED, data);
            return decided;
        });
    }

    /**
     * The account that gets the role. Whoever asks without signing in and whoever has the account of that address can be two people, as long
     * as no mail to it was answered: only an account with a password, which an invitation set, has its address for certain.
     */
    private Outcome<Account> account(JoinRequest request, Language language, Author author) {
        Long known = request.account();
        Optional<Account> account = known == null
                ? database.accounts().findByEmail(request.email())
                : database.accounts().find(known);
        if (account.isEmpty()) {
            return database.accounts().invite(request.email(), request.name(), language, author);
        }
        Account.State state = account.get().state();
        if (known == null && state == Account.State.ACTIVE && !account.get().hasPassword()) {
            return Outcome.refused("email", Fault.Kind.UNPROVEN, request.email());
        }
        return state == Account.State.LOCKED || state == Account.State.CLOSED
                ? Outcome.refused("state", Fault.Kind.STATE, state.name())
                : Outcome.done(account.get());
    }

    Outcome<JoinRequest> refuse(long id, Customer customer, Language language, Author author) {
        return database.attempt(() -> {
            Outcome<JoinRequest> decided = decide(id, customer, false, author);
            if (decided instanceof Outcome.Done<JoinRequest> done) {
                JoinRequest request = done.value();
                Map<String, String> data = new LinkedHashMap<>();
                put(customer, data);
                data.put("reason", author.reason());
                database.outbox()
                        .queue(new Outbox.Draft(
                                REFUSED + " " + id,
                                request.account(),
                                request.email(),
                                language(request).orElse(language),
                                REFUSED,
                                JSON.writeValueAsString(data)));
            }
            return decided;
        });
    }

    private Optional<Language> language(JoinRequest request) {
        Long account = request.account();
        return account == null
                ? Optional.empty()
                : database.accounts().find(account).map(Account::language);
    }

    private Outcome<JoinRequest> decide(long id, Customer customer, boolean approved, Author author) {
        boolean ours = database.joinRequests()
                .find(id)
                .filter(request -> request.customerId().equals(customer.customerId()))
                .isPresent();
        return ours
                ? database.joinRequests().decide(id, approved, author)
                : Outcome.refused("join_request", Fault.Kind.UNKNOWN, String.valueOf(id));
    }

    private void mail(String event, Account to, String template, Map<String, String> data) {
        database.outbox()
                .queue(new Outbox.Draft(
                        event, to.id(), to.email(), to.language(), template, JSON.writeValueAsString(data)));
    }

    /** Which roles may be given to somebody who asks to join such a customer, the least first. */
    static List<Role> roles(CustomerKind kind) {
        return switch (kind) {
            case INSTITUTION -> List.of(Role.INSTITUTION_READER, Role.INSTITUTION_MANAGER);
            case CONSORTIUM -> List.of(Role.INSTITUTION_READER, Role.CONSORTIUM_MANAGER);
            case PUBLISHER -> List.of(Role.PUBLISHER);
        };
    }
}
