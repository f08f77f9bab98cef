package fr.comptoir.server.mail;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.mail.Subscription;
import fr.comptoir.customers.mail.Subscription.Delivery;
import fr.comptoir.customers.mail.Subscription.Kind;
import fr.comptoir.operation.Site;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a mail: who subscribed to its kind and may still read what it is about. Those whose work it is are subscribed to some kinds
 * without having asked, once; they can end that like any other subscription.
 */
final class Recipients {
    private static final Author PROGRAM = Author.of("comptoir serve");
    private static final Set<Kind> OF_MANAGERS = EnumSet.of(Kind.RESTATEMENT, Kind.KEY_EXPIRES);
    /** The roles that keep a customer. */
    static final Set<Role> MANAGERS = EnumSet.of(Role.INSTITUTION_MANAGER, Role.CONSORTIUM_MANAGER, Role.PUBLISHER);

    private final CustomersDatabase database;
    private final Site site;

    Recipients(CustomersDatabase database, Site site) {
        this.database = database;
        this.site = site;
    }

    /** One who gets it. */
    record Recipient(Account account, Subscription subscription) {}

    /**
     * Those of a kind.
     *
     * @param customerId null for what is of no customer
     */
    List<Recipient> of(Kind kind, @Nullable String customerId) {
        subscribeByDefault(kind, customerId);
        List<Recipient> recipients = new ArrayList<>();
        for (Subscription subscription : database.subscriptions().to(kind, customerId)) {
            Optional<Account> account = database.accounts().find(subscription.account());
            if (account.isPresent() && mayRead(account.get(), customerId)) {
                recipients.add(new Recipient(account.get(), subscription));
            }
        }
        return recipients;
    }

    private void subscribeByDefault(Kind kind, @Nullable String customerId) {
        for (Account account : byDefault(kind, customerId)) {
            if (database.subscriptions().find(account.id(), kind, customerId).isEmpty()) {
                database.subscriptions()
                        .save(
                                new Subscription(
                                        0,
                                        account.id(),
                                        kind,
                                        customerId,
                                        List.of(),
                                        Delivery.LINK,
                                        account.language()),
                                PROGRAM);
            }
        }
    }

    private List<Account> byDefault(Kind kind, @Nullable String customerId) {
        if (customerId == null) {
            return database.roles().accountsWith(Role.PLATFORM_ADMINISTRATOR, today());
        }
        if (!OF_MANAGERS.contains(kind)) {
            return List.of();
        }
        return database.roles().accountsOf(customerId, today()).stream()
                .filter(account -> account.state() == Account.State.ACTIVE)
                .filter(account -> database.roles().of(account.id(), today()).stream()
                        .anyMatch(grant -> MANAGERS.contains(grant.role()) && customerId.equals(grant.customerId())))
                .toList();
    }

    /** Whether an account may read what belongs to a customer, or to all where none is named. */
    boolean mayRead(Account account, @Nullable String customerId) {
        for (Grant grant : database.roles().of(account.id(), today())) {
            boolean oversees = grant.role() == Role.PLATFORM_ADMINISTRATOR || grant.role() == Role.AUDITOR;
            boolean own = customerId != null && customerId.equals(grant.customerId());
            boolean member = customerId != null
                    && grant.role() == Role.CONSORTIUM_MANAGER
                    && grant.customerId() != null
                    && database.memberships().below(grant.customerId(), today()).contains(customerId);
            if (oversees || own || member) {
                return true;
            }
        }
        return false;
    }

    private LocalDate today() {
        return LocalDate.now(site.clock().withZone(site.config().platform().timeZone()));
    }
}
