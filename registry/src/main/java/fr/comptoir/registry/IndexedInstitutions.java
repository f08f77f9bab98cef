package fr.comptoir.registry;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.catalogue.Institutions;
import fr.comptoir.model.net.IpRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Institutions by address and organisation, day by day. Time is cut where a range, an organisation or a membership begins or ends; for each
 * period a table is made when it is first asked for. The most specific range is the one with the fewest addresses; where ranges of the
 * same size overlap without being equal, the customers of each of them are meant.
 */
public final class IndexedInstitutions implements Institutions {
    private record Holder(Dated value, String customer) {}

    private record HeldRange(IpRange range, Dated days, String customer) {}

    private final boolean every;
    private final List<HeldRange> ranges = new ArrayList<>();
    private final List<Holder> organisations = new ArrayList<>();
    private final List<Holder> memberships = new ArrayList<>();
    private final String version;
    /** First days of all periods but the first, ascending. */
    private final int[] starts;

    private final AtomicReferenceArray<PeriodTable> tables;

    /**
     * Makes the index.
     *
     * @param institutions checked rows, as {@link InstitutionsFile} gives them, in any order
     * @param every {@code attribution: every}: each customer with any range that holds the address
     * @throws IllegalArgumentException when a range or day is not in canonical form
     */
    public IndexedInstitutions(Collection<Institution> institutions, boolean every) {
        this.every = every;
        RowHash hash = new RowHash();
        TreeSet<Integer> days = new TreeSet<>();
        for (Institution institution : institutions) {
            hash.add(fields(institution));
            String customer = institution.customerId();
            for (String text : institution.ipRanges()) {
                Dated dated = Dated.parse(text);
                addDays(days, dated);
                IpRange.parse(dated.value()).forEach(range -> ranges.add(new HeldRange(range, dated, customer)));
            }
            addHolders(organisations, institution.organisations(), customer, days);
            addHolders(memberships, institution.memberOf(), customer, days);
        }
        hash.add(List.of(every ? "every" : "most_specific"));
        version = hash.text();
        starts = days.stream().mapToInt(Integer::intValue).toArray();
        tables = new AtomicReferenceArray<>(starts.length + 1);
    }

    private static List<String> fields(Institution institution) {
        return List.of(
                institution.customerId(),
                institution.name(),
                institution.requestorId(),
                institution.isni(),
                institution.isil(),
                institution.ror(),
                institution.oclc(),
                String.join(";", institution.ipRanges()),
                String.join(";", institution.organisations()),
                String.join(";", institution.memberOf()));
    }

    private static void addHolders(List<Holder> holders, List<String> texts, String customer, Set<Integer> days) {
        for (String text : texts) {
            Dated dated = Dated.parse(text);
            addDays(days, dated);
            holders.add(new Holder(dated, customer));
        }
    }

    private static void addDays(Set<Integer> days, Dated dated) {
        if (dated.from() != Integer.MIN_VALUE) {
            days.add(dated.from());
        }
        if (dated.to() != Integer.MAX_VALUE) {
            days.add(dated.to() + 1);
        }
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public String byOrganisation(String organisation, int day) {
        return table(day).byOrganisation(organisation);
    }

    @Override
    public String byAddress(long high, long low, int day) {
        return table(day).byAddress(high, low);
    }

    @Override
    public int period(int day) {
        int place = Arrays.binarySearch(starts, day);
        return place >= 0 ? place + 1 : -place - 1;
    }

    /** How many periods there are: the numbers that {@link #period} gives are less than this. */
    public int periods() {
        return starts.length + 1;
    }

    /** All ranges of all customers, whenever they hold. */
    List<IpRange> ranges() {
        return ranges.stream().map(HeldRange::range).toList();
    }

    PeriodTable table(int day) {
        int period = period(day);
        PeriodTable table = tables.get(period);
        if (table == null) {
            table = makeTable(period == 0 ? Integer.MIN_VALUE : starts[period - 1]);
            tables.set(period, table);
        }
        return table;
    }

    private PeriodTable makeTable(int day) {
        Map<String, List<String>> consortia = new HashMap<>();
        for (Holder membership : memberships) {
            if (membership.value().holds(day)) {
                consortia
                        .computeIfAbsent(membership.customer(), key -> new ArrayList<>())
                        .add(membership.value().value());
            }
        }
        Map<String, Set<String>> holders = new HashMap<>();
        for (Holder organisation : organisations) {
            if (organisation.value().holds(day)) {
                holders.computeIfAbsent(organisation.value().value(), key -> new TreeSet<>())
                        .add(organisation.customer());
            }
        }
        List<PeriodTable.Held> held = ranges.stream()
                .filter(range -> range.days().holds(day))
                .map(range -> new PeriodTable.Held(range.range(), range.customer()))
                .toList();
        return new PeriodTable(held, every, new CustomerSets(consortia), holders);
    }
}
