package fr.comptoir.customers.account;

import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Columns;
import fr.comptoir.customers.base.Database;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;

/** Who accounts are at OIDC providers and in federations. */
public final class Identities {
    private static final int ISSUER_MAX = 1000;
    private static final int SUBJECT_MAX = 500;

    private final Database database;
    private final Changes changes;

    public Identities(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    public Optional<Account> find(Identity.Kind kind, String issuer, String subject) {
        return database.sql("""
                        select account.* from account join account_identity on account_id = account.id
                        where kind = :kind and issuer = :issuer and subject = :subject""")
                .param("kind", kind.name())
                .param("issuer", issuer)
                .param("subject", subject)
                .query(AccountRows::read)
                .optional();
    }

    public List<Identity> of(long account) {
        return database.sql("select * from account_identity where account_id = :account order by id")
                .param("account", account)
                .query((row, number) -> new Identity(
                        Identity.Kind.valueOf(row.getString("kind")),
                        row.getString("issuer"),
                        row.getString("subject"),
                        Columns.instant(row, "linked_at")))
                .list();
    }

    /** Links an account with who it is elsewhere; an identity is of one account only. */
    public Outcome<List<Identity>> link(
            long account, Identity.Kind kind, String issuer, String subject, Author author) {
        if (issuer.isBlank() || subject.isBlank() || issuer.length() > ISSUER_MAX || subject.length() > SUBJECT_MAX) {
            return Outcome.refused("identity", Fault.Kind.FORM, kind.name());
        }
        try {
            return database.attempt(() -> {
                Optional<Account> owner = AccountRows.lock(database, account);
                if (owner.isEmpty()) {
                    return Outcome.refused("account", Fault.Kind.UNKNOWN, String.valueOf(account));
                }
                Optional<Account> holder = find(kind, issuer, subject);
                if (holder.isPresent()) {
                    return holder.get().id() == account ? new Outcome.Done<>(of(account)) : taken(issuer);
                }
                database.sql("""
                                insert into account_identity (account_id, kind, issuer, subject, linked_at)
                                values (:account, :kind, :issuer, :subject, :now)""")
                        .param("account", account)
                        .param("kind", kind.name())
                        .param("issuer", issuer)
                        .param("subject", subject)
                        .param("now", Columns.at(database.now()))
                        .update();
                changes.add(author, AccountRows.subject(owner.get()), "identity", "", kind + " " + issuer);
                return new Outcome.Done<>(of(account));
            });
        } catch (DuplicateKeyException e) {
            return taken(issuer);
        }
    }

    private static Outcome<List<Identity>> taken(String issuer) {
        return Outcome.refused("identity", Fault.Kind.TAKEN, issuer);
    }

    public void unlink(long account, Identity.Kind kind, String issuer, String subject, Author author) {
        database.inTransaction(() -> {
            int removed = database.sql("""
                            delete from account_identity
                            where account_id = :account and kind = :kind and issuer = :issuer and subject = :subject""")
                    .param("account", account)
                    .param("kind", kind.name())
                    .param("issuer", issuer)
                    .param("subject", subject)
                    .update();
            if (removed > 0) {
                Account owner = AccountRows.find(database, account).orElseThrow();
                changes.add(author, AccountRows.subject(owner), "identity", kind + " " + issuer, "");
            }
            return removed;
        });
    }
}
