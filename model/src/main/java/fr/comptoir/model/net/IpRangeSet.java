package fr.comptoir.model.net;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The addresses of some ranges, searched by bisection. Immutable and safe for many threads. */
public final class IpRangeSet {
    private final long[] fromHigh;
    private final long[] fromLow;
    private final long[] toHigh;
    private final long[] toLow;

    private IpRangeSet(List<IpRange> disjoint) {
        int size = disjoint.size();
        fromHigh = new long[size];
        fromLow = new long[size];
        toHigh = new long[size];
        toLow = new long[size];
        for (int i = 0; i < size; i++) {
            fromHigh[i] = disjoint.get(i).fromHigh();
            fromLow[i] = disjoint.get(i).fromLow();
            toHigh[i] = disjoint.get(i).toHigh();
            toLow[i] = disjoint.get(i).toLow();
        }
    }

    public static IpRangeSet of(Collection<IpRange> ranges) {
        List<IpRange> disjoint = new ArrayList<>();
        for (IpRange range : ranges.stream().sorted().toList()) {
            IpRange last = disjoint.isEmpty() ? null : disjoint.get(disjoint.size() - 1);
            if (last == null || !last.overlaps(range)) {
                disjoint.add(range);
            } else if (IpAddress.compare(range.toHigh(), range.toLow(), last.toHigh(), last.toLow()) > 0) {
                disjoint.set(
                        disjoint.size() - 1,
                        new IpRange(last.fromHigh(), last.fromLow(), range.toHigh(), range.toLow()));
            }
        }
        return new IpRangeSet(disjoint);
    }

    /** The set of all these texts, each read by {@link IpRange#parse}; fails as that does. */
    public static IpRangeSet parse(Collection<String> texts) {
        return of(texts.stream().flatMap(text -> IpRange.parse(text).stream()).toList());
    }

    public boolean isEmpty() {
        return fromHigh.length == 0;
    }

    public boolean contains(long high, long low) {
        int from = 0;
        int to = fromHigh.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (IpAddress.compare(fromHigh[middle], fromLow[middle], high, low) <= 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from > 0 && IpAddress.compare(high, low, toHigh[from - 1], toLow[from - 1]) <= 0;
    }
}
