package fr.comptoir.customers.month;

import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Columns;
import fr.comptoir.customers.base.Database;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.base.Subject;
import fr.comptoir.customers.base.Texts;
import fr.comptoir.customers.month.Anomaly.Found;
import fr.comptoir.customers.month.Anomaly.Kind;
import fr.comptoir.customers.month.Anomaly.Note;
import fr.comptoir.customers.month.Anomaly.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The cases of unusual usage with what people wrote of them, and the thresholds of customers that have their own. */
public final class Anomalies {
    private static final int NOTE_MAX = 2000;
    private static final int TEXT_MAX = 1000;

    private final Database database;
    private final Changes changes;

    public Anomalies(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    /** Keeps a case; whether it is new. One that is known keeps what people wrote, with the figures of now. */
    public boolean add(Found found) {
        boolean isNew = database.sql("""
                                insert into anomaly (usage_month, customer_id, subject_kind, subject, metric, name, usage_value,
                                mean_value, kind, parts, state, detected_at, version)
                                values (:month, :customer, :subjectKind, :subject, :metric, :name, :value, :mean, :kind, :parts,
                                'NEW', :now, 1) on conflict do nothing""")
                        .param("month", found.month().toString())
                        .param("customer", found.customerId())
                        .param("subjectKind", found.subjectKind())
                        .param("subject", found.subject())
                        .param("metric", found.metric())
                        .param("name", Texts.harmless(found.name(), TEXT_MAX))
                        .param("value", found.value())
                        .param("mean", found.mean())
                        .param("kind", found.kind().name())
                        .param("parts", found.parts())
                        .param("now", Columns.at(database.now()))
                        .update()
                == 1;
        if (!isNew) {
            database.sql("""
                            update anomaly set usage_value = :value, mean_value = :mean, kind = :kind, parts = :parts
                            where usage_month = :month and customer_id = :customer and subject_kind = :subjectKind
                            and subject = :subject and metric = :metric""")
                    .param("value", found.value())
                    .param("mean", found.mean())
                    .param("kind", found.kind().name())
                    .param("parts", found.parts())
                    .param("month", found.month().toString())
                    .param("customer", found.customerId())
                    .param("subjectKind", found.subjectKind())
                    .param("subject", found.subject())
                    .param("metric", found.metric())
                    .update();
        }
        return isNew;
    }

    public Optional<Anomaly> find(long id) {
        return database.sql("select * from anomaly where id = :id")
                .param("id", id)
                .query(Anomalies::read)
                .optional();
    }

    /**
     * The latest months first, in a month the largest difference first.
     *
     * @param state null for all
     * @param customerId null for all
     */
    public Page<Anomaly> all(@Nullable State state, @Nullable String customerId, Page.Ask ask) {
        String where = " where (:state = '' or state = :state) and (:customer = '' or customer_id = :customer)";
        String stateName = state == null ? "" : state.name();
        String customer = customerId == null ? "" : customerId;
        long total = database.sql("select count(*) from anomaly" + where)
                .param("state", stateName)
                .param("customer", customer)
                .query(Long.class)
                .single();
        List<Anomaly> rows = database.sql(
                        "select * from anomaly" + where
                                + " order by usage_month desc, abs(usage_value - mean_value) desc, id limit :limit offset :offset")
                .param("state", stateName)
                .param("customer", customer)
                .param("limit", ask.limit())
                .param("offset", ask.offset())
                .query(Anomalies::read)
                .list();
        return new Page<>(rows, total, ask.offset());
    }

    /**
     * Those of a month, the largest difference first.
     *
     * @param customerId null for all
     */
    public List<Anomaly> of(YearMonth month, @Nullable String customerId, int limit) {
        return database.sql("select * from anomaly where usage_month = :month"
                        + " and (:customer = '' or customer_id = :customer)"
                        + " order by abs(usage_value - mean_value) desc, id limit :limit")
                .param("month", month.toString())
                .param("customer", customerId == null ? "" : customerId)
                .param("limit", limit)
                .query(Anomalies::read)
                .list();
    }

    /** How many cases each month of a customer has. */
    public SortedMap<YearMonth, Integer> byMonth(String customerId) {
        SortedMap<YearMonth, Integer> months = new TreeMap<>();
        database.sql("select usage_month, count(*) as cases from anomaly where customer_id = :customer"
                        + " group by usage_month")
                .param("customer", customerId)
                .query((row, number) -> Map.entry(YearMonth.parse(row.getString("usage_month")), row.getInt("cases")))
                .list()
                .forEach(month -> months.put(month.getKey(), month.getValue()));
        return months;
    }

    /** What was written of a case, the earliest first. */
    public List<Note> notes(long id) {
        return database.sql("select * from anomaly_note where anomaly_id = :id order by id")
                .param("id", id)
                .query((row, number) -> new Note(
                        Columns.instant(row, "written_at"),
                        row.getString("person"),
                        State.valueOf(row.getString("state")),
                        row.getString("note")))
                .list();
    }

    /**
     * Adds what a person writes, and sets the state.
     *
     * @param version of the case as the person saw it
     */
    public Outcome<Anomaly> note(long id, int version, State state, String text, Author author) {
        String note = text.strip();
        if (note.isEmpty()) {
            return Outcome.refused("note", Fault.Kind.BLANK, "");
        }
        if (note.length() > NOTE_MAX) {
            return Outcome.refused("note", Fault.Kind.TOO_LONG, String.valueOf(NOTE_MAX));
        }
        if (!Texts.isLines(note)) {
            return Outcome.refused("note", Fault.Kind.CONTROL_CHARACTER, "");
        }
        return database.attempt(() -> {
            int changed = database.sql("""
                            update anomaly set state = :state, version = version + 1
                            where id = :id and version = :version""")
                    .param("state", state.name())
                    .param("id", id)
                    .param("version", version)
                    .update();
            Optional<Anomaly> now = find(id);
            if (now.isEmpty()) {
                return Outcome.refused("anomaly", Fault.Kind.UNKNOWN, String.valueOf(id));
            }
            if (changed == 0) {
                return new Outcome.Conflict<>(now.get());
            }
            database.sql("""
                            insert into anomaly_note (anomaly_id, written_at, person, state, note)
                            values (:id, :now, :person, :state, :note)""")
                    .param("id", id)
                    .param("now", Columns.at(database.now()))
                    .param("person", author.who())
                    .param("state", state.name())
                    .param("note", note)
                    .update();
            return Outcome.done(now.get());
        });
    }

    /**
     * Thresholds of one customer, with why.
     *
     * @param person who set them
     */
    public record Own(String customerId, Thresholds thresholds, String reason, String person, Instant at) {}

    /** The customers that have their own, by customer_id. */
    public Map<String, Own> thresholds() {
        Map<String, Own> all = new LinkedHashMap<>();
        database.sql("select * from anomaly_threshold order by customer_id")
                .query((row, number) -> new Own(
                        row.getString("customer_id"),
                        new Thresholds(
                                row.getDouble("spike_factor"),
                                row.getLong("spike_more"),
                                row.getDouble("dip_percent"),
                                row.getLong("dip_mean")),
                        row.getString("reason"),
                        row.getString("person"),
                        Columns.instant(row, "changed_at")))
                .list()
                .forEach(own -> all.put(own.customerId(), own));
        return all;
    }

    /** Gives a customer thresholds of its own, with a reason; those of the Code end that. */
    public Outcome<Thresholds> setThresholds(String customerId, Thresholds wanted, Author author) {
        if (author.reason().isBlank()) {
            return Outcome.refused("reason", Fault.Kind.BLANK, "");
        }
        if (!wanted.areRight()) {
            return Outcome.refused("thresholds", Fault.Kind.WRONG, "");
        }
        return database.attempt(() -> {
            boolean known = database.sql("select customer_id from customer where customer_id = :id for update")
                    .param("id", customerId)
                    .query(String.class)
                    .optional()
                    .isPresent();
            if (!known) {
                return Outcome.refused("customer_id", Fault.Kind.UNKNOWN, Texts.harmless(customerId, 100));
            }
            Thresholds before = Optional.ofNullable(thresholds().get(customerId))
                    .map(Own::thresholds)
                    .orElse(Thresholds.OF_THE_CODE);
            database.sql("delete from anomaly_threshold where customer_id = :id")
                    .param("id", customerId)
                    .update();
            if (!wanted.equals(Thresholds.OF_THE_CODE)) {
                insert(customerId, wanted, author);
            }
            changes.add(author, Subject.customer(customerId), "thresholds", text(before), text(wanted));
            return Outcome.done(wanted);
        });
    }

    private void insert(String customerId, Thresholds wanted, Author author) {
        database.sql("""
                        insert into anomaly_threshold (customer_id, spike_factor, spike_more, dip_percent, dip_mean, reason, person,
                        changed_at) values (:id, :factor, :more, :percent, :mean, :reason, :person, :now)""")
                .param("id", customerId)
                .param("factor", wanted.factor())
                .param("more", wanted.more())
                .param("percent", wanted.percent())
                .param("mean", wanted.mean())
                .param("reason", author.reason())
                .param("person", author.who())
                .param("now", Columns.at(database.now()))
                .update();
    }

    private static String text(Thresholds of) {
        return "× " + of.factor() + " + " + of.more() + "; < " + of.percent() + " %, ≥ " + of.mean();
    }

    private static Anomaly read(ResultSet row, int number) throws SQLException {
        return new Anomaly(
                row.getLong("id"),
                YearMonth.parse(row.getString("usage_month")),
                row.getString("customer_id"),
                row.getString("subject_kind"),
                row.getString("subject"),
                row.getString("name"),
                row.getString("metric"),
                row.getLong("usage_value"),
                row.getDouble("mean_value"),
                Kind.valueOf(row.getString("kind")),
                row.getString("parts"),
                State.valueOf(row.getString("state")),
                Columns.instant(row, "detected_at"),
                row.getInt("version"));
    }
}
