package fr.comptoir.customers.account;

import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Columns;
import fr.comptoir.customers.base.Database;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.base.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;

/** The accounts. None is ever removed: one that is no longer needed is closed. */
public final class Accounts {
    private static final int EMAIL_MAX = 254;
    private static final int NAME_MAX = 200;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+");

    private final Database database;
    private final Changes changes;
    private final Roles roles;

    public Accounts(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
        this.roles = new Roles(database, changes);
    }

    public Optional<Account> find(long id) {
        return AccountRows.find(database, id);
    }

    /** The case of the address does not matter. */
    public Optional<Account> findByEmail(String email) {
        return database.sql("select * from account where email_key = :key")
                .param("key", AccountRows.emailKey(email))
                .query(AccountRows::read)
                .optional();
    }

    /** By name; words as in the search of customers, in the name or the address. */
    public Page<Account> search(String words, Page.Ask ask) {
        String where = " from account where lower(name) like :words escape '!' or email_key like :words escape '!'";
        String pattern = Texts.anywhere(AccountRows.emailKey(words));
        long total = database.sql("select count(*)" + where)
                .param("words", pattern)
                .query(Long.class)
                .single();
        List<Account> rows = database.sql("select *" + where + " order by name, id limit :limit offset :offset")
                .param("words", pattern)
                .param("limit", ask.limit())
                .param("offset", ask.offset())
                .query(AccountRows::read)
                .list();
        return new Page<>(rows, total, ask.offset());
    }

    /** Adds an account that is invited: it has no password and no role yet. */
    public Outcome<Account> invite(String email, String name, Language language, Author author) {
        List<Fault> faults = faults(email, name);
        if (!faults.isEmpty()) {
            return new Outcome.Refused<>(faults);
        }
        if (findByEmail(email).isPresent()) {
            return taken(email);
        }
        try {
            return database.attempt(() -> {
                database.sql("""
                                insert into account (email, email_key, name, language, state, created_at, version)
                                values (:email, :key, :name, :language, 'INVITED', :now, 1)""")
                        .param("email", email.strip())
                        .param("key", AccountRows.emailKey(email))
                        .param("name", name.strip())
                        .param("language", language.code())
                        .param("now", Columns.at(database.now()))
                        .update();
                Account account = findByEmail(email).orElseThrow();
                changes.add(author, AccountRows.subject(account), "state", "", "INVITED");
                changes.add(author, AccountRows.subject(account), "name", "", account.name());
                return new Outcome.Done<>(account);
            });
        } catch (DuplicateKeyException e) {
            return taken(email);
        }
    }

    private static Outcome<Account> taken(String email) {
        return Outcome.refused("email", Fault.Kind.TAKEN, email.strip());
    }

    /**
     * Changes the name and the language.
     *
     * @param version as it was read
     */
    public Outcome<Account> update(long id, int version, String name, Language language, Author author) {
        List<Fault> faults = nameFaults(name);
        return change(id, version, faults, account -> {
            database.sql("update account set name = :name, language = :language where id = :id")
                    .param("name", name.strip())
                    .param("language", language.code())
                    .param("id", id)
                    .update();
            changes.add(author, AccountRows.subject(account), "name", account.name(), name.strip());
            changes.add(
                    author,
                    AccountRows.subject(account),
                    "language",
                    account.language().code(),
                    language.code());
        });
    }

    /** After the person proved by a token that the new address is theirs. */
    public Outcome<Account> changeEmail(long id, int version, String email, Author author) {
        List<Fault> faults = emailFaults(email);
        findByEmail(email)
                .filter(other -> other.id() != id)
                .ifPresent(other -> faults.add(new Fault("email", Fault.Kind.TAKEN, email.strip())));
        try {
            return change(id, version, faults, account -> {
                database.sql("update account set email = :email, email_key = :key where id = :id")
                        .param("email", email.strip())
                        .param("key", AccountRows.emailKey(email))
                        .param("id", id)
                        .update();
                changes.add(author, AccountRows.subject(account), "email", account.email(), email.strip());
            });
        } catch (DuplicateKeyException e) {
            return taken(email);
        }
    }

