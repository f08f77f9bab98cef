package fr.comptoir.customers.customer;

import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Columns;
import fr.comptoir.customers.base.Database;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.base.Subject;
import fr.comptoir.customers.base.Texts;
import fr.comptoir.model.catalogue.IndexNames;
import fr.comptoir.model.catalogue.Institution;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The customers. None is ever removed: one that leaves is withdrawn, so that its history and its figures keep their name. */
public final class Customers {
    private static final int ID_MAX = 100;
    private static final int WORDS_MAX = 10;
    private static final List<CustomerField> SEARCHED = Stream.of(CustomerField.values())
            .filter(field -> field != CustomerField.REQUESTOR_ID && field != CustomerField.NOTE)
            .toList();

    private final Database database;
    private final Changes changes;
    private final Versions versions;

    public Customers(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
        this.versions = new Versions(database);
    }

    public Optional<Customer> find(String customerId) {
        return database.sql("select * from customer where customer_id = :customer")
                .param("customer", customerId)
                .query(Customers::read)
                .optional();
    }

    /** All of them by customer_id, withdrawn ones too. */
    public List<Customer> all() {
        return database.sql("select * from customer order by customer_id")
                .query(Customers::read)
                .list();
    }

    /**
     * Which customers are asked for; what is null asks for all.
     *
     * @param words each stands somewhere in the customer_id, the name, the city, an identifier or the e-mail address; case and accents do
     *     not matter; the first ten count
     * @param listed whether they are shown in the public list
     * @param withdrawn whether withdrawn ones are among them
     */
    public record Search(
            String words,
            @Nullable CustomerKind kind,
            @Nullable Boolean listed,
            boolean withdrawn) {
        public static Search of(String words) {
            return new Search(words, null, null, false);
        }
    }

    /** By name, then by customer_id. */
    public Page<Customer> search(Search search, Page.Ask ask) {
        List<String> words = Stream.of(Texts.folded(search.words()).split(" ", -1))
                .filter(word -> !word.isEmpty())
                .limit(WORDS_MAX)
                .toList();
        List<String> conditions = new ArrayList<>(List.of(search.withdrawn() ? "1 = 1" : "withdrawn_at is null"));
        for (int i = 0; i < words.size(); i++) {
            conditions.add("search_text like :word" + i + " escape '!'");
        }
        if (search.kind() != null) {
            conditions.add("kind = :kind");
        }
        if (search.listed() != null) {
            conditions.add("listed = :listed");
        }
        String where = " from customer where " + String.join(" and ", conditions);
        long total = bound(search, words, database.sql("select count(*)" + where))
                .query(Long.class)
                .single();
        String order = " order by name, customer_id limit :limit offset :offset";
        List<Customer> rows = bound(search, words, database.sql("select *" + where + order))
                .param("limit", ask.limit())
                .param("offset", ask.offset())
                .query(Customers::read)
                .list();
        return new Page<>(rows, total, ask.offset());
    }

    private static JdbcClient.StatementSpec bound(Search search, List<String> words, JdbcClient.StatementSpec sql) {
        JdbcClient.StatementSpec bound = sql;
        for (int i = 0; i < words.size(); i++) {
            bound = bound.param("word" + i, Texts.anywhere(words.get(i)));
        }
        if (search.kind() != null) {
            bound = bound.param("kind", search.kind().name());
        }
        return search.listed() == null ? bound : bound.param("listed", search.listed());
    }

    /** Adds a customer that is not there; its version and moments are not looked at. */
    public Outcome<Customer> add(Customer customer, Author author) {
        return add(customer, author, false);
    }

    /** @param lenient whether identifiers that have not their form or check digit are taken as they are */
    Outcome<Customer> add(Customer customer, Author author, boolean lenient) {
        List<Fault> faults = new ArrayList<>(idFaults(customer.customerId()));
        faults.addAll(faults(null, customer, lenient));
        if (!faults.isEmpty()) {
            return new Outcome.Refused<>(faults);
        }
        try {
            return database.attempt(() -> {
                if (versions.exists(customer.customerId())) {
                    return taken(customer);
                }
                insert(customer);
                Subject subject = Subject.customer(customer.customerId());
                changes.add(author, subject, "kind", "", customer.kind().name());
                recordFields(author, subject, null, customer);
                return new Outcome.Done<>(find(customer.customerId()).orElseThrow());
            });
        } catch (DuplicateKeyException e) {
            return taken(customer);
        }
    }

