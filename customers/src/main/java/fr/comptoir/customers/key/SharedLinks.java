package fr.comptoir.customers.key;

import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Columns;
import fr.comptoir.customers.base.Database;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Secrets;
import fr.comptoir.customers.base.Subject;
import fr.comptoir.customers.base.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Links that open the figures of a customer, to be read only, to whoever has one: 256 random bits, of which the SHA-256 is kept. A link ends
 * with its last day, or when it is withdrawn.
 */
public final class SharedLinks {
    /** A link is good for so many days at most. */
    public static final int DAYS_MAX = 732;

    /** So many links a customer has at most, withdrawn and ended ones included. */
    static final int LINKS_MAX = 500;

    private static final int NAME_MAX = 200;
    private static final int QUERY_MAX = 2_000;
    private static final int TEXT_MAX = 100;
    private static final String FIELD = "shared_link";
    /** As addresses have it: nothing in it can begin another header or another host. */
    private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9%&=._~+*!,:;@/?$'()-]*");

    private final Database database;
    private final Changes changes;
    private final Secrets secrets;

    public SharedLinks(Database database, Changes changes, Secrets secrets) {
        this.database = database;
        this.changes = changes;
        this.secrets = secrets;
    }

    /**
     * A link that was just made.
     *
     * @param secret its last part, to be shown once; it is not printed
     */
    public record Made(SharedLink link, String secret) {
        @Override
        public String toString() {
            return link.toString();
        }
    }

    /** Those of a customer, the latest first. */
    public List<SharedLink> of(String customerId) {
        return database.sql("select * from shared_link where customer_id = :customer order by id desc")
                .param("customer", customerId)
                .query(SharedLinks::read)
                .list();
    }

    /** The link with this secret, be it good or not. */
    public Optional<SharedLink> find(String secret) {
        return secret.length() > TEXT_MAX
                ? Optional.empty()
                : database.sql("select * from shared_link where link_hash = :hash")
                        .param("hash", Secrets.hash(secret))
                        .query(SharedLinks::read)
                        .optional();
    }

    /** The link of this number, be it good or not. */
    public Optional<SharedLink> find(long id) {
        return database.sql("select * from shared_link where id = :id")
                .param("id", id)
                .query(SharedLinks::read)
                .optional();
    }

    /**
     * Makes a link.
     *
     * @param query of the page that it leads to, encoded as in an address
     * @param today in the platform's time zone
     */
    public Outcome<Made> make(
            String customerId, String name, String query, LocalDate today, LocalDate lastDay, Author author) {
        List<Fault> faults = faults(name.strip(), query, today, lastDay);
        if (!faults.isEmpty()) {
            return new Outcome.Refused<>(faults);
        }
        return database.attempt(() -> {
            if (of(customerId).size() >= LINKS_MAX) {
                return Outcome.refused("link", Fault.Kind.TOO_MANY, String.valueOf(LINKS_MAX));
            }
            String secret = secrets.make();
            database.sql("""
                            insert into shared_link
                            (customer_id, link_hash, name, page_query, created_at, person, last_day)
                            values (:customer, :hash, :name, :query, :now, :person, :last)""")
                    .param("customer", customerId)
                    .param("hash", Secrets.hash(secret))
                    .param("name", name.strip())
                    .param("query", query)
                    .param("now", Columns.at(database.now()))
                    .param("person", author.who())
                    .param("last", lastDay)
                    .update();
            changes.add(author, Subject.customer(customerId), FIELD, "", name.strip() + ", " + lastDay);
            return new Outcome.Done<>(new Made(find(secret).orElseThrow(), secret));
        });
    }

    private static List<Fault> faults(String name, String query, LocalDate today, LocalDate lastDay) {
        List<Fault> faults = new ArrayList<>();
        if (name.isEmpty()) {
            faults.add(new Fault("name", Fault.Kind.BLANK, ""));
        } else if (name.length() > NAME_MAX) {
            faults.add(new Fault("name", Fault.Kind.TOO_LONG, String.valueOf(NAME_MAX)));
        } else if (!Texts.isOneLine(name)) {
            faults.add(new Fault("name", Fault.Kind.CONTROL_CHARACTER, ""));
        }
        if (query.length() > QUERY_MAX) {
            faults.add(new Fault("view", Fault.Kind.TOO_LONG, String.valueOf(QUERY_MAX)));
        } else if (!QUERY.matcher(query).matches()) {
            faults.add(new Fault("view", Fault.Kind.FORM, query));
        }
        if (lastDay.isBefore(today) || lastDay.isAfter(today.plusDays(DAYS_MAX))) {
            faults.add(new Fault("last_day", Fault.Kind.FORM, lastDay.toString()));
        }
        return faults;
    }

    /** Withdraws a link of a customer: from now on it opens nothing, not even to who opened it before. */
    public Outcome<SharedLink> withdraw(String customerId, long id, Author author) {
        return database.attempt(() -> {
            int changed = database.sql("""
                            update shared_link set withdrawn_at = :now
                            where id = :id and customer_id = :customer and withdrawn_at is null""")
                    .param("now", Columns.at(database.now()))
                    .param("id", id)
                    .param("customer", customerId)
                    .update();
            if (changed == 0) {
                return Outcome.refused("link", Fault.Kind.UNKNOWN, String.valueOf(id));
            }
            SharedLink link = find(id).orElseThrow();
            changes.add(author, Subject.customer(customerId), FIELD, link.name() + ", " + link.lastDay(), "");
            return new Outcome.Done<>(link);
        });
    }

    private static SharedLink read(ResultSet row, int number) throws SQLException {
        return new SharedLink(
                row.getLong("id"),
                row.getString("customer_id"),
                row.getString("name"),
                row.getString("page_query"),
                Columns.instant(row, "created_at"),
                row.getString("person"),
                row.getObject("last_day", LocalDate.class),
                Columns.instantOrNull(row, "withdrawn_at"));
    }
}
