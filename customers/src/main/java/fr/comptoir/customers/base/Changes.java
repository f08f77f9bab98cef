package fr.comptoir.customers.base;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record of every change. It is only ever added to. */
public final class Changes {
    private static final int VALUE_MAX = 10_000;

    private final Database database;

    public Changes(Database database) {
        this.database = database;
    }

    /** Adds a change, in the transaction that makes it; nothing when both values are the same. */
    public void add(Author author, Subject subject, String field, String oldValue, String newValue) {
        if (oldValue.equals(newValue)) {
            return;
        }
        database.sql("""
                        insert into change_record (changed_at, person, subject_kind, subject, field, old_value, new_value, reason)
                        values (:at, :person, :kind, :subject, :field, :old, :new, :reason)""")
                .param("at", Columns.at(database.now()))
                .param("person", author.who())
                .param("kind", subject.kind().name())
                .param("subject", subject.id())
                .param("field", field)
                .param("old", Texts.shortened(oldValue, VALUE_MAX))
                .param("new", Texts.shortened(newValue, VALUE_MAX))
                .param("reason", author.reason())
                .update();
    }

    /**
     * Which changes are asked for; what is null asks for all.
     *
     * @param kind of the subject
     * @param subject its id
     * @param who the author's name
     * @param from first moment
     * @param to moment before which they were made
     */
    public record Query(
            Subject.@Nullable Kind kind,
            @Nullable String subject,
            @Nullable String who,
            @Nullable Instant from,
            @Nullable Instant to) {
        public static final Query ALL = new Query(null, null, null, null, null);

        public static Query of(Subject subject) {
            return new Query(subject.kind(), subject.id(), null, null, null);
        }

        public static Query by(String who) {
            return new Query(null, null, who, null, null);
        }
    }

    /** The latest first. */
    public Page<Change> find(Query query, Page.Ask ask) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        addIf(conditions, query.kind(), "subject_kind = :kind");
        addIf(conditions, query.subject(), "subject = :subject");
        addIf(conditions, query.who(), "person = :who");
        addIf(conditions, query.from(), "changed_at >= :from");
        addIf(conditions, query.to(), "changed_at < :to");
        String where = " from change_record where " + String.join(" and ", conditions);
        long total = with(query, database.sql("select count(*)" + where))
                .query(Long.class)
                .single();
        List<Change> rows = with(
                        query, database.sql("select *" + where + " order by id desc limit :limit offset :offset"))
                .param("limit", ask.limit())
                .param("offset", ask.offset())
                .query(Changes::read)
                .list();
        return new Page<>(rows, total, ask.offset());
    }

    private static void addIf(List<String> conditions, @Nullable Object asked, String condition) {
        if (asked != null) {
            conditions.add(condition);
        }
    }

    private static JdbcClient.StatementSpec with(Query query, JdbcClient.StatementSpec sql) {
        JdbcClient.StatementSpec bound = sql;
        if (query.kind() != null) {
            bound = bound.param("kind", query.kind().name());
        }
        if (query.subject() != null) {
            bound = bound.param("subject", query.subject());
        }
        if (query.who() != null) {
            bound = bound.param("who", query.who());
        }
        if (query.from() != null) {
            bound = bound.param("from", Columns.at(query.from()));
        }
        if (query.to() != null) {
            bound = bound.param("to", Columns.at(query.to()));
        }
        return bound;
    }

    private static Change read(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getLong("id"),
                Columns.instant(row, "changed_at"),
                new Author(row.getString("person"), row.getString("reason")),
                new Subject(Subject.Kind.valueOf(row.getString("subject_kind")), row.getString("subject")),
                row.getString("field"),
                row.getString("old_value"),
                row.getString("new_value"));
    }
}