    private static Outcome<Customer> taken(Customer customer) {
        return Outcome.refused("customer_id", Fault.Kind.TAKEN, customer.customerId());
    }

    /** Changes the fields of a customer, whose version is the one that was read. Only what differs is checked and recorded. */
    public Outcome<Customer> update(Customer customer, Author author) {
        return update(customer, author, false);
    }

    Outcome<Customer> update(Customer customer, Author author, boolean lenient) {
        return database.attempt(() -> {
            Optional<Customer> known = find(customer.customerId());
            if (known.isEmpty()) {
                return Outcome.refused("customer_id", Fault.Kind.UNKNOWN, customer.customerId());
            }
            Customer before = known.get();
            if (before.version() != customer.version()) {
                return new Outcome.Conflict<>(before);
            }
            List<Fault> faults = faults(before, customer, lenient);
            if (!faults.isEmpty()) {
                return new Outcome.Refused<>(faults);
            }
            if (isSame(before, customer)) {
                return new Outcome.Done<>(before);
            }
            if (!versions.raise(customer.customerId(), customer.version())) {
                return new Outcome.Conflict<>(find(customer.customerId()).orElseThrow());
            }
            write(customer);
            recordFields(author, Subject.customer(customer.customerId()), before, customer);
            return new Outcome.Done<>(find(customer.customerId()).orElseThrow());
        });
    }

    /** It is no customer any more; what belonged to it stays, and attributes nothing. */
    public Outcome<Customer> withdraw(String customerId, int version, Author author) {
        return setWithdrawn(customerId, version, database.now(), author);
    }

    /** It is a customer again. */
    public Outcome<Customer> restore(String customerId, int version, Author author) {
        return setWithdrawn(customerId, version, null, author);
    }

    private Outcome<Customer> setWithdrawn(String customerId, int version, @Nullable Instant at, Author author) {
        return database.attempt(() -> {
            Optional<Customer> before = find(customerId);
            if (before.isEmpty()) {
                return Outcome.refused("customer_id", Fault.Kind.UNKNOWN, customerId);
            }
            if (!versions.raise(customerId, version)) {
                return new Outcome.Conflict<>(before.get());
            }
            database.sql("update customer set withdrawn_at = :at where customer_id = :customer")
                    .param("at", Columns.atOrNull(at))
                    .param("customer", customerId)
                    .update();
            changes.add(
                    author,
                    Subject.customer(customerId),
                    "withdrawn",
                    String.valueOf(before.get().isWithdrawn()),
                    String.valueOf(at != null));
            return new Outcome.Done<>(find(customerId).orElseThrow());
        });
    }

    private void insert(Customer customer) {
        String columns =
                Stream.of(CustomerField.values()).map(CustomerField::column).collect(Collectors.joining(", "));
        String marks = Stream.of(CustomerField.values())
                .map(field -> ":" + field.column())
                .collect(Collectors.joining(", "));
        bound(
                        customer,
                        database.sql(
                                "insert into customer (customer_id, kind, listed, search_text, version, changed_at, "
                                        + columns + ") values (:customer, :kind, :listed, :search, 1, :now, " + marks
                                        + ")"))
                .param("now", Columns.at(database.now()))
                .update();
    }

    private void write(Customer customer) {
        String columns = Stream.of(CustomerField.values())
                .map(field -> field.column() + " = :" + field.column())
                .collect(Collectors.joining(", "));
        bound(
                        customer,
                        database.sql("update customer set kind = :kind, listed = :listed, search_text = :search, "
                                + columns + " where customer_id = :customer"))
                .update();
    }

