package fr.comptoir.server.directory;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Days;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.customers.customer.DatedValue;
import fr.comptoir.customers.customer.DatedValues;
import fr.comptoir.customers.customer.FederationEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The lists of what belongs to a customer for some days, each written one a line: the value, and {@code @2024-01-01..2024-12-31}. */
enum BelongingList {
    MEMBERSHIPS("membership", CustomersDatabase::memberships),
    PARENTS("parent_customer", CustomersDatabase::parents),
    ORGANISATIONS("organisation", CustomersDatabase::organisations),
    PUBLISHERS("publisher_name", CustomersDatabase::publisherNames),
    /** The entity id, and after a blank the scope. */
    FEDERATION("federation_entity", null);

    @SuppressWarnings("ImmutableEnumChecker") // a method of the database
    private final @Nullable Function<CustomersDatabase, ? extends DatedValues> values;

    private final String field;

    BelongingList(String field, @Nullable Function<CustomersDatabase, ? extends DatedValues> values) {
        this.field = field;
        this.values = values;
    }

    /** As in the record of changes, and in paths. */
    public String field() {
        return field;
    }

    /** Whether counting takes it into account. */
    boolean isCounted() {
        return this == MEMBERSHIPS || this == ORGANISATIONS;
    }

    /** Which of them a customer of a kind has. */
    static List<BelongingList> of(CustomerKind kind) {
        return switch (kind) {
            case INSTITUTION -> List.of(MEMBERSHIPS, PARENTS, FEDERATION, ORGANISATIONS);
            case CONSORTIUM -> List.of(MEMBERSHIPS, ORGANISATIONS);
            case PUBLISHER -> List.of(PUBLISHERS);
        };
    }

    /** One entry: what it says, the days, and a customer_id where it is one. */
    record Line(String value, Days days) {}

    List<Line> lines(CustomersDatabase database, String customer) {
        if (this == FEDERATION) {
            return database.federationEntities().of(customer).stream()
                    .map(one -> new Line((one.entityId() + " " + one.scope()).strip(), one.days()))
                    .toList();
        }
        return values(database).of(customer).stream()
                .map(one -> new Line(one.value(), one.days()))
                .toList();
    }

    private DatedValues values(CustomersDatabase database) {
        return Objects.requireNonNull(values, "entities of a federation are no plain values")
                .apply(database);
    }

    static String text(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.days().of(line.value())).append('\n'));
        return text.toString();
    }

    /** Makes this the whole list of the customer. */
    Outcome<?> save(CustomersDatabase database, String customer, int version, List<String> written, Author author) {
        List<Days.Value> entries = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (String line : written) {
            try {
                if (!line.isBlank()) {
                    entries.add(Days.Value.parse(line));
                }
            } catch (IllegalArgumentException e) {
                faults.add(new Fault(field, Fault.Kind.FORM, line.strip()));
            }
        }
        if (!faults.isEmpty()) {
            return new Outcome.Refused<>(faults.subList(0, Math.min(20, faults.size())));
        }
        if (this == FEDERATION) {
            return database.federationEntities()
                    .save(
                            customer,
                            version,
                            entries.stream().map(BelongingList::entity).toList(),
                            author);
        }
        List<DatedValue> all = entries.stream()
                .map(entry -> new DatedValue(entry.value(), entry.days()))
                .toList();
        return values(database).save(customer, version, all, author);
    }

    private static FederationEntity entity(Days.Value entry) {
        String[] parts = entry.value().split("\\s+", 2);
        return new FederationEntity(parts[0], parts.length > 1 ? parts[1] : "", entry.days());
    }
}
