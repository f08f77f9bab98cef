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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys. A key is {@code cpt_} and 256 random bits; its SHA-256 is kept. A fast hash is right here: nobody guesses 256 bits, and a slow
 * one would be paid at every request.
 */
public final class Keys {
    /** With which every key begins, so that one that leaked is recognised. */
    public static final String PREFIX = "cpt_";

    private static final int NAME_MAX = 200;
    private static final int TEXT_MAX = 100;
    private static final int HINT_LENGTH = PREFIX.length() + 4;
    private static final Duration LAST_USED_STEP = Duration.ofMinutes(1);

    private final Database database;
    private final Changes changes;
    private final Secrets secrets;

    public Keys(Database database, Changes changes, Secrets secrets) {
        this.database = database;
        this.changes = changes;
        this.secrets = secrets;
    }

    /**
     * A key that was just made.
     *
     * @param text the key itself, to be shown once; it is not printed
     */
    public record Made(ApiKey key, String text) {
        @Override
        public String toString() {
            return key.toString();
        }
    }

    /**
     * Makes a key.
     *
     * @param expiresAt null when it does not expire
     */
    public Outcome<Made> make(String customerId, String name, @Nullable Instant expiresAt, Author author) {
        List<Fault> faults = nameFaults(name);
        if (expiresAt != null && !expiresAt.isAfter(database.now())) {
            faults.add(new Fault("expires", Fault.Kind.DAYS, expiresAt.toString()));
        }
        return database.attempt(() -> {
            if (!exists(customerId)) {
                faults.add(new Fault("customer_id", Fault.Kind.UNKNOWN, customerId));
            }
            if (!faults.isEmpty()) {
                return new Outcome.Refused<>(faults);
            }
            return new Outcome.Done<>(insert(customerId, name.strip(), expiresAt, author));
        });
    }

