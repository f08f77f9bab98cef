package fr.comptoir.customers.month;

import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Columns;
import fr.comptoir.customers.base.Database;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.base.Texts;
import fr.comptoir.customers.month.Restatement.Change;
import fr.comptoir.customers.month.Restatement.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The corrections of closed months and what they change. At most one of a month is pending: the database holds no second one, be it that
 * a person asks for it while another is being opened in a transaction that has not ended.
 */
public final class Restatements {
    /** In which an error is to be corrected (CoP 5.1, section 7.11). */
    public static final Period TIME = Period.ofMonths(3);

    private static final int REASON_MAX = 1000;

    private final Database database;

    public Restatements(Database database) {
        this.database = database;
    }

    /** A person asks for a month to be counted again, with a reason; refused while another correction of the month is pending. */
    public Outcome<Restatement> request(YearMonth month, LocalDate today, Author author) {
        if (author.reason().isBlank()) {
            return Outcome.refused("reason", Fault.Kind.BLANK, "");
        }
        try {
            return database.attempt(() -> {
                if (pending(month).isPresent()) {
                    return taken(month);
                }
                insert(month, 0, State.REQUESTED, author.reason(), author.who(), database.now(), today);
                return Outcome.done(pending(month).orElseThrow());
            });
        } catch (DuplicateKeyException e) {
            return taken(month);
        }
    }

    private static Outcome<Restatement> taken(YearMonth month) {
        return Outcome.refused("restatement", Fault.Kind.TAKEN, month.toString());
    }

    /**
     * The corrected figures of a month are counted: they wait for a decision from now on. A correction that waits already has them now, and
     * keeps its due date; what was decided of other figures is to be decided again, what was decided of these stays.
     *
     * @param reason of a correction that nobody asked for
     * @param who found the error, where nobody asked
     */
    public Restatement counted(
            YearMonth month, int facts, String reason, String who, LocalDate today, List<Change> changes) {
        return database.inTransaction(() -> {
            Optional<Restatement> known = pending(month);
            if (known.isEmpty()) {
                insert(month, facts, State.OPEN, Texts.shortened(reason, REASON_MAX), who, database.now(), today);
            } else if (known.get().facts() != facts) {
                database.sql("""
                                update restatement set facts = :facts, state = 'OPEN', decided_by = '', decided_at = null,
                                decision = '' where id = :id""")
                        .param("facts", facts)
                        .param("id", known.get().id())
                        .update();
            }
            Restatement now = pending(month).orElseThrow();
            replaceChanges(now.id(), changes);
            return now;
        });
    }

    /** A correction that came into force on the command line. */
    public Restatement applied(
            YearMonth month, int facts, String reason, String who, Instant at, LocalDate today, List<Change> changes) {
        return database.inTransaction(() -> {
            Optional<Restatement> known = of(month, facts).filter(one -> one.state() == State.APPROVED);
            if (known.isPresent()) {
                return known.get();
            }
            insert(month, facts, State.APPROVED, Texts.shortened(reason, REASON_MAX), who, at, today);
            Restatement now = of(month, facts).orElseThrow();
            decided(now.id(), who, at, "");
            replaceChanges(now.id(), changes);
            return of(month, facts).orElseThrow();
        });
    }

    private void insert(
            YearMonth month, int facts, State state, String reason, String who, Instant at, LocalDate today) {
        database.sql("""
                        insert into restatement
                        (usage_month, pending_month, facts, state, reason, opened_by, detected_at, due_on)
                        values (:month, :pending, :facts, :state, :reason, :who, :at, :due)""")
                .param("month", month.toString())
                .param("pending", state.isPending() ? month.toString() : null)
                .param("facts", facts)
                .param("state", state.name())
                .param("reason", reason)
                .param("who", who)
                .param("at", Columns.at(at))
                .param("due", today.plus(TIME))
                .update();
    }

    private void replaceChanges(long id, List<Change> changes) {
        database.sql("delete from restatement_change where restatement_id = :id")
                .param("id", id)
                .update();
        MapSqlParameterSource[] rows = changes.stream()
                .map(change -> new MapSqlParameterSource()
                        .addValue("id", id)
                        .addValue("release", change.release())
                        .addValue("report", change.report())
                        .addValue("customer", change.customerId())
                        .addValue("metric", change.metric())
                        .addValue("before", change.before())
                        .addValue("after", change.after()))
                .toArray(MapSqlParameterSource[]::new);
        if (rows.length > 0) {
            new NamedParameterJdbcTemplate(database.template()).batchUpdate("""
                    insert into restatement_change
                    (restatement_id, release_number, report, customer_id, metric, before_value, after_value)
                    values (:id, :release, :report, :customer, :metric, :before, :after)""", rows);
        }
    }

