package fr.comptoir.customers.harvest;

import fr.comptoir.customers.base.Columns;
import fr.comptoir.customers.base.Database;
import fr.comptoir.customers.base.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Who harvested what, when, with what result. Kept for some days, see {@link #removeBefore}. */
public final class Harvests {
    private static final String INSERT = """
            insert into harvest (asked_at, customer_id, credential, api_key_id, report, release_number,
            query, status, millis, bytes, harvester)
            values (:at, :customer, :credential, :key, :report, :release, :query, :status, :millis, :bytes,
            :harvester)""";

    private final Database database;

    public Harvests(Database database) {
        this.database = database;
    }

    /** Adds harvests in one transaction; a busy service collects some and adds them together. */
    public void add(Collection<Harvest> harvests) {
        if (harvests.isEmpty()) {
            return;
        }
        database.inTransaction(() -> {
            List<Harvest> together = new ArrayList<>();
            for (Harvest harvest : harvests) {
                if (harvest.exceptions().isEmpty()) {
                    together.add(harvest);
                } else {
                    insert(together);
                    together.clear();
                    insert(harvest);
                }
            }
            insert(together);
            return harvests.size();
        });
    }

    /** Those without exceptions need no id of theirs: they are one statement, which costs a tenth. */
    private void insert(List<Harvest> together) {
        if (!together.isEmpty()) {
            new NamedParameterJdbcTemplate(database.template())
                    .batchUpdate(INSERT, together.stream().map(Harvests::row).toArray(MapSqlParameterSource[]::new));
        }
    }

    private static MapSqlParameterSource row(Harvest harvest) {
        return new MapSqlParameterSource()
                .addValue("at", Columns.at(harvest.at()))
                .addValue("customer", harvest.customerId())
                .addValue("credential", harvest.credential().name())
                .addValue("key", harvest.keyId())
                .addValue("report", harvest.report())
                .addValue("release", harvest.release())
                .addValue("query", harvest.query())
                .addValue("status", harvest.status())
                .addValue("millis", harvest.millis())
                .addValue("bytes", harvest.bytes())
                .addValue("harvester", harvest.harvester());
    }

    private void insert(Harvest harvest) {
        GeneratedKeyHolder keys = new GeneratedKeyHolder();
        database.sql(INSERT).paramSource(row(harvest)).update(keys, "id");
        Number id = Optional.ofNullable(keys.getKey()).orElseThrow();
        for (Harvest.Fault exception : harvest.exceptions()) {
            database.sql("insert into harvest_exception (harvest_id, code, data) values (:id, :code, :data)")
                    .param("id", id.longValue())
                    .param("code", exception.code())
                    .param("data", exception.data())
                    .update();
        }
    }

    /** Those of a customer, the latest first. */
    public Page<Harvest> of(String customerId, Page.Ask ask) {
        long total = database.sql("select count(*) from harvest where customer_id = :customer")
                .param("customer", customerId)
                .query(Long.class)
                .single();
        Map<Long, List<Harvest.Fault>> exceptions = new HashMap<>();
        List<Harvest> rows = database.inTransaction(() -> {
            List<Long> ids = ids(customerId, ask);
            if (ids.isEmpty()) {
                return List.<Harvest>of();
            }
            database.sql("select * from harvest_exception where harvest_id in (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        exceptions
                                .computeIfAbsent(row.getLong("harvest_id"), id -> new ArrayList<>())
                                .add(new Harvest.Fault(row.getInt("code"), row.getString("data")));
                    });
            return database.sql("select * from harvest where id in (:ids) order by id desc")
                    .param("ids", ids)
                    .query((row, number) -> read(row, exceptions.getOrDefault(row.getLong("id"), List.of())))
                    .list();
        });
        return new Page<>(rows, total, ask.offset());
    }

    private List<Long> ids(String customerId, Page.Ask ask) {
        return database.sql(
                        "select id from harvest where customer_id = :customer order by id desc limit :limit offset :offset")
                .param("customer", customerId)
                .param("limit", ask.limit())
                .param("offset", ask.offset())
                .query(Long.class)
                .list();
    }

    /**
     * A thing that a harvester does wrong again and again.
     *
     * @param harvester who does it
     * @param code of the exception it gets
     * @param data what it is about
     * @param times how often it was
     * @param last the last time
     */
    public record Correction(
            String report, String release, String harvester, int code, String data, long times, Instant last) {}

    /**
     * What a customer's harvesters should correct: the same exception about the same thing, the most frequent first.
     *
     * @param from first moment
     * @param timesMin how often at least
     */
    public List<Correction> corrections(String customerId, Instant from, int timesMin) {
        return database.sql("""
                        select report, release_number, harvester, code, data, count(*) as times, max(asked_at) as last_at
                        from harvest join harvest_exception on harvest_id = id
                        where customer_id = :customer and asked_at >= :from
                        group by report, release_number, harvester, code, data
                        having count(*) >= :times
                        order by count(*) desc, report, release_number, harvester, code, data limit :limit""")
                .param("customer", customerId)
                .param("from", Columns.at(from))
                .param("times", timesMin)
                .param("limit", Page.LIMIT)
                .query((row, number) -> new Correction(
                        row.getString("report"),
                        row.getString("release_number"),
                        row.getString("harvester"),
                        row.getInt("code"),
                        row.getString("data"),
                        row.getLong("times"),
                        Columns.instant(row, "last_at")))
                .list();
    }

    /**
     * How much the service is harvested; downloads are answers with status 200 that were reports.
     *
     * @param harvests requests
     * @param downloads of them, reports that were given
     */
    public record Activity(String customerId, long harvests, long downloads, Instant first, Instant last) {}

    /** The customers that harvested from one moment on, before another, by customer_id. */
    public List<Activity> activity(Instant from, Instant to) {
        return database.sql("""
                        select customer_id, count(*) as harvests,
                        sum(case when status = 200 and report <> '' then 1 else 0 end) as downloads,
                        min(asked_at) as first_at, max(asked_at) as last_at
                        from harvest where asked_at >= :from and asked_at < :to group by customer_id order by customer_id""")
                .param("from", Columns.at(from))
                .param("to", Columns.at(to))
                .query((row, number) -> new Activity(
                        row.getString("customer_id"),
                        row.getLong("harvests"),
                        row.getLong("downloads"),
                        Columns.instant(row, "first_at"),
                        Columns.instant(row, "last_at")))
                .list();
    }

    /** Removes those from before. Returns how many. */
    public int removeBefore(Instant before) {
        return database.sql("delete from harvest where asked_at < :before")
                .param("before", Columns.at(before))
                .update();
    }

    private static Harvest read(ResultSet row, List<Harvest.Fault> exceptions) throws SQLException {
        return new Harvest(
                Columns.instant(row, "asked_at"),
                row.getString("customer_id"),
                Harvest.Credential.valueOf(row.getString("credential")),
                Columns.longOrNull(row, "api_key_id"),
                row.getString("report"),
                row.getString("release_number"),
                row.getString("query"),
                row.getInt("status"),
                row.getLong("millis"),
                row.getLong("bytes"),
                row.getString("harvester"),
                exceptions);
    }
}
