package fr.comptoir.engine;

import fr.comptoir.model.action.Names;
import fr.comptoir.model.fact.ItemFacts;
import fr.comptoir.model.fact.MonthFacts;
import fr.comptoir.model.fact.MonthTotals;
import fr.comptoir.model.fact.RouteFacts;
import fr.comptoir.model.fact.SearchFacts;
import fr.comptoir.model.fact.TitleFacts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Facts that came in parts, as if they had come at once: nothing is added up but searches. */
final class Together {
    private final Names customers = new Names();
    private final ItemFacts items = new ItemFacts(0);
    private final TitleFacts titles = new TitleFacts(0);
    private final Map<List<Integer>, Integer> searches =
            new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    private MonthTotals totals = MonthTotals.NONE;

    private Together(List<MonthFacts> parts) {
        parts.stream()
                .flatMap(part -> part.customers().texts().stream())
                .distinct()
                .sorted()
                .forEach(customers::number);
        parts.forEach(this::add);
    }

    static MonthFacts of(List<MonthFacts> parts) {
        Together all = new Together(parts);
        SearchFacts searches = new SearchFacts(0);
        all.searches.forEach((key, count) -> {
            int row = searches.add(
                    key.get(0), key.get(1), key.get(2).byteValue(), key.get(3).byteValue());
            searches.count[row] = count;
        });
        MonthTotals totals = all.totals;
        return new MonthFacts(
                parts.get(0).month(),
                all.customers,
                all.items,
                all.titles,
                searches,
                all.routes(parts),
                totals.actions(),
                totals.doubleClicks(),
                totals.held());
    }

    /** As the facts of items: a title may be in several parts, whose rows are added up. */
    private RouteFacts routes(List<MonthFacts> parts) {
        Names arrivals = new Names();
        RouteTable sum = new RouteTable(arrivals);
        for (MonthFacts part : parts) {
            RouteFacts found = part.routes();
            for (int row = 0; row < found.size; row++) {
                int sums = sum.row(
                        number(found.customers[row], part),
                        found.title[row],
                        (short) arrivals.number(found.arrivals.text(found.arrival[row])),
                        found.route[row],
                        found.accessMethod[row]);
                sum.add(sums, found.counts, row * RouteFacts.Count.SIZE);
            }
        }
        return sum.facts;
    }

    private void add(MonthFacts part) {
        totals = totals.plus(part.totals());
        int from = items.size;
        items.reserve(from + part.items().size);
        items.append(part.items());
        renumber(items.customers, from, items.size, part);
        from = titles.size;
        titles.reserve(from + part.titles().size);
        titles.append(part.titles());
        renumber(titles.customers, from, titles.size, part);
        SearchFacts found = part.searches();
        for (int row = 0; row < found.size; row++) {
            int set = number(found.customers[row], part);
            searches.merge(
                    List.of(set, found.database[row], (int) found.accessMethod[row], (int) found.kind[row]),
                    found.count[row],
                    Integer::sum);
        }
    }

    private void renumber(int[] column, int from, int to, MonthFacts part) {
        for (int row = from; row < to; row++) {
            column[row] = number(column[row], part);
        }
    }

    private int number(int inPart, MonthFacts part) {
        return customers.number(part.customers().text(inPart));
    }
}
