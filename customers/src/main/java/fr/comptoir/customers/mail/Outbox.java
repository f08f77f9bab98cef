package fr.comptoir.customers.mail;

import fr.comptoir.customers.base.Columns;
import fr.comptoir.customers.base.Database;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.base.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Mails that wait to be sent. A mail is queued in the transaction of the event that it tells of, so there is neither without the other.
 *
 * <p>Whoever sends goes three steps: {@link #claim} takes the mail for as long as a lease; {@link #handOver} notes that the mail server is
 * about to have it, to be called after the text was transmitted and before the dot that ends it, such as at the end of the message's
 * {@code writeTo}; {@link #sent} or {@link #failed} notes the answer. After a crash,
 *
 * <ul>
 *   <li>a mail that was claimed and not handed over is certainly not sent: when the lease ends it waits again by itself;
 *   <li>a mail that was handed over without an answer may have been sent or not, and nobody can ask: when the lease ends it is in doubt. It
 *       is not sent again by itself, so none is sent twice; it is shown, so none is lost; a person decides with {@link #resolve}. This is the
 *       crash in the one exchange between the dot and the server's answer, nothing else. Sent again, it has the same Message-ID.
 * </ul>
 */
public final class Outbox {
    /** Attempts after which a mail is given up: after five days, as long as a mail server may be away (RFC 5321, section 4.5.4.1). */
    public static final int ATTEMPTS_MAX = 28;

    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final Duration LAST_RETRY = Duration.ofHours(6);
    private static final int ERROR_MAX = 1000;

    private final Database database;

    public Outbox(Database database) {
        this.database = database;
    }

    /**
     * A mail that is to be queued.
     *
     * @param eventKey at most 200 characters
     * @param data JSON
     */
    public record Draft(
            String eventKey, @Nullable Long account, String address, Language language, String template, String data) {}

    /** Queues a mail; whether it is new, that is whether no mail of this event was queued before. */
    public boolean queue(Draft draft) {
        return insert(draft) == 1;
    }

    private int insert(Draft draft) {
        String host = draft.address().substring(draft.address().indexOf('@') + 1);
        return database.sql("""
                        insert into mail (event_key, account_id, address, language, template, data, message_id, state,
                        attempts, next_attempt_at, queued_at)
                        values (:key, :account, :address, :language, :template, :data, :message, 'WAITING', 0, :now, :now)
                        on conflict do nothing""")
                .param("key", draft.eventKey())
                .param("account", draft.account())
                .param("address", draft.address())
                .param("language", draft.language().code())
                .param("template", draft.template())
                .param("data", draft.data())
                .param("message", "<" + UUID.randomUUID() + "@" + host + ">")
                .param("now", Columns.at(database.now()))
                .update();
    }

    /**
     * A mail that is to be sent now by who has the claim.
     *
     * @param claim unique
     */
    public record Claim(Mail mail, String claim) {}

    /**
     * Takes mails that are due, the oldest first; nobody else gets them before the lease ends. Puts back and in doubt what a crash left.
     *
     * @param lease longer than sending all of them takes
     */
    public List<Claim> claim(int limit, Duration lease) {
        recover();
        Instant now = database.now();
        List<Long> due = database.sql("""
                        select id from mail where state = 'WAITING' and next_attempt_at <= :now
                        order by next_attempt_at, id limit :limit""")
                .param("now", Columns.at(now))
                .param("limit", Math.min(limit, Page.LIMIT))
                .query(Long.class)
                .list();
        List<Claim> claims = new ArrayList<>();
        for (long id : due) {
            String claim = UUID.randomUUID().toString();
            int taken = database.sql("""
                            update mail set state = 'CLAIMED', claim = :claim, attempts = attempts + 1, leased_until = :until
                            where id = :id and state = 'WAITING'""")
                    .param("claim", claim)
                    .param("until", Columns.at(now.plus(lease)))
                    .param("id", id)
                    .update();
            if (taken == 1) {
                claims.add(new Claim(find(id).orElseThrow(), claim));
            }
        }
        return claims;
    }

    private void recover() {
        database.sql("""
                        update mail set state = case when state = 'CLAIMED' then 'WAITING' else 'IN_DOUBT' end, claim = '',
                        last_error = 'the program ended while it was sent'
                        where state in ('CLAIMED', 'HANDED_OVER') and leased_until <= :now""").param("now", Columns.at(database.now())).update();
    }

    /**
     * Notes that the mail server is about to have the mail; to be called once, right before.
     *
     * @return false when the claim is not valid any more: then the mail must not be sent
     */
    public boolean handOver(Claim claim) {
        return owned(claim, """
                        update mail set state = 'HANDED_OVER'
                        where id = :id and claim = :claim and state = 'CLAIMED' and leased_until > :now""").param("now", Columns.at(database.now())).update() == 1;
    }

    /** Notes that the mail server took the mail. What the template needed is removed. */
    public void sent(Claim claim) {
        owned(claim, """
                        update mail set state = 'SENT', ended_at = :now, data = '{}', last_error = '', claim = ''
                        where id = :id and claim = :claim""").param("now", Columns.at(database.now())).update();
    }

    /**
     * Notes that the mail server did not take the mail, or was not reached. It is tried again after a minute, two, four, ... at most six
     * hours, for five days.
     *
     * @param forGood whether it makes no sense to try again, such as an address that is not there
     */
    public void failed(Claim claim, String error, boolean forGood) {
        boolean ends = forGood || claim.mail().attempts() >= ATTEMPTS_MAX;
        Instant now = database.now();
        owned(claim, """
                        update mail set state = :state, next_attempt_at = :next, last_error = :error, claim = '',
                        ended_at = :ended where id = :id and claim = :claim""")
                .param("state", ends ? "FAILED" : "WAITING")
                .param("next", Columns.at(now.plus(retry(claim.mail().attempts()))))
                .param("error", Texts.harmless(error, ERROR_MAX))
                .param("ended", ends ? Columns.at(now) : null)
                .update();
    }

    static Duration retry(int attempts) {
        Duration doubled = FIRST_RETRY.multipliedBy(1L << Math.min(Math.max(0, attempts - 1), 20));
        return doubled.compareTo(LAST_RETRY) < 0 ? doubled : LAST_RETRY;
    }

    private JdbcClient.StatementSpec owned(Claim claim, String sql) {
        return database.sql(sql).param("id", claim.mail().id()).param("claim", claim.claim());
    }

    /**
     * Decides on a mail that is in doubt or was given up.
     *
     * @param again whether it is sent again, with a new count of attempts; else it counts as sent
     * @return whether there was something to decide
     */
    public boolean resolve(long id, boolean again) {
        // A mail that counts as sent keeps, like one that was sent, nothing of what it said: no link that opens an
        // account.
        return database.sql("""
                                update mail set state = :state, attempts = :attempts, next_attempt_at = :now, ended_at = :ended,
                                data = case when :state = 'SENT' then '{}' else data end
                                where id = :id and state in ('IN_DOUBT', 'FAILED')""")
                        .param("state", again ? "WAITING" : "SENT")
                        .param("attempts", 0)
                        .param("now", Columns.at(database.now()))
                        .param("ended", again ? null : Columns.at(database.now()))
                        .param("id", id)
                        .update()
                == 1;
    }

    public Optional<Mail> find(long id) {
        return database.sql("select * from mail where id = :id")
                .param("id", id)
                .query(Outbox::read)
                .optional();
    }

    /** Mails in a state, the latest first. */
    public Page<Mail> in(Mail.State state, Page.Ask ask) {
        long total = database.sql("select count(*) from mail where state = :state")
                .param("state", state.name())
                .query(Long.class)
                .single();
        List<Mail> rows = database.sql(
                        "select * from mail where state = :state order by id desc limit :limit offset :offset")
                .param("state", state.name())
                .param("limit", ask.limit())
                .param("offset", ask.offset())
                .query(Outbox::read)
                .list();
        return new Page<>(rows, total, ask.offset());
    }

    /** Removes mails that were sent before; their events may then be told of again, so this is for long ago. */
    public int removeSentBefore(Instant before) {
        return database.sql("delete from mail where state = 'SENT' and ended_at < :before")
                .param("before", Columns.at(before))
                .update();
    }

    private static Mail read(ResultSet row, int number) throws SQLException {
        return new Mail(
                row.getLong("id"),
                row.getString("event_key"),
                Columns.longOrNull(row, "account_id"),
                row.getString("address"),
                Language.of(row.getString("language")),
                row.getString("template"),
                row.getString("data"),
                row.getString("message_id"),
                Mail.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Columns.instant(row, "next_attempt_at"),
                row.getString("last_error"),
                Columns.instant(row, "queued_at"),
                Columns.instantOrNull(row, "ended_at"));
    }
}
