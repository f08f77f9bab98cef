package fr.comptoir.customers.account;

import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Columns;
import fr.comptoir.customers.base.Database;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Logging in. An attempt is counted before the password is looked at, and taken back when it was right: so attempts that are made at the
 * same moment are all counted, and guessing in parallel gains nothing.
 */
public final class Logins {
    private final Database database;
    private final Changes changes;
    private final Passwords passwords;
    private final UnknownLogins unknown;

    public Logins(Database database, Changes changes, Passwords passwords, UnknownLogins unknown) {
        this.database = database;
        this.changes = changes;
        this.passwords = passwords;
        this.unknown = unknown;
    }

    /** What came of an attempt. */
    public sealed interface Attempt {
        /** It is this account, and nothing more is asked for. */
        record LoggedIn(Account account) implements Attempt {}

        /** The password is right; a code is asked for, see {@link SecondFactors#check}. */
        record SecondFactorWanted(Account account) implements Attempt {}

        /** Address or password is wrong, or the account is not active; which of these is not to be told. */
        record Wrong() implements Attempt {}

        /** The password was not looked at; no attempt is before then. */
        record Delayed(Instant until) implements Attempt {}
    }

    public Attempt attempt(String email, String password) {
        Optional<Reserved> reserved = database.inTransaction(() -> reserve(email));
        if (reserved.isEmpty()) {
            return unknown(email, password);
        }
        Reserved attempt = reserved.get();
        if (attempt.delayedUntil != null) {
            return new Attempt.Delayed(attempt.delayedUntil);
        }
        boolean right = passwords.matches(password, attempt.hash);
        if (!right || attempt.account.state() != Account.State.ACTIVE) {
            return new Attempt.Wrong();
        }
        if (passwords.isOutdated(attempt.hash)) {
            writeHash(attempt.account.id(), passwords.hash(password), attempt.hash);
        }
        if (attempt.account.secondFactor()) {
            unreserve(attempt);
            return new Attempt.SecondFactorWanted(attempt.account);
        }
        return new Attempt.LoggedIn(noteLogin(attempt.account.id()));
    }

    /** Takes as long as with an account, and makes as wait as long. */
    private Attempt unknown(String email, String password) {
        Optional<Instant> until = unknown.attempt(email, database.now());
        if (until.isPresent()) {
            return new Attempt.Delayed(until.get());
        }
        passwords.matches(password, "");
        return new Attempt.Wrong();
    }

    /** @param delayedUntil null when the password may be looked at */
    private record Reserved(
            Account account,
            String hash,
            @Nullable Instant delayedUntil,
            @Nullable Instant delayBefore) {}

    private Optional<Reserved> reserve(String email) {
        Optional<Reserved> found = database.sql("select * from account where email_key = :key for update")
                .param("key", AccountRows.emailKey(email))
                .query((row, number) -> {
                    Account account = AccountRows.read(row, number);
                    Instant until = account.delayedUntil();
                    boolean delayed = until != null && until.isAfter(database.now());
                    return new Reserved(account, row.getString("password_hash"), delayed ? until : null, until);
                })
                .optional();
        found.filter(attempt -> attempt.delayedUntil == null)
                .ifPresent(attempt -> countFailure(database, attempt.account));
        return found;
    }

    /** Counts a failed attempt of an account whose row is locked. */
    static void countFailure(Database database, Account account) {
        int failures = account.failedLogins() + 1;
        Duration delay = LoginDelay.after(failures);
        database.sql("update account set failed_logins = :failures, delayed_until = :until where id = :id")
                .param("failures", failures)
                .param(
                        "until",
                        delay.isZero() ? null : Columns.at(database.now().plus(delay)))
                .param("id", account.id())
                .update();
    }

    /** A right password takes its own count back and no other: codes that were guessed before or meanwhile still count. */
    private void unreserve(Reserved attempt) {
        database.sql("""
                        update account set failed_logins = failed_logins - 1,
                        delayed_until = case when failed_logins = :mine
                            then cast(:until as timestamp with time zone) else delayed_until end
                        where id = :id and failed_logins > 0""")
                .param("mine", attempt.account.failedLogins() + 1)
                .param("until", Columns.atOrNull(attempt.delayBefore))
                .param("id", attempt.account.id())
                .update();
    }

    /** Notes that an account logged in, by password, code or another way that was checked elsewhere; the failures are forgotten. */
    public Account noteLogin(long account) {
        return database.inTransaction(() -> {
            database.sql("""
                            update account set failed_logins = 0, delayed_until = null, last_login_at = :now
                            where id = :id and state = 'ACTIVE'""")
                    .param("now", Columns.at(database.now()))
                    .param("id", account)
                    .update();
            return AccountRows.find(database, account).orElseThrow();
        });
    }

    /** Whether this is the account's password; for asking again before something weighty. It counts as an attempt. */
    public boolean isPassword(long account, String password) {
        return AccountRows.find(database, account)
                .map(owner -> attempt(owner.email(), password))
                .filter(attempt -> attempt instanceof Attempt.LoggedIn || attempt instanceof Attempt.SecondFactorWanted)
                .isPresent();
    }

    /**
     * Sets a new password, by the person who is logged in or followed a token. An invited account becomes active; a delay ends.
     *
     * @param known words that the person would think of: the platform's name, the customer's
     */
    public Outcome<Account> setPassword(long account, String password, Collection<String> known, Author author) {
        Optional<Account> owner = AccountRows.find(database, account);
        if (owner.isEmpty()) {
            return Outcome.refused("account", Fault.Kind.UNKNOWN, String.valueOf(account));
        }
        List<String> words = new ArrayList<>(known);
        words.add(owner.get().email());
        words.add(owner.get().name());
        Optional<Fault> fault = passwords.fault(password, words);
        if (fault.isPresent()) {
            return new Outcome.Refused<>(fault.get());
        }
        String hash = passwords.hash(password);
        return database.attempt(() -> {
            Account before = AccountRows.lock(database, account).orElseThrow();
            if (before.state() == Account.State.LOCKED || before.state() == Account.State.CLOSED) {
                return Outcome.refused("state", Fault.Kind.STATE, before.state().name());
            }
            database.sql("""
                            update account set password_hash = :hash, state = 'ACTIVE', failed_logins = 0,
                            delayed_until = null, version = version + 1 where id = :id""").param("hash", hash).param("id", account).update();
            changes.add(
                    author, AccountRows.subject(before), "password", before.hasPassword() ? "(before)" : "", "(now)");
            changes.add(
                    author, AccountRows.subject(before), "state", before.state().name(), "ACTIVE");
            return new Outcome.Done<>(AccountRows.find(database, account).orElseThrow());
        });
    }

    private void writeHash(long account, String hash, String before) {
        database.sql("update account set password_hash = :hash where id = :id and password_hash = :before")
                .param("hash", hash)
                .param("id", account)
                .param("before", before)
                .update();
    }
}