    private boolean exists(String customerId) {
        return database.sql("select count(*) from customer where customer_id = :customer and withdrawn_at is null")
                        .param("customer", customerId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static List<Fault> nameFaults(String name) {
        List<Fault> faults = new ArrayList<>();
        if (name.isBlank()) {
            faults.add(new Fault("name", Fault.Kind.BLANK, ""));
        } else if (name.strip().length() > NAME_MAX) {
            faults.add(new Fault("name", Fault.Kind.TOO_LONG, String.valueOf(NAME_MAX)));
        } else if (!Texts.isOneLine(name)) {
            faults.add(new Fault("name", Fault.Kind.CONTROL_CHARACTER, ""));
        }
        return faults;
    }

    private Made insert(String customerId, String name, @Nullable Instant expiresAt, Author author) {
        String text = PREFIX + secrets.make();
        database.sql("""
                        insert into api_key (key_hash, hint, name, customer_id, created_at, created_by, expires_at)
                        values (:hash, :hint, :name, :customer, :now, :who, :expires)""")
                .param("hash", Secrets.hash(text))
                .param("hint", text.substring(0, HINT_LENGTH))
                .param("name", name)
                .param("customer", customerId)
                .param("now", Columns.at(database.now()))
                .param("who", author.who())
                .param("expires", Columns.atOrNull(expiresAt))
                .update();
        ApiKey key = find(text).orElseThrow();
        record(author, key, "made", "", key.hint() + " " + name);
        record(author, key, "expires", "", expiresAt == null ? "" : expiresAt.toString());
        return new Made(key, text);
    }

    /**
     * Makes a key that takes the place of a valid one, which goes on until the overlap ends, or until it expires if that is sooner.
     *
     * @param overlap how long both are valid; zero ends the old one at once
     * @param expiresAt of the new key
     */
    public Outcome<Made> rotate(long id, Duration overlap, @Nullable Instant expiresAt, Author author) {
        return database.attempt(() -> {
            Optional<ApiKey> old = lock(id);
            if (old.isEmpty()) {
                return Outcome.refused("key", Fault.Kind.UNKNOWN, String.valueOf(id));
            }
            ApiKey key = old.get();
            if (key.state(database.now()) != ApiKey.State.VALID || key.replacedBy() != null) {
                return Outcome.refused("key", Fault.Kind.STATE, key.hint());
            }
            Outcome<Made> made = make(key.customerId(), key.name(), expiresAt, author);
            if (made.isDone()) {
                replace(key, made.orThrow().key().id(), overlap, author);
            }
            return made;
        });
    }

    private void replace(ApiKey old, long by, Duration overlap, Author author) {
        Instant end = database.now().plus(overlap);
        Instant expires = old.expiresAt() == null || end.isBefore(old.expiresAt()) ? end : old.expiresAt();
        database.sql("update api_key set expires_at = :expires, replaced_by = :by where id = :id")
                .param("expires", Columns.at(expires))
                .param("by", by)
                .param("id", old.id())
                .update();
        record(author, old, "replaced_by", "", String.valueOf(by));
        record(
                author,
                old,
                "expires",
                old.expiresAt() == null ? "" : old.expiresAt().toString(),
                expires.toString());
    }

    /** The key opens nothing any more, from now on. Withdrawing again changes nothing. */
    public Outcome<ApiKey> withdraw(long id, Author author) {
        return database.attempt(() -> {
            Optional<ApiKey> key = lock(id);
            if (key.isEmpty()) {
                return Outcome.refused("key", Fault.Kind.UNKNOWN, String.valueOf(id));
            }
            if (key.get().withdrawnAt() == null) {
                database.sql("update api_key set withdrawn_at = :now where id = :id")
                        .param("now", Columns.at(database.now()))
                        .param("id", id)
                        .update();
                record(author, key.get(), "withdrawn", "false", "true");
            }
            return new Outcome.Done<>(find(id).orElseThrow());
        });
    }

    /** The key with that text, in whatever state; the state says whether it opens anything. One indexed query. */
    public Optional<ApiKey> find(String text) {
        if (!text.startsWith(PREFIX) || text.length() > TEXT_MAX) {
            return Optional.empty();
        }
        String hash = Secrets.hash(text);
        return database.sql("select * from api_key where key_hash = :hash")
                .param("hash", hash)
                .query((row, number) -> new Hashed(row.getString("key_hash"), read(row, number)))
                .optional()
                .filter(found -> Secrets.areEqual(found.hash, hash))
                .map(Hashed::key);
    }

    private record Hashed(String hash, ApiKey key) {}

    /** The valid key with that text, which notes that it was used; its customer is not withdrawn. */
    public Optional<ApiKey> use(String text) {
        Instant now = database.now();
        Optional<ApiKey> key = find(text)
                .filter(found -> found.state(now) == ApiKey.State.VALID)
                .filter(found -> exists(found.customerId()));
        key.filter(found -> found.lastUsedAt() == null
                        || !found.lastUsedAt().plus(LAST_USED_STEP).isAfter(now))
                .ifPresent(found -> noteUse(found, now));
        return key;
    }

    private void noteUse(ApiKey key, Instant now) {
        database.sql("""
                        update api_key set last_used_at = :now
                        where id = :id and (last_used_at is null or last_used_at <= :before)""")
                .param("now", Columns.at(now))
                .param("id", key.id())
                .param("before", Columns.at(now.minus(LAST_USED_STEP)))
                .update();
    }

    public Optional<ApiKey> find(long id) {
        return database.sql("select * from api_key where id = :id")
                .param("id", id)
                .query(Keys::read)
                .optional();
    }

    private Optional<ApiKey> lock(long id) {
        return database.sql("select * from api_key where id = :id for update")
                .param("id", id)
                .query(Keys::read)
                .optional();
    }

    /** All keys of a customer, the latest first, in whatever state. */
    public List<ApiKey> of(String customerId) {
        return database.sql("select * from api_key where customer_id = :customer order by id desc")
                .param("customer", customerId)
                .query(Keys::read)
                .list();
    }

    /** Keys that are not withdrawn and not replaced and expire from one moment on, before another: their customers are to be told. */
    public List<ApiKey> expiring(Instant from, Instant to) {
        return database.sql("""
                        select * from api_key where expires_at >= :from and expires_at < :to
                        and withdrawn_at is null and replaced_by is null order by expires_at, id""")
                .param("from", Columns.at(from))
                .param("to", Columns.at(to))
                .query(Keys::read)
                .list();
    }

    private void record(Author author, ApiKey key, String field, String oldValue, String newValue) {
        String subject = key.customerId() + " " + key.id();
        changes.add(author, new Subject(Subject.Kind.KEY, subject), field, oldValue, newValue);
    }

    private static ApiKey read(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                row.getLong("id"),
                row.getString("hint"),
                row.getString("name"),
                row.getString("customer_id"),
                Columns.instant(row, "created_at"),
                row.getString("created_by"),
                Columns.instantOrNull(row, "expires_at"),
                Columns.instantOrNull(row, "withdrawn_at"),
                Columns.longOrNull(row, "replaced_by"),
                Columns.instantOrNull(row, "last_used_at"));
    }
}
