package fr.comptoir.server.directory;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.customer.AddressRange;
import fr.comptoir.customers.customer.AddressRanges;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where ranges of a customer meet those of others on the same days. Of ranges within one another the smaller has the usage; the very same
 * one counts for each of its customers.
 *
 * @param all as many as a page has
 * @param same of those with the very same ranges, one for each other customer
 */
record RangeOverlaps(List<Overlap> all, List<Same> same) {
    static final RangeOverlaps NONE = new RangeOverlaps(List.of(), List.of());

    /** An overlap with the name of the other customer. */
    record Overlap(AddressRange range, AddressRanges.Owned other, String name) {
        boolean isSame() {
            return range.range().equals(other.range().range());
        }
    }

    /** What the other is to the customer; the names are those of messages. */
    enum Relation {
        PARENT,
        PART,
        OTHER
    }

    /** Another customer with the same ranges, {@code count} of them. */
    record Same(String name, Relation relation, String first, int count) {}

    static RangeOverlaps of(CustomersDatabase database, String customer, List<AddressRange> ranges) {
        List<AddressRanges.Overlap> found = database.addressRanges().overlaps(customer, ranges);
        Map<String, String> names = found.stream()
                .map(one -> one.other().customerId())
                .distinct()
                .collect(Collectors.toMap(id -> id, id -> name(database, id)));
        List<Overlap> all = found.stream()
                .map(one -> new Overlap(
                        one.range(),
                        one.other(),
                        names.getOrDefault(one.other().customerId(), one.other().customerId())))
                .toList();
        List<Same> same = new ArrayList<>();
        all.stream()
                .filter(Overlap::isSame)
                .collect(Collectors.groupingBy(one -> one.other().customerId()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> {
                    List<Overlap> shared = entry.getValue();
                    Relation relation = relation(database.parents(), customer, entry.getKey());
                    same.add(new Same(
                            shared.get(0).name(),
                            relation,
                            shared.get(0).range().range().toString(),
                            shared.size()));
                });
        return new RangeOverlaps(all, List.copyOf(same));
    }

    static String name(CustomersDatabase database, String customer) {
        return database.customers().find(customer).map(Customer::name).orElse(customer);
    }

    private static Relation relation(Links parents, String customer, String other) {
        if (isPartOf(parents, customer, other)) {
            return Relation.PARENT;
        }
        return isPartOf(parents, other, customer) ? Relation.PART : Relation.OTHER;
    }

    private static boolean isPartOf(Links parents, String customer, String parent) {
        return parents.of(customer).stream().anyMatch(one -> one.value().equals(parent));
    }
}
