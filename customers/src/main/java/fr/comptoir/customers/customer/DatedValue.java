package fr.comptoir.customers.customer;

import fr.comptoir.customers.base.Days;

/**
 * A value of the log's organisation field, a consortium's or parent's customer_id or a publisher's name or id, and the days on which it
 * holds for a customer.
 */
public record DatedValue(String value, Days days) {
    public DatedValue {
        value = value.strip();
    }

    /** As {@code institutions.csv} writes it. */
    @Override
    public String toString() {
        return days.of(value);
    }
}