    /** Whether a person had the tour of the pages, or wanted none. */
    public boolean tookTour(long id) {
        return database.sql("select count(*) from account where id = :id and tour_at is not null")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Notes that a person had the tour of the pages, or wants none; a habit, and so not among the changes that are kept. */
    public void noteTour(long id) {
        database.sql("update account set tour_at = :now where id = :id")
                .param("now", Columns.at(database.now()))
                .param("id", id)
                .update();
    }

    /** Locks, unlocks, activates or closes an account. The last platform administrator stays active; what is closed stays closed. */
    public Outcome<Account> setState(long id, int version, Account.State state, Author author) {
        return database.attempt(() -> {
            List<Fault> faults = new ArrayList<>();
            if (state != Account.State.ACTIVE && roles.isLastAdministrator(id)) {
                faults.add(new Fault(
                        "state",
                        Fault.Kind.LAST_ADMINISTRATOR,
                        find(id).map(Account::email).orElse("")));
            }
            Optional<Account> before = find(id);
            if (before.isPresent() && before.get().state() == Account.State.CLOSED && state != Account.State.CLOSED) {
                faults.add(new Fault("state", Fault.Kind.STATE, Account.State.CLOSED.name()));
            }
            return change(id, version, faults, account -> writeState(account, state, author));
        });
    }

    private void writeState(Account account, Account.State state, Author author) {
        database.sql("update account set state = :state, failed_logins = 0, delayed_until = null where id = :id")
                .param("state", state.name())
                .param("id", account.id())
                .update();
        changes.add(
                author, AccountRows.subject(account), "state", account.state().name(), state.name());
    }

    private interface Write {
        void write(Account before);
    }

    private Outcome<Account> change(long id, int version, List<Fault> faults, Write write) {
        return database.attempt(() -> {
            Optional<Account> before = AccountRows.lock(database, id);
            if (before.isEmpty()) {
                return Outcome.refused("account", Fault.Kind.UNKNOWN, String.valueOf(id));
            }
            if (before.get().version() != version) {
                return new Outcome.Conflict<>(before.get());
            }
            if (!faults.isEmpty()) {
                return new Outcome.Refused<>(faults);
            }
            database.sql("update account set version = version + 1 where id = :id")
                    .param("id", id)
                    .update();
            write.write(before.get());
            return new Outcome.Done<>(find(id).orElseThrow());
        });
    }

    private static List<Fault> faults(String email, String name) {
        List<Fault> faults = emailFaults(email);
        faults.addAll(nameFaults(name));
        return faults;
    }

    static List<Fault> emailFaults(String email) {
        List<Fault> faults = new ArrayList<>();
        String key = AccountRows.emailKey(email);
        if (key.isEmpty()) {
            faults.add(new Fault("email", Fault.Kind.BLANK, ""));
        } else if (key.length() > EMAIL_MAX || email.strip().length() > EMAIL_MAX) {
            faults.add(new Fault("email", Fault.Kind.TOO_LONG, String.valueOf(EMAIL_MAX)));
        } else if (!EMAIL.matcher(email.strip()).matches() || !Texts.isOneLine(email.strip())) {
            faults.add(new Fault("email", Fault.Kind.FORM, Texts.harmless(email.strip(), EMAIL_MAX)));
        }
        return faults;
    }

    static List<Fault> nameFaults(String name) {
        List<Fault> faults = new ArrayList<>();
        if (name.isBlank()) {
            faults.add(new Fault("name", Fault.Kind.BLANK, ""));
        } else if (name.strip().length() > NAME_MAX) {
            faults.add(new Fault("name", Fault.Kind.TOO_LONG, String.valueOf(NAME_MAX)));
        } else if (!Texts.isOneLine(name.strip())) {
            faults.add(new Fault("name", Fault.Kind.CONTROL_CHARACTER, ""));
        }
        return faults;
    }
}
