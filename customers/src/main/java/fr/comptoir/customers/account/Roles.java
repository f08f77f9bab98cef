package fr.comptoir.customers.account;

import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Database;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The roles of accounts. */
public final class Roles {
    private final Database database;
    private final Changes changes;

    public Roles(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    /** All of an account, those that have ended too. */
    public List<Grant> of(long account) {
        return database.sql(
                        "select role, customer_id, valid_to from account_role where account_id = :account order by id")
                .param("account", account)
                .query((row, number) -> new Grant(
                        Role.valueOf(row.getString("role")),
                        row.getString("customer_id"),
                        row.getObject("valid_to", LocalDate.class)))
                .list();
    }

    /** Those of an account that hold on that day, of customers that are not withdrawn. */
    public List<Grant> of(long account, LocalDate day) {
        return database.sql("""
                        select role, account_role.customer_id, valid_to from account_role
                        left join customer on customer.customer_id = account_role.customer_id
                        where account_id = :account and (valid_to is null or valid_to >= :day)
                        and customer.withdrawn_at is null order by id""")
                .param("account", account)
                .param("day", day)
                .query((row, number) -> new Grant(
                        Role.valueOf(row.getString("role")),
                        row.getString("customer_id"),
                        row.getObject("valid_to", LocalDate.class)))
                .list();
    }

    /** The accounts with a role for a customer on that day, by name. */
    public List<Account> accountsOf(String customerId, LocalDate day) {
        return database.sql("""
                        select * from account where id in (select account_id from account_role
                        where customer_id = :customer and (valid_to is null or valid_to >= :day)) order by name, id""")
                .param("customer", customerId)
                .param("day", day)
                .query(AccountRows::read)
                .list();
    }

    /** The active accounts that have a role on that day, by name. */
    public List<Account> accountsWith(Role role, LocalDate day) {
        return database.sql("""
                        select * from account where state = 'ACTIVE' and id in (select account_id from account_role
                        where role = :role and (valid_to is null or valid_to >= :day)) order by name, id""")
                .param("role", role.name())
                .param("day", day)
                .query(AccountRows::read)
                .list();
    }

    /** Gives a role; one that is there with another end gets this end. */
    public Outcome<List<Grant>> give(long account, Grant grant, Author author) {
        return database.attempt(() -> {
            Optional<Account> owner = AccountRows.lock(database, account);
            Optional<Fault> fault = fault(owner, grant);
            if (fault.isPresent()) {
                return new Outcome.Refused<>(fault.get());
            }
            if (of(account).contains(grant)) {
                return new Outcome.Done<>(of(account));
            }
            String before = remove(account, grant);
            database.sql("""
                            insert into account_role (account_id, role, customer_id, valid_to)
                            values (:account, :role, :customer, :until)""")
                    .param("account", account)
                    .param("role", grant.role().name())
                    .param("customer", grant.customerId())
                    .param("until", grant.until())
                    .update();
            changes.add(author, AccountRows.subject(owner.orElseThrow()), "role", before, grant.text());
            return new Outcome.Done<>(of(account));
        });
    }

    /** Takes a role away, whatever its end; the last platform administrator keeps it. */
    public Outcome<List<Grant>> take(long account, Grant grant, Author author) {
        return database.attempt(() -> {
            // The administrators first, and then the account: whoever locks in this order waits for nobody who waits
            // for them.
            boolean isLast = grant.role() == Role.PLATFORM_ADMINISTRATOR && isLastAdministrator(account);
            Optional<Account> owner = AccountRows.lock(database, account);
            if (owner.isEmpty()) {
                return Outcome.refused("account", Fault.Kind.UNKNOWN, String.valueOf(account));
            }
            if (isLast) {
                return Outcome.refused(
                        "role", Fault.Kind.LAST_ADMINISTRATOR, owner.get().email());
            }
            String before = remove(account, grant);
            changes.add(author, AccountRows.subject(owner.get()), "role", before, "");
            return new Outcome.Done<>(of(account));
        });
    }

    /**
     * Whether no other active account is a platform administrator. The administrators are locked until the transaction ends; they are
     * looked for again once they are, for one of them may have resigned while this waited for the locks.
     */
    boolean isLastAdministrator(long account) {
        administrators(" order by id for update");
        return administrators(" order by id").equals(List.of(account));
    }

    private List<Long> administrators(String how) {
        return database.sql("""
                        select id from account where state = 'ACTIVE' and id in (select account_id from account_role
                        where role = 'PLATFORM_ADMINISTRATOR' and (valid_to is null or valid_to >= :day))""" + how)
                .param("day", LocalDate.ofInstant(database.now(), ZoneOffset.UTC))
                .query(Long.class)
                .list();
    }

    private String remove(long account, Grant grant) {
        Optional<Grant> before = of(account).stream()
                .filter(other -> other.role() == grant.role() && Objects.equals(other.customerId(), grant.customerId()))
                .findFirst();
        if (grant.customerId() == null) {
            database.sql(
                            "delete from account_role where account_id = :account and role = :role and customer_id is null")
                    .param("account", account)
                    .param("role", grant.role().name())
                    .update();
        } else {
            database.sql(
                            "delete from account_role where account_id = :account and role = :role and customer_id = :customer")
                    .param("account", account)
                    .param("role", grant.role().name())
                    .param("customer", grant.customerId())
                    .update();
        }
        return before.map(Grant::text).orElse("");
    }

    private Optional<Fault> fault(Optional<Account> owner, Grant grant) {
        if (owner.isEmpty()) {
            return Optional.of(new Fault("account", Fault.Kind.UNKNOWN, ""));
        }
        if (grant.role().isOfCustomer() != (grant.customerId() != null)) {
            return Optional.of(new Fault(
                    "customer_id",
                    grant.customerId() == null ? Fault.Kind.BLANK : Fault.Kind.FORM,
                    String.valueOf(grant.customerId())));
        }
        if (grant.role() == Role.AUDITOR && grant.until() == null) {
            return Optional.of(new Fault("until", Fault.Kind.BLANK, ""));
        }
        return grant.customerId() == null ? Optional.empty() : customerFault(grant.role(), grant.customerId());
    }

    private Optional<Fault> customerFault(Role role, String customerId) {
        Optional<String> kind = database.sql("select kind from customer where customer_id = :customer")
                .param("customer", customerId)
                .query(String.class)
                .optional();
        if (kind.isEmpty()) {
            return Optional.of(new Fault("customer_id", Fault.Kind.UNKNOWN, customerId));
        }
        boolean fits = switch (role) {
            case CONSORTIUM_MANAGER -> kind.get().equals("CONSORTIUM");
            case PUBLISHER -> kind.get().equals("PUBLISHER");
            case INSTITUTION_MANAGER, INSTITUTION_READER -> !kind.get().equals("PUBLISHER");
            case PLATFORM_ADMINISTRATOR, AUDITOR -> false;
        };
        return fits ? Optional.empty() : Optional.of(new Fault("customer_id", Fault.Kind.KIND, customerId));
    }
}
