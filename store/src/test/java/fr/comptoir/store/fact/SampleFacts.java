package fr.comptoir.store.fact;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.Names;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.fact.ItemFacts;
import fr.comptoir.model.fact.MonthFacts;
import fr.comptoir.model.fact.RouteFacts;
import fr.comptoir.model.fact.SearchFacts;
import fr.comptoir.model.fact.TitleFacts;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Random facts: every combination that may stand in a month, with counts that follow no rule, so that a mix-up shows. */
public final class SampleFacts {
    private static final String[] SETS = {"c2|c3", "", "c1|cons", "c1", "c1|c2|cons", "c10"};
    private static final AccessType[] R51 = {AccessType.CONTROLLED, AccessType.OPEN, AccessType.FREE_TO_READ};
    private static final AccessType[] R5 = {AccessType.CONTROLLED, AccessType.OA_GOLD, AccessType.OTHER_FREE_TO_READ};

    private SampleFacts() {}

    public static MonthFacts random(SplittableRandom random, YearMonth month, Catalogue catalogue, int rows) {
        Names customers = new Names();
        int first = random.nextInt(SETS.length);
        for (int i = 0; i < SETS.length; i++) {
            customers.number(SETS[(first + i) % SETS.length]);
        }
        ItemFacts items = new ItemFacts(1);
        TitleFacts titles = new TitleFacts(1);
        SearchFacts searches = new SearchFacts(1);
        for (int i = 0; i < rows; i++) {
            int item = random.nextInt(catalogue.size());
            DataType type = catalogue.dataType(item);
            if (type.mayBeItem() || type.isDatabase()) {
                int row = items.add(
                        random.nextInt(SETS.length),
                        item,
                        one(random, R51),
                        one(random, R5),
                        one(random, AccessMethod.values()));
                for (ItemFacts.Count count : ItemFacts.Count.values()) {
                    boolean denial = count == ItemFacts.Count.LIMIT_EXCEEDED || count == ItemFacts.Count.NO_LICENSE;
                    if (denial || !type.isDatabase()) {
                        items.count(row, count, some(random));
                    }
                }
                parts(
                        items,
                        row,
                        random,
                        ItemFacts.Count.TOTAL_ITEM_REQUESTS,
                        ItemFacts.Format.HTML,
                        ItemFacts.Format.PDF);
                parts(
                        items,
                        row,
                        random,
                        ItemFacts.Count.TOTAL_ITEM_REQUESTS_R5,
                        ItemFacts.Format.HTML_R5,
                        ItemFacts.Format.PDF_R5);
            }
            if (type.isWholeBook()) {
                int row = titles.add(
                        random.nextInt(SETS.length),
                        item,
                        random.nextBoolean() ? Catalogue.NONE : random.nextInt(3),
                        (short) (2010 + random.nextInt(3)),
                        one(random, R51),
                        one(random, R5),
                        one(random, AccessMethod.values()));
                for (TitleFacts.Count count : TitleFacts.Count.values()) {
                    titles.count(row, count, some(random));
                }
            }
            if (type.isDatabase()) {
                int kind = ActionKind.SEARCHES_REGULAR.ordinal() + random.nextInt(3);
                search(searches, random, item, kind);
                search(searches, random, Catalogue.NONE, ActionKind.SEARCHES_PLATFORM.ordinal());
            }
        }
        RouteFacts routes = routes(items, catalogue);
        return new MonthFacts(month, customers, items, titles, searches, routes, 100, 10, 1);
    }

    /** What was counted of items, each row under another way and route than the next. */
    private static RouteFacts routes(ItemFacts items, Catalogue catalogue) {
        Names arrivals = new Names();
        List.of("", "Portail d'été", "direct", "within_platform").forEach(arrivals::number);
        RouteFacts routes = new RouteFacts(arrivals, 1);
        Map<List<Integer>, Integer> rows = new HashMap<>();
        for (int row = 0; row < items.size; row++) {
            int item = items.item[row];
            int title = catalogue.title(item) == Catalogue.NONE ? item : catalogue.title(item);
            short arrival = (short) (row % arrivals.size());
            byte route = (byte) (row % AccessRoute.values().length);
            byte method = items.accessMethod[row];
            List<Integer> key = List.of(items.customers[row], title, (int) arrival, (int) route, (int) method);
            int set = items.customers[row];
            int sum = rows.computeIfAbsent(key, any -> routes.add(set, title, arrival, route, method));
            for (RouteFacts.Count count : RouteFacts.Count.values()) {
                routes.counts[sum * RouteFacts.Count.SIZE + count.ordinal()] +=
                        items.count(row, ItemFacts.Count.valueOf(count.name()));
            }
        }
        return routes;
    }

    private static void parts(
            ItemFacts items,
            int row,
            SplittableRandom random,
            ItemFacts.Count total,
            ItemFacts.Format html,
            ItemFacts.Format pdf) {
        int first = random.nextInt(items.count(row, total) + 1);
        items.formats[row * ItemFacts.Format.SIZE + html.ordinal()] = first;
        items.formats[row * ItemFacts.Format.SIZE + pdf.ordinal()] =
                random.nextInt(items.count(row, total) - first + 1);
    }

    private static void search(SearchFacts searches, SplittableRandom random, int database, int kind) {
        int row = searches.add(random.nextInt(SETS.length), database, one(random, AccessMethod.values()), (byte) kind);
        searches.count[row] = 1 + random.nextInt(5);
    }

    private static int some(SplittableRandom random) {
        return random.nextInt(3) == 0 ? random.nextInt(1, 100) : 0;
    }

    private static <E extends Enum<E>> byte one(SplittableRandom random, E[] values) {
        return (byte) values[random.nextInt(values.length)].ordinal();
    }
}
