package fr.comptoir.customers.customer;

import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Columns;
import fr.comptoir.customers.base.Database;
import fr.comptoir.customers.base.Days;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How federations name the customers. */
public final class FederationEntities extends Dated<FederationEntity> {
    private static final int ENTITY_MAX = 1000;
    private static final int SCOPE_MAX = 250;

    public FederationEntities(Database database, Changes changes) {
        super(
                database,
                changes,
                new Table("federation_entity", "federation_entity", List.of("entity_id", "entity_scope")));
    }

    /**
     * The customers of a user who comes from an identity provider: those that name one of the user's scopes, else those that take every
     * user of the provider.
     *
     * @param scopes of the user's scoped attributes; may be empty
     * @return customer_ids, sorted
     */
    public List<String> find(String entityId, Collection<String> scopes, LocalDate day) {
        List<Found> found = database()
                .sql("select entry.customer_id, entry.entity_scope" + joined() + " and entry.entity_id = :entity")
                .param("entity", entityId)
                .param("day", day)
                .query((row, number) -> new Found(row.getString("customer_id"), row.getString("entity_scope")))
                .list();
        List<String> byScope = ids(found.stream()
                .filter(one -> !one.scope.isEmpty() && scopes.contains(one.scope))
                .toList());
        return byScope.isEmpty()
                ? ids(found.stream().filter(one -> one.scope.isEmpty()).toList())
                : byScope;
    }

    private record Found(String customerId, String scope) {}

    private static List<String> ids(List<Found> found) {
        return found.stream().map(Found::customerId).distinct().sorted().toList();
    }

    @Override
    Days days(FederationEntity entry) {
        return entry.days();
    }

    @Override
    Object identity(FederationEntity entry) {
        return List.of(entry.entityId(), entry.scope());
    }

    @Override
    List<Object> values(FederationEntity entry) {
        return List.of(entry.entityId(), entry.scope());
    }

    @Override
    FederationEntity read(ResultSet row) throws SQLException {
        return new FederationEntity(row.getString("entity_id"), row.getString("entity_scope"), Columns.days(row));
    }

    @Override
    String text(FederationEntity entry) {
        return entry.scope().isEmpty() ? entry.entityId() : entry.entityId() + " " + entry.scope();
    }

    @Override
    List<Fault> faults(String customerId, FederationEntity entry) {
        return fault(entry).map(List::of).orElse(List.of());
    }

    private Optional<Fault> fault(FederationEntity entry) {
        if (entry.entityId().isEmpty()) {
            return Optional.of(fault(Fault.Kind.BLANK, ""));
        }
        if (entry.entityId().length() > ENTITY_MAX) {
            return Optional.of(fault(Fault.Kind.TOO_LONG, String.valueOf(ENTITY_MAX)));
        }
        if (entry.scope().length() > SCOPE_MAX) {
            return Optional.of(fault(Fault.Kind.TOO_LONG, String.valueOf(SCOPE_MAX)));
        }
        return Texts.isOneLine(entry.entityId()) && Texts.isOneLine(entry.scope())
                ? Optional.empty()
                : Optional.of(fault(Fault.Kind.CONTROL_CHARACTER, ""));
    }
}
