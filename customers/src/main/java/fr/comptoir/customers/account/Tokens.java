package fr.comptoir.customers.account;

import fr.comptoir.customers.base.Columns;
import fr.comptoir.customers.base.Database;
import fr.comptoir.customers.base.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that are sent by mail and open one thing once. 256 random bits, of which the SHA-256 is kept. One statement uses a token up, so that
 * of two who come with it at the same moment one gets in. A new token takes the place of the account's earlier ones of its purpose.
 */
public final class Tokens {
    private static final int TEXT_MAX = 100;

    private final Database database;
    private final Secrets secrets;

    public Tokens(Database database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** What a token opens. */
    public enum Purpose {
        /** Accepting an invitation: setting the first password. */
        INVITATION(Duration.ofDays(14)),
        PASSWORD_RESET(Duration.ofHours(1)),
        /** A new e-mail address, which is the token's detail, is the person's. */
        EMAIL_CONFIRMATION(Duration.ofDays(1));

        private final Duration validity;

        Purpose(Duration validity) {
            this.validity = validity;
        }

        /** How long a token is good for. */
        public Duration validity() {
            return validity;
        }
    }

    /**
     * A token without its secret.
     *
     * @param detail what the maker gave
     * @param usedAt null while it is not used
     */
    public record Token(
            Purpose purpose,
            long account,
            String detail,
            Instant expiresAt,
            @Nullable Instant usedAt) {}

    /**
     * Makes a token.
     *
     * @param detail at most 1000 characters
     * @return the token itself, which is kept nowhere
     */
    public String make(Purpose purpose, long account, String detail) {
        String text = secrets.make();
        Instant now = database.now();
        return database.inTransaction(() -> {
            database.sql("""
                            update one_time_token set used_at = :now
                            where account_id = :account and purpose = :purpose and used_at is null""")
                    .param("now", Columns.at(now))
                    .param("account", account)
                    .param("purpose", purpose.name())
                    .update();
            database.sql("""
                            insert into one_time_token (token_hash, purpose, account_id, detail, created_at, expires_at)
                            values (:hash, :purpose, :account, :detail, :now, :expires)""")
                    .param("hash", Secrets.hash(text))
                    .param("purpose", purpose.name())
                    .param("account", account)
                    .param("detail", detail)
                    .param("now", Columns.at(now))
                    .param("expires", Columns.at(now.plus(purpose.validity)))
                    .update();
            return text;
        });
    }

    /** The token while it is good, without using it: for the page that asks before it does something. */
    public Optional<Token> look(Purpose purpose, String text) {
        return find(purpose, text)
                .filter(token -> token.usedAt() == null && token.expiresAt().isAfter(database.now()));
    }

    /** Uses the token up; empty when it is unknown, expired, used or for another purpose. */
    public Optional<Token> use(Purpose purpose, String text) {
        if (text.length() > TEXT_MAX) {
            return Optional.empty();
        }
        int used = database.sql("""
                        update one_time_token set used_at = :now
                        where token_hash = :hash and purpose = :purpose and used_at is null and expires_at > :now""")
                .param("now", Columns.at(database.now()))
                .param("hash", Secrets.hash(text))
                .param("purpose", purpose.name())
                .update();
        return used == 1 ? find(purpose, text) : Optional.empty();
    }

    /** Removes tokens that expired before. */
    public int removeExpired(Instant before) {
        return database.sql("delete from one_time_token where expires_at < :before")
                .param("before", Columns.at(before))
                .update();
    }

    private Optional<Token> find(Purpose purpose, String text) {
        if (text.length() > TEXT_MAX) {
            return Optional.empty();
        }
        return database.sql("select * from one_time_token where token_hash = :hash and purpose = :purpose")
                .param("hash", Secrets.hash(text))
                .param("purpose", purpose.name())
                .query(Tokens::read)
                .optional();
    }

    private static Token read(ResultSet row, int number) throws SQLException {
        return new Token(
                Purpose.valueOf(row.getString("purpose")),
                row.getLong("account_id"),
                row.getString("detail"),
                Columns.instant(row, "expires_at"),
                Columns.instantOrNull(row, "used_at"));
    }
}
