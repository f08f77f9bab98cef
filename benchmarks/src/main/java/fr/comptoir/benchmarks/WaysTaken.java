package fr.comptoir.benchmarks;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.Arrivals;
import fr.comptoir.model.action.Names;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.fact.ItemFacts;
import fr.comptoir.model.fact.RouteFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** From where the usage of a month came and by what access: each use of an item in one of eight ways, some much more often than others. */
final class WaysTaken {
    private static final List<String> ARRIVALS = List.of(
            Arrivals.DIRECT,
            Arrivals.OTHER_SITE,
            "Google Scholar",
            "Portal of the library",
            "PubMed LinkOut",
            "Link resolver",
            "Discovery tool",
            "Course pages");

    private final Catalogue catalogue;
    private final SplittableRandom random;
    private final Names arrivals = new Names();
    private final RouteFacts facts = new RouteFacts(arrivals, 1 << 18);
    private final Map<Long, Integer> rows = new HashMap<>();
    private int customers = -1;

    WaysTaken(Catalogue catalogue, SplittableRandom random) {
        this.catalogue = catalogue;
        this.random = random;
        ARRIVALS.forEach(arrivals::number);
    }

    /** Adds what a row of items has, all of one institution before those of the next. */
    void add(ItemFacts items, int row) {
        if (items.customers[row] != customers) {
            customers = items.customers[row];
            rows.clear();
        }
        int item = items.item[row];
        int title = catalogue.title(item) == Catalogue.NONE ? item : catalogue.title(item);
        int arrival = Math.min(random.nextInt(ARRIVALS.size()), random.nextInt(ARRIVALS.size()));
        AccessRoute route = random.nextInt(4) == 0 ? AccessRoute.FEDERATION : AccessRoute.IP;
        byte method = items.accessMethod[row];
        long key = ((long) title * ARRIVALS.size() + arrival) << 8 | (long) route.ordinal() << 4 | method;
        int sum = rows.computeIfAbsent(
                key, any -> facts.add(customers, title, (short) arrival, (byte) route.ordinal(), method));
        for (RouteFacts.Count count : RouteFacts.Count.values()) {
            facts.counts[sum * RouteFacts.Count.SIZE + count.ordinal()] +=
                    items.count(row, ItemFacts.Count.valueOf(count.name()));
        }
    }

    RouteFacts facts() {
        return facts;
    }
}
