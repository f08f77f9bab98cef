package fr.comptoir.engine;

import fr.comptoir.model.action.Names;
import fr.comptoir.model.fact.ItemFacts;
import fr.comptoir.model.fact.MonthFacts;
import fr.comptoir.model.fact.RouteFacts;
import fr.comptoir.model.fact.SearchFacts;
import fr.comptoir.model.fact.TitleFacts;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Gathers the facts that the threads find in a month or a part of it; of items and titles, no two have the same key. */
class FactsCollector {
    /** What is reserved beyond the rows that are foreseen. */
    private static final double MARGIN = 1.05;

    private final long rowsExpected;
    private final Names customers = new Names();
    private final ItemFacts items = new ItemFacts(0);
    private final TitleFacts titles = new TitleFacts(0);
    private final SearchTable searches = new SearchTable();
    private final List<RouteTable> routes = new ArrayList<>();
    private Names arrivals = new Names();
    private long rowsSeen;
    private long actions;
    private long doubleClicks;
    private long held;

    /** For so many rows of actions. */
    FactsCollector(long rowsExpected) {
        this.rowsExpected = rowsExpected;
    }

    /** One that keeps none, for who listens to what the rules tell. */
    static FactsCollector ofNothing() {
        return new FactsCollector(0) {
            @Override
            void collect(ItemFacts foundItems, TitleFacts foundTitles, SearchFacts foundSearches, int rows) {}
        };
    }

    /** The numbers in the facts of the sets of customers of a part. */
    int[] customers(Names ofPart) {
        int[] numbers = new int[ofPart.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = customers.number(ofPart.text(i));
        }
        return numbers;
    }

    /** Says what the numbers of the ways of arrival mean. */
    void arrivals(Names ofPart) {
        arrivals = ofPart;
    }

    /** A table for one thread, of which all that is in it in the end is gathered. */
    synchronized RouteTable newRoutes() {
        RouteTable table = new RouteTable(arrivals);
        routes.add(table);
        return table;
    }

    /** Counts what became of the rows of a part: rows counted, and lines dropped or held (CoP 5.1, section 7.2). */
    void countFates(Batch batch) {
        for (int row = 0; row < batch.actions.size; row++) {
            boolean ofLine = batch.actions.part[row] == 0;
            actions += ofLine && batch.is(Fate.COUNTED, row) ? 1 : 0;
            doubleClicks += ofLine && batch.is(Fate.DOUBLE_CLICK, row) ? 1 : 0;
            held += ofLine && batch.is(Fate.HELD, row) ? 1 : 0;
        }
    }

    /** Takes the facts of {@code rows} more rows; may be called by any thread. */
    synchronized void collect(ItemFacts foundItems, TitleFacts foundTitles, SearchFacts foundSearches, int rows) {
        rowsSeen += rows;
        if (items.customers.length - items.size < foundItems.size) {
            items.reserve(foreseen(items.size + foundItems.size));
        }
        if (titles.customers.length - titles.size < foundTitles.size) {
            titles.reserve(foreseen(titles.size + foundTitles.size));
        }
        items.append(foundItems);
        titles.append(foundTitles);
        searches.merge(foundSearches);
    }

    /** How many rows there will be in the end, if it goes on like that: keys come in no order, so that each batch is a fair sample. */
    private int foreseen(int rowsNow) {
        double foreseen = rowsNow * MARGIN * Math.max(rowsExpected, rowsSeen) / Math.max(1, rowsSeen);
        return (int) Math.min(Math.max(rowsNow, foreseen), Integer.MAX_VALUE / (double) ItemFacts.Count.SIZE);
    }

    /** All that was gathered, with the sets of customers that have any of it numbered in the order of their text. */
    MonthFacts facts(YearMonth month) {
        BitSet used = new BitSet();
        noteUsed(items.customers, items.size, used);
        noteUsed(titles.customers, titles.size, used);
        noteUsed(searches.facts.customers, searches.facts.size, used);
        Names sorted = new Names();
        used.stream().mapToObj(customers::text).sorted().forEach(sorted::number);
        renumber(items.customers, items.size, sorted);
        renumber(titles.customers, titles.size, sorted);
        renumber(searches.facts.customers, searches.facts.size, sorted);
        RouteFacts ways = routes();
        renumber(ways.customers, ways.size, sorted);
        return new MonthFacts(month, sorted, items, titles, searches.facts, ways, actions, doubleClicks, held);
    }

    /** What all threads found, with the ways of arrival that have any of it numbered in the order of their texts. */
    private RouteFacts routes() {
        Names sorted = new Names();
        routes.stream()
                .flatMap(table -> IntStream.range(0, table.facts.size).mapToObj(row -> table.facts.arrival[row]))
                .distinct()
                .map(arrivals::text)
                .sorted()
                .forEach(sorted::number);
        RouteTable all = new RouteTable(sorted);
        for (RouteTable table : routes) {
            RouteFacts found = table.facts;
            for (int row = 0; row < found.size; row++) {
                found.arrival[row] = (short) sorted.number(arrivals.text(found.arrival[row]));
            }
            all.merge(found);
        }
        return all.facts;
    }

    private static void noteUsed(int[] customers, int size, BitSet used) {
        for (int i = 0; i < size; i++) {
            used.set(customers[i]);
        }
    }

    private void renumber(int[] column, int size, Names sorted) {
        int[] numbers = new int[customers.size()];
        Arrays.fill(numbers, -1);
        for (int i = 0; i < size; i++) {
            int number = numbers[column[i]];
            if (number < 0) {
                number = sorted.number(customers.text(column[i]));
                numbers[column[i]] = number;
            }
            column[i] = number;
        }
    }
}
