package fr.comptoir.customers.customer;

import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Database;
import fr.comptoir.customers.base.Fault;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Customers above customers: the consortia of which they are members, or their parents. No circle, whatever the days. */
public final class Links extends DatedValues {
    private final String column;

    private Links(Database database, Changes changes, String table, String column) {
        super(database, changes, table, column);
        this.column = column;
    }

    /** Membership in consortia. */
    public static Links memberships(Database database, Changes changes) {
        return new Links(database, changes, "membership", "consortium_id");
    }

    /** The larger institution of which one is a part. */
    public static Links parents(Database database, Changes changes) {
        return new Links(database, changes, "parent_customer", "parent_id");
    }

    /**
     * Those directly below a customer on that day, sorted, withdrawn ones left out. As in the API, members of members are not among the
     * members of a consortium (CoP 5.1, section 10.3).
     */
    public List<String> below(String customerId, LocalDate day) {
        return database()
                .sql("select distinct entry.customer_id" + joined() + " and entry." + column
                        + " = :above order by entry.customer_id")
                .param("above", customerId)
                .param("day", day)
                .query(String.class)
                .list();
    }

    @Override
    public List<Fault> check(String customerId, List<DatedValue> entries) {
        List<Fault> faults = new ArrayList<>(super.check(customerId, entries));
        if (faults.isEmpty()) {
            Versions customers = new Versions(database());
            for (DatedValue entry : entries) {
                if (!customers.exists(entry.value())) {
                    faults.add(fault(Fault.Kind.UNKNOWN, entry.value()));
                } else if (leadsTo(entry.value(), customerId)) {
                    faults.add(fault(Fault.Kind.CIRCLE, entry.value()));
                }
            }
        }
        return faults;
    }

    /** Whether one climbs from a customer to another. */
    private boolean leadsTo(String from, String to) {
        Set<String> seen = new HashSet<>(Set.of(from));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String id = open.remove();
            if (id.equals(to)) {
                return true;
            }
            for (DatedValue above : of(id)) {
                if (seen.add(above.value())) {
                    open.add(above.value());
                }
            }
        }
        return false;
    }
}
