package fr.comptoir.customers.customer;

import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Columns;
import fr.comptoir.customers.base.Database;
import fr.comptoir.customers.base.Days;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.base.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to customers for some days, one list a customer. A list is kept whole: what is new in it is added, what is not in it any more
 * is removed, and each of these is a recorded change of the customer, whose version goes up.
 */
public abstract class Dated<T> {
    /** Most entries of one customer. */
    public static final int ENTRIES_MAX = 20_000;

    private final Database database;
    private final Changes changes;
    private final Table table;

    /**
     * Where the entries are.
     *
     * @param name of the table
     * @param field in the record of changes
     * @param columns besides customer_id, valid_from and valid_to
     */
    record Table(String name, String field, List<String> columns) {}

    Dated(Database database, Changes changes, Table table) {
        this.database = database;
        this.changes = changes;
        this.table = table;
    }

    abstract Days days(T entry);

    /** Values of the columns, in their order. */
    abstract List<Object> values(T entry);

    /** What may not stand twice on the same day. */
    abstract Object identity(T entry);

    abstract T read(ResultSet row) throws SQLException;

    /** The entry in the record of changes, without its days. */
    abstract String text(T entry);

    /** What is wrong with one entry besides its days. */
    abstract List<Fault> faults(String customerId, T entry);

    final Database database() {
        return database;
    }

    final Fault fault(Fault.Kind kind, String value) {
        return new Fault(table.field, kind, value);
    }

    /** The entries of a customer in the order in which they were added; those of all days. */
    public List<T> of(String customerId) {
        return database.sql("select * from " + table.name + " where customer_id = :customer order by id")
                .param("customer", customerId)
                .query((row, number) -> read(row))
                .list();
    }

    /** The entries of a customer that hold on that day. */
    public List<T> of(String customerId, LocalDate day) {
        return of(customerId).stream().filter(entry -> days(entry).holds(day)).toList();
    }

    /** All entries by customer. */
    public Map<String, List<T>> all() {
        Map<String, List<T>> all = new TreeMap<>();
        database.sql("select * from " + table.name + " order by customer_id, id")
                .query(row -> {
                    all.computeIfAbsent(row.getString("customer_id"), id -> new ArrayList<>())
                            .add(read(row));
                });
        return all;
    }

    /** What would be wrong with this list, saved for this customer; nothing is kept. */
    public List<Fault> check(String customerId, List<T> entries) {
        if (entries.size() > ENTRIES_MAX) {
            return List.of(fault(Fault.Kind.TOO_MANY, String.valueOf(ENTRIES_MAX)));
        }
        List<Fault> faults = new ArrayList<>();
        Map<Object, List<T>> same = new LinkedHashMap<>();
        for (T entry : entries) {
            faults.addAll(faults(customerId, entry));
            if (days(entry).isBackwards()) {
                faults.add(fault(Fault.Kind.DAYS, line(entry)));
            }
            List<T> others = same.computeIfAbsent(identity(entry), key -> new ArrayList<>());
            if (others.stream().anyMatch(other -> days(other).overlaps(days(entry)))) {
                faults.add(fault(Fault.Kind.TWICE, line(entry)));
            }
            others.add(entry);
        }
        return faults.size() > Page.LIMIT ? faults.subList(0, Page.LIMIT) : faults;
    }

    /**
     * Makes this the whole list of the customer.
     *
     * @param version the customer's, as it was read
     * @return the list as it is now
     */
    public Outcome<List<T>> save(String customerId, int version, List<T> entries, Author author) {
        return save(customerId, version, entries, author, false);
    }

    /** @param lenient whether the same may stand twice on the same day, as files say it */
    Outcome<List<T>> save(String customerId, int version, List<T> entries, Author author, boolean lenient) {
        return database.attempt(() -> {
            Versions versions = new Versions(database);
            if (!versions.exists(customerId)) {
                return Outcome.refused("customer_id", Fault.Kind.UNKNOWN, customerId);
            }
            List<Fault> faults = check(customerId, entries).stream()
                    .filter(fault -> !lenient || fault.kind() != Fault.Kind.TWICE)
                    .toList();
            if (!faults.isEmpty()) {
                return new Outcome.Refused<>(faults);
            }
            if (of(customerId).equals(entries)) {
                return new Outcome.Done<>(entries);
            }
            if (!versions.raise(customerId, version)) {
                return new Outcome.Conflict<>(of(customerId));
            }
            replace(customerId, entries, author);
            return new Outcome.Done<>(of(customerId));
        });
    }

    /** Makes this the whole list; the caller holds the customer's new version. Returns whether anything changed. */
    boolean replace(String customerId, List<T> entries, Author author) {
        Map<T, Long> before = new LinkedHashMap<>();
        database.sql("select * from " + table.name + " where customer_id = :customer order by id")
                .param("customer", customerId)
                .query(row -> {
                    before.put(read(row), row.getLong("id"));
                });
        Set<T> after = new LinkedHashSet<>(entries);
        List<T> added =
                after.stream().filter(entry -> !before.containsKey(entry)).toList();
        List<T> removed =
                before.keySet().stream().filter(entry -> !after.contains(entry)).toList();
        removed.forEach(entry -> database.sql("delete from " + table.name + " where id = :id")
                .param("id", before.get(entry))
                .update());
        insert(customerId, added);
        record(customerId, removed, added, author);
        return !added.isEmpty() || !removed.isEmpty();
    }

    private void insert(String customerId, List<T> entries) {
        String columns = String.join(", ", table.columns);
        String marks = table.columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        String sql = "insert into " + table.name + " (customer_id, valid_from, valid_to, " + columns
                + ") values (?, ?, ?, " + marks + ")";
        List<@Nullable Object[]> rows = new ArrayList<>(entries.size());
        for (T entry : entries) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(customerId);
            row.add(days(entry).from());
            row.add(days(entry).to());
            row.addAll(values(entry));
            rows.add(row.toArray());
        }
        database.template().batchUpdate(sql, rows);
    }

    /** An entry whose days or label alone changed is one change; the others come or go. */
    private void record(String customerId, List<T> removed, List<T> added, Author author) {
        Subject subject = Subject.customer(customerId);
        Map<Object, Deque<T>> gone = new LinkedHashMap<>();
        removed.forEach(entry ->
                gone.computeIfAbsent(identity(entry), key -> new ArrayDeque<>()).add(entry));
        for (T entry : added) {
            T old = gone.getOrDefault(identity(entry), new ArrayDeque<>()).poll();
            changes.add(author, subject, table.field, old == null ? "" : line(old), line(entry));
        }
        gone.values()
                .forEach(left -> left.forEach(entry -> changes.add(author, subject, table.field, line(entry), "")));
    }

    private String line(T entry) {
        return days(entry).of(text(entry));
    }

    /** The part of a statement that joins an entry, named {@code entry}, with the customer that has it, holding on {@code :day}. */
    final String joined() {
        return " from " + table.name + " entry join customer on customer.customer_id = entry.customer_id"
                + " where customer.withdrawn_at is null and " + Columns.holdsDay("entry");
    }
}
