package fr.comptoir.customers.account;

import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Columns;
import fr.comptoir.customers.base.Database;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.base.Subject;
import fr.comptoir.customers.base.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests to join an institution. Approving one gives nothing by itself: the caller gives the role in the same transaction. */
public final class JoinRequests {
    private static final int MESSAGE_MAX = 2000;

    private final Database database;
    private final Changes changes;

    public JoinRequests(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    /**
     * Keeps a request; one that waits already from the same account and address for the same institution is given back instead.
     *
     * @param account null when the person has none yet
     */
    public Outcome<JoinRequest> ask(
            @Nullable Long account, String email, String name, String customerId, String message) {
        List<Fault> faults = Accounts.emailFaults(email);
        faults.addAll(Accounts.nameFaults(name));
        if (message.strip().length() > MESSAGE_MAX) {
            faults.add(new Fault("message", Fault.Kind.TOO_LONG, String.valueOf(MESSAGE_MAX)));
        } else if (!Texts.isLines(message)) {
            faults.add(new Fault("message", Fault.Kind.CONTROL_CHARACTER, ""));
        }
        if (!faults.isEmpty()) {
            return new Outcome.Refused<>(faults);
        }
        return database.attempt(() -> {
            // The lock on the customer lets one request of two that come at the same moment see the other.
            boolean known = database.sql("""
                            select customer_id from customer
                            where customer_id = :customer and withdrawn_at is null for update""")
                    .param("customer", customerId)
                    .query(String.class)
                    .optional()
                    .isPresent();
            if (!known) {
                return Outcome.refused("customer_id", Fault.Kind.UNKNOWN, Texts.harmless(customerId, 100));
            }
            String key = AccountRows.emailKey(email);
            Optional<JoinRequest> waiting = waiting(customerId).stream()
                    .filter(request -> AccountRows.emailKey(request.email()).equals(key)
                            && Objects.equals(request.account(), account))
                    .findFirst();
            return new Outcome.Done<>(
                    waiting.orElseGet(() -> insert(account, email.strip(), name.strip(), customerId, message.strip())));
        });
    }

    private JoinRequest insert(@Nullable Long account, String email, String name, String customerId, String message) {
        database.sql("""
                        insert into join_request (account_id, email, name, customer_id, message, state, asked_at)
                        values (:account, :email, :name, :customer, :message, 'WAITING', :now)""")
                .param("account", account)
                .param("email", email)
                .param("name", name)
                .param("customer", customerId)
                .param("message", message)
                .param("now", Columns.at(database.now()))
                .update();
        List<JoinRequest> requests = waiting(customerId);
        return requests.get(requests.size() - 1);
    }

    public Optional<JoinRequest> find(long id) {
        return database.sql("select * from join_request where id = :id")
                .param("id", id)
                .query(JoinRequests::read)
                .optional();
    }

    /** Those for an institution that wait, the oldest first. */
    public List<JoinRequest> waiting(String customerId) {
        return database.sql(
                        "select * from join_request where customer_id = :customer and state = 'WAITING' order by id")
                .param("customer", customerId)
                .query(JoinRequests::read)
                .list();
    }

    /** Those for any institution that wait, the oldest first; at most as many as a page has. */
    public List<JoinRequest> waiting() {
        return database.sql("select * from join_request where state = 'WAITING' order by id limit " + Page.LIMIT)
                .query(JoinRequests::read)
                .list();
    }

    /** Approves or refuses; the first decision stands. */
    public Outcome<JoinRequest> decide(long id, boolean approved, Author author) {
        return database.attempt(() -> {
            JoinRequest.State state = approved ? JoinRequest.State.APPROVED : JoinRequest.State.REFUSED;
            int decided = database.sql("""
                            update join_request set state = :state, decided_by = :who, decided_at = :now, reason = :reason
                            where id = :id and state = 'WAITING'""")
                    .param("state", state.name())
                    .param("who", author.who())
                    .param("now", Columns.at(database.now()))
                    .param("reason", author.reason())
                    .param("id", id)
                    .update();
            Optional<JoinRequest> request = find(id);
            if (request.isEmpty()) {
                return Outcome.refused("join_request", Fault.Kind.UNKNOWN, String.valueOf(id));
            }
            if (decided == 0) {
                return new Outcome.Conflict<>(request.get());
            }
            Subject subject = Subject.customer(request.get().customerId());
            changes.add(author, subject, "join_request", request.get().email(), state.name());
            return new Outcome.Done<>(request.get());
        });
    }

    private static JoinRequest read(ResultSet row, int number) throws SQLException {
        return new JoinRequest(
                row.getLong("id"),
                Columns.longOrNull(row, "account_id"),
                row.getString("email"),
                row.getString("name"),
                row.getString("customer_id"),
                row.getString("message"),
                JoinRequest.State.valueOf(row.getString("state")),
                Columns.instant(row, "asked_at"),
                row.getString("decided_by"),
                Columns.instantOrNull(row, "decided_at"),
                row.getString("reason"));
    }
}
