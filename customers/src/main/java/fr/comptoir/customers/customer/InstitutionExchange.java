package fr.comptoir.customers.customer;

import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Database;
import fr.comptoir.customers.base.Days;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.net.IpRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives the customers as the institutions that counting knows, and takes institutions in. */
public final class InstitutionExchange {
    private final Database database;
    private final Customers customers;
    private final AddressRanges ranges;
    private final DatedValues organisations;
    private final Links memberships;

    public InstitutionExchange(
            Database database,
            Customers customers,
            AddressRanges ranges,
            DatedValues organisations,
            Links memberships) {
        this.database = database;
        this.customers = customers;
        this.ranges = ranges;
        this.organisations = organisations;
        this.memberships = memberships;
    }

    /**
     * What an import changed, as customer_ids.
     *
     * @param added that were not there
     * @param changed of which a field, a range, an organisation or a membership differed, or which had been withdrawn
     * @param withdrawn that were not among the imported
     */
    public record Imported(List<String> added, List<String> changed, List<String> withdrawn) {
        public boolean isNothing() {
            return added.isEmpty() && changed.isEmpty() && withdrawn.isEmpty();
        }
    }

    /** Every institution and consortium that is not withdrawn, by customer_id; in the form of {@code institutions.csv}, with line 0. */
    public List<Institution> institutions() {
        return database.inTransaction(() -> {
            Map<String, List<AddressRange>> allRanges = ranges.all();
            Map<String, List<DatedValue>> allOrganisations = organisations.all();
            Map<String, List<DatedValue>> allMemberships = memberships.all();
            List<Customer> current = customers.all().stream()
                    .filter(customer -> !customer.isWithdrawn() && customer.kind() != CustomerKind.PUBLISHER)
                    .toList();
            Set<String> ids = new HashSet<>();
            current.forEach(customer -> ids.add(customer.customerId()));
            return current.stream()
                    .map(customer -> institution(
                            customer,
                            allRanges.getOrDefault(customer.customerId(), List.of()).stream()
                                    .map(range -> range.days().of(range.range().toString()))
                                    .toList(),
                            texts(allOrganisations.getOrDefault(customer.customerId(), List.of())),
                            texts(allMemberships.getOrDefault(customer.customerId(), List.of()).stream()
                                    .filter(membership -> ids.contains(membership.value()))
                                    .toList())))
                    .toList();
        });
    }

