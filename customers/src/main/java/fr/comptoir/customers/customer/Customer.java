package fr.comptoir.customers.customer;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer as it stands in lists and forms; what belongs to it for some days stands in tables of their own.
 *
 * @param customerId never changes
 * @param fields every field, {@code ""} when there is nothing
 * @param listed whether it is shown in the public list
 * @param version goes up with every change of it or of what belongs to it; 0 when it was never kept
 * @param changedAt the last change
 * @param withdrawnAt since when it is no customer any more, null while it is
 */
public record Customer(
        String customerId,
        CustomerKind kind,
        Map<CustomerField, String> fields,
        boolean listed,
        int version,
        Instant changedAt,
        @Nullable Instant withdrawnAt) {

    public Customer {
        Map<CustomerField, String> all = new EnumMap<>(CustomerField.class);
        for (CustomerField field : CustomerField.values()) {
            all.put(field, field.normal(fields.getOrDefault(field, "")));
        }
        fields = Collections.unmodifiableMap(all);
    }

    /** A customer that was never kept. */
    public static Customer create(String customerId, CustomerKind kind, String name) {
        return new Customer(customerId, kind, Map.of(CustomerField.NAME, name), true, 0, Instant.EPOCH, null);
    }

    public String get(CustomerField field) {
        return fields.getOrDefault(field, "");
    }

    public Customer with(CustomerField field, String value) {
        Map<CustomerField, String> other = new EnumMap<>(fields);
        other.put(field, value);
        return new Customer(customerId, kind, other, listed, version, changedAt, withdrawnAt);
    }

    public Customer withListed(boolean shown) {
        return new Customer(customerId, kind, fields, shown, version, changedAt, withdrawnAt);
    }

    public Customer withKind(CustomerKind other) {
        return new Customer(customerId, other, fields, listed, version, changedAt, withdrawnAt);
    }

    public String name() {
        return get(CustomerField.NAME);
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }
}