    private static JdbcClient.StatementSpec bound(Customer customer, JdbcClient.StatementSpec sql) {
        String words = SEARCHED.stream().map(customer::get).collect(Collectors.joining(" "));
        JdbcClient.StatementSpec bound = sql.param("customer", customer.customerId())
                .param("kind", customer.kind().name())
                .param("listed", customer.listed())
                .param("search", Texts.folded(customer.customerId() + " " + words));
        for (CustomerField field : CustomerField.values()) {
            bound = bound.param(field.column(), customer.get(field));
        }
        return bound;
    }

    private void recordFields(Author author, Subject subject, @Nullable Customer before, Customer after) {
        for (CustomerField field : CustomerField.values()) {
            String old = before == null ? "" : before.get(field);
            String value = after.get(field);
            if (field.isSecret() && !old.equals(value)) {
                changes.add(author, subject, field.key(), masked(old, "before"), masked(value, "now"));
            } else {
                changes.add(author, subject, field.key(), old, value);
            }
        }
        changes.add(
                author,
                subject,
                "listed",
                before == null ? "" : String.valueOf(before.listed()),
                String.valueOf(after.listed()));
        if (before != null) {
            changes.add(
                    author, subject, "kind", before.kind().name(), after.kind().name());
        }
    }

    private static String masked(String value, String which) {
        return value.isEmpty() ? "" : "(" + which + ")";
    }

    private static boolean isSame(Customer one, Customer other) {
        return one.fields().equals(other.fields()) && one.listed() == other.listed() && one.kind() == other.kind();
    }

    private List<Fault> faults(@Nullable Customer before, Customer after, boolean lenient) {
        List<Fault> faults = new ArrayList<>();
        for (CustomerField field : CustomerField.values()) {
            String value = after.get(field);
            if (before == null || !before.get(field).equals(value)) {
                (lenient ? field.unfit(value) : field.fault(value)).ifPresent(faults::add);
            }
        }
        String index = after.get(CustomerField.INDEX_NAME);
        boolean chosen = before == null || !before.get(CustomerField.INDEX_NAME).equals(index);
        if (chosen && isIndexOfAnother(index, after.customerId())) {
            faults.add(new Fault(CustomerField.INDEX_NAME.key(), Fault.Kind.TAKEN, index));
        }
        return faults;
    }

    /** Whether another customer chose that name, or has it from its customer_id. */
    private boolean isIndexOfAnother(String index, String customerId) {
        if (index.isEmpty()) {
            return false;
        }
        Map<String, String> others = new HashMap<>();
        database.sql("select customer_id, index_name from customer where customer_id <> :customer"
                        + " and (index_name = :index or index_name = '')")
                .param("customer", customerId)
                .param("index", index)
                .query((row, number) -> Map.entry(row.getString("customer_id"), row.getString("index_name")))
                .list()
                .forEach(one -> others.put(one.getKey(), one.getValue()));
        return IndexNames.isTaken(index, others);
    }

    private static List<Fault> idFaults(String id) {
        if (id.isBlank()) {
            return List.of(new Fault("customer_id", Fault.Kind.BLANK, ""));
        }
        if (id.equals(Institution.THE_WORLD)) {
            return List.of(new Fault("customer_id", Fault.Kind.RESERVED, id));
        }
        if (id.length() > ID_MAX) {
            return List.of(new Fault("customer_id", Fault.Kind.TOO_LONG, String.valueOf(ID_MAX)));
        }
        boolean fits = Texts.isOneLine(id) && id.indexOf('|') < 0 && id.indexOf(';') < 0 && id.equals(id.strip());
        return fits ? List.of() : List.of(new Fault("customer_id", Fault.Kind.FORM, Texts.harmless(id, ID_MAX)));
    }

    private static Customer read(ResultSet row, int number) throws SQLException {
        Map<CustomerField, String> fields = new EnumMap<>(CustomerField.class);
        for (CustomerField field : CustomerField.values()) {
            fields.put(field, row.getString(field.column()));
        }
        return new Customer(
                row.getString("customer_id"),
                CustomerKind.valueOf(row.getString("kind")),
                fields,
                row.getBoolean("listed"),
                row.getInt("version"),
                Columns.instant(row, "changed_at"),
                Columns.instantOrNull(row, "withdrawn_at"));
    }
}
