package fr.comptoir.server.web;

import fr.comptoir.customers.customer.AddressRange;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Kind;
import java.util.List;

/** A customer's addresses, as tables for programs. */
public final class RangeTables {
    /** What a customer sees of its own. */
    private static final ListTable<AddressRange> OWN = ListTable.<AddressRange>of("ranges")
            .column("Range", Kind.TEXT, one -> one.range().toString())
            .column("First_Day", Kind.DAY, one -> one.days().from())
            .column("Last_Day", Kind.DAY, one -> one.days().to())
            .column("Label", Kind.TEXT, AddressRange::label);

    private static final ListTable<AddressRange> KEPT = OWN.column("Note", Kind.TEXT, AddressRange::note);

    private RangeTables() {}

    static Panel own(List<AddressRange> ranges) {
        return OWN.panel(ranges);
    }

    /** With the notes of those who keep them. */
    public static Panel kept(List<AddressRange> ranges) {
        return KEPT.panel(ranges);
    }
}
