package fr.comptoir.customers.mail;

import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Database;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.base.Secrets;
import fr.comptoir.customers.base.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which mails each account wants. */
public final class Subscriptions {
    private static final String PURPOSE = "unsubscribe";
    private static final Pattern REPORT = Pattern.compile("[A-Za-z0-9_]{1,20}");
    private static final int REPORTS_MAX = 20;

    private final Database database;
    private final Changes changes;
    private final Secrets secrets;

    public Subscriptions(Database database, Changes changes, Secrets secrets) {
        this.database = database;
        this.changes = changes;
        this.secrets = secrets;
    }

    public List<Subscription> of(long account) {
        return database.sql("select * from mail_subscription where account_id = :account order by id")
                .param("account", account)
                .query(Subscriptions::read)
                .list();
    }

    /**
     * Those of active accounts to a kind of mail.
     *
     * @param customerId null for what is of no customer
     */
    public List<Subscription> to(Subscription.Kind kind, @Nullable String customerId) {
        String condition = customerId == null ? "customer_id is null" : "customer_id = :customer";
        return database.sql("select mail_subscription.* from mail_subscription join account on account.id = account_id"
                        + " where state = 'ACTIVE' and delivery <> 'NONE' and kind = :kind and " + condition
                        + " order by mail_subscription.id")
                .param("kind", kind.name())
                .param("customer", customerId)
                .query(Subscriptions::read)
                .list();
    }

    /**
     * Subscribes an account, or changes its subscription to the same kind for the same customer. A changed one keeps its id, for by the id
     * the links in mails that were sent end it, and mails that were sent are known.
     *
     * @param wanted whose id is not looked at
     * @throws IllegalArgumentException when a report's id is none
     */
    public Subscription save(Subscription wanted, Author author) {
        if (wanted.reports().size() > REPORTS_MAX
                || !wanted.reports().stream()
                        .allMatch(report -> REPORT.matcher(report).matches())) {
            throw new IllegalArgumentException(
                    "at most " + REPORTS_MAX + " ids of reports are expected, not " + wanted.reports());
        }
        return database.inTransaction(() -> {
            // The lock on the account lets one of two that save at the same moment see the other.
            database.sql("select id from account where id = :account for update")
                    .param("account", wanted.account())
                    .query(Long.class)
                    .single();
            Optional<Subscription> before = find(wanted.account(), wanted.kind(), wanted.customerId());
            before.ifPresentOrElse(known -> update(known.id(), wanted), () -> insert(wanted));
            String old = before.map(Subscriptions::text).orElse("");
            changes.add(author, subject(wanted), "subscription", old, text(wanted));
            return find(wanted.account(), wanted.kind(), wanted.customerId()).orElseThrow();
        });
    }

    private void insert(Subscription wanted) {
        database.sql("""
                        insert into mail_subscription (account_id, kind, customer_id, reports, delivery, language)
                        values (:account, :kind, :customer, :reports, :delivery, :language)""")
                .param("account", wanted.account())
                .param("kind", wanted.kind().name())
                .param("customer", wanted.customerId())
                .param("reports", String.join(" ", wanted.reports()))
                .param("delivery", wanted.delivery().name())
                .param("language", wanted.language().code())
                .update();
    }

    private void update(long id, Subscription wanted) {
        database.sql("""
                        update mail_subscription set reports = :reports, delivery = :delivery, language = :language
                        where id = :id""")
                .param("id", id)
                .param("reports", String.join(" ", wanted.reports()))
                .param("delivery", wanted.delivery().name())
                .param("language", wanted.language().code())
                .update();
    }

    /** The subscription of an account to a kind, of a customer or of none. */
    public Optional<Subscription> find(long account, Subscription.Kind kind, @Nullable String customerId) {
        return of(account).stream()
                .filter(one -> one.kind() == kind && Objects.equals(one.customerId(), customerId))
                .findFirst();
    }

    public Optional<Subscription> find(long id) {
        return database.sql("select * from mail_subscription where id = :id")
                .param("id", id)
                .query(Subscriptions::read)
                .optional();
    }

    /** Ends a subscription for good: the account is not subscribed again by itself. */
    public void end(Subscription subscription, Author author) {
        database.inTransaction(() -> {
            int ended = database.sql(
                            "update mail_subscription set delivery = 'NONE' where id = :id and delivery <> 'NONE'")
                    .param("id", subscription.id())
                    .update();
            if (ended > 0) {
                changes.add(author, subject(subscription), "subscription", text(subscription), "");
            }
            return ended;
        });
    }

    public void remove(Subscription subscription, Author author) {
        database.inTransaction(() -> {
            int removed = database.sql("delete from mail_subscription where id = :id")
                    .param("id", subscription.id())
                    .update();
            if (removed > 0) {
                changes.add(author, subject(subscription), "subscription", text(subscription), "");
            }
            return removed;
        });
    }

    /** What the link in a mail carries to end the subscription without logging in; the same each time. */
    public String unsubscribeToken(Subscription subscription) {
        return subscription.id() + "." + secrets.sign(PURPOSE, String.valueOf(subscription.id()));
    }

    /** The subscription of a token, empty when it is ended already or the token is not ours. */
    public Optional<Subscription> findByToken(String token) {
        int dot = token.indexOf('.');
        if (dot < 1 || dot > 18 || !token.substring(0, dot).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        String id = token.substring(0, dot);
        boolean ours = Secrets.areEqual(secrets.sign(PURPOSE, id), token.substring(dot + 1));
        return ours ? find(Long.parseLong(id)) : Optional.empty();
    }

    private Subject subject(Subscription subscription) {
        String email = database.sql("select email_key from account where id = :id")
                .param("id", subscription.account())
                .query(String.class)
                .single();
        return new Subject(Subject.Kind.ACCOUNT, email);
    }

    private static String text(Subscription wanted) {
        return wanted.kind() + (wanted.customerId() == null ? "" : " of " + wanted.customerId()) + " as "
                + wanted.delivery() + " in " + wanted.language().code() + " " + String.join(" ", wanted.reports());
    }

    private static Subscription read(ResultSet row, int number) throws SQLException {
        return new Subscription(
                row.getLong("id"),
                row.getLong("account_id"),
                Subscription.Kind.valueOf(row.getString("kind")),
                row.getString("customer_id"),
                Stream.of(row.getString("reports").split(" ", -1))
                        .filter(report -> !report.isEmpty())
                        .toList(),
                Subscription.Delivery.valueOf(row.getString("delivery")),
                Language.of(row.getString("language")));
    }
}
