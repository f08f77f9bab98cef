package fr.comptoir.server.directory;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerField;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.server.web.PastedRanges;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Gives all customers out as rows, and takes rows in: whole, or, where anything is wrong, not at all. */
final class CustomerExchange {
    private static final int FAULTS_MAX = 50;

    private final CustomersDatabase database;

    CustomerExchange(CustomersDatabase database) {
        this.database = database;
    }

    /** Every customer that is not withdrawn, by customer_id. */
    List<CustomerRow> rows() {
        return database.inTransaction(() -> database.customers().all().stream()
                .filter(customer -> !customer.isWithdrawn())
                .map(this::row)
                .toList());
    }

    private CustomerRow row(Customer customer) {
        Map<BelongingList, String> lists = new EnumMap<>(BelongingList.class);
        for (BelongingList list : BelongingList.of(customer.kind())) {
            lists.put(list, BelongingList.text(list.lines(database, customer.customerId())));
        }
        return new CustomerRow(
                customer.customerId(),
                customer.kind(),
                customer.fields(),
                customer.listed(),
                PastedRanges.text(database.addressRanges().of(customer.customerId())),
                lists);
    }

    /**
     * What came of taking rows in.
     *
     * @param added customer_ids that were not there
     * @param changed that were, and are different now
     * @param faults what is wrong, with the customer_id before the field; then nothing is kept
     */
    record Taken(List<String> added, List<String> changed, List<Fault> faults) {}

    /**
     * Takes rows in.
     *
     * @param keep false to find out only: then nothing is kept in any case
     */
    Taken take(List<CustomerRow> rows, boolean keep, Author author) {
        Taken taken = new Taken(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<String> changed = new TreeSet<>();
        database.attempt(() -> {
            rows.forEach(row -> takeFields(row, taken, changed, author));
            if (taken.faults().isEmpty()) {
                rows.forEach(row -> takeLists(row, taken, changed, author));
            }
            taken.added().forEach(changed::remove);
            taken.changed().addAll(changed);
            boolean good = taken.faults().isEmpty() && keep;
            return good ? Outcome.done(true) : Outcome.refused("file", Fault.Kind.FORM, "");
        });
        return taken;
    }

    private void takeFields(CustomerRow row, Taken taken, Set<String> changed, Author author) {
        Customer before = database.customers().find(row.customerId()).orElse(null);
        Outcome<Customer> outcome;
        if (before == null) {
            CustomerKind kind = row.kind() == null ? CustomerKind.INSTITUTION : row.kind();
            Customer customer = row.over(
                    Customer.create(row.customerId(), kind, row.fields().getOrDefault(CustomerField.NAME, "")));
            outcome = database.customers().add(customer, author);
            taken.added().add(row.customerId());
        } else {
            outcome = database.customers().update(row.over(before), author);
            if (outcome.isDone() && outcome.orThrow().version() != before.version()) {
                changed.add(row.customerId());
            }
        }
        add(row, outcome, taken);
    }

    private void takeLists(CustomerRow row, Taken taken, Set<String> changed, Author author) {
        String id = row.customerId();
        int before = version(id);
        if (row.ranges() != null) {
            PastedRanges pasted = PastedRanges.read(row.ranges());
            if (pasted.isCut()) {
                String most = String.valueOf(PastedRanges.LINES_MAX);
                add(row, Outcome.refused("address_range", Fault.Kind.TOO_MANY, most), taken);
            } else if (!pasted.unread().isEmpty()) {
                pasted.unread()
                        .forEach(one -> add(row, Outcome.refused("address_range", Fault.Kind.FORM, one.text()), taken));
            } else {
                add(row, database.addressRanges().save(id, before, pasted.entries(), author), taken);
            }
        }
        row.lists().forEach((list, text) -> {
            if (!text.isBlank() || !list.lines(database, id).isEmpty()) {
                add(row, list.save(database, id, version(id), text.lines().toList(), author), taken);
            }
        });
        if (version(id) != before) {
            changed.add(id);
        }
    }

    private int version(String id) {
        return database.customers().find(id).map(Customer::version).orElse(0);
    }

    private static void add(CustomerRow row, Outcome<?> outcome, Taken taken) {
        if (taken.faults().size() < FAULTS_MAX) {
            outcome.problems()
                    .forEach(fault -> taken.faults()
                            .add(new Fault(row.customerId() + " " + fault.field(), fault.kind(), fault.value())));
        }
    }
}
