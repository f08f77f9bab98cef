package fr.comptoir.registry;

import fr.comptoir.model.net.IpAddress;
import fr.comptoir.model.net.IpRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who has which address and organisation in one period: the addresses cut into segments that do not overlap, each with the text of its
 * customers, so that an answer is one bisection. Immutable.
 */
final class PeriodTable {
    /** A range of a customer that holds in the period. */
    record Held(IpRange range, String customer) {}

    private record Segment(long high, long low, String customers) {}

    /** First addresses of the segments, IPv4 only, as unsigned 32-bit numbers; the first is 0. */
    private final long[] ipv4;

    private final String[] ipv4Customers;
    /** First addresses of all segments; the first is 0. */
    private final long[] high;

    private final long[] low;
    private final String[] customers;
    private final Map<String, String> organisations;

    /**
     * Makes the table.
     *
     * @param sets gives the text of a set of customers, consortia included
     */
    PeriodTable(List<Held> ranges, boolean every, CustomerSets sets, Map<String, Set<String>> organisationHolders) {
        List<Segment> segments = segments(ranges, every, sets);
        high = segments.stream().mapToLong(Segment::high).toArray();
        low = segments.stream().mapToLong(Segment::low).toArray();
        customers = segments.stream().map(Segment::customers).toArray(String[]::new);
        List<Segment> mapped = new ArrayList<>();
        mapped.add(new Segment(0, IpAddress.lowOfIpv4(0), customers[segment(0, IpAddress.lowOfIpv4(0))]));
        for (Segment segment : segments) {
            if (IpAddress.isIpv4(segment.high(), segment.low())
                    && segment.low() != mapped.get(0).low()) {
                mapped.add(segment);
            }
        }
        ipv4 = mapped.stream()
                .mapToLong(segment -> segment.low() & 0xffff_ffffL)
                .toArray();
        ipv4Customers = mapped.stream().map(Segment::customers).toArray(String[]::new);
        organisations = new HashMap<>();
        organisationHolders.forEach((value, holders) -> organisations.put(value, sets.text(holders)));
    }

    String byAddress(long addressHigh, long addressLow) {
        if (IpAddress.isIpv4(addressHigh, addressLow)) {
            long address = addressLow & 0xffff_ffffL;
            int from = 0;
            int to = ipv4.length;
            while (to - from > 1) {
                int middle = (from + to) >>> 1;
                if (ipv4[middle] <= address) {
                    from = middle;
                } else {
                    to = middle;
                }
            }
            return ipv4Customers[from];
        }
        return customers[segment(addressHigh, addressLow)];
    }

    /** Whether all addresses of the range have the same customers. */
    boolean isUniform(IpRange range) {
        String first = byAddress(range.fromHigh(), range.fromLow());
        int last = segment(range.toHigh(), range.toLow());
        for (int i = segment(range.fromHigh(), range.fromLow()); i <= last; i++) {
            if (!customers[i].equals(first)) {
                return false;
            }
        }
        return true;
    }

    String byOrganisation(String organisation) {
        return organisations.getOrDefault(organisation, "");
    }

    private int segment(long addressHigh, long addressLow) {
        int from = 0;
        int to = high.length;
        while (to - from > 1) {
            int middle = (from + to) >>> 1;
            if (IpAddress.compare(high[middle], low[middle], addressHigh, addressLow) <= 0) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static List<Segment> segments(List<Held> ranges, boolean every, CustomerSets sets) {
        TreeMap<Address, List<Held>> begins = new TreeMap<>();
        TreeMap<Address, List<Held>> ends = new TreeMap<>();
        TreeSet<Address> points = new TreeSet<>();
        points.add(new Address(0, 0));
        for (Held held : ranges) {
            Address first = new Address(held.range().fromHigh(), held.range().fromLow());
            begins.computeIfAbsent(first, key -> new ArrayList<>()).add(held);
            points.add(first);
            Address after = new Address(held.range().toHigh(), held.range().toLow()).next();
            if (!after.isZero()) {
                ends.computeIfAbsent(after, key -> new ArrayList<>()).add(held);
                points.add(after);
            }
        }
        TreeMap<IpRange, Map<String, Integer>> open = new TreeMap<>(bySize());
        List<Segment> segments = new ArrayList<>();
        for (Address point : points) {
            ends.getOrDefault(point, List.of()).forEach(held -> close(open, held));
            begins.getOrDefault(point, List.of())
                    .forEach(held -> open.computeIfAbsent(held.range(), key -> new HashMap<>())
                            .merge(held.customer(), 1, Integer::sum));
            segments.add(new Segment(point.high(), point.low(), sets.text(deciding(open, every))));
        }
        return segments;
    }

    private static Comparator<IpRange> bySize() {
        Comparator<IpRange> size = IpRange::compareSize;
        return size.thenComparing(Comparator.naturalOrder());
    }

    private static void close(Map<IpRange, Map<String, Integer>> open, Held held) {
        Map<String, Integer> customers = open.getOrDefault(held.range(), new HashMap<>());
        customers.computeIfPresent(held.customer(), (key, count) -> count == 1 ? null : count - 1);
        if (customers.isEmpty()) {
            open.remove(held.range());
        }
    }

    /** The customers of the smallest range; of all ranges of that size where several overlap here. */
    private static Collection<String> deciding(NavigableMap<IpRange, Map<String, Integer>> open, boolean every) {
        TreeSet<String> customers = new TreeSet<>();
        for (Map.Entry<IpRange, Map<String, Integer>> entry : open.entrySet()) {
            if (!every && entry.getKey().compareSize(open.firstKey()) > 0) {
                break;
            }
            customers.addAll(entry.getValue().keySet());
        }
        return customers;
    }

    private record Address(long high, long low) implements Comparable<Address> {
        @Override
        public int compareTo(Address other) {
            return IpAddress.compare(high, low, other.high, other.low);
        }

        Address next() {
            return new Address(low == -1 ? high + 1 : high, low + 1);
        }

        boolean isZero() {
            return high == 0 && low == 0;
        }
    }
}
