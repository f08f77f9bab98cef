package fr.comptoir.customers.month;

import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Columns;
import fr.comptoir.customers.base.Database;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Subject;
import fr.comptoir.customers.base.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Notes on months: of a customer for its own readers, of the whole platform for everybody. */
public final class MonthNotes {
    /** So many characters a note has at most. */
    public static final int TEXT_MAX = 300;

    /** So many notes a customer has at most. */
    static final int NOTES_MAX = 500;

    private final Database database;
    private final Changes changes;

    public MonthNotes(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    /**
     * Those that readers of a customer see, in the order of their months.
     *
     * @param everybody the customer of the whole platform
     */
    public List<MonthNote> seenBy(String customerId, String everybody) {
        return database.sql("""
                        select * from month_note where customer_id in (:customer, :everybody) and removed_at is null
                        order by note_month, id""")
                .param("customer", customerId)
                .param("everybody", everybody)
                .query(MonthNotes::read)
                .list();
    }

    /**
     * Writes a note.
     *
     * @param english may be blank when it is written in French
     * @param french may be blank when it is written in English
     */
    public Outcome<MonthNote> add(String customerId, YearMonth month, String english, String french, Author author) {
        String en = english.strip();
        String fr = french.strip();
        List<Fault> faults = new ArrayList<>();
        if (en.isEmpty() && fr.isEmpty()) {
            faults.add(new Fault("text_en", Fault.Kind.BLANK, ""));
        }
        check("text_en", en, faults);
        check("text_fr", fr, faults);
        if (!faults.isEmpty()) {
            return new Outcome.Refused<>(faults);
        }
        return database.attempt(() -> {
            if (count(customerId) >= NOTES_MAX) {
                return Outcome.refused("note", Fault.Kind.TOO_MANY, String.valueOf(NOTES_MAX));
            }
            GeneratedKeyHolder key = new GeneratedKeyHolder();
            database.sql("""
                            insert into month_note (customer_id, note_month, text_en, text_fr, person, entered_at)
                            values (:customer, :month, :en, :fr, :person, :at)""")
                    .param("customer", customerId)
                    .param("month", month.toString())
                    .param("en", en)
                    .param("fr", fr)
                    .param("person", author.who())
                    .param("at", Columns.at(database.now()))
                    .update(key, "id");
            MonthNote note = find(
                            customerId, Objects.requireNonNull(key.getKey()).longValue())
                    .orElseThrow();
            changes.add(author, Subject.customer(customerId), "month_note", "", note.change());
            return new Outcome.Done<>(note);
        });
    }

    private static void check(String field, String text, List<Fault> faults) {
        if (text.length() > TEXT_MAX) {
            faults.add(new Fault(field, Fault.Kind.TOO_LONG, String.valueOf(TEXT_MAX)));
        } else if (!Texts.isOneLine(text)) {
            faults.add(new Fault(field, Fault.Kind.CONTROL_CHARACTER, ""));
        }
    }

    /** Takes back a note of a customer. */
    public Outcome<MonthNote> remove(String customerId, long id, Author author) {
        return database.attempt(() -> {
            Optional<MonthNote> note = find(customerId, id);
            if (note.isEmpty()) {
                return Outcome.refused("note", Fault.Kind.UNKNOWN, String.valueOf(id));
            }
            database.sql("update month_note set removed_at = :at where id = :id")
                    .param("at", Columns.at(database.now()))
                    .param("id", id)
                    .update();
            changes.add(
                    author,
                    Subject.customer(customerId),
                    "month_note",
                    note.get().change(),
                    "");
            return new Outcome.Done<>(note.get());
        });
    }

    private long count(String customerId) {
        return database.sql("select count(*) from month_note where customer_id = :customer and removed_at is null")
                .param("customer", customerId)
                .query(Long.class)
                .single();
    }

    private Optional<MonthNote> find(String customerId, long id) {
        return database.sql(
                        "select * from month_note where customer_id = :customer and id = :id and removed_at is null")
                .param("customer", customerId)
                .param("id", id)
                .query(MonthNotes::read)
                .optional();
    }

    private static MonthNote read(ResultSet row, int number) throws SQLException {
        return new MonthNote(
                row.getLong("id"),
                row.getString("customer_id"),
                YearMonth.parse(row.getString("note_month")),
                row.getString("text_en"),
                row.getString("text_fr"),
                row.getString("person"),
                Columns.instant(row, "entered_at"));
    }
}