    /**
     * Keeps what a person decided of the figures that the person saw.
     *
     * @param facts the version of those figures
     * @return a conflict when they are others by now, or it was decided already
     */
    public Outcome<Restatement> decide(long id, int facts, boolean approved, Author author) {
        if (author.reason().isBlank()) {
            return Outcome.refused("reason", Fault.Kind.BLANK, "");
        }
        return database.attempt(() -> {
            int changed = database.sql("""
                            update restatement set state = :state, decided_by = :who, decided_at = :now, decision = :reason
                            where id = :id and facts = :facts and state = 'OPEN'""")
                    .param("state", (approved ? State.APPROVING : State.REFUSING).name())
                    .param("who", author.who())
                    .param("now", Columns.at(database.now()))
                    .param("reason", author.reason())
                    .param("id", id)
                    .param("facts", facts)
                    .update();
            Optional<Restatement> now = find(id);
            if (now.isEmpty()) {
                return Outcome.refused("restatement", Fault.Kind.UNKNOWN, String.valueOf(id));
            }
            return changed == 1 ? Outcome.done(now.get()) : new Outcome.Conflict<>(now.get());
        });
    }

    /** It has come to its end; whether it had not before. */
    public boolean end(long id, State end) {
        if (end.isPending()) {
            throw new IllegalArgumentException(end + " is no end");
        }
        return database.sql("""
                                update restatement set state = :state, pending_month = null where id = :id
                                and state in ('REQUESTED', 'OPEN', 'APPROVING', 'REFUSING')""").param("state", end.name()).param("id", id).update() == 1;
    }

    private void decided(long id, String who, Instant at, String decision) {
        database.sql("update restatement set decided_by = :who, decided_at = :at, decision = :decision where id = :id")
                .param("who", who)
                .param("at", Columns.at(at))
                .param("decision", decision)
                .param("id", id)
                .update();
    }

    public Optional<Restatement> find(long id) {
        return database.sql("select * from restatement where id = :id")
                .param("id", id)
                .query(Restatements::read)
                .optional();
    }

    /** The one of a month that is not at its end. */
    public Optional<Restatement> pending(YearMonth month) {
        return pending().stream().filter(one -> one.month().equals(month)).findFirst();
    }

    /** Those that are not at their end, by due date. */
    public List<Restatement> pending() {
        return database.sql("""
                        select * from restatement where state in ('REQUESTED', 'OPEN', 'APPROVING', 'REFUSING')
                        order by due_on, id""").query(Restatements::read).list();
    }

    /** The last one of a month that led to these figures. */
    public Optional<Restatement> of(YearMonth month, int facts) {
        return database.sql(
                        "select * from restatement where usage_month = :month and facts = :facts order by id desc limit 1")
                .param("month", month.toString())
                .param("facts", facts)
                .query(Restatements::read)
                .optional();
    }

    /** All, the latest first. */
    public Page<Restatement> all(Page.Ask ask) {
        long total = database.sql("select count(*) from restatement")
                .query(Long.class)
                .single();
        List<Restatement> rows = database.sql("select * from restatement order by id desc limit :limit offset :offset")
                .param("limit", ask.limit())
                .param("offset", ask.offset())
                .query(Restatements::read)
                .list();
        return new Page<>(rows, total, ask.offset());
    }

    /** Those in force since a moment that changed figures of a customer, the latest first. */
    public List<Restatement> inForce(String customerId, Instant since) {
        return database.sql("""
                        select * from restatement where state = 'APPROVED' and decided_at >= :since and exists
                        (select 1 from restatement_change where restatement_id = id and customer_id = :customer)
                        order by id desc""")
                .param("since", Columns.at(since))
                .param("customer", customerId)
                .query(Restatements::read)
                .list();
    }

    /** What it changes, by customer, release, report and metric. */
    public List<Change> changes(long id) {
        return changes(id, "", "");
    }

    /** What it changes of one customer. */
    public List<Change> changes(long id, String customerId) {
        return changes(id, " and customer_id = :customer", customerId);
    }

    private List<Change> changes(long id, String condition, String customerId) {
        return database.sql("select * from restatement_change where restatement_id = :id" + condition
                        + " order by customer_id, release_number desc, report, metric")
                .param("id", id)
                .param("customer", customerId)
                .query((row, number) -> new Change(
                        row.getString("release_number"),
                        row.getString("report"),
                        row.getString("customer_id"),
                        row.getString("metric"),
                        row.getLong("before_value"),
                        row.getLong("after_value")))
                .list();
    }

    private static Restatement read(ResultSet row, int number) throws SQLException {
        return new Restatement(
                row.getLong("id"),
                YearMonth.parse(row.getString("usage_month")),
                row.getInt("facts"),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("opened_by"),
                Columns.instant(row, "detected_at"),
                row.getObject("due_on", LocalDate.class),
                row.getString("decided_by"),
                Columns.instantOrNull(row, "decided_at"),
                row.getString("decision"));
    }
}
