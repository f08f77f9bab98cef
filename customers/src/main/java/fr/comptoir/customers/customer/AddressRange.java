package fr.comptoir.customers.customer;

import fr.comptoir.customers.base.Days;
import fr.comptoir.model.net.IpRange;

/**
 * Addresses of a customer for some days.
 *
 * @param label of a campus or department, {@code ""} for none
 * @param note for those who keep the customers
 */
public record AddressRange(IpRange range, Days days, String label, String note) {
    public AddressRange {
        label = label.strip();
        note = note.strip();
    }

    public AddressRange(IpRange range, Days days) {
        this(range, days, "", "");
    }
}