    /**
     * Adds institutions that are not there and changes what differs in the others. What institutions do not say (city, labels of ranges,
     * ...) stays as it is. Identifiers are taken as they are: who read the file has warned of them.
     *
     * @param replace whether institutions and consortia that are not among them are withdrawn
     * @return refused with every fault, and nothing is changed then
     */
    public Outcome<Imported> importInstitutions(Collection<Institution> institutions, boolean replace, Author author) {
        return database.attempt(() -> {
            Imported imported = new Imported(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            List<Fault> faults = new ArrayList<>();
            Map<String, Customer> known = new HashMap<>();
            customers.all().forEach(customer -> known.put(customer.customerId(), customer));
            Set<String> consortia = consortia(institutions);
            Set<String> changed = new LinkedHashSet<>();
            for (Institution institution : institutions) {
                faults.addAll(takeFields(institution, known, consortia, imported, changed, author));
            }
            if (faults.isEmpty()) {
                Lists before = new Lists(ranges.all(), organisations.all(), memberships.all());
                for (Institution institution : institutions) {
                    faults.addAll(takeLists(institution, before, known, changed, author));
                }
            }
            if (!faults.isEmpty()) {
                return new Outcome.Refused<>(faults);
            }
            if (replace) {
                withdrawOthers(institutions, known, imported, author);
            }
            imported.added().forEach(changed::remove);
            imported.changed().addAll(changed);
            return new Outcome.Done<>(imported);
        });
    }

    private List<Fault> takeFields(
            Institution institution,
            Map<String, Customer> known,
            Set<String> consortia,
            Imported imported,
            Set<String> changed,
            Author author) {
        String id = institution.customerId();
        Customer before = known.get(id);
        if (before == null) {
            CustomerKind kind = consortia.contains(id) ? CustomerKind.CONSORTIUM : CustomerKind.INSTITUTION;
            imported.added().add(id);
            return customers
                    .add(with(Customer.create(id, kind, institution.name()), institution), author, true)
                    .problems();
        }
        if (before.kind() == CustomerKind.PUBLISHER) {
            return List.of(new Fault("customer_id", Fault.Kind.KIND, id));
        }
        if (before.isWithdrawn()) {
            before = customers.restore(id, before.version(), author).orThrow();
            changed.add(id);
        }
        Outcome<Customer> outcome = customers.update(with(before, institution), author, true);
        if (outcome.isDone() && outcome.orThrow().version() != before.version()) {
            changed.add(id);
        }
        return outcome.problems();
    }

    /** What belongs to every customer before the import. */
    private record Lists(
            Map<String, List<AddressRange>> ranges,
            Map<String, List<DatedValue>> organisations,
            Map<String, List<DatedValue>> memberships) {}

    private List<Fault> takeLists(
            Institution institution, Lists all, Map<String, Customer> known, Set<String> changed, Author author) {
        String id = institution.customerId();
        List<AddressRange> hisRanges = all.ranges.getOrDefault(id, List.of());
        List<DatedValue> hisOrganisations = all.organisations.getOrDefault(id, List.of());
        List<DatedValue> hisMemberships = all.memberships.getOrDefault(id, List.of());
        Set<DatedValue> newMemberships = new LinkedHashSet<>(values(institution.memberOf()));
        // Institutions do not name withdrawn consortia; the memberships wait for their return.
        hisMemberships.stream()
                .filter(membership -> known.containsKey(membership.value())
                        && known.get(membership.value()).isWithdrawn())
                .forEach(newMemberships::add);
        List<Fault> faults = new ArrayList<>();
        faults.addAll(take(ranges, id, hisRanges, labelled(hisRanges, institution.ipRanges()), changed, author));
        faults.addAll(take(organisations, id, hisOrganisations, values(institution.organisations()), changed, author));
        faults.addAll(take(memberships, id, hisMemberships, List.copyOf(newMemberships), changed, author));
        return faults;
    }

    private <T> List<Fault> take(
            Dated<T> lists, String id, List<T> before, List<T> entries, Set<String> changed, Author author) {
        if (new HashSet<>(before).equals(new HashSet<>(entries))) {
            return List.of();
        }
        int version = customers.find(id).orElseThrow().version();
        changed.add(id);
        return lists.save(id, version, entries, author, true).problems();
    }

    /** Ranges of the same addresses and days keep their label and note. */
    private static List<AddressRange> labelled(List<AddressRange> known, List<String> texts) {
        Map<AddressRange, AddressRange> before = new HashMap<>();
        known.forEach(range -> before.put(new AddressRange(range.range(), range.days()), range));
        Set<AddressRange> all = new LinkedHashSet<>();
        for (String text : texts) {
            Days.Value dated = Days.Value.parse(text);
            for (IpRange range : IpRange.parse(dated.value())) {
                AddressRange plain = new AddressRange(range, dated.days());
                all.add(before.getOrDefault(plain, plain));
            }
        }
        return List.copyOf(all);
    }

    private void withdrawOthers(
            Collection<Institution> institutions, Map<String, Customer> known, Imported imported, Author author) {
        Set<String> ids = new HashSet<>();
        institutions.forEach(institution -> ids.add(institution.customerId()));
        known.values().stream()
                .filter(customer -> !ids.contains(customer.customerId()))
                .filter(customer -> !customer.isWithdrawn() && customer.kind() != CustomerKind.PUBLISHER)
                .map(Customer::customerId)
                .sorted()
                .forEach(id -> {
                    customers
                            .withdraw(id, customers.find(id).orElseThrow().version(), author)
                            .orThrow();
                    imported.withdrawn().add(id);
                });
    }

    private static Set<String> consortia(Collection<Institution> institutions) {
        Set<String> consortia = new HashSet<>();
        for (Institution institution : institutions) {
            values(institution.memberOf()).forEach(membership -> consortia.add(membership.value()));
        }
        return consortia;
    }

    private static Customer with(Customer customer, Institution institution) {
        Map<CustomerField, String> fields = new EnumMap<>(customer.fields());
        fields.put(CustomerField.NAME, institution.name());
        fields.put(CustomerField.REQUESTOR_ID, institution.requestorId());
        fields.put(CustomerField.ISNI, institution.isni());
        fields.put(CustomerField.ISIL, institution.isil());
        fields.put(CustomerField.ROR, institution.ror());
        fields.put(CustomerField.OCLC, institution.oclc());
        if (!institution.indexName().isEmpty()) {
            fields.put(CustomerField.INDEX_NAME, institution.indexName());
        }
        return new Customer(
                customer.customerId(),
                customer.kind(),
                fields,
                customer.listed(),
                customer.version(),
                customer.changedAt(),
                customer.withdrawnAt());
    }

    private static Institution institution(
            Customer customer, List<String> ranges, List<String> organisations, List<String> memberships) {
        return new Institution(
                0,
                customer.customerId(),
                customer.name(),
                customer.get(CustomerField.REQUESTOR_ID),
                customer.get(CustomerField.ISNI),
                customer.get(CustomerField.ISIL),
                customer.get(CustomerField.ROR),
                customer.get(CustomerField.OCLC),
                ranges,
                organisations,
                memberships,
                customer.get(CustomerField.INDEX_NAME));
    }

    private static List<DatedValue> values(List<String> texts) {
        return texts.stream()
                .map(Days.Value::parse)
                .map(dated -> new DatedValue(dated.value(), dated.days()))
                .distinct()
                .toList();
    }

    private static List<String> texts(List<DatedValue> values) {
        return values.stream().map(DatedValue::toString).toList();
    }
}
